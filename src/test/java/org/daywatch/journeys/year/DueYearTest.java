package org.daywatch.journeys.year;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The due lists of the scripted years are those that were written by hand. */
class DueYearTest {

    static final String FILE = "expected-due.csv";
    /** Days of schools of which every line was written. */
    private static final String WHOLE = "whole-due.csv";
    private static final Map<Path, List<Row>> ROWS = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> dueListsAreAsWrittenByHand() {
        return Stream.of("arizona", "texas", "florida").flatMap(state -> {
            var played = Played.of(state);
            var lists = new TreeMap<String, List<Row>>(rows(played.script()).stream()
                    .collect(Collectors.groupingBy(r -> r.asOf() + " " + r.school() + " " + r.subject())));
            return lists.entrySet().stream().map(list -> DynamicTest.dynamicTest(state + " " + list.getKey(), () -> {
                var first = list.getValue().getFirst();
                assertThat(lines(played.due(first.school(), first.asOf()), first.subject()))
                        .containsExactlyInAnyOrderElementsOf(list.getValue().stream().map(Row::line).toList());
            }));
        });
    }

    /**
     * On each day that was written: a subject that stands nowhere is too much, and so is on a school's last day one
     * that does not stand on that day. On a day of which the whole list was written, line for line nothing else is
     * there.
     */
    @TestFactory
    Stream<DynamicTest> nothingIsDueThatNobodyWrote() {
        return Stream.of("arizona", "texas", "florida").flatMap(state -> {
            var played = Played.of(state);
            return rows(played.script()).stream().map(r -> r.asOf() + " " + r.school()).distinct()
                    .map(list -> DynamicTest.dynamicTest(state + " " + list, () -> {
                        var asOf = LocalDate.parse(list.split(" ")[0]);
                        var school = list.split(" ")[1];
                        var softly = new SoftAssertions();
                        nothingElse(played.script(), school, asOf, played.due(school, asOf), softly);
                        softly.assertAll();
                    }));
        });
    }

