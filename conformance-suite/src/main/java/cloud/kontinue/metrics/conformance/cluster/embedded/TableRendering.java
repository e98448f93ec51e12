package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Rows for {@code kubectl get}, with the columns of the type. */
final class TableRendering implements Rendering {

    private static final Column NAME = new Column("Name", "string", "Its name", 0, List.of("metadata", "name"));

    private final String includeObject;
    private final Clock clock;

    /** @param includeObject {@code Metadata} or empty, {@code Object} or {@code None} */
    TableRendering(String includeObject, Clock clock) {
        this.includeObject = includeObject;
        this.clock = clock;
    }

    @Override
    public byte[] one(Stored object) {
        ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(object.revision()));
        return Json.bytes(table(object.type(), metadata, List.of(object)));
    }

    @Override
    public byte[] list(Page page) {
        return Json.bytes(table(page.type(), page.metadata(), page.items()));
    }

    @Override
    public byte[] bookmark(WatchEvent.Bookmark bookmark) {
        return Json.bytes(table(bookmark.type(), bookmark.metadata(), List.of()));
    }

    private ObjectNode table(ResourceType type, ObjectNode metadata, List<Stored> objects) {
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", PartialRendering.API_VERSION);
        table.set("metadata", metadata);
        ArrayNode columns = table.putArray("columnDefinitions");
        columns.add(definition(NAME).put("format", "name"));
        type.columns().forEach(column -> columns.add(definition(column)));
        ArrayNode rows = table.putArray("rows");
        for (Stored object : objects) {
            ObjectNode tree = object.tree();
            ArrayNode cells =
                    rows.addObject().putArray("cells").add(object.key().name());
            type.columns().forEach(column -> cells.add(cell(column, tree)));
            include(tree, (ObjectNode) rows.path(rows.size() - 1));
        }
        return table;
    }

    private void include(ObjectNode tree, ObjectNode row) {
        if (includeObject.equals("Object")) {
            row.set("object", tree);
        } else if (!includeObject.equals("None")) {
            row.set("object", PartialRendering.partial(Json.metadata(tree)));
        }
    }

    private static ObjectNode definition(Column column) {
        return Json.object()
                .put("name", column.name())
                .put("type", column.type())
                .put("format", "")
                .put("description", column.description())
                .put("priority", column.priority());
    }

    private JsonNode cell(Column column, JsonNode object) {
        JsonNode value = column.value(object);
        if (column.type().equals("date")) {
            return StringNode.valueOf(age(value.asString("")));
        }
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private String age(String since) {
        try {
            return human(Duration.between(Instant.parse(since), clock.instant()));
        } catch (DateTimeParseException e) {
            return "<unknown>";
        }
    }

    /** Returns a duration the short way that {@code kubectl} prints ages. */
    static String human(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        } else if (seconds < 600) {
            return two(seconds / 60, "m", seconds % 60, "s");
        } else if (seconds < 3 * 3600) {
            return seconds / 60 + "m";
        } else if (seconds < 8 * 3600) {
            return two(seconds / 3600, "h", seconds / 60 % 60, "m");
        } else if (seconds < 48 * 3600) {
            return seconds / 3600 + "h";
        } else if (seconds < 8 * 24 * 3600) {
            return two(seconds / 86400, "d", seconds / 3600 % 24, "h");
        }
        return seconds / 86400 + "d";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }
}
