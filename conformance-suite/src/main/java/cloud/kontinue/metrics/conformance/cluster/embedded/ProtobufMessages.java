package cloud.kontinue.metrics.conformance.cluster.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of Kubernetes' protobuf messages, as the table beside this class lists them. */
final class ProtobufMessages {

    private static final String TABLE = "protobuf-messages.txt";

    private final Map<String, Map<Integer, Field>> messages;

    /**
     * A field of a message.
     *
     * @param name in JSON; empty where its fields belong to the message around it
     * @param kind a scalar or another message
     */
    record Field(int number, String name, String kind, boolean repeated, boolean map, boolean pointer) {

        private static Field parse(String text) {
            String[] parts = text.split(":", 3);
            boolean repeated = text.endsWith("[]");
            boolean map = text.endsWith("{}");
            boolean pointer = text.endsWith("?");
            String kind = parts[2].substring(0, parts[2].length() - (repeated || map ? 2 : pointer ? 1 : 0));
            return new Field(Integer.parseInt(parts[0]), parts[1], kind, repeated, map, pointer);
        }
    }

    ProtobufMessages() {
        try (InputStream in = ProtobufMessages.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is not on the class path");
            }
            messages = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .collect(Collectors.toUnmodifiableMap(words -> words[0], words -> Arrays.stream(words)
                            .skip(1)
                            .filter(word -> !word.isEmpty())
                            .map(Field::parse)
                            .collect(Collectors.toUnmodifiableMap(Field::number, Function.identity()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the message of an object; empty where it is not known. */
    Optional<String> find(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "core" : apiVersion.substring(0, slash).replaceFirst("\\..*", "");
        String name = kind.equals("DeleteOptions")
                ? "meta.v1.DeleteOptions"
                : group + "." + apiVersion.substring(slash + 1) + "." + kind;
        return Optional.of(name).filter(messages::containsKey);
    }

    Optional<Field> field(String message, int number) {
        return Optional.ofNullable(messages.getOrDefault(message, Map.of()).get(number));
    }
}
