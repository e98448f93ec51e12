package cloud.kontinue.metrics.conformance.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * How one text becomes another, line by line: a list in which 3 stands for "keep three lines", -2 for "skip two
 * lines", and a text for "insert this".
 */
final class LineChanges {

    /** One step, in the order of the lines. */
    sealed interface Step {}

    record Keep(int lines) implements Step {}

    record Skip(int lines) implements Step {}

    record Insert(String text) implements Step {}

    private LineChanges() {}

    /** Finds changes in time proportional to the texts; not always the fewest. */
    static List<Step> between(String before, String after) {
        List<String> old = lines(before);
        Map<String, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            places.computeIfAbsent(old.get(i), any -> new ArrayDeque<>(1)).add(i);
        }
        List<Step> steps = new ArrayList<>();
        StringBuilder inserted = new StringBuilder();
        int at = 0;
        int kept = 0;
        for (String line : lines(after)) {
            int found = at < old.size() && old.get(at).equals(line) ? at : next(places.get(line), at);
            if (found < 0) {
                kept = flushKept(steps, kept);
                inserted.append(line);
                continue;
            }
            if (found > at || inserted.length() > 0) {
                kept = flushKept(steps, kept);
                flushInserted(steps, inserted);
                flushSkipped(steps, found - at);
            }
            kept++;
            at = found + 1;
        }
        flushKept(steps, kept);
        flushInserted(steps, inserted);
        flushSkipped(steps, old.size() - at);
        return steps;
    }

    /** Returns the first place not before {@code at}, forgetting those before; -1 if there is none. */
    private static int next(@Nullable Deque<Integer> places, int at) {
        while (places != null && !places.isEmpty()) {
            int first = places.getFirst();
            if (first >= at) {
                return first;
            }
            places.removeFirst();
        }
        return -1;
    }

    private static int flushKept(List<Step> steps, int kept) {
        if (kept > 0) {
            steps.add(new Keep(kept));
        }
        return 0;
    }

    private static void flushInserted(List<Step> steps, StringBuilder inserted) {
        if (inserted.length() > 0) {
            steps.add(new Insert(inserted.toString()));
            inserted.setLength(0);
        }
    }

    private static void flushSkipped(List<Step> steps, int lines) {
        if (lines > 0) {
            steps.add(new Skip(lines));
        }
    }

    static String apply(List<Step> steps, String before) throws FieldException {
        List<String> old = lines(before);
        StringBuilder after = new StringBuilder(before.length());
        int at = 0;
        for (Step step : steps) {
            if (step instanceof Insert insert) {
                after.append(insert.text());
                continue;
            }
            int lines = step instanceof Keep keep ? keep.lines() : ((Skip) step).lines();
            if (lines > old.size() - at) {
                throw new FieldException("expected \"bodyChanges\" for a body of " + old.size()
                        + " lines, found changes for a longer one");
            }
            if (step instanceof Keep) {
                old.subList(at, at + lines).forEach(after::append);
            }
            at += lines;
        }
        if (at != old.size()) {
            throw new FieldException(
                    "expected \"bodyChanges\" for a body of " + old.size() + " lines, found changes for " + at);
        }
        return after.toString();
    }

    /** Returns about how many characters the steps take in a file. */
    static long size(List<Step> steps) {
        return steps.stream()
                .mapToLong(step -> step instanceof Insert insert ? insert.text().length() + 3 : 5)
                .sum();
    }

    static void write(List<Step> steps, ArrayNode array) {
        for (Step step : steps) {
            if (step instanceof Keep keep) {
                array.add(keep.lines());
            } else if (step instanceof Skip skip) {
                array.add(-skip.lines());
            } else if (step instanceof Insert insert) {
                array.add(insert.text());
            }
        }
    }

    static List<Step> read(FieldReader fields) throws FieldException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode element : fields.elements("bodyChanges")) {
            if (element.isString()) {
                steps.add(new Insert(element.stringValue()));
            } else if (element.isIntegralNumber() && element.canConvertToInt() && isCount(element.intValue())) {
                int lines = element.intValue();
                steps.add(lines > 0 ? new Keep(lines) : new Skip(-lines));
            } else {
                throw FieldReader.expected("numbers of lines and texts", "bodyChanges", element);
            }
        }
        return steps;
    }

    private static boolean isCount(int lines) {
        return lines != 0 && lines != Integer.MIN_VALUE;
    }

    /** Returns the lines, each with its line feed; the last may lack it. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }
}
