package org.daywatch.transparency.activitylog.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.junit.jupiter.api.Test;

/** What an officer taps is taken as they mean it, and what is wrong is named at its field. */
class LogEntryTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Instant NOW = Instant.parse("2026-11-17T18:00:00Z"); // 11:00 in Phoenix
    private static final UUID ID = UUID.randomUUID();

    @Test
    void aTapOnMinutesMeansThatItHasJustEnded() {
        var entry = read("kind", "ARRIVAL", "minutes", "25");
        assertThat(entry.from()).isEqualTo("2026-11-17T17:35:00Z");
        assertThat(entry.to()).isEqualTo(NOW);
        assertThat(entry.day()).isEqualTo(LocalDate.of(2026, 11, 17));
    }

    @Test
    void anEntryMadeWithoutNetworkKeepsTheTimeAtWhichItWasMade() {
        assertThat(read("kind", "LUNCH", "minutes", "30", "madeAt", "2026-11-16T19:00:00.123Z").from())
                .isEqualTo("2026-11-16T18:30:00Z");
    }

    @Test
    void aFastPhoneWritesNothingIntoTheFuture() {
        assertThat(read("kind", "LUNCH", "minutes", "30", "madeAt", "2026-11-17T23:00:00Z").madeAt()).isEqualTo(NOW);
    }

    @Test
    void aLessonNamesItsClassAndCountsItsHeads() {
        assertThat(wrong("kind", "LESSON_COHORT", "minutes", "50")).containsOnlyKeys("label", "people");
        var lesson = read("kind", "LESSON_COHORT", "minutes", "50", "label", "Civics, period 3", "people", "26",
                "lesson", "4", "lessons", "8", "teacher", "yes");
        assertThat(lesson.kind()).isEqualTo(ActivityKind.LESSON_COHORT);
        assertThat(lesson.details().people()).isEqualTo(26);
        assertThat(lesson.details().teacher()).isTrue();
    }

    @Test
    void nobodySaidWhetherATeacherWasThereIsNotTheSameAsNo() {
        assertThat(read("kind", "ARRIVAL", "minutes", "5").details().teacher()).isNull();
        assertThat(read("kind", "ARRIVAL", "minutes", "5").details().people()).as("not counted").isNull();
        assertThat(read("kind", "ARRIVAL", "minutes", "5", "people", "0").details().people()).as("counted: none")
                .isZero();
    }

    @Test
    void offCampusNeedsAReason() {
        assertThat(wrong("kind", "OFF_CAMPUS", "minutes", "60")).containsOnlyKeys("reason");
        assertThat(read("kind", "OFF_CAMPUS", "minutes", "60", "reason", "Court, subpoena").reason())
                .isEqualTo("Court, subpoena");
    }

    @Test
    void anImproperRequestMayTakeNoMinutesAndNothingElseMay() {
        assertThat(read("kind", "IMPROPER_BUS_DUTY").minutes()).isZero();
        assertThat(wrong("kind", "DOOR_SWEEP")).containsOnlyKeys("minutes");
        assertThat(wrong("kind", "DOOR_SWEEP", "other", "900")).containsOnlyKeys("other");
    }

    @Test
    void nobodyTapsWhatTheClockAndOtherRoomsSay() {
        assertThat(wrong("kind", "ON_POST", "minutes", "60")).containsKey("kind");
        assertThat(wrong("kind", "DRILL", "minutes", "60")).containsKey("kind");
    }

    @Test
    void anotherDayNeedsItsTimeAndLiesNeitherAheadNorLongAgo() {
        assertThat(wrong("kind", "LUNCH", "minutes", "30", "day", "2026-11-16")).containsOnlyKeys("time");
        assertThat(wrong("kind", "LUNCH", "minutes", "30", "day", "2026-11-18", "time", "12:00"))
                .containsOnlyKeys("time");
        assertThat(wrong("kind", "LUNCH", "minutes", "30", "day", "2026-01-12", "time", "12:00"))
                .containsOnlyKeys("day");
        assertThat(wrong("kind", "LUNCH", "minutes", "30", "day", "yesterday", "time", "12:00"))
                .containsOnlyKeys("day");
    }

    @Test
    void lessonNineOfEightIsWrong() {
        assertThat(wrong("kind", "LESSON_COHORT", "minutes", "50", "label", "Civics", "people", "26", "lesson", "9",
                "lessons", "8")).containsOnlyKeys("lesson");
    }

    @Test
    void aReasonForComingAfterASignatureIsAsShortAsANote() {
        assertThat(wrong("kind", "DOOR_SWEEP", "minutes", "15", "correction", "x".repeat(LogEntry.LONGEST_NOTE + 1)))
                .containsOnlyKeys("correction");
    }

    private static LogEntry read(String... fields) {
        return LogEntry.read(typed(fields), PHOENIX, NOW);
    }

    private static Map<String, String> wrong(String... fields) {
        return catchThrowableOfType(InvalidInput.class, () -> read(fields)).byField();
    }

    private static Map<String, String> typed(String... fields) {
        var typed = new HashMap<>(Map.of("id", ID.toString()));
        for (int i = 0; i < fields.length; i += 2) typed.put(fields[i], fields[i + 1]);
        return typed;
    }
}
