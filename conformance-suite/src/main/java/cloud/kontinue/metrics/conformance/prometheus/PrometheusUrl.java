package cloud.kontinue.metrics.conformance.prometheus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A Prometheus that already runs, with the documented job or one of its name in its configuration; nothing in it is changed. */
public final class PrometheusUrl implements PrometheusSource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final URI address;

    /**
     * Takes the address that its {@code /api/v1} is under.
     *
     * @throws IllegalArgumentException if it is no HTTP or HTTPS address
     */
    public PrometheusUrl(String url) {
        try {
            address = new URI(url);
        } catch (URISyntaxException invalid) {
            throw new IllegalArgumentException(mustBe(url), invalid);
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw new IllegalArgumentException(mustBe(url));
        }
    }

    private static String mustBe(String url) {
        return "Invalid Prometheus URL '" + url + "': must be http://HOST:PORT or https://HOST:PORT";
    }

    @Override
    public Prometheus start(ScrapePlan plan) throws PrometheusStartException {
        PrometheusApi api = new PrometheusApi(address);
        String version = data(api, "status/buildinfo").path("version").asString("");
        if (version.isEmpty()) {
            throw new PrometheusStartException("no Prometheus at " + address
                    + ": expected status/buildinfo to tell its version, which it does not; correct --prometheus");
        }
        return new Running(
                version, discovers(data(api, "status/config").path("yaml").asString("")), api);
    }

    private JsonNode data(PrometheusApi api, String path) throws PrometheusStartException {
        Prometheus.Answer answer = api.ask(path);
        if (answer.body().isEmpty()) {
            throw new PrometheusStartException("no Prometheus at " + address + ": expected an answer to " + path
                    + ", found " + answer.problem() + "; start it or correct --prometheus");
        }
        try {
            return JSON.readTree(answer.body()).path("data");
        } catch (JacksonException noJson) {
            throw new PrometheusStartException("no Prometheus at " + address + ": expected JSON from " + path
                    + ", found something else; correct --prometheus");
        }
    }

    private boolean discovers(String configuration) throws PrometheusStartException {
        String name = DocumentedJob.ofThePage().name();
        JsonNode jobs;
        try {
            jobs = YAML.readTree(configuration).path("scrape_configs");
        } catch (JacksonException noYaml) {
            throw new PrometheusStartException("the configuration of the Prometheus at " + address
                    + " cannot be read: expected YAML; use --prometheus binary instead");
        }
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> job.path("job_name").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new PrometheusStartException("the Prometheus at " + address
                        + " does not scrape workers: expected a scrape job '" + name
                        + "', found none; add the documented job to its configuration"))
                .has("kubernetes_sd_configs");
    }

    private record Running(String version, boolean discovers, PrometheusApi api) implements Prometheus {

        @Override
        public String configuration() {
            return "";
        }

        @Override
        public Answer ask(String path) {
            return api.ask(path);
        }

        @Override
        public void close() {
            // It ran before, and goes on.
        }
    }
}
