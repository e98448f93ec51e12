package cloud.kontinue.metrics.conformance.exposition;

import java.util.EnumSet;
import java.util.Set;

/** What a sample's name adds to its family's, which says what the sample is within the family. */
enum Suffix {
    NONE(""),
    BUCKET("_bucket"),
    SUM("_sum"),
    COUNT("_count"),
    TOTAL("_total"),
    CREATED("_created"),
    INFO("_info"),
    GAUGE_SUM("_gsum"),
    GAUGE_COUNT("_gcount");

    private final String text;

    Suffix(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Returns the suffixes that samples of a family of this type may have. */
    static Set<Suffix> of(FamilyType type, Format format) {
        Set<Suffix> suffixes =
                switch (type) {
                    case COUNTER -> format == Format.TEXT ? EnumSet.of(NONE) : EnumSet.of(TOTAL, CREATED);
                    case HISTOGRAM -> EnumSet.of(BUCKET, SUM, COUNT, CREATED);
                    case SUMMARY -> EnumSet.of(NONE, SUM, COUNT, CREATED);
                    case GAUGEHISTOGRAM -> EnumSet.of(BUCKET, GAUGE_SUM, GAUGE_COUNT);
                    case INFO -> EnumSet.of(INFO);
                    case GAUGE, UNTYPED, STATESET -> EnumSet.of(NONE);
                };
        if (format == Format.TEXT) {
            suffixes.remove(CREATED);
        }
        return suffixes;
    }
}
