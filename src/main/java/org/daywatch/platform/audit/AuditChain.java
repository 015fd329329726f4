package org.daywatch.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one audit line is chained to the one before: SHA-256 over every column, each with its length, in a fixed order. */
public final class AuditChain {

    /** What the first line of a tenant is chained to. */
    public static final byte[] START = new byte[32];

    private AuditChain() {}

    /** A line without its own hash; {@code at} in whole microseconds, as the database keeps it. */
    public record Line(UUID tenant, long seq, Instant at, @Nullable UUID person, String role, String capacity, @Nullable UUID session, String action,
            String subject, String detail, byte[] previous) {}

    public static byte[] hash(Line line) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            text(out, line.tenant().toString());
            out.writeLong(line.seq());
            out.writeLong(line.at().getEpochSecond());
            out.writeInt(line.at().getNano() / 1000);
            text(out, String.valueOf(line.person()));
            text(out, line.role());
            text(out, line.capacity());
            text(out, String.valueOf(line.session()));
            text(out, line.action());
            text(out, line.subject());
            text(out, line.detail());
            out.write(line.previous());
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
