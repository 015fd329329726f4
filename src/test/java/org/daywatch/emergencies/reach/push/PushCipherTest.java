package org.daywatch.emergencies.reach.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.spec.ECPrivateKeySpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against the worked example of RFC 8291, appendix A.
 *
 * <p>A-43 of docs/security.
 */
class PushCipherTest {

    private static final String OURS = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String BROWSER = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    @Test
    void theExampleOfTheStandardComesOutByteForByte() throws Exception {
        var secret = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(
                new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), PushCipher.P256));
        byte[] sealed = PushCipher.encrypt("When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                bytes(BROWSER), bytes("BTBZMqHH6r4Tts7J_aSIgg"),
                new KeyPair(PushCipher.key(bytes(OURS)), secret), bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)).isEqualTo(
                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                        + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() {
        byte[] off = bytes(BROWSER);
        off[64] ^= 1;
        assertThatThrownBy(() -> PushCipher.key(off)).hasMessageContaining("P-256");
        assertThatThrownBy(() -> PushCipher.key(new byte[65])).hasMessageContaining("P-256");
    }

    @Test
    void weShowAPushServiceWhoWeAre(@TempDir Path folder) throws Exception {
        var key = new PushKey("", folder);
        String header = key.authorization(URI.create("https://push.example:444/abc"), "https://daywatch.example",
                Instant.parse("2026-11-17T16:40:00Z"));
        String token = header.substring("vapid t=".length(), header.indexOf(", k="));
        String[] parts = token.split("\\.");
        assertThat(new String(bytes(parts[1]), StandardCharsets.UTF_8)).contains("\"aud\":\"https://push.example:444\"",
                "\"sub\":\"https://daywatch.example\"");
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(PushCipher.key(bytes(header.substring(header.indexOf("k=") + 2))));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(bytes(parts[2]))).isTrue();
        assertThat(new PushKey("", folder).publicKey()).as("the key is kept").isEqualTo(key.publicKey());
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
