package org.daywatch.platform.tenancy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The secret part of a link: the agency under which it is looked up, and 192 random bits. Only its hash is stored. */
public record LinkToken(UUID agency, byte[] secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 24;

    public static LinkToken next(UUID agency) {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new LinkToken(agency, secret);
    }

    /** Empty for what was never one. */
    public static Optional<LinkToken> read(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != 16 + SECRET) return Optional.empty();
            var buffer = ByteBuffer.wrap(bytes);
            var agency = new UUID(buffer.getLong(), buffer.getLong());
            byte[] secret = new byte[SECRET];
            buffer.get(secret);
            return Optional.of(new LinkToken(agency, secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        var buffer = ByteBuffer.allocate(16 + SECRET).putLong(agency.getMostSignificantBits())
                .putLong(agency.getLeastSignificantBits()).put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
