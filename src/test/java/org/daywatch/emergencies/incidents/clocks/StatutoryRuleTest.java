package org.daywatch.emergencies.incidents.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.daywatch.directory.ProgrammeRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.junit.jupiter.api.Test;

class StatutoryRuleTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Instant AFTERNOON = Instant.parse("2026-11-17T21:15:00Z"); // 14:15 at the school
    private static final RuleBook BOOK = new RuleBook(List.of(rule("CUSTODY_ASK_OFFICER", "0.5", "hours"), rule("CUSTODY_PARENT_NOTICE", "1", "hours"),
            rule("CUSTODY_STATE_NOTICE", "1", "hours"), rule("RESTRAINT_SAME_DAY_NOTICE", "0", "days"), rule("RESTRAINT_LATEST_NOTICE", "24", "hours"),
            rule("RESTRAINT_WRITTEN_REPORT", "24", "hours")));

    @Test
    void custodyAsksTheOfficerThenTellsTheParents() {
        var started = StatutoryRule.start(Kind.CUSTODY, false, AFTERNOON, PHOENIX, "AZ", BOOK);
        assertThat(started).extracting(s -> s.what().name() + " " + s.dueAt()).containsExactly("CUSTODY_ASK_OFFICER 2026-11-17T21:45:00Z", "CUSTODY_PARENT_NOTICE 2026-11-17T22:15:00Z");
        assertThat(StatutoryRule.start(Kind.CUSTODY, true, AFTERNOON, PHOENIX, "AZ", BOOK)).extracting(s -> s.what())
                .containsExactly(StatutoryRule.CUSTODY_ASK_OFFICER, StatutoryRule.CUSTODY_STATE_NOTICE);
    }

    @Test
    void theSameDayEndsAtMidnightOfTheSchoolNotOfTheServer() {
        assertThat(StatutoryRule.start(Kind.RESTRAINT, false, AFTERNOON, PHOENIX, "AZ", BOOK)).extracting(s -> s.what().name() + " " + s.dueAt()).containsExactly(
                "RESTRAINT_SAME_DAY_NOTICE 2026-11-18T07:00:00Z", "RESTRAINT_LATEST_NOTICE 2026-11-18T21:15:00Z", "RESTRAINT_WRITTEN_REPORT 2026-11-18T21:15:00Z");
    }

    @Test
    void whereNoLawIsInForceNothingRuns() {
        assertThat(StatutoryRule.start(Kind.CUSTODY, false, AFTERNOON, PHOENIX, "FL", BOOK)).isEmpty();
        assertThat(StatutoryRule.start(Kind.CUSTODY, false, Instant.parse("2026-06-30T20:00:00Z"), PHOENIX, "AZ", BOOK)).as("a day before the law").isEmpty();
    }

    @Test
    void lateIsSaidWhileItIsOpenAndAfterItWasDone() {
        var due = AFTERNOON.plusSeconds(3600);
        assertThat(clock(due, null).late(due)).isFalse();
        assertThat(clock(due, null).late(due.plusSeconds(1))).isTrue();
        assertThat(clock(due, due.minusSeconds(1)).late(due.plusSeconds(9000))).isFalse();
        assertThat(clock(due, due.plusSeconds(1)).late(due.plusSeconds(9000))).isTrue();
        assertThat(clock(due, null).minutesLeft(due.minusSeconds(90))).isEqualTo(1);
        assertThat(clock(due, null).minutesLeft(due.plusSeconds(90))).isEqualTo(-2);
    }

    @Test
    void whoeverMustActIsWarnedWhenAQuarterOfTheTimeIsLeftAndNotMoreThanTwoHoursBefore() {
        assertThat(clock(AFTERNOON.plusSeconds(3600), null).warnedAt()).isEqualTo(AFTERNOON.plusSeconds(2700));
        assertThat(clock(AFTERNOON.plusSeconds(86400), null).warnedAt()).isEqualTo(AFTERNOON.plusSeconds(79200));
    }

    private static StatutoryClock clock(Instant due, Instant answered) {
        return new StatutoryClock(new java.util.UUID(1, 1), Kind.CUSTODY, "", "", AFTERNOON, StatutoryRule.CUSTODY_PARENT_NOTICE, due, "A.R.S. 8-303", true,
                answered == null ? null : new StatutoryClock.Answer(Outcome.DONE, answered, How.PHONE, "told by phone", "Kim Dell", answered.plusSeconds(1200)));
    }

    private static ProgrammeRule rule(String code, String value, String unit) {
        return new ProgrammeRule(code, code, "STATE:AZ", new BigDecimal(value), unit, LocalDate.of(2026, 7, 1), null, "test", true, "words");
    }
}
