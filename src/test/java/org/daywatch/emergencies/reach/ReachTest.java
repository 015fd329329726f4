package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.house.StatePicture;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Instant START = Instant.parse("2026-11-17T16:40:00Z");

    @Test
    void everyReceiptInEveryState() {
        var picture = new StatePicture();
        for (String state : List.of("NOT_REACHED", "DELIVERED", "SEEN", "ACKNOWLEDGED", "SAFE", "NEEDS_HELP")) {
            var before = fresh(Reach.State.of(state, START, null));
            for (var kind : Kind.values()) {
                var after = answer(before, kind, 1, 5);
                assertThat(after.state().rank()).as(state + " " + kind).isGreaterThanOrEqualTo(before.state().rank());
                if (!after.state().code().equals(state)) picture.step(state, kind.name(), after.state().code());
            }
            var told = before.decide(new ReachCommand.Tell(2), START.plusSeconds(9)).orThrow().state();
            if (!told.state().code().equals(state)) picture.step(state, "Tell something else", told.state().code());
        }
        picture.isCommittedAs("reach");
    }

    @Test
    void presenceIsNotAttention() {
        var hidden = answer(fresh(), Kind.DELIVERED, 1, 1);
        assertThat(hidden.state()).isInstanceOf(Reach.State.Delivered.class);
        var tally = Tally.of(List.of(hidden));
        assertThat(tally.delivered()).isOne();
        assertThat(tally.seen()).isZero();
    }

    @Test
    void whoKnowsTheOldHasNotBeenToldTheNewUnlessTheirReceiptWasFaster() {
        var seen = answer(fresh(), Kind.SEEN, 1, 1);
        assertThat(tell(seen, 3).state().code()).isEqualTo("NOT_REACHED");
        assertThat(answer(tell(seen, 3), Kind.ACKNOWLEDGED, 2, 20).state().code()).as("of the old version")
                .isEqualTo("NOT_REACHED");
        assertThat(tell(answer(seen, Kind.DELIVERED, 3, 4), 3).state().code())
                .as("heard of version 3 before it was known here").isEqualTo("SEEN");
        assertThat(tell(answer(seen, Kind.NEED_HELP, 1, 4), 3).state().code()).as("a cry for help stays")
                .isEqualTo("NEEDS_HELP");
        assertThat(answer(tell(seen, 3), Kind.NEED_HELP, 1, 20).state().code()).isEqualTo("NEEDS_HELP");
    }

    @Test
    void ofSafeAndNeedHelpTheLaterHoldsInWhateverOrderTheyCome() {
        assertThat(answer(answer(fresh(), Kind.SAFE, 1, 5), Kind.NEED_HELP, 1, 9).state().code())
                .isEqualTo("NEEDS_HELP");
        assertThat(answer(answer(fresh(), Kind.NEED_HELP, 1, 9), Kind.SAFE, 1, 5).state().code())
                .isEqualTo("NEEDS_HELP");
        assertThat(answer(answer(fresh(), Kind.NEED_HELP, 1, 5), Kind.SAFE, 1, 9).state().code()).isEqualTo("SAFE");
    }

    /** Receipts with their times, twice and shuffled: the same end. */
    @Property(tries = 300)
    void orderAndRepetitionChangeNothing(@ForAll @Size(min = 1, max = 10) List<@IntRange(max = 4) Integer> kinds,
            @ForAll long seed) {
        record Receipt(Kind kind, int at) {}
        var receipts = new ArrayList<Receipt>();
        for (int i = 0; i < kinds.size(); i++) receipts.add(new Receipt(Kind.values()[kinds.get(i)], i));
        var shuffled = new ArrayList<>(receipts);
        shuffled.addAll(receipts);
        Collections.shuffle(shuffled, new Random(seed));
        var straight = fresh();
        for (var r : receipts) straight = answer(straight, r.kind(), 1, r.at());
        var mixed = fresh();
        for (var r : shuffled) mixed = answer(mixed, r.kind(), 1, r.at());
        assertThat(mixed.state().code()).isEqualTo(straight.state().code());
        assertThat(mixed.heard()).isEqualTo(straight.heard());
    }

    private static Reach tell(Reach reach, int version) {
        return reach.decide(new ReachCommand.Tell(version), START.plusSeconds(10)).orThrow().state();
    }

    private static Reach answer(Reach reach, Kind kind, int version, int second) {
        return reach.decide(new ReachCommand.Receive(version, kind, Way.STREAM), START.plusSeconds(second)).orThrow()
                .state();
    }

    private static Reach fresh() {
        return fresh(new Reach.State.NotReached(START));
    }

    private static Reach fresh(Reach.State state) {
        return new Reach(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), new UUID(0, 5), "Ana Cruz",
                "TEACHER", true, 1, 0, state);
    }
}
