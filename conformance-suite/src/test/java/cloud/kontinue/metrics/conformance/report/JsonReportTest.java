package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.kontinue.metrics.conformance.judge.Result;
import cloud.kontinue.metrics.conformance.requirement.Section;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonReportTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Golden.resource(ReportFolder.class, "report.schema.json"));

    @Test
    void writesEveryKindOfVerdictAsDocumented() {
        String json = JsonReport.write(Samples.everyKind());

        assertThat(json)
                .isEqualTo(Golden.resource(JsonReportTest.class, "every-kind.json")
                        .replace("SPECIFICATION", Specification.sha256()));
    }

    @Test
    void isValidAgainstItsSchema() {
        List<Error> errors = validate(JsonReport.write(Samples.everyKind()));

        assertThat(errors).isEmpty();
    }

    @Test
    void isValidAgainstItsSchemaWhateverAWorkerSays() {
        List<Error> errors = validate(JsonReport.write(Samples.hostile()));

        assertThat(errors).isEmpty();
    }

    @Test
    void theSchemaRefusesAViolationWithoutEvidence() {
        String json = JsonReport.write(Samples.everyKind()).replace("\"evidence\"", "\"proof\"");

        assertThat(validate(json)).isNotEmpty();
    }

    @Test
    void theSchemaRefusesAConformingVerdictWithAReason() {
        String json = JsonReport.write(Samples.report(Result.CONFORMING, Samples.conforms("E1", Section.ENDPOINT)))
                .replace("\"observed\"", "\"reason\"");

        assertThat(validate(json)).isNotEmpty();
    }

    @Test
    void saysWhyARunWasCutShort() {
        JsonNode json = Json.MAPPER.readTree(JsonReport.write(Samples.hostile()));

        assertThat(json.path("cutShort").asString()).contains("<script>");
    }

    private static List<Error> validate(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}
