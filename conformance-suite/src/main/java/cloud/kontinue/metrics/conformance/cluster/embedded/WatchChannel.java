package cloud.kontinue.metrics.conformance.cluster.embedded;

/** Where the events of a watch go: a chunked response, or a WebSocket. */
interface WatchChannel {

    /** Tells whether there is nobody to send to any more. */
    boolean closed();

    /** Tells whether the client is behind; what is sent nevertheless is kept in memory. */
    boolean full();

    /** Sends one event, which ends with a line feed. */
    void send(byte[] event);

    /** Ends the answer in order. */
    void end();

    /** Breaks the connection. */
    void abort();
}