    /**
     * Day by day with a moved clock: what was done stays done, what is missed stays missed, and a state only moves
     * forward.
     */
    @TestFactory
    Stream<DynamicTest> fromDayToDayAStateOnlyMovesForward() {
        return Map.of("arizona", "palo-brea", "texas", "live-oak-bend", "florida", "mangrove").entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    var played = Played.of(e.getKey());
                    var before = new TreeMap<String, Due.State>();
                    for (LocalDate day : played.script().firstDay().datesUntil(played.script().lastDay().plusDays(10))
                            .toList()) {
                        var now = new TreeMap<String, Due.State>();
                        for (Due due : played.due(e.getValue(), day))
                            now.put(due.requirement().rule().code() + " " + due.number() + " " + due.from() + " "
                                    + due.by(), due.state());
                        before.forEach((what, state) -> assertThat(mayFollow(state, now.get(what)))
                                .as("%s on %s: %s after %s", what, day, now.get(what), state).isTrue());
                        before.putAll(now);
                    }
                    assertThat(before.values()).contains(Due.State.DONE);
                }));
    }

    @Test
    void theNinthDrillOfASemesterIsOneTooMany() {
        var texas = Played.of("texas");
        for (var row : texas.script().rows("expected-meters.csv").stream()
                .filter(r -> r.getField("meter").startsWith("CEILING")).toList()) {
            var counting = row.getField("meter").endsWith("HALF") ? Counting.AT_MOST_HALF : Counting.AT_MOST_YEAR;
            var asOf = LocalDate.parse(row.getField("as_of"));
            var excess = texas.due("live-oak-bend", asOf).stream()
                    .filter(d -> d.requirement().kind() == Kind.CEILING && d.requirement().counting() == counting)
                    .filter(d -> !asOf.isBefore(d.from()) && !asOf.isAfter(d.by())).toList();
            int over = Math.max(0, Integer.parseInt(row.getField("amount")) - Integer.parseInt(row.getField("target")));
            assertThat(excess).as("%s on %s", row.getField("meter"), asOf).hasSize(over);
            assertThat(over > 0).isEqualTo(row.getField("state").equals("EXCEEDED"));
            if (over > 0) assertThat(excess.getFirst().number()).isEqualTo(9);
        }
    }

    /** Sweeps of the last six weeks with school that are over. */
    @Test
    void sixWeeksOfDoorSweepsAreAtHandButForTheTwoThatWereLeftOut() {
        var texas = Played.of("texas");
        for (var row : texas.script().rows("expected-weeks.csv")) {
            var asOf = LocalDate.parse(row.getField("as_of"));
            var weeks = texas.due(row.getField("of").substring("school ".length()), asOf).stream().filter(
                    d -> d.requirement().subject().equals("SWEEP:DOORS") && d.requirement().counting() == Counting.WEEK)
                    .filter(d -> texas.script().schoolDays().stream()
                            .noneMatch(day -> day.isAfter(asOf) && !day.isAfter(d.by())))
                    .toList();
            var last = weeks.subList(Math.max(0, weeks.size() - 6), weeks.size());
            assertThat(last).as("weeks on %s", asOf).hasSize(Integer.parseInt(row.getField("owed")));
            assertThat(last.stream().filter(d -> d.doneOn() == null)).as("weeks without a sweep on %s", asOf)
                    .hasSize(Integer.parseInt(row.getField("missing")));
            assertThat(last.stream().filter(d -> d.state() == Due.State.DONE_LATE)).as("weeks made up for on %s", asOf)
                    .hasSize(Integer.parseInt(row.getField("late")));
        }
    }

    /** Open deadlines in days stand in the due list too. */
    @TestFactory
    Stream<DynamicTest> clocksInDaysAreAsWrittenByHand() {
        var states = Map.of("RUNNING", Due.State.DUE, "OVERDUE", Due.State.LATE, "IN_TIME", Due.State.DONE,
                "STOPPED_LATE", Due.State.DONE_LATE);
        return Stream.of("texas", "florida").flatMap(state -> {
            var played = Played.of(state);
            var rows = played.script().rows("expected-clocks.csv").stream()
                    .filter(r -> r.getField("of").startsWith("school "));
            return rows.map(row -> DynamicTest
                    .dynamicTest(state + " " + row.getField("clock") + " " + row.getField("as_of"), () -> {
                        var due = played
                                .due(row.getField("of").substring("school ".length()),
                                        LocalDate.parse(row.getField("as_of")))
                                .stream()
                                .filter(d -> d.requirement().subject().equals(row.getField("clock"))).toList();
                        assertThat(due).hasSize(1);
                        assertThat(due.getFirst().by()).isEqualTo(row.getField("due"));
                        assertThat(due.getFirst().state()).isEqualTo(states.get(row.getField("state")));
                        assertThat(due.getFirst().doneOn() == null ? "" : due.getFirst().doneOn().toString())
                                .isEqualTo(row.getField("stopped"));
                    }));
        });
    }

    private static boolean mayFollow(Due.State before, Due.State now) {
        if (now == null) return false;
        return switch (before) {
            case COMING -> true;
            case DUE -> now != Due.State.COMING;
            case LATE -> now == Due.State.LATE || now == Due.State.MISSED || now == Due.State.DONE_LATE;
            case DONE, DONE_LATE, MISSED -> now == before;
        };
    }

    /** One line at one school. @param line as {@link #lines} says it */
    record Row(LocalDate asOf, String school, String subject, String line) {}

    /** A line that is the same at several schools names them all. */
    static List<Row> rows(Script script) {
        return ROWS.computeIfAbsent(script.folder(), f -> script.rows(FILE).stream().flatMap(r -> Stream
                .of(r.getField("school").split(" "))
                .map(school -> new Row(LocalDate.parse(r.getField("as_of")), school, r.getField("subject"), line(r))))
                .toList());
    }

    /** Ceilings stand among the meters: they are no thing to be done. A school nobody wrote a line for is not asked. */
    static void nothingElse(Script script, String school, LocalDate asOf, List<Due> dues, SoftAssertions softly) {
        var rows = rows(script).stream().filter(r -> r.school().equals(school)).toList();
        if (rows.isEmpty()) return;
        if (script.rows(WHOLE).stream()
                .anyMatch(r -> r.getField("as_of").equals(asOf.toString()) && r.getField("school").equals(school))) {
            var today = rows.stream().filter(r -> r.asOf().equals(asOf)).toList();
            // What an event starts runs as a clock in an installation and stands in the list of the command.
            var clocks = script.rows("expected-clocks.csv").stream()
                    .filter(r -> r.getField("of").equals("school " + school)).map(r -> r.getField("clock"))
                    .filter(clock -> today.stream().noneMatch(r -> r.subject().equals(clock)))
                    .collect(Collectors.toSet());
            softly.assertThat(
                    dues.stream().filter(d -> d.requirement().kind() != Kind.CEILING && !clocks.contains(subject(d)))
                            .map(d -> subject(d) + " " + line(d)))
                    .as("all that is due at %s on %s", school, asOf).containsExactlyInAnyOrderElementsOf(
                            today.stream().map(r -> r.subject() + " " + r.line()).toList());
            return;
        }
        var last = rows.stream().map(Row::asOf).max(LocalDate::compareTo).orElseThrow();
        var written = rows.stream().filter(r -> !asOf.equals(last) || r.asOf().equals(last)).map(Row::subject)
                .collect(Collectors.toSet());
        script.ifThere("expected-weeks.csv").stream().filter(r -> r.getField("of").equals("school " + school))
                .forEach(r -> written.add("SWEEP:DOORS"));
        script.rows("expected-clocks.csv").stream().filter(r -> r.getField("of").equals("school " + school))
                .forEach(r -> written.add(r.getField("clock")));
        softly.assertThat(
                dues.stream().filter(d -> d.requirement().kind() != Kind.CEILING).map(DueYearTest::subject).distinct())
                .as("what is due at %s on %s", school, asOf).isSubsetOf(written);
    }

    private static String subject(Due due) {
        return due.requirement().subject()
                + (due.requirement().counting() == Counting.FIRST_SCHOOL_DAYS ? " FIRST" : "");
    }

    private static String line(Due due) {
        return due.requirement().rule().code() + " " + due.number() + " from " + due.from() + " by " + due.by()
                + " done " + (due.doneOn() == null ? "" : due.doneOn()) + " " + due.state();
    }

    static List<String> lines(List<Due> dues, String subject) {
        return dues.stream().filter(d -> d.requirement().kind() != Kind.CEILING && subject(d).equals(subject))
                .map(DueYearTest::line).toList();
    }

    private static String line(NamedCsvRecord row) {
        return row.getField("code") + " " + row.getField("number") + " from " + row.getField("from") + " by "
                + row.getField("by") + " done " + row.getField("done") + " " + row.getField("state");
    }
}
