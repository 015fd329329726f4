package org.daywatch.relationships.tips.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.TIP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.daywatch.relationships.tips.door.OpenDoor;
import org.daywatch.relationships.tips.door.TipDoorApp;
import org.daywatch.relationships.tips.ring.Arrival;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every hour the house writes to its own door: nobody reads it, and where it fails somebody learns of it. */
@TipDoorApp
class CanaryIT {

    @Autowired CanaryRound round;
    @Autowired Canary canary;
    @Autowired CanaryMark mark;
    @Autowired CanarySigns signs;
    @Autowired RingBeat beat;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired ApplicationContext app;
    private Story.Cast cast;
    private UUID school;

    @BeforeEach
    void aSchoolWithTips() {
        cast = story.cast();
        school = OpenDoor.of(app).school(story, cast, cast.mesquite(), "Agave School " + cast.suffix());
        later();
    }

    @Test
    void itComesThroughTheDoorIntoTheRingAndOutOfItAndNobodyReadsIt() {
        round.now();
        assertThat(canary.state()).isEqualTo(Canary.State.ARRIVED);
        assertThat(beat.ring().orElseThrow().waiting()).as("a slot as any other").isOne();
        assertThat(signs.signs()).singleElement().satisfies(sign -> assertThat(sign.tone()).isEqualTo(Tone.GOOD));
        later();
        assertThat(mark.isOurs(mark.lastCaught())).isTrue();
        assertThat(tips()).as("it is no tip").isZero();
        round.now();
        assertThat(canary.state()).as("the one before was handed on").isEqualTo(Canary.State.ARRIVED);
        later();
        assertThat(messages()).isZero();
    }

    @Test
    void whereTheDoorGivesNoReceiptOperationsSaysSoAndAdministratorsAreToldOnce() {
        story.join(cast.agency(), "Lee Ortiz", Role.AGENCY_ADMIN, null);
        full();
        round.now();
        round.now();
        assertThat(canary.state()).isEqualTo(Canary.State.NO_RECEIPT);
        assertThat(signs.signs()).singleElement().satisfies(sign -> {
            assertThat(sign.tone()).isEqualTo(Tone.BAD);
            assertThat(sign.figure()).isEqualTo("tipcanary.no_receipt");
        });
        assertThat(messages()).isPositive();
        long told = messages();
        later();
        await().atMost(Duration.ofSeconds(60)).until(() -> { // the beat after, the slots are free
            round.now();
            return canary.state() == Canary.State.ARRIVED;
        });
        assertThat(messages()).as("that it works again is seen in Operations").isEqualTo(told);
        later();
    }

    @Test
    void oneThatIsNotHandedOnWithinItsHourIsAnAlarm() {
        round.now();
        assertThat(canary.state()).isEqualTo(Canary.State.ARRIVED);
        round.now(); // an hour later by the timer, and the quarter hour of the ring never ended
        assertThat(canary.state()).isEqualTo(Canary.State.NOT_HANDED_ON);
        later();
    }

    @Test
    void whatSomebodyElseWritesLikeOneIsATip() {
        assertThat(mark.isOurs("canary " + UUID.randomUUID() + " 00")).isFalse();
        assertThat(mark.isOurs("canary in the chemistry room is dead")).isFalse();
        assertThat(mark.isOurs(mark.words())).isTrue();
    }

    private void full() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (int i = 0; i < 55; i++)
                beat.ring().orElseThrow()
                        .arrive(new Arrival(cast.mesquite(), school, LocalDate.of(2026, 8, 3), false, new byte[] {9}));
            return beat.ring().orElseThrow().waiting() >= 55;
        });
    }

    private void later() {
        OpenDoor.quarterHourLater(clock, beat);
    }

    private int tips() {
        return story.as(cast.mesquite(), () -> db.fetchCount(TIP));
    }

    private long messages() {
        return story.as(cast.agency(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("TIP_DOOR_FAILS")));
    }
}
