package org.daywatch.relationships.tips.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.relationships.tips.ring.TipAnswer.Kept;
import org.junit.jupiter.api.Test;

/** A picture stands in slots of its own beside its words, and takes none from words. */
class PicturesInTheRingTest {

    private static final RingChance CHANCE = new RingChance.Real(new SecureRandom());

    private final MemoryDisk disk = new MemoryDisk(new Random(1));
    private final TestClock clock = new TestClock();
    private final Rings.Desk desk = new Rings.Desk();

    private TipRing ring() throws IOException {
        return Rings.on(disk, Rings.PICTURES, clock, desk, CHANCE);
    }

    @Test
    void aPictureOfAnyLengthIsHandedOnWithItsWordsAlsoAfterAKill() throws IOException {
        int[] lengths = {1, 4036, 4037, 4038, 20_000};
        var ring = ring();
        for (int length : lengths) ring.arrive(Rings.with(Rings.picture(length, length), Rings.routine("" + length)));
        ring.tick();
        ring = ring(); // whoever starts anew finds them on the disk
        clock.move(Duration.ofMinutes(15));
        ring.tick();
        assertThat(desk.taken).hasSize(lengths.length)
                .allMatch(tip -> Rings.isWhole(tip.picture(), Integer.parseInt(new String(tip.content()))));
    }

    @Test
    void whereNoPictureFindsRoomTheWordsAreKeptAndTheirWriterIsTold() throws IOException {
        var ring = ring();
        byte[] large = Rings.picture(7, TipRing.MOST_PICTURE);
        var answers = new ArrayList<Kept>();
        for (int i = 0; i < 12; i++)
            ring.arrive(Rings.with(large, Rings.routine("r" + i))).thenAccept(told -> answers.add((Kept) told));
        ring.tick();
        assertThat(answers.stream().map(Kept::withPicture)).as("a quarter is kept for lives")
                .startsWith(true, true, false).hasSize(12);
        assertThat(Rings.told(ring.arrive(Rings.routine("one more")))).as("words have the places they had")
                .isInstanceOf(TipAnswer.Full.class);
        var life = ring.arrive(Rings.with(large, Rings.lifeSafety("life")));
        ring.tick();
        assertThat(((Kept) Rings.told(life)).withPicture()).isTrue();
        assertThat(desk.taken).as("with its beat").singleElement().matches(
                tip -> new String(tip.content()).equals("life") && Rings.isWhole(tip.picture(), TipRing.MOST_PICTURE));
        clock.move(Duration.ofMinutes(15));
        ring.tick();
        ring.tick();
        assertThat(desk.taken).hasSize(13);
        ring.arrive(Rings.with(large, Rings.routine("afterward"))).thenAccept(told -> answers.add((Kept) told));
        ring.tick();
        assertThat(answers.getLast().withPicture()).as("there is room again").isTrue();
    }

    @Test
    void aRingForNoPicturesTakesTheWordsAndSaysSo() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var told = ring.arrive(Rings.with(Rings.picture(1, 5), Rings.routine("words")));
        ring.tick();
        assertThat(((Kept) Rings.told(told)).withPicture()).isFalse();
        assertThatThrownBy(() -> ring.arrive(Rings.with(new byte[TipRing.MOST_PICTURE + 1], Rings.routine("w"))))
                .hasMessageContaining("at most");
    }

    @Test
    void noLengthTellsWhetherAPictureStandsInIt() throws IOException {
        var ring = ring();
        for (int i = 0; i < 6; i++) {
            ring.arrive(Rings.with(Rings.picture(i, 30_000), Rings.routine("r" + i)));
            ring.tick();
            assertThat(disk.read(i % 2 == 0 ? "ring-b" : "ring-a")).hasSize((16 + 36) * RingCopy.SLOT);
        }
    }

    /** Whatever is torn, whenever: who was told that their picture is kept has all of it, and of its own bytes. */
    @Test
    void noTornWriteLosesAPictureOrMixesTwo() throws IOException {
        for (int cut = 1; cut <= 30; cut++) {
            var torn = new MemoryDisk(new Random(cut));
            var told = new HashMap<UUID, Integer>();
            var before = new Rings.Desk();
            try {
                var ring = Rings.on(torn, Rings.PICTURES, clock, before, CHANCE);
                torn.loseAfter(cut - 1);
                for (int i = 0; i < 20; i++) {
                    int length = 3_000 + i * 997;
                    var words = i % 3 == 0 ? Rings.lifeSafety("" + length) : Rings.routine("" + length);
                    ring.arrive(Rings.with(Rings.picture(i, length), words)).thenAccept(answer -> {
                        if (answer instanceof Kept kept && kept.withPicture()) told.put(kept.id(), length);
                    });
                    ring.tick();
                    if (i % 5 == 4) clock.move(Duration.ofMinutes(15));
                }
                throw new AssertionError("nothing was torn");
            } catch (MemoryDisk.PowerLost expected) {
                torn.loseAfter(Integer.MAX_VALUE);
            }
            var after = new Rings.Desk();
            var ring = Rings.on(torn, Rings.PICTURES, clock, after, CHANCE);
            clock.move(Duration.ofMinutes(15));
            ring.tick();
            ring.tick();
            var found = new HashMap<UUID, WaitingTip>();
            after.taken.forEach(tip -> found.put(tip.id(), tip));
            before.taken.forEach(tip -> found.put(tip.id(), tip));
            assertThat(found.keySet()).as("torn at write " + cut).containsAll(told.keySet());
            told.forEach((id, length) -> assertThat(Rings.isWhole(found.get(id).picture(), length)).isTrue());
        }
    }

    /** DECISIONS has the figures. */
    @Test
    void aBeatWithPicturesIsNotMuchDearer() throws IOException {
        long without = beat(0);
        long with = beat(288);
        System.getLogger("tips").log(System.Logger.Level.WARNING, "a beat of 512 slots {0} µs, of 800 {1} µs", without,
                with);
        assertThat(with).as("three seconds there are").isLessThan(1_500_000);
    }

    private long beat(int pictures) throws IOException {
        var settings = new RingSettings(true, "", 512, 64, Duration.ofSeconds(3), Duration.ofMinutes(15), pictures);
        var ring = Rings.on(new MemoryDisk(new Random(1)), settings, clock, desk, CHANCE);
        for (int i = 0; i < 24; i++)
            ring.arrive(Rings.with(Rings.picture(i, TipRing.MOST_PICTURE), Rings.routine("r" + i)));
        for (int i = 0; i < 8; i++) ring.tick();
        long began = System.nanoTime();
        for (int i = 0; i < 10; i++) ring.tick();
        return (System.nanoTime() - began) / 10_000;
    }
}
