package org.daywatch.relationships.tips.ring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.platform.cipher.Sealed;
import org.daywatch.platform.persistence.Ids;

/** Tips at known moments, a ring, and somebody who copies its folder after every beat. */
final class ObservedRing {

    /** What a careless ring would do. */
    enum Fault {
        NONE, SLOTS_AS_THEY_CAME, ONLY_CHANGED_SLOTS, IDS_BY_TIME, HANDED_AS_THEY_CAME, WRITES_WHEN_SOMETHING_CAME,
        CREATED_AT
    }

    private static final Duration BUCKET = Duration.ofMinutes(15);
    private static final Instant START = Instant.parse("2026-11-17T05:00:00Z");
    private static final FileTime LONG_AGO = FileTime.from(START.minus(Duration.ofDays(400)));

    private final Path folder;
    private final Fault fault;
    private final UUID district;
    private final Onward onward;
    private final TestClock clock = new TestClock();
    final Estimator estimator = new Estimator();
    final List<UUID> inOrder = new ArrayList<>();
    final List<UUID> pictures = new ArrayList<>();
    private final TreeMap<Long, List<UUID>> buckets = new TreeMap<>();
    private final Map<UUID, Instant> came = new HashMap<>();
    private Map<String, List<Integer>> before = Map.of();

    ObservedRing(Path folder, Fault fault, UUID district, Onward onward) {
        this.folder = folder;
        this.fault = fault;
        this.district = district;
        this.onward = onward;
    }

    List<List<UUID>> buckets() {
        return List.copyOf(buckets.values());
    }

    /** @param tips at random moments of these quarter hours */
    void live(int tips, int quarters, Duration tick, long seed) throws IOException {
        var random = new Random(seed);
        long millis = BUCKET.multipliedBy(quarters).toMillis();
        var moments = random.longs(tips, 0, millis).sorted().mapToObj(START::plusMillis).toList();
        clock.setTo(START);
        var settings = new RingSettings(true, "", 32, 2, tick, BUCKET, 120);
        try (var ring = TipRing.open(RingFolder.open(folder), settings, Rings.OUTSIDE, clock, seal(), chance(), onward,
                Runnable::run)) {
            ring.tick();
            ring.tick();
            look(START);
            int next = 0;
            long beats = BUCKET.multipliedBy(quarters + 1).dividedBy(tick);
            for (long beat = 1; beat <= beats; beat++) {
                var now = START.plus(tick.multipliedBy(beat));
                boolean something = false;
                for (; next < tips && moments.get(next).isBefore(now); next++) {
                    arrive(ring, moments.get(next), next);
                    something = true;
                }
                clock.setTo(now);
                boolean ends = now.toEpochMilli() % BUCKET.toMillis() < tick.toMillis() * 2;
                if (fault != Fault.WRITES_WHEN_SOMETHING_CAME || something || ends) ring.tick();
                look(now);
            }
        }
    }

    private void arrive(TipRing ring, Instant at, int number) {
        clock.setTo(at);
        var words = new Arrival(district, Rings.SCHOOL, LocalDate.of(2026, 11, 16), false,
                ("tip " + number).getBytes());
        ring.arrive(number % 2 == 0 ? Rings.with(Rings.picture(number, 1 + number * 100), words) : words)
                .thenAccept(told -> {
                    var id = ((TipAnswer.Kept) told).id();
                    if (((TipAnswer.Kept) told).withPicture()) pictures.add(id);
                    came.put(id, at);
                    inOrder.add(id);
                    buckets.computeIfAbsent(new Bucket(BUCKET).of(at), b -> new ArrayList<>()).add(id);
                    if (fault == Fault.CREATED_AT) estimator.sees("column created_at", id, at);
                });
    }

    /** The whole folder: names, lengths, times, and which blocks of 4 KB are others than at the look before. */
    private void look(Instant now) throws IOException {
        var blocks = new TreeMap<String, List<Integer>>();
        var seen = new ArrayList<String>();
        int changed = 0;
        int newTimes = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                byte[] all = Files.readAllBytes(file);
                var sums = new ArrayList<Integer>();
                for (int from = 0; from < all.length; from += RingCopy.SLOT)
                    sums.add(
                            Arrays.hashCode(Arrays.copyOfRange(all, from, Math.min(all.length, from + RingCopy.SLOT))));
                var name = file.getFileName().toString();
                var old = before.getOrDefault(name, List.of());
                for (int i = 0; i < sums.size(); i++)
                    if (i >= old.size() || !old.get(i).equals(sums.get(i))) changed++;
                if (!Files.getLastModifiedTime(file).equals(LONG_AGO)) newTimes++;
                Files.setLastModifiedTime(file, LONG_AGO);
                seen.add(name + " " + all.length);
                blocks.put(name, sums);
            }
        }
        boolean folderChanged = !Files.getLastModifiedTime(folder).equals(LONG_AGO);
        Files.setLastModifiedTime(folder, LONG_AGO);
        if (!before.isEmpty())
            estimator.seesInterval(seen + ", blocks " + changed + ", files " + newTimes + ", folder " + folderChanged);
        before = blocks;
        seize(now);
    }

    /** The key is taken as well, at this moment: the place of each tip among the slots, as it stands just then. */
    private void seize(Instant now) throws IOException {
        if (fault == Fault.ONLY_CHANGED_SLOTS || now.getEpochSecond() % 300 != 0) return;
        var copy = new MemoryDisk(new Random(1));
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) copy.files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        var key = RingChain.open(copy, Rings.OUTSIDE, true).now();
        for (var name : List.of("ring-a", "ring-b")) {
            var read = RingCopy.read(key.slots(), copy.read(name));
            for (int i = 0; i < read.tips().size(); i++)
                estimator.sees("slot at " + now, read.tips().get(i).id(), i);
            for (int i = 0; i < read.tips().size(); i++)
                estimator.sees("slot when last seen", read.tips().get(i).id(), i);
        }
    }

    private SlotSeal seal() {
        if (fault != Fault.ONLY_CHANGED_SLOTS) return RingCopy::seal;
        var kept = new HashMap<String, byte[]>();
        return (key, slot, plain) -> kept.computeIfAbsent(
                slot + new String(plain, 8, plain.length - 8, java.nio.charset.StandardCharsets.ISO_8859_1),
                k -> Sealed.seal(key, plain, "slot"));
    }

    private RingChance chance() {
        var real = new RingChance.Real(new SecureRandom());
        return new RingChance() {
            @Override
            public UUID id() {
                return fault == Fault.IDS_BY_TIME ? ordered() : real.id();
            }

            @Override
            public <T> List<T> slots(List<T> all) {
                boolean stays = fault == Fault.SLOTS_AS_THEY_CAME || fault == Fault.ONLY_CHANGED_SLOTS;
                return stays ? all : real.slots(all);
            }

            @Override
            public <T> List<T> handed(List<T> due) {
                return fault == Fault.HANDED_AS_THEY_CAME ? due : real.handed(due);
            }
        };
    }

    /** As Ids makes them, one each millisecond. */
    private static UUID ordered() {
        var id = Ids.next();
        for (long now = System.currentTimeMillis(); System.currentTimeMillis() <= now;) Thread.onSpinWait();
        return id;
    }
}
