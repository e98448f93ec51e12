package cloud.kontinue.metrics.conformance.recording;

import java.util.function.BiConsumer;

/**
 * How the events of one kind are written, by explicit names, so that no renaming in the code changes the format.
 *
 * @param name in the field {@code event}
 */
record EventCodec<E extends Event>(String name, Class<E> type, BiConsumer<E, FieldWriter> writer, Reader<E> reader) {

    /** Makes an event of its fields. */
    @FunctionalInterface
    interface Reader<E> {
        E read(FieldReader fields) throws FieldException;
    }

    void write(Event event, FieldWriter fields) {
        fields.text("event", name).number("at", event.at());
        writer.accept(type.cast(event), fields);
    }

    E read(FieldReader fields) throws FieldException {
        return reader.read(fields);
    }
}
