package cloud.kontinue.metrics.conformance.exposition;

import java.nio.charset.StandardCharsets;

/**
 * Gives one string for the same bytes most of the time, so that the names and values of a body are kept once.
 *
 * <p>Each slot holds the last string that fell into it: bytes chosen to collide cost a new string and nothing more.
 */
final class StringCache {

    private static final int SLOTS = 1 << 13;
    private static final int LONGEST = 128;

    private final String[] slots = new String[SLOTS];

    /** Returns the string of valid UTF-8 bytes. */
    String get(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
        String cached = slots[slot];
        if (cached != null && matches(cached, bytes, from, length)) {
            return cached;
        }
        String made = new String(bytes, from, length, StandardCharsets.UTF_8);
        slots[slot] = made;
        return made;
    }

    /** Whether a string is these bytes, which it never is where one of them is not ASCII. */
    private static boolean matches(String cached, byte[] bytes, int from, int length) {
        if (cached.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (cached.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
