package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.DayKind;
import org.junit.jupiter.api.Test;

/** From when those at a school learn that a tip waits which is not about a life. */
class WaitingNoticeTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);
    private static final WaitingNotice.Hours HOURS = new WaitingNotice.Hours(Duration.ofHours(1), LocalTime.of(8, 0),
            LocalTime.of(16, 0), 4);
    private static final List<BellDay> DAYS = List.of(bells(THURSDAY), bells(THURSDAY.plusDays(1)),
            bells(THURSDAY.plusDays(4)));

    @Test
    void whileTheSchoolIsOpenItIsTheEndOfTheQuarterHourWhateverItsMinute() {
        assertThat(due("2026-11-19T10:00:00")).isEqualTo("2026-11-19T10:15:00");
        assertThat(due("2026-11-19T10:03:21")).isEqualTo("2026-11-19T10:15:00");
        assertThat(due("2026-11-19T10:14:59")).isEqualTo("2026-11-19T10:15:00");
        assertThat(due("2026-11-19T15:50:00")).as("an hour after the last bell").isEqualTo("2026-11-19T16:00:00");
    }

    @Test
    void atNightAndOnAWeekendItIsTheNextMorningOfSchool() {
        assertThat(due("2026-11-19T05:00:00")).as("7:05, at a quarter").isEqualTo("2026-11-19T07:00:00");
        assertThat(due("2026-11-19T22:10:00")).isEqualTo("2026-11-20T07:00:00");
        assertThat(due("2026-11-20T16:30:00")).as("over the weekend").isEqualTo("2026-11-23T07:00:00");
    }

    @Test
    void whereNoSchoolDayComesSoonPeopleAreTakenToBeThereOnWeekdays() {
        assertThat(at(List.of(), "2026-07-03T22:10:00")).as("a Friday of summer").isEqualTo("2026-07-06T08:00:00");
        assertThat(at(List.of(), "2026-07-06T09:01:00")).isEqualTo("2026-07-06T09:15:00");
    }

    private static LocalDateTime due(String local) {
        return at(DAYS, local);
    }

    @Test
    void anotherRuleOfTheDistrictMovesTheMorning() {
        Instant night = LocalDateTime.parse("2026-07-03T22:10:00").atZone(PHOENIX).toInstant();
        var early = new WaitingNotice.Hours(Duration.ZERO, LocalTime.of(6, 40), LocalTime.of(13, 0), 0);
        assertThat(WaitingNotice.due(night, PHOENIX, List.of(), early).atZone(PHOENIX).toLocalDateTime())
                .as("at a quarter").isEqualTo("2026-07-06T06:30:00");
        Instant thursday = LocalDateTime.parse("2026-11-19T05:00:00").atZone(PHOENIX).toInstant();
        assertThat(WaitingNotice.due(thursday, PHOENIX, DAYS, early).atZone(PHOENIX).toLocalDateTime())
                .as("the first bell").isEqualTo("2026-11-19T08:00:00");
    }

    private static LocalDateTime at(List<BellDay> days, String local) {
        Instant now = LocalDateTime.parse(local).atZone(PHOENIX).toInstant();
        return WaitingNotice.due(now, PHOENIX, days, HOURS).atZone(PHOENIX).toLocalDateTime();
    }

    private static BellDay bells(LocalDate day) {
        return new BellDay(new UUID(1, 1), day, DayKind.REGULAR, LocalTime.of(8, 5), LocalTime.of(15, 0), false);
    }
}
