package org.daywatch.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One line of the checkpoint file: at this time the chain of this tenant ended here.
 *
 * @param hash of the chain's last line, in hex
 * @param previous SHA-256 of the checkpoint line before, so that lines cannot be taken out of the middle of the file
 * @param signature over everything before it
 */
record AuditCheckpoint(String schema, int version, Instant at, UUID tenant, long seq, String hash, String previous,
        String signature) {

    static final String SCHEMA = "daywatch.audit-checkpoint";
    static final String FIRST = "0".repeat(64);

    static AuditCheckpoint sign(CheckpointKey key, Instant at, UUID tenant, long seq, byte[] hash, String previous) {
        var unsigned = new AuditCheckpoint(SCHEMA, 1, at, tenant, seq, HexFormat.of().formatHex(hash), previous, "");
        return new AuditCheckpoint(SCHEMA, 1, at, tenant, seq, unsigned.hash, previous, key.sign(unsigned.testimony()));
    }

    /** What the signature covers. */
    String testimony() {
        return String.join("\n", schema, Integer.toString(version), at.toString(), tenant.toString(),
                Long.toString(seq), hash, previous);
    }

    static String digest(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
