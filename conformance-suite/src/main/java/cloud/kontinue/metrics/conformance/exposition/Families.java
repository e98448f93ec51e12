package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Puts lines together to families, and watches over the order of lines and what may be there but once. */
final class Families {

    /** How many samples and families are taken from one body, so that a hostile one does not fill the memory. */
    static final int MOST = 1_000_000;

    private final Format format;
    private final Problems problems;
    private final SampleRules sampleRules;
    private final Map<String, FamilyDraft> drafts = new LinkedHashMap<>();
    private int samples;
    private @Nullable FamilyDraft current;
    private @Nullable Owner lastOwner;

    /** To which family samples of a name belong. */
    private record Owner(String sampleName, FamilyDraft family, Suffix suffix) {}

    Families(Format format, Problems problems) {
        this.format = format;
        this.problems = problems;
        this.sampleRules = new SampleRules(format, problems);
    }

    /** Whether no more lines are to be read. */
    boolean isFull() {
        return samples + drafts.size() >= MOST;
    }

    void type(Cursor line, int nameAt, String name, FamilyType type) {
        FamilyDraft family = enter(line, nameAt, name);
        if (refuses(line, nameAt, family, "TYPE", family.typeLine(), Rule.SECOND_TYPE)) {
            return;
        }
        family.type(type, line.number());
        for (Suffix suffix : family.suffixes()) {
            FamilyDraft other = suffix == Suffix.NONE ? null : drafts.get(name + suffix.text());
            if (other == null) {
                continue;
            }
            if (other.isBare()) {
                problems.add(line, nameAt, Rule.TYPE_AFTER_SAMPLES, misplaced("TYPE", name));
            } else if (format == Format.OPENMETRICS) {
                String clash = "expected no family named " + Quoted.of(other.name()) + " beside " + Quoted.of(name)
                        + ", whose samples have that name, found both";
                problems.add(line, nameAt, Rule.SAMPLE_OF_OTHER_TYPE, clash);
            }
        }
    }

    void help(Cursor line, int nameAt, String name, String help) {
        FamilyDraft family = enter(line, nameAt, name);
        if (!refuses(line, nameAt, family, "HELP", family.helpLine(), Rule.SECOND_HELP)) {
            family.help(help, line.number());
        }
    }

    void unit(Cursor line, int nameAt, String name, String unit) {
        FamilyDraft family = enter(line, nameAt, name);
        if (refuses(line, nameAt, family, "UNIT", family.unitLine(), Rule.SECOND_TYPE)) {
            return;
        }
        family.unit(line.number());
        if (!unit.isEmpty() && !name.endsWith("_" + unit)) {
            String message =
                    "expected a family name that ends with " + Quoted.of("_" + unit) + ", found " + Quoted.of(name);
            problems.add(line, nameAt, Rule.VALUE, message);
        }
    }

    void sample(Cursor line, SampleLine read) {
        Owner owner = ownerOf(read.sample().name(), line.number());
        enter(line, read.nameAt(), owner.family());
        if (sampleRules.keeps(line, read, owner.family(), owner.suffix())) {
            owner.family().add(read.sample());
            samples++;
        }
    }

    /** Returns the families in the order of the body, after the checks that need all of a family. */
    List<Family> finished() {
        HistogramRules histogramRules = new HistogramRules(format, problems);
        drafts.values().forEach(histogramRules::check);
        return drafts.values().stream().map(FamilyDraft::finished).toList();
    }

    private FamilyDraft enter(Cursor line, int nameAt, String name) {
        lastOwner = null;
        FamilyDraft family = draft(name, line.number());
        enter(line, nameAt, family);
        return family;
    }

    private void enter(Cursor line, int nameAt, FamilyDraft family) {
        FamilyDraft before = current;
        current = family;
        if (before != null && before != family && !family.starts(line.number())) {
            String message = "expected all lines of the family " + Quoted.of(family.name())
                    + " in one group, found this one" + " after lines of " + Quoted.of(before.name());
            problems.add(line, nameAt, Rule.INTERLEAVED_FAMILY, message);
        }
    }

    private FamilyDraft draft(String name, int line) {
        return drafts.computeIfAbsent(name, missing -> new FamilyDraft(missing, line, format));
    }

    /** Whether a line of metadata comes too late or again. */
    private boolean refuses(
            Cursor line, int nameAt, FamilyDraft family, String keyword, OptionalInt first, Rule second) {
        if (first.isPresent()) {
            String message = "expected one " + keyword + " line for " + Quoted.of(family.name())
                    + ", found a second (the first is line " + first.getAsInt() + ")";
            problems.add(line, nameAt, second, message);
            return true;
        }
        if (!family.samples().isEmpty()) {
            problems.add(line, nameAt, Rule.TYPE_AFTER_SAMPLES, misplaced(keyword, family.name()));
            return true;
        }
        return false;
    }

    private static String misplaced(String keyword, String family) {
        return "expected the " + keyword + " line of " + Quoted.of(family) + " before its first sample, found it after";
    }

    private Owner ownerOf(String sampleName, int line) {
        Owner last = lastOwner;
        if (last != null && last.sampleName().equals(sampleName)) {
            return last;
        }
        FamilyDraft exact = drafts.get(sampleName);
        Owner owner = exact != null
                ? new Owner(sampleName, exact, Suffix.NONE)
                : ownerBySuffix(sampleName)
                        .orElseGet(() -> new Owner(sampleName, draft(sampleName, line), Suffix.NONE));
        lastOwner = owner;
        return owner;
    }

    private Optional<Owner> ownerBySuffix(String sampleName) {
        for (Suffix suffix : Suffix.values()) {
            if (suffix == Suffix.NONE || !sampleName.endsWith(suffix.text())) {
                continue;
            }
            String base =
                    sampleName.substring(0, sampleName.length() - suffix.text().length());
            FamilyDraft family = drafts.get(base);
            if (family != null && family.suffixes().contains(suffix)) {
                return Optional.of(new Owner(sampleName, family, suffix));
            }
        }
        return Optional.empty();
    }
}
