package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Verdict;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes badge.json, the endpoint schema of shields.io. */
final class BadgeJson {

    private BadgeJson() {}

    static String write(Report report) {
        return Json.pretty(JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("label", "kontinue metrics")
                .put("message", message(report))
                .put("color", color(report)));
    }

    private static String message(Report report) {
        String result = Words.of(report.result());
        return switch (report.result()) {
            case CONFORMING, INCONCLUSIVE -> result;
            case PARTIAL -> result + ", " + report.count(Verdict.NotVerified.class) + " not verified";
            case NONCONFORMING -> result + ", " + report.count(Verdict.Violates.class) + " violated";
        };
    }

    private static String color(Report report) {
        return switch (report.result()) {
            case CONFORMING -> "brightgreen";
            case PARTIAL -> "yellowgreen";
            case NONCONFORMING -> "red";
            case INCONCLUSIVE -> "lightgrey";
        };
    }
}
