package cloud.kontinue.metrics.conformance.exposition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Spoils expositions at random, the same way for the same seed. */
final class Mutations {

    private static final List<String> TOKENS = List.of(
            " ",
            "  ",
            "\t",
            "\n",
            "\r",
            "\n\n",
            ",",
            "{",
            "}",
            "=",
            "\"",
            "\\",
            "\\n",
            "\\\"",
            "#",
            "# ",
            "# TYPE ",
            "# HELP ",
            "# UNIT ",
            "# EOF\n",
            " # {a=\"b\"} 1",
            "counter",
            "gauge",
            "histogram",
            "summary",
            "untyped",
            "unknown",
            "_total",
            "_bucket",
            "_sum",
            "_count",
            "_created",
            "le=\"",
            "quantile=\"0.5\"",
            "+Inf",
            "-Inf",
            "inf",
            "Infinity",
            "infinit",
            "NaN",
            "+nan",
            "0x1p3",
            "0x10",
            "1_000",
            "1e400",
            "1e-400",
            "1d",
            "1f",
            ".",
            "5.",
            ".5",
            "+",
            "-",
            "1",
            "0",
            "-1",
            "1e5",
            "1E+05",
            "1763798400000",
            "9223372036854775808",
            "__name__",
            "ü",
            "🚀",
            "\0",
            "\u0001",
            "\u2028",
            "a",
            "A",
            ":",
            "_",
            "{a=\"b\"}",
            "{a=\"b\",}",
            "{}");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(byte[] body) {
        byte[] spoiled = body;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            spoiled = once(spoiled);
        }
        return spoiled;
    }

    private byte[] once(byte[] body) {
        int at = random.nextInt(body.length + 1);
        return switch (random.nextInt(8)) {
            case 0 -> spliced(body, at, Math.min(body.length, at + 1), new byte[0]);
            case 1 -> spliced(body, at, Math.min(body.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 2, 3 -> spliced(body, at, at, token());
            case 4 -> spliced(body, at, Math.min(body.length, at + 1 + random.nextInt(8)), token());
            case 5 -> Arrays.copyOf(body, at);
            default -> ofLines(body);
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] between) {
        byte[] spliced = Arrays.copyOf(body, from + between.length + body.length - to);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(body, to, spliced, from + between.length, body.length - to);
        return spliced;
    }

    /** Doubles, swaps or drops lines; ISO 8859-1 keeps every byte as it is. */
    private byte[] ofLines(byte[] body) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(body, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case 1 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            default -> lines.remove(at);
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
