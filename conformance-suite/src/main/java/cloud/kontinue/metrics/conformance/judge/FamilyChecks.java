package cloud.kontinue.metrics.conformance.judge;

import cloud.kontinue.metrics.conformance.exposition.Family;
import cloud.kontinue.metrics.conformance.exposition.FamilyType;
import cloud.kontinue.metrics.conformance.exposition.Sample;
import cloud.kontinue.metrics.conformance.history.History;
import cloud.kontinue.metrics.conformance.history.Scrape;
import cloud.kontinue.metrics.conformance.history.WorkerLife;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What is asked of every family alike: its name, its type and its labels. */
final class FamilyChecks {

    private FamilyChecks() {}

    /**
     * Looks for a name that some party must have shown; one that comes and goes, or that only some show, is another requirement's matter.
     *
     * @param name what a sample must be called
     * @param due whether a party's reading must show it
     */
    static Verdict name(History history, String name, BiPredicate<Party, Reading> due) {
        Findings findings = new Findings("samples named exactly " + name);
        List<Party> parties = Party.of(history);
        parties.stream()
                .flatMap(party -> party.readings().stream())
                .filter(reading -> shows(reading, name))
                .forEach(reading -> findings.looked());
        if (findings.seen() == 0) {
            parties.forEach(party -> party.readings().stream()
                    .filter(reading -> due.test(party, reading))
                    .forEach(reading -> findings.violation(
                            reading.at(),
                            "no sample named " + name + " on any page of " + party.name()
                                    + "; kontinue's other names there: " + Text.list(undocumented(reading)),
                            reading.pages().get(0).where())));
        }
        return findings.verdict(
                name + " on " + findings.seen() + " pages", "nothing happened that " + name + " had to show");
    }

    private static boolean shows(Reading reading, String name) {
        return reading.pages().stream().anyMatch(page -> !Samples.of(page, name).isEmpty());
    }

    /** Looks whether every page that has the family gives it this type. */
    static Verdict type(History history, String name, FamilyType type) {
        Findings findings = new Findings("# TYPE " + name + " " + word(type));
        for (WorkerLife worker : Pages.workers(history)) {
            for (Scrape page : Pages.of(worker)) {
                for (Family family : families(page, name)) {
                    if (family.name().equals(name) && family.type() == type) {
                        findings.looked();
                    } else {
                        findings.violation(page, family.line(), given(family) + " on the page of " + worker.name());
                    }
                }
            }
        }
        return findings.verdict(
                word(type) + " on " + findings.seen() + " pages", "no page shows a family named " + name);
    }

    /** Looks whether all samples have exactly these labels. */
    static Verdict labels(History history, Set<String> expected, Function<Scrape, List<Sample>> samples) {
        Findings findings = new Findings("exactly the labels " + Text.list(new TreeSet<>(expected)));
        for (WorkerLife worker : Pages.workers(history)) {
            for (Scrape page : Pages.of(worker)) {
                for (Sample sample : samples.apply(page)) {
                    if (sample.labels().names().equals(expected)) {
                        findings.looked();
                    } else {
                        findings.violation(page, sample.line(), difference(sample, expected));
                    }
                }
            }
        }
        return findings.verdict(
                "exactly " + Text.list(new TreeSet<>(expected)) + " on " + findings.seen() + " samples",
                "no sample was there to look at");
    }

    private static List<Family> families(Scrape page, String name) {
        Set<String> names = Set.of(name, name + "_bucket", name + "_sum", name + "_count");
        return page.exposition().stream()
                .flatMap(exposition -> exposition.families().stream())
                .filter(family -> names.contains(family.name()))
                .toList();
    }

    private static String given(Family family) {
        return family.type() == FamilyType.UNTYPED
                ? family.name() + " without a type"
                : family.name() + " of type " + word(family.type());
    }

    private static String difference(Sample sample, Set<String> expected) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(sample.labels().names());
        Set<String> extra = new TreeSet<>(sample.labels().names());
        extra.removeAll(expected);
        return sample.name() + sample.labels() + ": missing " + Text.list(missing) + ", extra " + Text.list(extra);
    }

    static Set<String> undocumented(Reading reading) {
        Set<String> names = new TreeSet<>();
        reading.pages().forEach(page -> names.addAll(Samples.undocumented(page)));
        return names;
    }

    private static String word(FamilyType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
