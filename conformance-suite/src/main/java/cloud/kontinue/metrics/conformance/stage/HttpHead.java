package cloud.kontinue.metrics.conformance.stage;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP/1 answer.
 *
 * @param headers by lower-case name; of repeated ones the first
 */
record HttpHead(int status, Map<String, String> headers) {

    private static final int MAX_HEAD = 64 * 1024;
    private static final int QUOTED = 60;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Reads the head of the final answer; fails on anything that is not HTTP, and on a head that does not end. */
    static HttpHead read(InputStream in) throws IOException {
        int[] left = {MAX_HEAD};
        while (true) {
            String first = line(in, left);
            Matcher statusLine = STATUS_LINE.matcher(first);
            if (!statusLine.matches()) {
                throw new IOException("not an HTTP answer: it begins with '" + quoted(first) + "'");
            }
            int status = Integer.parseInt(statusLine.group(1));
            Map<String, String> headers = new HashMap<>();
            for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
                int colon = line.indexOf(':');
                if (colon <= 0) {
                    throw new IOException("not an HTTP answer: a header line has no colon");
                }
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            if (status >= 200) {
                return new HttpHead(status, Map.copyOf(headers));
            }
        }
    }

    private static String quoted(String text) {
        String shown = text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text;
        return shown.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** Reads a line of ISO-8859-1 up to its line feed; the bytes left shrink with each. */
    static String line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException(
                        line.length() == 0
                                ? "the connection was closed without an answer"
                                : "not an HTTP answer: it ends within its head");
            }
            if (--left[0] < 0) {
                throw new IOException("not an HTTP answer: its head is longer than " + MAX_HEAD + " bytes");
            }
            line.append((char) next);
        }
        int end = line.length() > 0 && line.charAt(line.length() - 1) == '\r' ? line.length() - 1 : line.length();
        return line.substring(0, end);
    }
}
