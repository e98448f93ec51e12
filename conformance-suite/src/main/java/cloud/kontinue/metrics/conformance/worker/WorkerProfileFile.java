package cloud.kontinue.metrics.conformance.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A worker profile as a user writes it in YAML.
 *
 * @param name what reports call the worker; empty where the file does not say
 */
public record WorkerProfileFile(Optional<String> name, WorkerProfile profile) {

    private static final List<String> KEYS =
            List.of("name", "functions", "ownerField", "readySeconds", "namespace", "group");
    private static final String NO_OWNER_FIELD = "none";
    private static final Pattern FIELD_PATH = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*");
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final double MAX_READY_SECONDS = 600;

    /**
     * Reads a file; what it does not say is as in {@link WorkerProfile#defaults()}.
     *
     * @throws WorkerProfileException if there is no such file, or it says something that a profile cannot
     */
    public static WorkerProfileFile read(Path file) throws WorkerProfileException {
        if (!Files.isRegularFile(file)) {
            throw new WorkerProfileException(
                    "worker profile '" + file + "' not found: expected a YAML file; correct --worker-profile");
        }
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new WorkerProfileException("worker profile '" + file + "' cannot be read: expected text in UTF-8 ("
                    + unreadable.getMessage() + ")");
        }
    }

    /** Reads the text of a file whose name messages show. */
    static WorkerProfileFile parse(String fileName, String text) throws WorkerProfileException {
        ProfileYaml yaml = ProfileYaml.parse(fileName, text);
        yaml.requireKeys("", yaml.root(), KEYS);
        WorkerProfile defaults = WorkerProfile.defaults();
        WorkerProfile profile = new WorkerProfile(
                functions(yaml, defaults.functions()),
                ownerField(yaml, defaults.ownerField()),
                ready(yaml, defaults.ready()),
                matching(yaml, "namespace", DNS_LABEL, "the name of a namespace"),
                matching(yaml, "group", LABEL_VALUE, "a valid label value"));
        return new WorkerProfileFile(yaml.text("name"), profile);
    }

    private static Map<String, String> functions(ProfileYaml yaml, Map<String, String> defaults)
            throws WorkerProfileException {
        Map<String, String> functions = new HashMap<>(defaults);
        JsonNode mapping = yaml.root().path("functions");
        if (mapping.isMissingNode()) {
            return functions;
        }
        if (!mapping.isObject()) {
            throw yaml.invalid("functions", mapping, "a mapping from the contract's functions to the worker's own");
        }
        yaml.requireKeys("functions.", mapping, WorkerProfile.CONTRACT_FUNCTIONS);
        for (Map.Entry<String, JsonNode> function : mapping.properties()) {
            JsonNode own = function.getValue();
            if (!own.isString() && !own.isNull()) {
                throw yaml.invalid(
                        "functions." + function.getKey(),
                        own,
                        "the worker's own name as text, or nothing if it lacks it");
            }
            if (own.asString("").isBlank()) {
                functions.remove(function.getKey());
            } else {
                functions.put(function.getKey(), own.stringValue());
            }
        }
        return functions;
    }

    private static Optional<String> ownerField(ProfileYaml yaml, Optional<String> otherwise)
            throws WorkerProfileException {
        Optional<String> field = matching(yaml, "ownerField", FIELD_PATH, "a path such as status.worker, or none");
        return field.isEmpty() ? otherwise : field.filter(path -> !path.equals(NO_OWNER_FIELD));
    }

    private static Duration ready(ProfileYaml yaml, Duration otherwise) throws WorkerProfileException {
        JsonNode seconds = yaml.root().path("readySeconds");
        if (seconds.isMissingNode()) {
            return otherwise;
        }
        if (!seconds.isNumber() || !(seconds.doubleValue() > 0 && seconds.doubleValue() <= MAX_READY_SECONDS)) {
            throw yaml.invalid("readySeconds", seconds, "a number of seconds, more than 0 and at most 600");
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds.doubleValue() * 1000)));
    }

    private static Optional<String> matching(ProfileYaml yaml, String key, Pattern pattern, String expected)
            throws WorkerProfileException {
        Optional<String> text = yaml.text(key);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            throw yaml.invalid(key, yaml.root().path(key), expected);
        }
        return text;
    }
}
