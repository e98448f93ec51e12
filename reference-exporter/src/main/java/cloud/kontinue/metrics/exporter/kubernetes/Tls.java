package cloud.kontinue.metrics.exporter.kubernetes;

import cloud.kontinue.metrics.exporter.kubernetes.ClusterAccess.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom the client trusts, and how it proves who it is. */
final class Tls {

    private static final char[] NO_PASSWORD = {};

    private Tls() {}

    static SSLContext context(ClusterAccess access) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(access), trust(access), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot use the certificates for " + access.server() + ": " + e.getMessage());
        }
    }

    private static KeyManager @Nullable [] keys(ClusterAccess access) throws GeneralSecurityException, IOException {
        if (access.clientCertificate().isEmpty()) {
            return null;
        }
        ClientCertificate client = access.clientCertificate().get();
        var chain = certificates(client.certificate()).toArray(Certificate[]::new);
        var store = emptyStore();
        store.setKeyEntry("client", PrivateKeys.read(client.key()), NO_PASSWORD, chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trust(ClusterAccess access) throws GeneralSecurityException, IOException {
        if (access.insecure() || !access.server().getScheme().equals("https")) {
            return new TrustManager[] {new TrustAnyone()};
        }
        if (access.certificateAuthority().isEmpty()) {
            return null;
        }
        var store = emptyStore();
        var index = 0;
        for (Certificate authority : certificates(access.certificateAuthority().get())) {
            store.setCertificateEntry("authority-" + index++, authority);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Collection<? extends Certificate> certificates(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
