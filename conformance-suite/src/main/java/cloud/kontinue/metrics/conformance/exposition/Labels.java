package cloud.kontinue.metrics.conformance.exposition;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An immutable set of labels, equal whatever order they were written in.
 *
 * <p>Comparable so that hash maps stay fast for label values that were chosen to collide.
 */
public final class Labels implements Comparable<Labels> {

    private static final Labels NONE = new Labels(new String[0]);

    /** Name, value, name, value …, by name. */
    private final String[] pairs;

    private final int hash;

    private Labels(String[] pairs) {
        this.pairs = pairs;
        this.hash = Arrays.hashCode(pairs);
    }

    public static Labels of(Map<String, String> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        String[] pairs = new String[values.size() * 2];
        int next = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(values).entrySet()) {
            pairs[next++] = entry.getKey();
            pairs[next++] = entry.getValue();
        }
        return new Labels(pairs);
    }

    public static Labels none() {
        return NONE;
    }

    /** Takes over name, value, name, value …, which must be in order of the names, each name once. */
    static Labels ofOrdered(String... pairs) {
        return pairs.length == 0 ? NONE : new Labels(pairs);
    }

    /** Returns the value of a label; an absent label is not the same as an empty one. */
    public Optional<String> get(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(pairs[at + 1]);
    }

    /** Returns the names in alphabetical order. */
    public Set<String> names() {
        return asMap().keySet();
    }

    public SortedMap<String, String> asMap() {
        SortedMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableSortedMap(map);
    }

    /** Returns the same labels without one. */
    public Labels without(String name) {
        int at = indexOf(name);
        if (at < 0) {
            return this;
        }
        String[] rest = new String[pairs.length - 2];
        System.arraycopy(pairs, 0, rest, 0, at);
        System.arraycopy(pairs, at + 2, rest, at, rest.length - at);
        return ofOrdered(rest);
    }

    /** Returns the same labels with another value for one that is there. */
    Labels withValue(String name, String value) {
        int at = indexOf(name);
        if (at < 0 || pairs[at + 1].equals(value)) {
            return this;
        }
        String[] changed = pairs.clone();
        changed[at + 1] = value;
        return new Labels(changed);
    }

    private int indexOf(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int compareTo(Labels other) {
        return Arrays.compare(pairs, other.pairs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && hash == labels.hash && Arrays.equals(pairs, labels.pairs);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns them as an exposition shows them, such as {@code {function="f",result="error"}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i > 0 ? "," : "")
                    .append(pairs[i])
                    .append("=\"")
                    .append(escaped(pairs[i + 1]))
                    .append('"');
        }
        return text.append('}').toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
