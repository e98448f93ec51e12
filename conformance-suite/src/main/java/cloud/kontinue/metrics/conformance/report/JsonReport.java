package cloud.kontinue.metrics.conformance.report;

import cloud.kontinue.metrics.conformance.judge.Evidence;
import cloud.kontinue.metrics.conformance.judge.Judgement;
import cloud.kontinue.metrics.conformance.judge.Verdict;
import cloud.kontinue.metrics.conformance.requirement.Requirement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes report.json: the same report always to the same bytes. */
public final class JsonReport {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonReport() {}

    /** Returns report.json; fields that do not apply are left out. */
    public static String write(Report report) {
        RunFacts facts = report.facts();
        ObjectNode json = NODES.objectNode();
        json.put("schemaVersion", Report.SCHEMA_VERSION);
        json.put("result", Words.of(report.result()));
        json.putObject("suite").put("version", facts.suiteVersion()).put("specification", Specification.sha256());
        ObjectNode subject = json.putObject("subject");
        subject.put("name", facts.subject().name());
        subject.put("kind", facts.subject().kind());
        putText(subject, "digest", facts.subject().digest());
        json.set("environment", environment(facts.environment()));
        json.put("startedAt", time(facts.startedAt()));
        json.put("durationSeconds", facts.durationSeconds());
        facts.cutShort().ifPresent(reason -> json.put("cutShort", reason));
        ArrayNode requirements = json.putArray("requirements");
        report.judgements().forEach(judgement -> requirements.add(requirement(judgement, facts.startedAt())));
        return Json.pretty(json);
    }

    private static ObjectNode environment(RunFacts.Environment environment) {
        ObjectNode json = NODES.objectNode();
        json.put("cluster", environment.cluster());
        putText(json, "kubernetes", environment.kubernetes());
        putText(json, "prometheus", environment.prometheus());
        return json.put("cpus", environment.cpus());
    }

    private static ObjectNode requirement(Judgement judgement, Instant startedAt) {
        Requirement requirement = judgement.requirement();
        Verdict verdict = judgement.verdict();
        ObjectNode json = NODES.objectNode();
        json.put("id", requirement.id());
        json.put("section", requirement.section().label());
        json.put("level", Words.of(requirement.level()));
        json.put("title", requirement.title());
        json.put("quote", requirement.quote());
        json.put("verdict", Words.of(verdict));
        if (verdict instanceof Verdict.Conforms conforms) {
            json.put("observed", conforms.observed());
        } else if (verdict instanceof Verdict.Violates violates) {
            json.put("expected", violates.expected());
            json.put("observed", violates.observed());
        } else {
            json.put("reason", Words.finding(verdict));
        }
        putMeasures(json, verdict.measures());
        if (verdict instanceof Verdict.Violates violates) {
            putEvidence(json, violates.evidence(), startedAt);
            requirement.remedies().forEach(json.putArray("remedies")::add);
        }
        return json;
    }

    private static void putMeasures(ObjectNode json, Map<String, Double> measures) {
        var rounded = Measures.rounded(measures);
        if (!rounded.isEmpty()) {
            rounded.forEach(json.putObject("measures")::put);
        }
    }

    private static void putEvidence(ObjectNode json, List<Evidence> evidence, Instant startedAt) {
        ArrayNode array = json.putArray("evidence");
        for (Evidence place : evidence) {
            array.addObject()
                    .put("at", time(startedAt.plusNanos(place.at())))
                    .put("what", place.what())
                    .put("where", place.where());
        }
    }

    private static void putText(ObjectNode json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }

    /** To the millisecond: finer than what is measured says nothing. */
    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
