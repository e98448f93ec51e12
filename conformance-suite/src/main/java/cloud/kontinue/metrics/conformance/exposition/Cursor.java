package cloud.kontinue.metrics.conformance.exposition;

import cloud.kontinue.metrics.conformance.exposition.Problem.Rule;
import java.nio.charset.StandardCharsets;

/** A place in one line of a body; moves forward only. */
final class Cursor {

    private static final int SHOWN = 40;

    private final byte[] bytes;
    private final StringCache strings;
    private int number;
    private int start;
    private int end;
    private int at;

    Cursor(byte[] bytes, StringCache strings) {
        this.bytes = bytes;
        this.strings = strings;
    }

    /** Stands at the beginning of the next line, which ends before {@code end}. */
    void line(int from, int to) {
        number++;
        start = from;
        at = from;
        end = to;
    }

    /** Returns the number of the line, from 1. */
    int number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean atEnd() {
        return at == end;
    }

    boolean atEnd(int place) {
        return place >= end;
    }

    /** Whether this byte comes next. */
    boolean next(char expected) {
        return at < end && bytes[at] == expected;
    }

    /** Goes behind this byte, if it comes next. */
    boolean take(char expected) {
        if (!next(expected)) {
            return false;
        }
        at++;
        return true;
    }

    void skipBlanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }

    /** Goes behind {@code [a-zA-Z_:][a-zA-Z0-9_:]*}. */
    String takeMetricName() throws LineException {
        int from = at;
        while (at < end && (isWord(bytes[at], at > from) || bytes[at] == ':')) {
            at++;
        }
        if (at == from) {
            throw expected("a metric name ([a-zA-Z_:][a-zA-Z0-9_:]*)");
        }
        return strings.get(bytes, from, at);
    }

    /** Goes behind {@code [a-zA-Z_][a-zA-Z0-9_]*}. */
    String takeLabelName() throws LineException {
        int from = at;
        while (at < end && isWord(bytes[at], at > from)) {
            at++;
        }
        if (at == from) {
            throw expected("a label name ([a-zA-Z_][a-zA-Z0-9_]*)");
        }
        return strings.get(bytes, from, at);
    }

    /** Goes to the next blank, tab or end of the line. */
    void skipToken() {
        while (at < end && !isBlank(bytes[at])) {
            at++;
        }
    }

    String takeRest() {
        String rest = text(at, end);
        at = end;
        return rest;
    }

    String text(int from, int to) {
        return strings.get(bytes, from, to);
    }

    /** Returns the column of a place in this line, from 1. */
    int column(int place) {
        int column = 1;
        for (int i = start; i < place; i++) {
            // Continuation bytes belong to the character before them.
            column += (bytes[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return column;
    }

    /** Says that something else should have been here. */
    LineException expected(String what) {
        return expected(at, what);
    }

    LineException expected(int place, String what) {
        return new LineException(place, Rule.SYNTAX, "expected " + what + ", found " + found(place));
    }

    /** Describes what stands at a place, up to the next blank, for people. */
    String found(int place) {
        if (place >= end) {
            return "the end of the line";
        }
        if (isBlank(bytes[place])) {
            return bytes[place] == ' ' ? "a blank" : "a tab";
        }
        int to = place + 1;
        while (to < end && !isBlank(bytes[to]) && to - place < SHOWN) {
            to++;
        }
        while (to < end && (bytes[to] & 0xc0) == 0x80) {
            to++;
        }
        boolean more = to < end && !isBlank(bytes[to]);
        return Quoted.of(new String(bytes, place, to - place, StandardCharsets.UTF_8)) + (more ? "…" : "");
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isWord(byte b, boolean digitsToo) {
        return b == '_' || isLetter(b) || (digitsToo && b >= '0' && b <= '9');
    }

    private static boolean isLetter(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    }
}
