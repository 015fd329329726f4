package org.daywatch._story;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that nobody but this test trusts, made by the JDK's own tool, as the two PEM files that "serve" takes.
 *
 * @param trusting for whoever calls @param serving for whoever is called
 */
public record SelfSigned(Path chain, Path key, SSLContext trusting, SSLContext serving) {

    private static final String PASSWORD = "only in this test";

    public static SelfSigned in(Path folder) throws Exception {
        return in(folder, "localhost");
    }

    /** @param host whose name the certificate carries, also on this machine */
    public static SelfSigned in(Path folder, String host) throws Exception {
        var store = folder.resolve("store.p12");
        var tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "site", "-keyalg", "EC",
                "-groupname", "secp256r1", "-validity", "2", "-dname", "CN=" + host, "-ext",
                "san=dns:" + host + (host.equals("localhost") ? ",ip:127.0.0.1" : ""), "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass", PASSWORD).redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile()).start();
        if (tool.waitFor() != 0) throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var chain = Files.writeString(folder.resolve("chain.pem"),
                pem("CERTIFICATE", keys.getCertificate("site").getEncoded()));
        var key = Files.writeString(folder.resolve("key.pem"),
                pem("PRIVATE KEY", keys.getKey("site", PASSWORD.toCharArray()).getEncoded()));
        return new SelfSigned(chain, key, trusting(keys.getCertificate("site")), serving(keys));
    }

    private static SSLContext serving(KeyStore keys) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("site", certificate);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }
}
