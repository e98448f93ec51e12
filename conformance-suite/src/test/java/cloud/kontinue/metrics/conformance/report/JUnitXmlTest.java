package cloud.kontinue.metrics.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitXmlTest {

    static Report[] reports() {
        return new Report[] {Samples.everyKind(), Samples.hostile()};
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isWhatBuildServersRead(Report report) throws Exception {
        String xml = JUnitXml.write(report);

        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitXmlTest.class.getResource("junit.xsd"));
        assertThatNoException()
                .isThrownBy(() -> schema.newValidator().validate(new StreamSource(new StringReader(xml))));
    }

    @Test
    void countsViolationsAsFailuresAndTheUnverifiedAsSkipped() throws Exception {
        Element suite = parse(JUnitXml.write(Samples.everyKind()));

        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
    }

    @Test
    void aFailureSaysWhatWasExpectedAndWhatToCheck() throws Exception {
        Element suite = parse(JUnitXml.write(Samples.everyKind()));

        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("expected a value of at most 3, observed a value of 4");
        assertThat(failure.getTextContent()).contains("recording/events.jsonl:17#L4", "check: look here first");
    }

    @Test
    void whatWasNotVerifiedSaysWhy() throws Exception {
        Element suite = parse(JUnitXml.write(Samples.everyKind()));

        Element skipped = (Element) suite.getElementsByTagName("skipped").item(0);
        assertThat(skipped.getAttribute("message")).isEqualTo("not verified: there is no Prometheus");
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
