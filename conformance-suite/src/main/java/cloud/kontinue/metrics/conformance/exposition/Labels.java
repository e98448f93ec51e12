package cloud.kontinue.metrics.conformance.exposition;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An immutable set of labels, equal whatever order they were written in. */
public final class Labels {

    private static final Labels NONE = new Labels(new TreeMap<>());

    private final SortedMap<String, String> values;
    private final int hash;

    private Labels(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
        this.hash = values.hashCode();
    }

    public static Labels of(Map<String, String> values) {
        return values.isEmpty() ? NONE : new Labels(new TreeMap<>(values));
    }

    public static Labels none() {
        return NONE;
    }

    /** Returns the value of a label; an absent label is not the same as an empty one. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the names in alphabetical order. */
    public Set<String> names() {
        return values.keySet();
    }

    public SortedMap<String, String> asMap() {
        return values;
    }

    /** Returns the same labels without one. */
    public Labels without(String name) {
        if (!values.containsKey(name)) {
            return this;
        }
        SortedMap<String, String> rest = new TreeMap<>(values);
        rest.remove(name);
        return Labels.of(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && hash == labels.hash && values.equals(labels.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns them as an exposition shows them, such as {@code {function="f",result="error"}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        values.forEach((name, value) -> text.append(text.length() > 1 ? "," : "")
                .append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append('"'));
        return text.append('}').toString();
    }
}
