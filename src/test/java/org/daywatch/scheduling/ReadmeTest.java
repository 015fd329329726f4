package org.daywatch.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.bound.LpBound;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.check.ScheduleChecker;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.ScheduleSolver;
import org.daywatch.scheduling.engine.SearchProgress;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.problem.AnswerFile;
import org.daywatch.scheduling.problem.Budget;
import org.daywatch.scheduling.problem.ScheduleAnswer.Status;
import org.daywatch.scheduling.problem.ScheduleFile;
import org.daywatch.scheduling.problem.ScheduleProblem.*;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.scheduling.problem.ScheduleWriter;
import org.junit.jupiter.api.Test;

/** What the README tells a stranger to write is what stands here, and it does what the README says. */
class ReadmeTest {

    @Test
    void threeShiftsOfWhichTwoOverlapTakeTwoOfficers() {
        // README
        var zone = ZoneId.of("America/Denver");
        var day = LocalDate.of(2026, 11, 16);
        var limit = new Policy("eight hours a day",
                new PeriodCap.CalendarDay(Duration.ofHours(8), HourKind.OFF_DUTY, PeriodCap.Days.ALL), true, day, null);
        var team = new Department("team", zone, List.of(limit.id()), Set.of());
        var library = new School("library", zone, null, Home.UNKNOWN, Set.of());
        var shifts = IntStream.of(7, 9, 13)
                .mapToObj(hour -> new Shift("from " + hour, library.id(), day,
                        new Window(day.atTime(hour, 0).atZone(zone).toInstant(),
                                day.atTime(hour + 4, 0).atZone(zone).toInstant()),
                        1, "SSO", Set.of(), "SCHOOL_SAFETY", 1, null, null))
                .toList();
        var officers = Stream.of("Ana", "Ben", "Cleo")
                .map(name -> new Officer(name, team.id(), Set.of("SSO"), List.of(), Home.UNKNOWN, 4_000, Set.of(),
                        List.of(), null, Wishes.NONE, History.NONE))
                .toList();
        var problem = new ScheduleProblem("a Monday", day, day, new Objective(Kind.FEWEST_OFFICERS, Weights.NONE),
                List.of(limit), List.of(team), List.of(library),
                shifts, officers, List.of(), List.of());
        var model = ScheduleModel.of(problem);
        byte[] file = ScheduleWriter.write(problem);
        var answer = ScheduleSolver
                .solve(model, ScheduleFile.sha256(file), new Budget.Moves(1_000), 1, 1, SearchProgress.SILENT)
                .bounded(LpBound.of(model, 5, 1));
        var check = ScheduleChecker.check(file, AnswerFile.write(answer, Kind.FEWEST_OFFICERS));
        // so far
        assertThat(answer.assignments()).extracting(Place::shift).containsExactlyInAnyOrder("from 7", "from 9",
                "from 13");
        assertThat(answer.objective()).isEqualTo(2);
        assertThat(answer.status()).isEqualTo(Status.OPTIMAL);
        assertThat(check.fine()).as(check.json()).isTrue();
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        var readme = Files.readString(Path.of("src/main/java/org/daywatch/scheduling/README.md"));
        var here = Files.readString(Path.of("src/test/java/org/daywatch/scheduling/ReadmeTest.java"));
        assertThat(lines(readme, "```java\n", "```")).isNotEmpty().isEqualTo(lines(here, "// README\n", "// so far\n"));
    }

    private static List<String> lines(String text, String from, String to) {
        int begin = text.indexOf(from) + from.length();
        return text.substring(begin, text.indexOf(to, begin)).lines().map(String::strip).filter(line -> !line.isEmpty())
                .toList();
    }
}
