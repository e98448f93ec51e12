package cloud.kontinue.metrics.conformance.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The scrape job of the metrics page, taken from the page's own text.
 *
 * @param lines the page's lines, word for word; the page as text has lost their indentation
 */
record DocumentedJob(List<String> lines) {

    private static final String PAGE = "/cloud/kontinue/metrics/conformance/requirement/metrics-page.txt";
    private static final String FIRST_KEY = "- job_name:";
    private static final String DISCOVERY_ROLE = "- role: pod";
    private static final String ITEM = "- ";

    DocumentedJob {
        lines = List.copyOf(lines);
    }

    /** Reads it from the page that is shipped. */
    static DocumentedJob ofThePage() {
        try (InputStream page = DocumentedJob.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the suite's jar lacks " + PAGE);
            }
            return new DocumentedJob(new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.startsWith(FIRST_KEY))
                    .takeWhile(line -> !line.isBlank())
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the name of the job. */
    String name() {
        return lines.get(0).substring(FIRST_KEY.length()).strip().replace("'", "");
    }

    /** Returns the job as an item of {@code scrape_configs}, with nothing added but where the API server is. */
    String yaml(String kubeconfigFile) {
        StringBuilder yaml = new StringBuilder();
        boolean inItem = false;
        for (String line : lines) {
            boolean opensList = line.endsWith(":");
            boolean startsItem = line.startsWith(ITEM);
            inItem = (inItem || startsItem) && !opensList && !yaml.isEmpty();
            yaml.append(indentation(yaml.isEmpty(), startsItem, inItem))
                    .append(line)
                    .append('\n');
            if (line.equals(DISCOVERY_ROLE)) {
                yaml.append(indentation(false, false, true))
                        .append("kubeconfig_file: ")
                        .append(Yaml.quoted(kubeconfigFile))
                        .append('\n');
            }
        }
        return yaml.toString();
    }

    /** The job's own keys stand at one level, those of its lists' items at the next; only lists have keys without a value. */
    private static String indentation(boolean first, boolean startsItem, boolean inItem) {
        if (first) {
            return "  ";
        }
        if (startsItem) {
            return "      ";
        }
        return inItem ? "        " : "    ";
    }
}
