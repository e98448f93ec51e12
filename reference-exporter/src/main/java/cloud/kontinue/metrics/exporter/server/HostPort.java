package cloud.kontinue.metrics.exporter.server;

import java.util.regex.Pattern;

/** Splits {@code host:port} as Go's {@code net.SplitHostPort} does, with its complaints. */
final class HostPort {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

    private HostPort() {}

    static BindAddress.Listen parse(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw invalid(text, "missing port in address");
        }
        var host = text.startsWith("[") ? bracketed(text, colon) : plain(text, colon);
        return new BindAddress.Listen(host, port(text, text.substring(colon + 1)));
    }

    private static String bracketed(String text, int colon) {
        var end = text.indexOf(']');
        if (end < 0) {
            throw invalid(text, "missing ']' in address");
        }
        if (end + 1 == text.length()) {
            throw invalid(text, "missing port in address");
        }
        if (end + 1 != colon) {
            throw invalid(text, text.charAt(end + 1) == ':' ? "too many colons in address" : "missing port in address");
        }
        var host = text.substring(1, end);
        if (host.indexOf('[') >= 0) {
            throw invalid(text, "unexpected '[' in address");
        }
        return host;
    }

    private static String plain(String text, int colon) {
        var host = text.substring(0, colon);
        if (host.indexOf(':') >= 0) {
            throw invalid(text, "too many colons in address");
        }
        for (char bracket : new char[] {'[', ']'}) {
            if (text.indexOf(bracket) >= 0) {
                throw invalid(text, "unexpected '" + bracket + "' in address");
            }
        }
        return host;
    }

    private static int port(String text, String port) {
        if (port.isEmpty()) {
            return 0;
        }
        if (!NUMBER.matcher(port).matches()) {
            throw invalid(text, "invalid port '" + port + "'");
        }
        var number = Integer.parseInt(port);
        if (number < 0 || number > 65535) {
            throw invalid(text, "invalid port " + port);
        }
        return number;
    }

    private static IllegalArgumentException invalid(String text, String why) {
        return new IllegalArgumentException("Invalid metrics bind address '" + text + "': " + why
                + "; expected ':PORT', 'HOST:PORT' or '[IPv6]:PORT' with a port of 0 to 65535, or '0' for no server");
    }
}
