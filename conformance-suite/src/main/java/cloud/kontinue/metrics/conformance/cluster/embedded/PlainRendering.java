package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Objects as they are, their stored bytes copied and never parsed. */
final class PlainRendering implements Rendering {

    @Override
    public byte[] one(Stored object) {
        return object.json();
    }

    @Override
    public byte[] list(Page page) {
        ObjectNode head = Json.object()
                .put("kind", page.type().kind() + "List")
                .put("apiVersion", page.type().apiVersion());
        head.set("metadata", page.metadata());
        byte[] opened = Json.bytes(head);
        ByteArrayOutputStream out = new ByteArrayOutputStream(opened.length
                + 16
                + page.items().stream().mapToInt(item -> item.json().length + 1).sum());
        out.write(opened, 0, opened.length - 1);
        out.writeBytes(",\"items\":[".getBytes(StandardCharsets.UTF_8));
        String separator = "";
        for (Stored item : page.items()) {
            out.writeBytes(separator.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(item.json());
            separator = ",";
        }
        out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public byte[] bookmark(WatchEvent.Bookmark bookmark) {
        ObjectNode object = bookmark.type().empty();
        object.set("metadata", bookmark.metadata());
        return Json.bytes(object);
    }
}
