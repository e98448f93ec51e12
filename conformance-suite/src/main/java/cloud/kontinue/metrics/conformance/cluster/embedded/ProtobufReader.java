package cloud.kontinue.metrics.conformance.cluster.embedded;

import cloud.kontinue.metrics.conformance.cluster.embedded.ProtobufMessages.Field;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Reads objects that Go's typed clients send in protobuf, and makes of them what they would have sent as JSON. */
final class ProtobufReader {

    static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int DEEPEST = 100;
    private static final long GO_ZERO = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

    private final ProtobufMessages messages = new ProtobufMessages();

    /**
     * Reads an object in its envelope.
     *
     * @throws Problem 400 for what is no such envelope, 415 for a type whose encoding is not known
     */
    ObjectNode read(byte[] body) {
        if (body.length < MAGIC.length || !Arrays.equals(Arrays.copyOf(body, MAGIC.length), MAGIC)) {
            throw Problem.badRequest("the body of the request is no Kubernetes protobuf envelope");
        }
        try {
            Map<Integer, ByteBuffer> envelope = parts(ByteBuffer.wrap(body, MAGIC.length, body.length - MAGIC.length));
            Map<Integer, ByteBuffer> type = parts(envelope.getOrDefault(1, ByteBuffer.allocate(0)));
            String apiVersion = string(type.getOrDefault(1, ByteBuffer.allocate(0)));
            String kind = string(type.getOrDefault(2, ByteBuffer.allocate(0)));
            String message = messages.find(apiVersion, kind)
                    .orElseThrow(() -> Problem.unsupportedMediaType("application/json, application/yaml"));
            ObjectNode object = Json.object().put("kind", kind).put("apiVersion", apiVersion);
            read(message, envelope.getOrDefault(2, ByteBuffer.allocate(0)), object, 0);
            return object;
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            throw Problem.badRequest("the body of the request is not valid protobuf");
        }
    }

    private void read(String message, ByteBuffer in, ObjectNode into, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        while (in.hasRemaining()) {
            long tag = varint(in);
            int wire = (int) (tag & 7);
            Optional<Field> known = messages.field(message, (int) (tag >>> 3));
            if (wire == 2) {
                ByteBuffer value = slice(in);
                known.ifPresent(field -> put(field, value, into, depth));
            } else {
                JsonNode value = scalar(known.map(Field::kind).orElse(""), wire, in);
                known.ifPresent(field -> putScalar(field, value, into));
            }
        }
    }

    private void put(Field field, ByteBuffer value, ObjectNode into, int depth) {
        if (field.map()) {
            Map<Integer, ByteBuffer> entry = parts(value);
            ObjectNode map =
                    into.get(field.name()) instanceof ObjectNode present ? present : into.putObject(field.name());
            map.set(
                    string(entry.getOrDefault(1, ByteBuffer.allocate(0))),
                    value(field.kind(), entry.getOrDefault(2, ByteBuffer.allocate(0)), depth));
        } else if (field.repeated()) {
            ArrayNode list =
                    into.get(field.name()) instanceof ArrayNode present ? present : into.putArray(field.name());
            list.add(value(field.kind(), value, depth));
        } else if (field.name().isEmpty()) {
            read(field.kind(), value, into, depth + 1);
        } else {
            JsonNode read = value(field.kind(), value, depth);
            if (field.pointer() || !isEmpty(read)) {
                into.set(field.name(), read);
            }
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.asString().isEmpty());
    }

    private static void putScalar(Field field, JsonNode value, ObjectNode into) {
        if (field.repeated()) {
            (into.get(field.name()) instanceof ArrayNode present ? present : into.putArray(field.name())).add(value);
        } else if (field.pointer() || (value.asDouble(1) != 0 && !value.equals(BooleanNode.FALSE))) {
            into.set(field.name(), value);
        }
    }

    private JsonNode value(String kind, ByteBuffer in, int depth) {
        return switch (kind) {
            case "string" -> StringNode.valueOf(string(in));
            case "bytes" -> StringNode.valueOf(Base64.getEncoder().encodeToString(bytes(in)));
            case "time" -> time(in);
            case "quantity" -> StringNode.valueOf(string(parts(in).getOrDefault(1, ByteBuffer.allocate(0))));
            case "intorstring" -> intOrString(in);
            default -> {
                ObjectNode object = Json.object();
                read(kind, in, object, depth + 1);
                yield object;
            }
        };
    }

    private static JsonNode scalar(String kind, int wire, ByteBuffer in) {
        return switch (wire) {
            case 0 -> {
                long value = varint(in);
                yield kind.equals("bool") ? BooleanNode.valueOf(value != 0) : LongNode.valueOf(value);
            }
            case 1 -> DoubleNode.valueOf(in.order(ByteOrder.LITTLE_ENDIAN).getDouble());
            case 5 -> LongNode.valueOf(in.order(ByteOrder.LITTLE_ENDIAN).getInt());
            default -> throw new IllegalArgumentException("wire type " + wire);
        };
    }

    private static JsonNode time(ByteBuffer in) {
        long seconds = 0;
        long nanos = 0;
        while (in.hasRemaining()) {
            boolean first = varint(in) >>> 3 == 1;
            long value = varint(in);
            seconds = first ? value : seconds;
            nanos = first ? nanos : value;
        }
        // Go's zero time, which JSON leaves out, is either empty or the first second of the year 1.
        boolean zero = nanos == 0 && (seconds == 0 || seconds == GO_ZERO);
        return zero ? NullNode.getInstance() : StringNode.valueOf(instant(seconds, nanos));
    }

    private static String instant(long seconds, long nanos) {
        try {
            return Instant.ofEpochSecond(seconds, nanos).toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }

    private static JsonNode intOrString(ByteBuffer in) {
        JsonNode result = LongNode.valueOf(0);
        boolean isString = false;
        while (in.hasRemaining()) {
            long tag = varint(in);
            if (tag >>> 3 == 3) {
                String text = string(slice(in));
                result = isString ? StringNode.valueOf(text) : result;
            } else {
                long value = varint(in);
                isString |= tag >>> 3 == 1 && value == 1;
                result = tag >>> 3 == 2 ? LongNode.valueOf(value) : result;
            }
        }
        return result;
    }

    /** Returns the fields of a message that are made of bytes, by their numbers. */
    private static Map<Integer, ByteBuffer> parts(ByteBuffer in) {
        Map<Integer, ByteBuffer> parts = new HashMap<>();
        while (in.hasRemaining()) {
            long tag = varint(in);
            if ((tag & 7) == 2) {
                parts.put((int) (tag >>> 3), slice(in));
            } else {
                scalar("", (int) (tag & 7), in);
            }
        }
        return parts;
    }

    private static ByteBuffer slice(ByteBuffer in) {
        int length = Math.toIntExact(Math.min(varint(in) & Long.MAX_VALUE, Integer.MAX_VALUE));
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("too long a number");
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return bytes;
    }

    private static String string(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }
}
