package cloud.kontinue.metrics.conformance.stage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an HTTP/1 answer, as its head says where it ends; fails where it ends before. */
final class HttpBody extends InputStream {

    private static final int MAX_CHUNK_LINE = 1024;

    private final InputStream in;
    private final boolean chunked;
    /** Bytes until the end of the body or chunk; negative where only the connection's end tells. */
    private long left;

    private boolean first = true;
    private boolean ended;

    private HttpBody(InputStream in, boolean chunked, long left) {
        this.in = in;
        this.chunked = chunked;
        this.left = left;
    }

    static HttpBody of(HttpHead head, InputStream in) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return new HttpBody(in, false, 0);
        }
        if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return new HttpBody(in, true, 0);
        }
        String length = head.header("content-length");
        try {
            return new HttpBody(in, false, length.isEmpty() ? -1 : Long.parseUnsignedLong(length));
        } catch (NumberFormatException e) {
            throw new IOException("not an HTTP answer: Content-Length '" + length + "' is no number", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (chunked && left == 0 && !ended) {
            nextChunk();
        }
        if (ended || left == 0) {
            return -1;
        }
        int wanted = left < 0 ? length : (int) Math.min(length, left);
        int count = in.read(bytes, offset, wanted);
        if (count < 0) {
            if (left > 0) {
                throw new EOFException("the answer ended " + left + " bytes too early");
            }
            ended = true;
        } else if (left > 0) {
            left -= count;
        }
        return count;
    }

    private void nextChunk() throws IOException {
        int[] limit = {MAX_CHUNK_LINE};
        if (!first) {
            HttpHead.line(in, limit);
        }
        first = false;
        String line = HttpHead.line(in, limit);
        int end = line.indexOf(';');
        String size = (end < 0 ? line : line.substring(0, end)).strip();
        try {
            left = Long.parseUnsignedLong(size, 16);
        } catch (NumberFormatException e) {
            throw new IOException("not an HTTP answer: chunk size '" + size + "' is no number", e);
        }
        if (left < 0) {
            throw new IOException("not an HTTP answer: chunk size '" + size + "' is too large");
        }
        ended = left == 0;
    }
}
