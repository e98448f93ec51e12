package cloud.kontinue.metrics.conformance.cluster.embedded;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.Serial;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The API on one port; the port says whose requests they are, since stock clients send no token over plain HTTP. */
final class Listener {

    private static final int LARGEST_BODY = 3 * 1024 * 1024;
    private static final long SECONDS_TO_LISTEN = 10;

    private final String identity;
    private final Api api;

    private Listener(String identity, Api api) {
        this.identity = identity;
        this.api = api;
    }

    /**
     * Listens on the loopback address.
     *
     * @param port 0 for any that is free
     * @return the server that listens
     */
    static HttpServer open(Vertx vertx, String identity, Api api, int port) throws ListenException {
        HttpServerOptions options = new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
        Listener listener = new Listener(identity, api);
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(listener::receive)
                .exceptionHandler(ignored -> {})
                .invalidRequestHandler(request ->
                        respond(request, Api.refusal(Problem.badRequest("the request is not valid HTTP")), () -> {}));
        try {
            return server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(SECONDS_TO_LISTEN, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ListenException(String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ListenException("interrupted");
        }
    }

    /** The port could not be had. */
    static final class ListenException extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        ListenException(String message) {
            super(message);
        }
    }

    private void receive(HttpServerRequest request) {
        long from = System.nanoTime();
        request.exceptionHandler(ignored -> {});
        request.response().exceptionHandler(ignored -> {});
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            answer(request, new byte[0], from);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() <= LARGEST_BODY) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(ignored -> {
            if (body.length() > LARGEST_BODY) {
                respond(request, Api.refusal(Problem.tooLarge()), () -> {});
            } else {
                answer(request, body.getBytes(), from);
            }
        });
    }

    private void answer(HttpServerRequest request, byte[] body, long from) {
        HttpCall call;
        try {
            call = HttpCall.of(
                    identity,
                    request.method().name(),
                    text(request.path()),
                    text(request.query()),
                    String.join(",", request.headers().getAll("Accept")),
                    text(request.getHeader("Content-Type")),
                    body);
        } catch (Problem problem) {
            respond(request, Api.refusal(problem), () -> {});
            return;
        }
        Api.Exchange exchange = api.answer(call, from);
        respond(request, exchange.answer(), exchange.sent());
    }

    private static String text(@Nullable String header) {
        return Optional.ofNullable(header).orElse("");
    }

    private static void respond(HttpServerRequest request, Answer answer, Runnable sent) {
        if (answer instanceof Answer.Stream stream) {
            StreamedWatch.begin(request, stream, sent);
            return;
        }
        Answer.Document document = (Answer.Document) answer;
        HttpServerResponse response = request.response();
        response.setStatusCode(document.status())
                .putHeader("Content-Type", document.contentType())
                .putHeader("Cache-Control", "no-cache, private");
        document.warnings().forEach(warning -> response.headers()
                .add("Warning", "299 - \"" + warning.replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
        if (HttpMethod.HEAD.equals(request.method())) {
            response.putHeader("Content-Length", Integer.toString(document.body().length));
            response.end().onComplete(ignored -> sent.run());
        } else {
            response.end(Buffer.buffer(document.body())).onComplete(ignored -> sent.run());
        }
    }
}
