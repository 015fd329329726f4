package org.daywatch.platform.notifications.receipts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one gateway proves who it is and what it calls things; each has a key of its own.
 *
 * @param key at least 16 characters, sent as bearer token or as the password of basic authentication
 * @param reference field with our id; a dot leads into a JSON object
 * @param providerId field with the gateway's id
 * @param arrived words that mean the message is on the phone
 * @param signature header with the HMAC-SHA256 of the body by the key, in hex or base64, from gateways that sign
 * instead of sending the key; else empty
 * @param lost words that mean it never will be; every other word is one in between
 */
record ReceiptGateway(String key, @DefaultValue("reference") String reference, @DefaultValue("id") String providerId,
        @DefaultValue("status") String status,
        @DefaultValue( {
                "delivered", "received", "read"}) List<String> arrived,
        @DefaultValue({"undelivered", "undeliverable", "failed", "rejected", "expired", "bounce", "bounced",
                "dropped"}) List<String> lost,
        @DefaultValue("") String signature){

    private static final int SHORTEST_KEY = 16;

    ReceiptGateway {
        if (key == null || key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("daywatch.…receipts.…key must have at least " + SHORTEST_KEY
                    + " characters; anybody could guess a shorter one.");
        }
    }

    /** @param header what the caller sent as signature. @param body as it came */
    boolean signed(@Nullable String header, byte[] body) {
        if (header == null) return false;
        String given = header.strip().replaceFirst("(?i)^sha256=", "");
        byte[] right = hmac(body);
        return MessageDigest.isEqual(given.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                HexFormat.of().formatHex(right).getBytes(StandardCharsets.UTF_8))
                || MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), Base64.getEncoder().encode(right));
    }

    private byte[] hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param header what the caller sent as Authorization */
    boolean knows(@Nullable String header) {
        if (header == null) return false;
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length != 2) return false;
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> same(parts[1]);
            case "basic" -> same(password(parts[1]));
            default -> false;
        };
    }

    /**
     * @param fields value of a field by its name, empty where it is missing @throws InvalidInput naming the field that
     * is
     */
    Receipt read(UnaryOperator<String> fields) {
        String ours = fields.apply(reference);
        String theirs = fields.apply(providerId);
        String word = fields.apply(status);
        var wrong = new ArrayList<InvalidInput.FieldError>();
        if (ours.isBlank() && theirs.isBlank())
            wrong.add(new InvalidInput.FieldError(reference, ours,
                    "Send our id here, or yours as \"" + providerId + "\"."));
        if (word.isBlank()) wrong.add(new InvalidInput.FieldError(status, word, "Send what became of the message."));
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        return new Receipt(uuid(ours), theirs.isBlank() ? null : theirs, fate(word),
                word.length() > 80 ? word.substring(0, 80) : word);
    }

    private Receipt.Fate fate(String word) {
        if (arrived.stream().anyMatch(word::equalsIgnoreCase)) return Receipt.Fate.ARRIVED;
        return lost.stream().anyMatch(word::equalsIgnoreCase) ? Receipt.Fate.LOST : Receipt.Fate.UNDERWAY;
    }

    private boolean same(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    }

    private static String password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
