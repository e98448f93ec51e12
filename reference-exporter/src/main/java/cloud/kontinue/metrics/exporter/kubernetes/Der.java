package cloud.kontinue.metrics.exporter.kubernetes;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.util.Arrays;

/** As much of the DER encoding as it takes to put one key into the envelope of another. */
final class Der {

    private Der() {}

    /** Returns a value of that tag and content. */
    static byte[] wrap(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.write(0x81);
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** Returns the content of the first value of that tag directly within a sequence. */
    static byte[] child(byte[] sequence, int tag) throws InvalidKeyException {
        try {
            var at = contentStart(sequence, 0);
            while (at < sequence.length) {
                var start = contentStart(sequence, at);
                var end = start + length(sequence, at);
                if ((sequence[at] & 0xff) == tag) {
                    return Arrays.copyOfRange(sequence, start, end);
                }
                at = end;
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new InvalidKeyException("the client key is cut short");
        }
        throw new InvalidKeyException("the client key names no curve");
    }

    static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int contentStart(byte[] der, int at) {
        var first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        var first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        var length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        return length;
    }
}
