package cloud.kontinue.metrics.conformance.prometheus;

import cloud.kontinue.metrics.conformance.prometheus.Prometheus.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a Prometheus over HTTP; every question is answered within ten seconds, if only by a problem. */
final class PrometheusApi {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final long ANSWER_SECONDS = 10;
    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final String base;

    /** Takes the address that {@code /api/v1} is under. */
    PrometheusApi(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** Returns the JSON that a path below {@code /api/v1/} answers; characters that a URI must not have are encoded. */
    Answer ask(String path) {
        HttpResponse<String> response;
        try {
            response = get("/api/v1/" + encoded(path));
        } catch (NoAnswerException none) {
            return new Answer("", none.problem);
        }
        if (response.statusCode() != OK) {
            return new Answer("", "status " + response.statusCode() + reason(response.body()));
        }
        return response.body().isBlank() ? new Answer("", "an empty answer") : new Answer(response.body(), "");
    }

    /** Returns whether it is ready to serve. */
    boolean isReady() {
        try {
            return get("/-/ready").statusCode() == OK;
        } catch (NoAnswerException notYet) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws NoAnswerException {
        CompletableFuture<HttpResponse<String>> response;
        try {
            response = http.sendAsync(
                    HttpRequest.newBuilder(URI.create(base + path)).GET().build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IllegalArgumentException invalid) {
            throw new NoAnswerException("no valid address: " + invalid.getMessage());
        }
        try {
            return response.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            response.cancel(true);
            throw new NoAnswerException("no answer within " + ANSWER_SECONDS + " s");
        } catch (ExecutionException failed) {
            throw new NoAnswerException("no answer: " + rootCause(failed));
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted");
        }
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Prometheus explains its refusals in JSON, a proxy before it does not. */
    private static String reason(String body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return error.isString() ? ": " + error.stringValue() : "";
        } catch (JacksonException noJson) {
            return "";
        }
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7f && "\"<>[\\]^`{|}#".indexOf(octet) < 0) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet));
            }
        }
        return encoded.toString();
    }

    /** There is no answer; the message says why. */
    private static final class NoAnswerException extends Exception {

        private static final long serialVersionUID = 1;

        private final String problem;

        NoAnswerException(String problem) {
            super(problem);
            this.problem = problem;
        }
    }
}
