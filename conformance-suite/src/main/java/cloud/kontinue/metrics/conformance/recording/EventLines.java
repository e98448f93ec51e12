package cloud.kontinue.metrics.conformance.recording;

import cloud.kontinue.metrics.conformance.exposition.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns events into lines of JSON and back; one instance per recording and direction, as bodies refer to those before.
 *
 * <p>Lines are pure ASCII, so that text of any origin comes back as it was and cannot upset a terminal.
 */
final class EventLines {

    /** A body in Base64 is a third longer than itself. */
    private static final int LONGEST_TEXT = ScrapeTaken.MAX_BODY / 3 * 4 + 16;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<EventCodec<?>> codecs = codecs();
    private final Map<String, EventCodec<?>> byName =
            codecs.stream().collect(Collectors.toMap(EventCodec::name, Function.identity()));
    private final Map<Class<?>, EventCodec<?>> byType =
            codecs.stream().collect(Collectors.toMap(EventCodec::type, Function.identity()));

    private static List<EventCodec<?>> codecs() {
        List<EventCodec<?>> codecs = new ArrayList<>(RunCodecs.all());
        codecs.addAll(WorkerCodecs.all());
        codecs.addAll(ClusterCodecs.all());
        codecs.addAll(PrometheusCodecs.all());
        codecs.add(new ScrapeCodec().codec());
        return codecs;
    }

    /** Returns an event as one line, with its line feed. */
    byte[] write(Event event) {
        EventCodec<?> codec = byType.get(event.getClass());
        if (codec == null) {
            throw new IllegalStateException("No format for events of " + event.getClass());
        }
        ObjectNode node = mapper.createObjectNode();
        codec.write(event, new FieldWriter(node));
        return (mapper.writeValueAsString(node) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    Event read(byte[] line) throws FieldException {
        JsonNode node = parse(line);
        if (!node.isObject()) {
            throw new FieldException("expected a JSON object, found " + Quoted.unquoted(node.toString()));
        }
        FieldReader fields = new FieldReader(node);
        String name = fields.text("event");
        EventCodec<?> codec = byName.get(name);
        if (codec == null) {
            throw new FieldException("expected an event that this suite knows, found " + Quoted.of(name)
                    + "; a newer suite wrote it, judge it with that one");
        }
        return codec.read(fields);
    }

    /** Whether a line is a whole object; a piece of one never is. */
    boolean isObject(byte[] line) {
        try {
            return mapper.readTree(line).isObject();
        } catch (JacksonException e) {
            return false;
        }
    }

    private JsonNode parse(byte[] line) throws FieldException {
        try {
            return mapper.readTree(line);
        } catch (JacksonException e) {
            throw new FieldException(
                    "expected a JSON object, found " + Quoted.of(new String(line, StandardCharsets.UTF_8)) + " ("
                            + Quoted.unquoted(String.valueOf(e.getOriginalMessage())) + ")");
        }
    }
}
