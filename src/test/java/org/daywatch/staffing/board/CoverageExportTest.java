package org.daywatch.staffing.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Csv;
import org.daywatch.staffing.coverage.CoverageQueries;
import org.daywatch.staffing.coverage.PostDay.Absence;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.daywatch.staffing.coverage.PostDay;
import org.daywatch.staffing.coverage.SchoolDayCoverage;
import org.junit.jupiter.api.Test;

/**
 * Two posts of a day that is over: one officer came late and was called away, the other post nobody took.
 */
class CoverageExportTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Campus SCHOOL = new Campus(UUID.randomUUID(), UUID.randomUUID(), "Ocotillo High", "AZ",
            SchoolLevel.HIGH, PHOENIX);

    @Test
    void theExampleOfTheDocumentationIsWhatIsExportedAndEveryColumnIsExplained() throws IOException {
        var dana = new Attendance(UUID.randomUUID(), "Dana Vega", "ENDED", Instant.EPOCH, at("08:05"), at("15:20"),
                true, List.of(new Absence(at("12:00"), at("12:40"))));
        var day = SchoolDayCoverage.of(SCHOOL, "Mesquite Unified", List.of(post(dana), post()), at("16:00"),
                Duration.ofMinutes(5));
        String csv = Stream.of(CoverageExport.HEADER, CoverageExport.row(day))
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(Files.readString(Path.of("docs/formats/examples/coverage-export.csv"))).isEqualTo(csv);
        assertThat(day.required()).isEqualTo(day.covered() + day.uncovered() + day.toCome());
        String explained = Files.readString(Path.of("docs/formats/coverage-export.md"));
        assertThat(CoverageExport.HEADER).allSatisfy(
                column -> assertThat(explained).containsPattern("(?m)^\\|[^|]*\\b" + column + "\\b[^|]*\\|"));
    }

    private static CoverageQueries.Row post(Attendance... attendances) {
        var window = new Window(at("07:45"), at("15:15"));
        return new CoverageQueries.Row(new PostDay(UUID.randomUUID(), SCHOOL.id(), window, List.of(attendances)),
                SCHOOL.districtId(),
                LocalDate.of(2026, 8, 10), "SSO", "FILLED", 1, "REGULAR");
    }

    private static Instant at(String time) {
        return LocalDateTime.parse("2026-08-10T" + time).atZone(PHOENIX).toInstant();
    }
}
