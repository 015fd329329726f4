package org.daywatch.journeys.year;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.clocks.ClockCommand;
import org.daywatch.transparency.programs.clocks.ClockDue;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.meters.StartDue;
import org.daywatch.transparency.programs.meters.YearDays;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Clocks of the scripted years: due at the instant that was written by hand, and answered in time or late. Certificates
 * are read from files of officers: LivedYearIT.
 */
class ClockYearTest {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Map<String, ClockKind> KINDS = Map.of("AGREEMENT:SERVICE", ClockKind.SERVICE_AGREEMENT,
            "NOTICE:OFFICE_72H", ClockKind.INCIDENT_REPORT,
            "REPORT:INSPECTION", ClockKind.INSPECTION_REPORT, "AUDIT:SAFETY", ClockKind.SAFETY_AUDIT,
            "EXCEPTION:ARMED_OFFICER", ClockKind.EXCEPTION_RENEWAL);
    private static final Map<String, ZoneId> ZONES = Map.of("arizona", ZoneId.of("America/Phoenix"), "texas",
            ZoneId.of("America/Chicago"), "florida", ZoneId.of("America/New_York"));

    @TestFactory
    Stream<DynamicTest> clocksAreDueAndAnsweredAsWrittenByHand() {
        return ZONES.keySet().stream().sorted().flatMap(state -> {
            var played = Played.of(state);
            return played.script().rows("expected-clocks.csv").stream()
                    .filter(r -> KINDS.containsKey(r.getField("clock")))
                    .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                        var clock = clock(played, row,
                                requirement(played, KINDS.get(row.getField("clock")).subject(), row), ZONES.get(state),
                                YearDays.of(played.script().schoolDays()));
                        assertThat(clock.dueAt()).isEqualTo(due(row.getField("due"), ZONES.get(state)));
                        assertThat(standing(clock, end(row.getField("as_of"), ZONES.get(state))))
                                .isEqualTo(row.getField("state"));
                    }));
        });
    }

    /** The thirtieth day after an officer's start at the school is the last in time. */
    @TestFactory
    Stream<DynamicTest> agreementsFromTheStartOfEachOfficer() {
        var states = Map.of("RUNNING", StartDue.State.OPEN, "OVERDUE", StartDue.State.OVERDUE, "IN_TIME",
                StartDue.State.IN_TIME, "STOPPED_LATE", StartDue.State.LATE);
        var played = Played.of("arizona");
        return played.script().rows("expected-clocks.csv").stream()
                .filter(r -> r.getField("clock").equals("AGREEMENT:SERVICE"))
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    var stopped = row.getField("stopped").isEmpty() ? null : LocalDate.parse(row.getField("stopped"));
                    var due = StartDue.of(requirement(played, "AGREEMENT:SERVICE", row),
                            LocalDate.parse(row.getField("start")), stopped, LocalDate.parse(row.getField("as_of")));
                    assertThat(due.by()).isEqualTo(row.getField("due"));
                    assertThat(due.state()).isEqualTo(states.get(row.getField("state")));
                }));
    }

    private static ProgramClock clock(Played played, NamedCsvRecord row, Requirement requirement, ZoneId zone,
            YearDays year) {
        var started = begin(row.getField("start"), zone);
        var due = ClockDue.of(requirement.rule(), started, zone, year);
        var clock = new ProgramClock(NOBODY, NOBODY, NOBODY, NOBODY, null, KINDS.get(row.getField("clock")),
                row.getField("of"), "", started, ClockDue.warnAt(started, due), due,
                requirement.rule().version(), false, new State.Running(), 0);
        if (row.getField("stopped").isEmpty()) return clock;
        var stopped = end(row.getField("stopped"), zone);
        return clock.decide(ClockCommand.Answer.seen(stopped, "told", "the district"), stopped).orThrow().state();
    }

    private static String standing(ProgramClock clock, Instant now) {
        if (clock.state() instanceof State.Answered answered) return answered.late() ? "STOPPED_LATE" : "IN_TIME";
        return clock.late(now) ? "OVERDUE" : "RUNNING";
    }

    private static Requirement requirement(Played played, String subject, NamedCsvRecord row) {
        var day = LocalDate.parse(row.getField("as_of").substring(0, "2026-08-03".length()));
        return played.requirements(day).stream().filter(r -> r.subject().equals(subject)).findFirst()
                .orElseThrow(() -> new AssertionError("no rule demands " + subject));
    }

    private static Instant begin(String words, ZoneId zone) {
        return words.contains("T")
                ? OffsetDateTime.parse(words).toInstant()
                : LocalDate.parse(words).atStartOfDay(zone).toInstant();
    }

    /** The last second of a day; of an instant that instant. */
    private static Instant end(String words, ZoneId zone) {
        return words.contains("T")
                ? OffsetDateTime.parse(words).toInstant()
                : LocalDate.parse(words).plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    private static Instant due(String words, ZoneId zone) {
        return words.contains("T")
                ? OffsetDateTime.parse(words).toInstant()
                : LocalDate.parse(words).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static String name(NamedCsvRecord row) {
        return row.getField("as_of") + " " + row.getField("clock") + " of " + row.getField("of");
    }
}
