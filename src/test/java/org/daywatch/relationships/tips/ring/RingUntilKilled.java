package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.casekeys.WrappingKeyFile;

/** A process that takes tips as fast as it can until it is killed, and says of which it gave a receipt. */
public final class RingUntilKilled {

    static final RingSettings QUICK = new RingSettings(true, "", 64, 8, Duration.ofMillis(20), Duration.ofMillis(400),
            48);
    static final int PICTURE = 9_000;

    private RingUntilKilled() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var handed = FileChannel.open(folder.resolve("handed"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Onward onward = tips -> {
            var ids = new HashSet<UUID>();
            try {
                for (var tip : tips) {
                    handed.write(ByteBuffer.wrap((tip.id() + picture(tip) + "\n").getBytes(StandardCharsets.US_ASCII)));
                    ids.add(tip.id());
                }
                handed.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Set.copyOf(ids);
        };
        var ring = TipRing.open(folder.resolve("ring"), QUICK, new WrappingKeyFile(folder.resolve("key")),
                Clock.systemUTC(), onward, Executors.newSingleThreadExecutor());
        var beat = Executors.newSingleThreadScheduledExecutor();
        beat.scheduleAtFixedRate(ring::tick, 0, QUICK.tick().toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 0;; i++) {
            var words = i % 9 == 0 ? Rings.lifeSafety("life " + i) : Rings.routine("routine " + i);
            var told = ring.arrive(i % 4 == 0 ? Rings.with(Rings.picture(i, PICTURE), words) : words);
            if (i % 12 == 0) told.toCompletableFuture().join();
            told.thenAccept(RingUntilKilled::receipt);
        }
    }

    static String picture(WaitingTip tip) {
        return tip.picture().length == 0 ? "" : Rings.isWhole(tip.picture(), PICTURE) ? " whole" : " torn";
    }

    private static synchronized void receipt(TipAnswer told) {
        if (!(told instanceof TipAnswer.Kept kept)) return;
        System.out.println(kept.id() + (kept.withPicture() ? " whole" : ""));
        System.out.flush();
    }
}
