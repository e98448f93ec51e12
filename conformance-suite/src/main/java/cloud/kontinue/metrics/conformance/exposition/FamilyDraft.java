package cloud.kontinue.metrics.conformance.exposition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A family while its lines are being read. */
final class FamilyDraft {

    private final String name;
    private final int line;
    private final Format format;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<Suffix, Map<Labels, Sample>> series = new EnumMap<>(Suffix.class);
    private final Set<Labels> metrics = new HashSet<>();
    private Labels metric = Labels.none();
    private FamilyType type = FamilyType.UNTYPED;
    private Set<Suffix> suffixes;
    private OptionalInt typeLine = OptionalInt.empty();
    private OptionalInt helpLine = OptionalInt.empty();
    private OptionalInt unitLine = OptionalInt.empty();
    private Optional<String> help = Optional.empty();

    FamilyDraft(String name, int line, Format format) {
        this.name = name;
        this.line = line;
        this.format = format;
        this.suffixes = Suffix.of(type, format);
    }

    String name() {
        return name;
    }

    /** Whether this line is the first of the family. */
    boolean starts(int number) {
        return line == number;
    }

    FamilyType type() {
        return type;
    }

    Set<Suffix> suffixes() {
        return suffixes;
    }

    List<Sample> samples() {
        return samples;
    }

    boolean isBare() {
        return typeLine.isEmpty() && helpLine.isEmpty() && unitLine.isEmpty();
    }

    OptionalInt typeLine() {
        return typeLine;
    }

    OptionalInt helpLine() {
        return helpLine;
    }

    OptionalInt unitLine() {
        return unitLine;
    }

    void type(FamilyType given, int at) {
        type = given;
        suffixes = Suffix.of(given, format);
        typeLine = OptionalInt.of(at);
    }

    void help(String text, int at) {
        help = Optional.of(text);
        helpLine = OptionalInt.of(at);
    }

    void unit(int at) {
        unitLine = OptionalInt.of(at);
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    /** Remembers the sample as the last of its series; returns the one before, if there was one. */
    Optional<Sample> seen(Suffix suffix, Labels labels, Sample sample) {
        return Optional.ofNullable(
                series.computeIfAbsent(suffix, any -> new HashMap<>()).put(labels, sample));
    }

    /** Goes on with a metric: the labels without those that tell its samples apart; false if it was left before. */
    boolean goesOnWith(Labels labels) {
        if (labels.equals(metric) && !metrics.isEmpty()) {
            return true;
        }
        metric = labels;
        return metrics.add(labels);
    }

    Family finished() {
        return new Family(name, type, help, samples, line);
    }
}
