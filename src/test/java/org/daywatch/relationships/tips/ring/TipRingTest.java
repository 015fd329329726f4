package org.daywatch.relationships.tips.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.daywatch._story.TestClock;
import org.daywatch.relationships.tips.ring.Rings.Desk;
import org.daywatch.relationships.tips.ring.TipAnswer.Full;
import org.daywatch.relationships.tips.ring.TipAnswer.NotKept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tip waits for its quarter hour, and its writer for the tick that brought it onto the disk. */
class TipRingTest {

    private static final RingChance CHANCE = new RingChance.Real(new SecureRandom());

    private final TestClock clock = new TestClock();
    private final Desk desk = new Desk();
    private final MemoryDisk disk = new MemoryDisk(new Random(1));

    @Test
    void aReceiptComesWithTheTickThatWroteTheTipAndNoSooner() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var answer = ring.arrive(Rings.routine("somebody brings a knife"));
        assertThat(Rings.told(answer)).isNull();
        ring.tick();
        var id = Rings.kept(answer);
        assertThat(Rings.on(disk, clock, desk).waiting()).as("after a restart").isOne();
        clock.move(Duration.ofMinutes(15));
        ring.tick();
        assertThat(desk.ids()).containsExactly(id);
        assertThat(new String(desk.taken.getFirst().content())).isEqualTo("somebody brings a knife");
        assertThat(desk.taken.getFirst().school()).isEqualTo(Rings.SCHOOL);
    }

    @Test
    void aRoutineTipWaitsForTheEndOfItsQuarterHourAndOneAboutALifeDoesNot() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var routine = ring.arrive(Rings.routine("they take somebody's lunch"));
        var life = ring.arrive(Rings.lifeSafety("somebody took pills"));
        ring.tick();
        assertThat(desk.ids()).containsExactly(Rings.kept(life));
        clock.move(Duration.ofMinutes(14));
        ring.tick();
        assertThat(desk.ids()).hasSize(1);
        clock.move(Duration.ofMinutes(1));
        ring.tick();
        assertThat(desk.ids()).containsExactly(Rings.kept(life), Rings.kept(routine));
        ring.tick();
        assertThat(desk.ids()).as("once").hasSize(2);
        assertThat(ring.waiting()).isZero();
    }

    @Test
    void aFullRingIsSaidAndKeepsAPlaceForSomebodysLife() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var taken = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            var answer = ring.arrive(Rings.routine("tip " + i));
            if (i % 5 == 0) ring.tick();
            answer.thenAccept(told -> taken.add(((TipAnswer.Kept) told).id()));
        }
        assertThat(Rings.told(ring.arrive(Rings.routine("one too many")))).isEqualTo(new Full());
        var life = ring.arrive(Rings.lifeSafety("somebody has a gun"));
        ring.tick();
        assertThat(desk.ids()).containsExactly(Rings.kept(life));
        assertThat(taken).hasSize(12);
        clock.move(Duration.ofMinutes(15));
        ring.tick();
        ring.tick();
        assertThat(desk.ids()).containsAll(taken);
        assertThat(Rings.told(ring.arrive(Rings.routine("there is room again")))).isNull();
    }

    @Test
    void whatADiskRefusedIsSaidAndWhatItHadStays() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var before = ring.arrive(Rings.routine("before"));
        ring.tick();
        disk.refuse(true);
        var during = ring.arrive(Rings.routine("during"));
        ring.tick();
        assertThat(Rings.told(during)).isEqualTo(new NotKept());
        disk.refuse(false);
        var after = ring.arrive(Rings.routine("after"));
        ring.tick();
        clock.move(Duration.ofMinutes(15));
        ring.tick();
        assertThat(desk.ids()).containsExactlyInAnyOrder(Rings.kept(before), Rings.kept(after));
    }

    @Test
    void aDatabaseThatIsAwayKeepsTipsInTheRing() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var life = ring.arrive(Rings.lifeSafety("somebody wants to die"));
        desk.away = true;
        ring.tick();
        ring.tick();
        assertThat(ring.waiting()).isOne();
        desk.away = false;
        ring.tick();
        assertThat(desk.ids()).containsExactly(Rings.kept(life));
    }

    @Test
    void killedBetweenHandingOnAndForgettingATipIsHandedOnAgainAndCountsOnce() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        var life = ring.arrive(Rings.lifeSafety("on the roof"));
        ring.tick();
        var again = Rings.on(disk, clock, desk);
        again.tick();
        assertThat(desk.ids()).containsExactly(Rings.kept(life));
    }

    /** Whatever is torn, whenever: who was told "kept" finds their tip, and nobody else's is made of pieces. */
    @Test
    void noTornWriteLosesWhatWasAcknowledged() throws IOException {
        var tiny = new RingSettings(true, "", 6, 2, Duration.ofSeconds(3), Duration.ofMinutes(15), 0);
        for (int cut = 1; cut <= 48; cut++) {
            var torn = new MemoryDisk(new Random(cut));
            var acknowledged = new ArrayList<UUID>();
            var beforeEnd = new Desk();
            try {
                var ring = Rings.on(torn, tiny, clock, beforeEnd, CHANCE);
                torn.loseAfter(cut - 1);
                for (int i = 0; i < 25; i++) {
                    var answer = ring.arrive(i % 3 == 0 ? Rings.lifeSafety("l" + i) : Rings.routine("r" + i));
                    answer.thenAccept(told -> {
                        if (told instanceof TipAnswer.Kept kept) acknowledged.add(kept.id());
                    });
                    ring.tick();
                    if (i % 5 == 4) clock.move(Duration.ofMinutes(15));
                }
                throw new AssertionError("nothing was torn");
            } catch (MemoryDisk.PowerLost expected) {
                torn.loseAfter(Integer.MAX_VALUE);
            }
            var afterwards = new Desk();
            var ring = Rings.on(torn, tiny, clock, afterwards, CHANCE);
            clock.move(Duration.ofMinutes(15));
            ring.tick();
            ring.tick();
            var all = new ArrayList<>(beforeEnd.ids());
            all.addAll(afterwards.ids());
            assertThat(all).as("torn at write " + cut).containsAll(acknowledged);
            assertThat(afterwards.taken).allMatch(tip -> new String(tip.content()).matches("[lr]\\d+"));
        }
    }

    @Test
    void eachTicksCopyOpensByItsOwnKeyAlone() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        ring.arrive(Rings.routine("the first quarter hour"));
        var seen = new ArrayList<byte[]>();
        for (int i = 0; i < 6; i++) {
            ring.tick();
            seen.add(disk.read(i % 2 == 0 ? "ring-b" : "ring-a"));
        }
        var key = RingChain.open(disk, Rings.OUTSIDE, true).now();
        assertThat(RingCopy.read(key.slots(), seen.getLast()).tips()).hasSize(1);
        for (var earlier : seen.subList(0, 5))
            assertThat(RingCopy.read(key.slots(), earlier).tips()).isEmpty();
        assertThat(seen.stream().map(copy -> copy.length)).as("of one length").containsOnly(16 * RingCopy.SLOT);
    }

    @Test
    void whereTheKeyIsLostNothingIsMadeAnewInItsPlace() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        ring.arrive(Rings.routine("still there"));
        ring.tick();
        disk.files.remove("chain");
        assertThatThrownBy(() -> Rings.on(disk, clock, desk)).hasMessageContaining("restore the wrapping key");
    }

    @Test
    void aRingMayBecomeLargerAndNeverSmaller(@TempDir Path folder) throws IOException {
        for (int slots : List.of(16, 32, 8)) {
            try (var ring = Rings.in(folder, new RingSettings(true, "", slots, 4, Duration.ofSeconds(3),
                    Duration.ofMinutes(15), 0), clock, desk)) {
                ring.arrive(Rings.routine("of " + slots));
                ring.tick();
                ring.tick();
            }
            assertThat(Files.size(folder.resolve("ring-a"))).isEqualTo(Math.max(16, slots == 16 ? 16 : 32) * 4096L);
        }
        try (var ring = Rings.in(folder, Rings.SMALL, clock, desk)) {
            assertThat(ring.waiting()).isEqualTo(3);
            assertThatThrownBy(() -> Rings.in(folder, Rings.SMALL, clock, desk))
                    .hasMessageContaining("has the ring in");
        }
    }

    @Test
    void whatDoesNotFitIntoASlotIsRefusedBeforeItIsTaken() throws IOException {
        var ring = Rings.on(disk, clock, desk);
        assertThatThrownBy(() -> ring.arrive(Rings.routine("x".repeat(TipRing.MOST_CONTENT + 1))))
                .hasMessageContaining("ask the door");
        var fits = ring.arrive(Rings.routine("x".repeat(TipRing.MOST_CONTENT)));
        ring.tick();
        assertThat(Rings.kept(fits)).isNotNull();
        assertThat(CHANCE.id().version()).isEqualTo(4);
    }
}
