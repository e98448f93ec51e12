package cloud.kontinue.metrics.exporter.kubernetes;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Reads the private keys that kubeconfig files hold: PKCS#8, and the older forms of RSA and EC keys.
 *
 * <p>Java reads PKCS#8 alone; the older forms are the inner part of it, so they are put into its envelope.
 */
final class PrivateKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (|RSA |EC )PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");

    /** {@code SEQUENCE { rsaEncryption, NULL }}. */
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /** {@code id-ecPublicKey}. */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** The tag of the curve's name within an EC key: {@code [0]}. */
    private static final int CURVE = 0xa0;

    private PrivateKeys() {}

    static PrivateKey read(String pem) throws GeneralSecurityException {
        var found = PEM.matcher(pem);
        if (!found.find()) {
            throw new InvalidKeyException("the client key is no unencrypted PEM private key");
        }
        var der = Base64.getMimeDecoder().decode(found.group(2));
        return switch (found.group(1)) {
            case "RSA " -> generate("RSA", envelope(RSA, der));
            case "EC " -> generate("EC", envelope(Der.wrap(SEQUENCE, Der.concat(EC, Der.child(der, CURVE))), der));
            default -> unknown(der);
        };
    }

    private static PrivateKey unknown(byte[] pkcs8) throws GeneralSecurityException {
        try {
            return generate("RSA", pkcs8);
        } catch (GeneralSecurityException notRsa) {
            return generate("EC", pkcs8);
        }
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return Der.wrap(SEQUENCE, Der.concat(VERSION_0, algorithm, Der.wrap(OCTET_STRING, key)));
    }

    private static PrivateKey generate(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }
}
