package org.daywatch.restorative.conferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.agreements.Promise.Kept;
import org.daywatch.restorative.conferences.Conference.Days;
import org.daywatch.restorative.conferences.ConferenceDue.Kind;
import org.daywatch.restorative.conferences.ConferenceDue.Rhythm;
import org.daywatch.restorative.conferences.ConferenceFile.Context;
import org.junit.jupiter.api.Test;

/** What comes next of a conference, and by which day. */
class ConferenceDueTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 26);
    private static final Rhythm RULE = new Rhythm(2, 14, 7, 28, 14);

    @Test
    void aReferralIsLookedAtWithinTwoDaysAndTheyMeetWithinFourteen() {
        assertThat(due(ConferenceStage.REFERRED, null, List.of())).isEqualTo(by(Kind.LOOK_AT_IT, 2));
        assertThat(due(ConferenceStage.GATED, null, List.of())).isEqualTo(by(Kind.PREPARE, 14));
        assertThat(due(ConferenceStage.PREPARED, null, List.of())).isEqualTo(by(Kind.MEET, 14));
        assertThat(by(Kind.MEET, 14).isLate(MONDAY.plusDays(14))).as("on the day it is not late").isFalse();
        assertThat(by(Kind.MEET, 14).isLate(MONDAY.plusDays(15))).isTrue();
    }

    @Test
    void whatIsDueFirstOfPromisesAndTalksAfterOneWeekAndFour() {
        var early = promise(1, 3, Kept.OPEN);
        assertThat(due(ConferenceStage.AGREED, MONDAY, List.of(early))).isEqualTo(by(Kind.CHECK, 3));
        assertThat(due(ConferenceStage.AGREED, MONDAY, List.of(early.as(Kept.KEPT), promise(2, 20, Kept.OPEN))))
                .isEqualTo(by(Kind.TALK, 7));
        assertThat(due(ConferenceStage.AGREED, MONDAY, List.of(promise(2, 20, Kept.OPEN)), 8))
                .as("spoken with a day late").isEqualTo(by(Kind.CHECK, 20));
        assertThat(due(ConferenceStage.KEPT, MONDAY, List.of(), 8)).as("over the change of clocks")
                .isEqualTo(new ConferenceDue(Kind.TALK, LocalDate.of(2026, 11, 23)));
        assertThat(due(ConferenceStage.KEPT, MONDAY, List.of(), 8, 28)).isEqualTo(by(Kind.CLOSE, 28));
    }

    @Test
    void whoBrokeAPromiseMeetsAgainWithinFourteenDays() {
        assertThat(due(ConferenceStage.BROKEN, MONDAY, List.of())).isEqualTo(by(Kind.MEET_AGAIN, 14));
        assertThat(due(ConferenceStage.RECONVENED, MONDAY, List.of())).isEqualTo(by(Kind.PREPARE, 14));
        assertThat(due(ConferenceStage.PREPARED, MONDAY, List.of())).isEqualTo(by(Kind.MEET, 14));
        assertThat(due(ConferenceStage.CLOSED, MONDAY, List.of()).kind()).isEqualTo(Kind.NOTHING);
    }

    private static ConferenceDue by(Kind kind, int days) {
        return new ConferenceDue(kind, MONDAY.plusDays(days));
    }

    private static Promise promise(int number, int days, Kept kept) {
        return new Promise(number, "Yucca, Dana", "Bring the book back", MONDAY.plusDays(days), "It is there", kept);
    }

    private static ConferenceDue due(ConferenceStage stage, LocalDate agreed, List<Promise> promises, int... talks) {
        var file = ConferenceFile.fresh(List.of(), new Context(MONDAY, "", "GYM", "UNCLEAR", "NONE", List.of()));
        for (int days : talks) file = file.talked(MONDAY.plusDays(days));
        return ConferenceDue.of(new Conference(new UUID(3, 1), new UUID(3, 2), new UUID(3, 3), new UUID(3, 4), stage,
                ConferenceKind.CIRCLE, new UUID(1, 1), null, new Days(MONDAY, MONDAY, MONDAY, agreed, null), null, file,
                promises, 3), RULE);
    }
}
