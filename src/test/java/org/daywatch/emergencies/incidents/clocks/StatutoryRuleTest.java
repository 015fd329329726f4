package org.daywatch.emergencies.incidents.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.junit.jupiter.api.Test;

/** On the shipped rules, read from their migration, so that a rule changed there is the rule tested here. */
class StatutoryRuleTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Instant AFTERNOON = Instant.parse("2026-11-17T21:15:00Z"); // 14:15 at the school
    private static final Path MIGRATION = Path
            .of("src/main/java/org/daywatch/emergencies/migrations/seed/V052__rules_of_deadlines.sql");
    private static final Pattern ROW = Pattern.compile(
            "\\('([A-Z0-9-]+)', '([A-Z0-9_]+)', '([A-Z:]+)', ([0-9.]+), '([a-z]+)', '([0-9-]+)', null,\\s*'([^']+)', (true|false),\\s*'([^']+)'\\)");
    private static final List<ProgramRule> SHIPPED = shipped();
    private static final RuleBook BOOK = new RuleBook(SHIPPED);

    @Test
    void theShippedRowsSayWhichLawAndHowLongAndWhatIsStillToBeConfirmed() {
        assertThat(SHIPPED).extracting(r -> r.code() + " " + r.scope() + " " + r.value() + " " + r.unit() + " from "
                + r.validFrom() + ", " + r.source().replaceAll("[;,].*", "")).containsExactly(
                        "CUSTODY_ASK_OFFICER STATE:AZ 0.5 hours from 2026-07-01, A.R.S. 8-303",
                        "CUSTODY_PARENT_NOTICE STATE:AZ 1 hours from 2026-07-01, A.R.S. 8-303",
                        "CUSTODY_STATE_NOTICE STATE:AZ 1 hours from 2026-07-01, A.R.S. 8-303",
                        "RESTRAINT_SAME_DAY_NOTICE STATE:AZ 0 days from 2015-07-03, A.R.S. 15-105",
                        "RESTRAINT_LATEST_NOTICE STATE:AZ 24 hours from 2015-07-03, A.R.S. 15-105",
                        "RESTRAINT_WRITTEN_REPORT STATE:AZ 24 hours from 2015-07-03, A.R.S. 15-105");
        assertThat(SHIPPED).as("each is a reading of the law that counsel confirms").allMatch(ProgramRule::toConfirm);
        assertThat(SHIPPED).filteredOn(r -> r.code().startsWith("CUSTODY")).as("the law names no hour")
                .allMatch(r -> r.source().contains("a Daywatch proposal"));
        assertThat(SHIPPED).extracting(ProgramRule::code).as("none without a clock, no clock without one")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(StatutoryRule.values()).map(Enum::name).toList());
    }

    @Test
    void custodyAsksTheOfficerThenTellsTheParents() {
        var started = StatutoryRule.start(Kind.CUSTODY, false, AFTERNOON, PHOENIX, "AZ", BOOK);
        assertThat(started).extracting(s -> s.what().name() + " " + s.dueAt()).containsExactly(
                "CUSTODY_ASK_OFFICER 2026-11-17T21:45:00Z", "CUSTODY_PARENT_NOTICE 2026-11-17T22:15:00Z");
        assertThat(StatutoryRule.start(Kind.CUSTODY, true, AFTERNOON, PHOENIX, "AZ", BOOK)).extracting(s -> s.what())
                .containsExactly(StatutoryRule.CUSTODY_ASK_OFFICER, StatutoryRule.CUSTODY_STATE_NOTICE);
    }

    @Test
    void theSameDayEndsAtMidnightOfTheSchoolNotOfTheServer() {
        assertThat(StatutoryRule.start(Kind.RESTRAINT, false, AFTERNOON, PHOENIX, "AZ", BOOK))
                .extracting(s -> s.what().name() + " " + s.dueAt()).containsExactly(
                        "RESTRAINT_SAME_DAY_NOTICE 2026-11-18T07:00:00Z",
                        "RESTRAINT_LATEST_NOTICE 2026-11-18T21:15:00Z",
                        "RESTRAINT_WRITTEN_REPORT 2026-11-18T21:15:00Z");
    }

    @Test
    void whereNoLawIsInForceNothingRuns() {
        assertThat(StatutoryRule.start(Kind.CUSTODY, false, AFTERNOON, PHOENIX, "FL", BOOK)).isEmpty();
        assertThat(StatutoryRule.start(Kind.CUSTODY, false, Instant.parse("2026-06-30T20:00:00Z"), PHOENIX, "AZ", BOOK))
                .as("a day before the law").isEmpty();
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
        return new StatutoryClock(new java.util.UUID(1, 1), Kind.CUSTODY, "", "", AFTERNOON,
                StatutoryRule.CUSTODY_PARENT_NOTICE, due, "A.R.S. 8-303", true,
                answered == null
                        ? null
                        : new StatutoryClock.Answer(Outcome.DONE, answered, How.PHONE, "told by phone", "Kim Dell",
                                answered.plusSeconds(1200)));
    }

    private static List<ProgramRule> shipped() {
        try {
            return ROW.matcher(Files.readString(MIGRATION)).results()
                    .map(m -> new ProgramRule(m.group(1), m.group(2), m.group(3), new BigDecimal(m.group(4)),
                            m.group(5), LocalDate.parse(m.group(6)),
                            null, m.group(7), Boolean.parseBoolean(m.group(8)), m.group(9)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
