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

/**
 * How one audit line is chained to the one before: SHA-256 over every column, each with its length, in a fixed order.
 */
public final class AuditChain {

    /** What the first line of a tenant is chained to. */
    public static final byte[] START = new byte[32];

    private AuditChain() {}

    /**
     * A line without its own hash; {@code at} in whole microseconds, as the database keeps it.
     *
     * @param clocks null in lines of releases that kept the time of day alone: their hash ends before it
     */
    public record Line(UUID tenant, long seq, Instant at, @Nullable UUID person, String role, String capacity,
            @Nullable UUID session, String action,
            String subject, String detail, byte[] previous, @Nullable Clocks clocks) {

        Line as(long number) {
            return new Line(tenant, number, at, person, role, capacity, session, action, subject, detail, previous,
                    clocks);
        }

        Line after(byte[] before) {
            return new Line(tenant, seq, at, person, role, capacity, session, action, subject, detail, before, clocks);
        }
    }

    /**
     * What other clocks said than the one that tells the time of day.
     *
     * @param database the database's own, in whole microseconds
     * @param run of the application, anew at each start
     * @param steady microseconds of a clock that nobody sets; they count within one run
     */
    public record Clocks(Instant database, UUID run, long steady) {

        private static final UUID NOBODY = new UUID(0, 0);

        /** Of a row. Where one is missing, somebody took it out: what stands for it here fits no hash. */
        static @Nullable Clocks of(@Nullable Instant database, @Nullable UUID run, @Nullable Long steady) {
            if (database == null && run == null && steady == null) return null;
            return new Clocks(database == null ? Instant.EPOCH : database, run == null ? NOBODY : run,
                    steady == null ? Long.MIN_VALUE : steady);
        }
    }

    public static byte[] hash(Line line) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            text(out, line.tenant().toString());
            out.writeLong(line.seq());
            time(out, line.at());
            text(out, String.valueOf(line.person()));
            text(out, line.role());
            text(out, line.capacity());
            text(out, String.valueOf(line.session()));
            text(out, line.action());
            text(out, line.subject());
            text(out, line.detail());
            out.write(line.previous());
            if (line.clocks() != null) {
                time(out, line.clocks().database());
                text(out, line.clocks().run().toString());
                out.writeLong(line.clocks().steady());
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void time(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano() / 1000);
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
