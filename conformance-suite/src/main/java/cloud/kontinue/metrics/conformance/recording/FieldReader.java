package cloud.kontinue.metrics.conformance.recording;

import cloud.kontinue.metrics.conformance.exposition.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one event; fields that nobody asks for are passed over. */
final class FieldReader {

    private final JsonNode node;

    FieldReader(JsonNode node) {
        this.node = node;
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) throws FieldException {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw expected("a text", name, value);
        }
        return value.stringValue();
    }

    Optional<String> optionalText(String name) throws FieldException {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) throws FieldException {
        JsonNode value = node.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw expected("a whole number", name, value);
        }
        return value.longValue();
    }

    int smallNumber(String name) throws FieldException {
        long value = number(name);
        if (value != (int) value) {
            throw expected("a whole number of 32 bits", name, node.get(name));
        }
        return (int) value;
    }

    OptionalInt optionalNumber(String name) throws FieldException {
        return has(name) ? OptionalInt.of(smallNumber(name)) : OptionalInt.empty();
    }

    OptionalDouble optionalReal(String name) throws FieldException {
        if (!has(name)) {
            return OptionalDouble.empty();
        }
        JsonNode value = node.get(name);
        if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw expected("a number", name, value);
        }
        return OptionalDouble.of(value.doubleValue());
    }

    boolean flag(String name) throws FieldException {
        JsonNode value = node.get(name);
        if (value == null || !value.isBoolean()) {
            throw expected("true or false", name, value);
        }
        return value.booleanValue();
    }

    List<String> texts(String name) throws FieldException {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : elements(name)) {
            if (!value.isString()) {
                throw expected("a list of texts", name, value);
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    Iterable<JsonNode> elements(String name) throws FieldException {
        JsonNode value = node.get(name);
        if (value == null || !value.isArray()) {
            throw expected("a list", name, value);
        }
        return value.values();
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) throws FieldException {
        String words = text(name);
        for (E constant : type.getEnumConstants()) {
            if (FieldWriter.words(constant).equals(words)) {
                return constant;
            }
        }
        String known =
                Arrays.stream(type.getEnumConstants()).map(FieldWriter::words).collect(Collectors.joining(", "));
        throw expected("one of " + known, name, node.get(name));
    }

    long at() throws FieldException {
        return number("at");
    }

    Span span() throws FieldException {
        long from = number("from");
        long to = at();
        if (to < from) {
            throw new FieldException("expected \"at\" not before \"from\", found " + to + " before " + from);
        }
        return new Span(from, to);
    }

    FieldReader object(String name) throws FieldException {
        JsonNode value = node.get(name);
        if (value == null || !value.isObject()) {
            throw expected("an object", name, value);
        }
        return new FieldReader(value);
    }

    static FieldException expected(String what, String field, @Nullable JsonNode found) {
        String shown = found == null ? "no such field" : Quoted.unquoted(found.toString());
        return new FieldException("expected " + what + " in the field " + Quoted.of(field) + ", found " + shown);
    }
}
