package cloud.kontinue.metrics.conformance.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the fields of one event, in the order in which they are given; what is empty is left out. */
final class FieldWriter {

    private final ObjectNode node;

    FieldWriter(ObjectNode node) {
        this.node = node;
    }

    FieldWriter text(String name, String value) {
        node.put(name, value);
        return this;
    }

    FieldWriter text(String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
        return this;
    }

    FieldWriter number(String name, long value) {
        node.put(name, value);
        return this;
    }

    FieldWriter number(String name, OptionalInt value) {
        value.ifPresent(number -> node.put(name, number));
        return this;
    }

    FieldWriter real(String name, OptionalDouble value) {
        value.ifPresent(number -> node.put(name, number));
        return this;
    }

    FieldWriter flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    FieldWriter texts(String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    /** Writes a constant as words, such as {@code as-prometheus-2}. */
    FieldWriter constant(String name, Enum<?> value) {
        return text(name, words(value));
    }

    /** Writes where a span begins; it ends at the event's own time. */
    FieldWriter from(Span span) {
        return number("from", span.from());
    }

    FieldWriter object(String name) {
        return new FieldWriter(node.putObject(name));
    }

    ArrayNode array(String name) {
        return node.putArray(name);
    }

    static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
