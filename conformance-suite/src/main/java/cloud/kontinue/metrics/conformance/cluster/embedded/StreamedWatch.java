package cloud.kontinue.metrics.conformance.cluster.embedded;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** Watches over HTTP: a chunked response, or a WebSocket where the client asks for one. */
final class StreamedWatch {

    private static final int QUEUE = 256 * 1024;

    private StreamedWatch() {}

    static void begin(HttpServerRequest request, Answer.Stream stream, Runnable begun) {
        if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            request.toWebSocket().onSuccess(socket -> {
                socket.setWriteQueueMaxSize(QUEUE);
                socket.exceptionHandler(ignored -> {});
                Watch watch = stream.start().apply(new SocketChannel(socket));
                if (!socket.isClosed()) {
                    socket.drainHandler(ignored -> watch.drain());
                    socket.closeHandler(ignored -> watch.close());
                }
                begun.run();
            });
            return;
        }
        HttpServerResponse response = request.response();
        response.setChunked(true)
                .setWriteQueueMaxSize(QUEUE)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache, private");
        response.writeHead();
        Watch watch = stream.start().apply(new ResponseChannel(request));
        if (!response.ended()) {
            response.drainHandler(ignored -> watch.drain());
            response.closeHandler(ignored -> watch.close());
        }
        begun.run();
    }

    private record ResponseChannel(HttpServerRequest request) implements WatchChannel {

        @Override
        public boolean closed() {
            return request.response().closed() || request.response().ended();
        }

        @Override
        public boolean full() {
            return request.response().writeQueueFull();
        }

        @Override
        public void send(byte[] event) {
            request.response().write(Buffer.buffer(event));
        }

        @Override
        public void end() {
            request.response().end();
        }

        @Override
        public void abort() {
            request.connection().close();
        }
    }

    private record SocketChannel(ServerWebSocket socket) implements WatchChannel {

        @Override
        public boolean closed() {
            return socket.isClosed();
        }

        @Override
        public boolean full() {
            return socket.writeQueueFull();
        }

        @Override
        public void send(byte[] event) {
            socket.writeTextMessage(Buffer.buffer(event).toString());
        }

        @Override
        public void end() {
            socket.close();
        }

        @Override
        public void abort() {
            socket.close();
        }
    }
}
