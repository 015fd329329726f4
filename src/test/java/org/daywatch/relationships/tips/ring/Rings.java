package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.daywatch._story.TestClock;
import org.daywatch.platform.casekeys.WrappingKey;

/** Rings for tests: small ones, with a clock that is moved and a key that only wraps. */
final class Rings {

    static final UUID DISTRICT = UUID.fromString("5f1d2c3b-0000-4000-8000-00000000d157");
    static final UUID SCHOOL = UUID.fromString("5f1d2c3b-0000-4000-8000-000000005c00");
    static final RingSettings SMALL = new RingSettings(true, "", 16, 4, Duration.ofSeconds(3), Duration.ofMinutes(15),
            0);
    /** Room for three pictures of the largest size, two of them about anything. */
    static final RingSettings PICTURES = new RingSettings(true, "", 16, 4, Duration.ofSeconds(3),
            Duration.ofMinutes(15), 36);

    /** In memory only; what it wraps is told apart by whoever reads the disk from nothing. */
    static final WrappingKey OUTSIDE = new WrappingKey() {

        private final byte[] key = org.daywatch.platform.cipher.KeyFile.secret();

        @Override
        public byte[] wrap(byte[] plain, String place) {
            return org.daywatch.platform.cipher.Sealed.seal(key, plain, place);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, String place) {
            return org.daywatch.platform.cipher.Sealed.open(key, java.nio.ByteBuffer.wrap(wrapped), place)
                    .orElseThrow(() -> new IllegalStateException("another key"));
        }
    };

    /** Where tips go in a test. It refuses while told to. */
    static final class Desk implements Onward {

        final List<WaitingTip> taken = new ArrayList<>();
        private final Set<UUID> known = new HashSet<>();
        boolean away;

        @Override
        public synchronized Set<UUID> take(List<WaitingTip> tips) {
            if (away) throw new IllegalStateException("the database is away");
            var ids = new HashSet<UUID>();
            for (var tip : tips) {
                if (known.add(tip.id())) taken.add(tip);
                ids.add(tip.id());
            }
            return ids;
        }

        List<UUID> ids() {
            return taken.stream().map(WaitingTip::id).toList();
        }
    }

    private Rings() {}

    static TipRing on(RingDisk disk, TestClock clock, Onward desk) throws IOException {
        return on(disk, SMALL, clock, desk, new RingChance.Real(new SecureRandom()));
    }

    static TipRing on(RingDisk disk, RingSettings settings, TestClock clock, Onward desk, RingChance chance)
            throws IOException {
        return TipRing.open(disk, settings, OUTSIDE, clock, RingCopy::seal, chance, desk, Runnable::run);
    }

    static TipRing in(Path folder, RingSettings settings, TestClock clock, Onward desk) throws IOException {
        return TipRing.open(folder, settings, OUTSIDE, clock, desk, Runnable::run);
    }

    static Arrival routine(String words) {
        return new Arrival(DISTRICT, SCHOOL, LocalDate.of(2026, 8, 3), false, words.getBytes());
    }

    static Arrival lifeSafety(String words) {
        return new Arrival(DISTRICT, SCHOOL, LocalDate.of(2026, 8, 3), true, words.getBytes());
    }

    static Arrival with(byte[] picture, Arrival words) {
        return new Arrival(words.district(), words.school(), words.day(), words.lifeSafety(), words.content(), picture);
    }

    /**
     * Bytes of which each follows from the one before: whoever sees them sees whether a piece is missing or another's.
     */
    static byte[] picture(int seed, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (seed + i + i / 251 * 7);
        return bytes;
    }

    static boolean isWhole(byte[] picture, int length) {
        return picture.length == length && java.util.Arrays.equals(picture, picture(picture[0], length));
    }

    /** What the writer was told by now. */
    static TipAnswer told(CompletionStage<TipAnswer> answer) {
        return answer.toCompletableFuture().getNow(null);
    }

    static UUID kept(CompletionStage<TipAnswer> answer) {
        return ((TipAnswer.Kept) ((CompletableFuture<TipAnswer>) answer.toCompletableFuture()).getNow(null)).id();
    }
}
