package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.daywatch.platform.casekeys.WrappingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps tips until their bucket is over, so that nothing on the disk says when one came. At each {@link #tick}, whether
 * or not anything arrived, all slots are sealed anew under the tick's own key, in a new random order, and written over
 * the older of two copies; then those who sent something get their receipts. What is due is handed on in random order.
 *
 * <p>What was acknowledged is in the copy that is not being written: a torn write loses nothing. Nothing here is logged
 * that would tell of a tip.
 */
public final class TipRing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TipRing.class);
    private static final List<String> COPIES = List.of("ring-a", "ring-b");

    /** So many bytes of a tip find room in a slot. */
    public static final int MOST_CONTENT = RingCopy.MOST_CONTENT;

    /** So many bytes of a picture find room in its slots. */
    public static final int MOST_PICTURE = RingCopy.MOST_PICTURE;

    private final Bucket bucket;
    private final Clock clock;
    private final RingDisk disk;
    private final RingChain chain;
    private final RingCopy copy;
    private final RingChance chance;
    private final Onward onward;
    private final Executor handing;
    private final List<Coming> coming = new ArrayList<>();
    private final Set<UUID> handed = new HashSet<>();
    private RingContent content;
    private int good;
    private boolean underWay;
    private boolean failing;

    private record Coming(WaitingTip tip, CompletableFuture<TipAnswer> told) {}

    private TipRing(RingSettings settings, Clock clock, RingDisk disk, RingChain chain, RingCopy copy,
            RingChance chance, Onward onward, Executor handing) {
        this.bucket = new Bucket(settings.bucket());
        this.clock = clock;
        this.disk = disk;
        this.chain = chain;
        this.copy = copy;
        this.chance = chance;
        this.onward = onward;
        this.handing = handing;
        this.content = new RingContent(settings.slots(), settings.reserve(), settings.pictures(), List.of());
    }

    /** @param handing another thread than that of the ticks: a database that hangs must not hold them up */
    public static TipRing open(Path folder, RingSettings settings, WrappingKey outside, Clock clock, Onward onward,
            Executor handing) throws IOException {
        return open(RingFolder.open(folder), settings, outside, clock, RingCopy::seal,
                new RingChance.Real(new SecureRandom()), onward, handing);
    }

    static TipRing open(RingDisk disk, RingSettings settings, WrappingKey outside, Clock clock, SlotSeal seal,
            RingChance chance, Onward onward, Executor handing) throws IOException {
        try {
            boolean copies = false;
            for (var name : COPIES) copies |= disk.read(name).length > 0;
            var ring = new TipRing(settings, clock, disk, RingChain.open(disk, outside, copies),
                    new RingCopy(seal, chance), chance, onward, handing);
            ring.readBack();
            return ring;
        } catch (IOException | RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    /** What an earlier run left: the newer of the copies that are whole. */
    private void readBack() throws IOException {
        var now = chain.now();
        int places = content.places();
        RingCopy.Read best = null;
        for (var key : List.of(now, now.next())) { // killed between the copy and its key: the next one opens it
            for (int i = 0; i < COPIES.size(); i++) {
                var bytes = disk.read(COPIES.get(i));
                if (bytes.length == 0) continue;
                places = Math.max(places, bytes.length / RingCopy.SLOT); // a file that became shorter would tell of it
                var read = RingCopy.read(key.slots(), bytes);
                if (best != null && !better(read, best)) continue;
                best = read;
                good = i;
            }
        }
        if (best == null) return;
        if (!best.whole() && now.tick() > 0)
            log.error("no copy of the tip ring is whole: {} slots cannot be read, the others are handed on",
                    best.unreadable());
        content = new RingContent(places - content.pictures(), content.reserve(), content.pictures(), best.tips());
        if (best.tick() > now.tick()) chain.advance();
    }

    private static boolean better(RingCopy.Read one, RingCopy.Read than) {
        if (one.whole() != than.whole()) return one.whole();
        return one.whole() ? one.tick() > than.tick() : one.unreadable() < than.unreadable();
    }

    /**
     * Words and picture together or, where pictures have no room, the words alone.
     *
     * @return told at the next tick, once it is on the disk; at once where there is no room
     */
    public synchronized CompletionStage<TipAnswer> arrive(Arrival arrival) {
        if (arrival.content().length > MOST_CONTENT)
            throw new IllegalArgumentException("A slot of the ring holds " + MOST_CONTENT + " bytes, not "
                    + arrival.content().length + ".\nMaybe ask the door to say so at the field.");
        if (arrival.picture().length > MOST_PICTURE)
            throw new IllegalArgumentException("A picture in the ring has " + MOST_PICTURE + " bytes at most.");
        if (!content.hasRoomFor(arrival.lifeSafety(), coming.size()))
            return CompletableFuture.completedStage(new TipAnswer.Full());
        int promised = coming.stream().mapToInt(one -> RingCopy.parts(one.tip().picture())).sum();
        boolean fits = content.hasRoomForPicture(arrival.lifeSafety(), RingCopy.parts(arrival.picture()), promised);
        var tip = new WaitingTip(chance.id(), arrival.district(), arrival.school(), arrival.day(), arrival.lifeSafety(),
                bucket.of(clock.instant()), arrival.content(), fits ? arrival.picture() : WaitingTip.NO_PICTURE);
        var told = new CompletableFuture<TipAnswer>();
        coming.add(new Coming(tip, told));
        return told;
    }

    /** Called at a fixed beat, and at no other time. */
    public void tick() {
        List<Coming> written;
        synchronized (this) {
            written = List.copyOf(coming);
            coming.clear();
            if (!write(written)) {
                written.forEach(one -> one.told().complete(new TipAnswer.NotKept()));
                return;
            }
        }
        written.forEach(one -> one.told().complete(new TipAnswer.Kept(one.tip().id(),
                one.tip().picture().length > 0)));
        handOn();
    }

    /** All or nothing; after a failure the good copy and its key are what they were. */
    private boolean write(List<Coming> written) {
        var next = content.without(handed).with(written.stream().map(Coming::tip).toList());
        var link = chain.now().next();
        int other = COPIES.size() - 1 - good;
        try {
            disk.write(COPIES.get(other), 0, copy.write(link.slots(), link.tick(), next));
            chain.advance();
        } catch (IOException e) {
            if (!failing) log.error("the tip ring cannot be written; writers are told so: {}", e.toString());
            failing = true;
            return false;
        }
        failing = false;
        good = other;
        content = next;
        handed.clear();
        return true;
    }

    private void handOn() {
        List<WaitingTip> due;
        synchronized (this) {
            if (underWay) return;
            due = content.due(bucket.of(clock.instant())).stream().filter(tip -> !handed.contains(tip.id())).toList();
            if (due.isEmpty()) return;
            underWay = true;
        }
        handing.execute(() -> {
            Set<UUID> taken = Set.of();
            try {
                taken = onward.take(chance.handed(due));
            } catch (RuntimeException e) {
                log.error("tips could not be handed on; they wait in the ring: {}", e.toString());
            } finally {
                synchronized (this) {
                    handed.addAll(taken);
                    underWay = false;
                }
            }
        });
    }

    /** Those that stand in it and whose content is so; in no order. */
    public synchronized List<WaitingTip> standing(Predicate<byte[]> content) {
        return this.content.without(handed).tips().stream().filter(tip -> content.test(tip.content())).toList();
    }

    /** So many tips stand in it. */
    public synchronized int waiting() {
        return content.without(handed).tips().size();
    }

    @Override
    public synchronized void close() throws IOException {
        coming.forEach(one -> one.told().complete(new TipAnswer.NotKept()));
        coming.clear();
        disk.close();
    }
}
