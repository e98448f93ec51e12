package cloud.kontinue.metrics.conformance.judge;

import java.util.Map;

/** Judges the page's section on states. */
final class StatesJudge {

    private StatesJudge() {}

    /** Returns the checks by the id of their requirement. */
    static Map<String, Check> checks() {
        return Map.ofEntries(
                Map.entry("S1", StatesFormJudge::nameAndType),
                Map.entry("S2", StatesFormJudge::labels),
                Map.entry("S3", StatesTruthJudge::truth),
                Map.entry("S4", StatesPeriodJudge::period),
                Map.entry("S5", StatesCountsJudge::all),
                Map.entry("S6", StatesCountsJudge::pending),
                Map.entry("S7", StatesCountsJudge::owner),
                Map.entry("S8", StatesCountsJudge::phases),
                Map.entry("S9", StatesCountsJudge::vanished),
                Map.entry("S10", StatesCountsJudge::finished),
                Map.entry("S11", StatesListingJudge::byListing),
                Map.entry("S12", StatesOutageJudge::recovers),
                Map.entry("S13", StatesOutageJudge::keepsValues),
                Map.entry("S14", StatesWholeJudge::notTorn),
                Map.entry("S15", StatesWholeJudge::elsewhere));
    }
}
