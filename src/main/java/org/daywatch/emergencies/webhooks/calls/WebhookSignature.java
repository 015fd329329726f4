package org.daywatch.emergencies.webhooks.calls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over time, a dot and the body, in hex; with two keys there are two. */
public final class WebhookSignature {

    private WebhookSignature() {}

    /** 256 bits, written so that one sees what it is. */
    public static String newKey() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return "dwh_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** @param seconds since 1970. @return "v1=…", of each key one, divided by a comma */
    public static String of(List<String> keys, long seconds, String body) {
        return keys.stream().map(key -> "v1=" + hmac(key, seconds + "." + body)).collect(Collectors.joining(","));
    }

    public static String hmac(String key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    public static String hmac(String key, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
