package org.daywatch.journeys.year;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Counted;
import org.daywatch.transparency.programs.meters.LogWeeks;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Subjects;
import org.daywatch.transparency.programs.meters.YearDays;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The meters of the scripted Arizona year are those that were written by hand: hours with pace and forecast, weekly
 * logs.
 */
class MeterYearTest {

    private static final Set<String> LESSONS = Set.of("COHORT", "UNIVERSAL", "PREPARATION");

    private final Played arizona = Played.of("arizona");
    private final YearDays year = YearDays.of(arizona.script().schoolDays());

    @TestFactory
    Stream<DynamicTest> metersAreAsWrittenByHand() {
        return arizona.script().rows("expected-meters.csv").stream()
                .filter(row -> !row.getField("meter").equals("ON_CAMPUS"))
                .map(row -> DynamicTest.dynamicTest(
                        row.getField("as_of") + " " + row.getField("of") + " " + row.getField("meter"),
                        () -> hours(row)));
    }

    @TestFactory
    Stream<DynamicTest> logWeeksAreAsWrittenByHand() {
        return arizona.script().rows("expected-weeks.csv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getField("as_of"), () -> {
                    var asOf = LocalDate.parse(row.getField("as_of"));
                    var logs = List.of("aguilar", "brandt", "castaneda", "dunn", "escalante").stream()
                            .map(officer -> logs(officer, asOf)).toList();
                    assertThat(logs.stream().mapToInt(LogWeeks::asked).sum())
                            .isEqualTo(Integer.parseInt(row.getField("owed")));
                    assertThat(logs.stream().mapToInt(l -> l.missing().size()).sum())
                            .isEqualTo(Integer.parseInt(row.getField("missing")));
                    assertThat(logs.stream().mapToInt(l -> l.late().size()).sum()).as("signed late")
                            .isEqualTo(Integer.parseInt(row.getField("late")));
                }));
    }

    private void hours(NamedCsvRecord row) {
        var asOf = LocalDate.parse(row.getField("as_of"));
        var meter = Meter.of(requirement(row.getField("meter"), asOf), counted(row, asOf), year, asOf);
        assertThat(meter.amount()).as("amount").isEqualTo(number(row, "amount"));
        assertThat(meter.target()).as("target").isEqualTo(number(row, "target"));
        assertThat(meter.pace()).as("pace").isEqualTo(number(row, "pace"));
        assertThat(meter.forecast()).as("forecast").isEqualTo(number(row, "forecast"));
        assertThat(state(meter)).as("state").isEqualTo(row.getField("state"));
    }

    private Counted counted(NamedCsvRecord row, LocalDate asOf) {
        var facts = of(row, asOf);
        if (facts.isEmpty()) return Counted.UNKNOWN;
        var lessons = facts.stream()
                .filter(f -> LESSONS.contains(f.what()) && Subjects.counts(row.getField("meter"), "LRE:" + f.what()))
                .toList();
        return Counted.of(minutes(lessons),
                minutes(lessons.stream().filter(f -> !f.day().isBefore(year.recentFrom(asOf))).toList()),
                lessons.size());
    }

    /** What stands of an officer or of a post by the end of the day, of this school year. */
    private List<Script.Fact> of(NamedCsvRecord row, LocalDate asOf) {
        var of = row.getField("of").split(" ");
        return arizona.script().until(asOf).stream()
                .filter(f -> of[1].equals(of[0].equals("post") ? f.post() : f.officer()))
                .filter(f -> !f.day().isBefore(arizona.script().firstDay())
                        && !f.day().isAfter(arizona.script().lastDay()) && !f.detail().equals("withdrawn"))
                .toList();
    }

    private LogWeeks logs(String officer, LocalDate asOf) {
        var facts = arizona.script().until(asOf).stream().filter(f -> f.officer().equals(officer)).toList();
        var duty = facts.stream().filter(f -> f.what().equals("SHIFT")).map(f -> YearDays.week(f.day()))
                .collect(Collectors.toSet());
        var signed = weeks(facts, "SIGNED_OFFICER");
        signed.retainAll(weeks(facts, "SIGNED_ADMIN"));
        var signedOn = facts.stream().filter(f -> f.what().startsWith("SIGNED_"))
                .collect(Collectors.toMap(f -> LocalDate.parse(f.detail()), Script.Fact::day,
                        (a, b) -> a.isAfter(b) ? a : b));
        return LogWeeks.of(duty, signed, signedOn, requirement("LOG:WEEK:SIGNED", asOf).rule().number(), asOf);
    }

    private static Set<LocalDate> weeks(List<Script.Fact> facts, String signature) {
        return facts.stream().filter(f -> f.what().equals(signature)).map(f -> LocalDate.parse(f.detail()))
                .collect(Collectors.toSet());
    }

    private Requirement requirement(String subject, LocalDate day) {
        return arizona.requirements(day).stream().filter(r -> r.subject().equals(subject)).findFirst()
                .orElseThrow(() -> new AssertionError("no rule demands " + subject));
    }

    /**
     * The hand wrote SHORT where pace and forecast both fall short; the page shows behind, or missed once the year is
     * over.
     */
    static String state(Meter meter) {
        return switch (meter.standing()) {
            case MISSED -> "SHORT";
            case BEHIND -> meter.forecast() != null && meter.forecast() >= meter.target() ? "BEHIND" : "SHORT";
            default -> meter.standing().name();
        };
    }

    private static long minutes(List<Script.Fact> facts) {
        return facts.stream().mapToLong(Script.Fact::minutes).sum();
    }

    private static Long number(NamedCsvRecord row, String field) {
        return row.getField(field).isEmpty() ? null : Long.valueOf(row.getField(field));
    }
}
