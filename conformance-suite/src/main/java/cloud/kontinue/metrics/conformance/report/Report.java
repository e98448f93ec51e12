package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Section;
import java.util.List;

/**
 * What a run showed of a worker: the value behind every file of the output folder.
 *
 * @param result the one word over all judgements
 * @param judgements in the order of the catalogue
 */
public record Report(Result result, RunFacts facts, List<Judgement> judgements) {

    /** The version of report.json's shape; raised when a reader of the old shape would break. */
    public static final int SCHEMA_VERSION = 1;

    public Report {
        judgements = List.copyOf(judgements);
    }

    /** Returns the judgements whose verdict is of one kind. */
    List<Judgement> with(Class<? extends Verdict> kind) {
        return judgements.stream()
                .filter(judgement -> kind.isInstance(judgement.verdict()))
                .toList();
    }

    /** Returns how many verdicts are of one kind. */
    int count(Class<? extends Verdict> kind) {
        return with(kind).size();
    }

    /** Returns the judgements of one section of the page. */
    List<Judgement> of(Section section) {
        return judgements.stream()
                .filter(judgement -> judgement.requirement().section() == section)
                .toList();
    }
}
