package org.daywatch.staffing.workedhours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.Csv;
import org.daywatch.staffing.punches.Doubt;
import org.daywatch.staffing.shifts.Punch.Proof;
import org.daywatch.staffing.shifts.Punch;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.workedhours.WorkedHours.Part;
import org.junit.jupiter.api.Test;

/** A-34, F-17, P-18 of docs/security. */
class WorkedHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @Test
    void payableIsWhatWasBothScheduledAndWorked() {
        assertThat(minutes(parts("2026-08-10T07:00", "2026-08-10T15:00", "2026-08-10T06:50", "2026-08-10T15:20",
                Proof.DESK_CODE, 1)))
                .containsExactly("2026-08-10 worked 510 payable 480 paid 480");
        assertThat(minutes(parts("2026-08-10T07:00", "2026-08-10T15:00", "2026-08-10T07:18", "2026-08-10T14:00",
                Proof.DESK_PERSON, 1)))
                .containsExactly("2026-08-10 worked 402 payable 402 paid 402");
    }

    @Test
    void aCheckInNobodyConfirmedIsShownAndNotPaid() {
        assertThat(minutes(parts("2026-08-10T07:00", "2026-08-10T15:00", "2026-08-10T07:00", "2026-08-10T15:00",
                Proof.POSITION, 15)))
                .containsExactly("2026-08-10 worked 480 payable 0 paid 0");
    }

    @Test
    void aShiftOverMidnightIsCutThereAndLosesNoMinute() {
        assertThat(minutes(parts("2026-10-16T17:00", "2026-10-17T01:00", "2026-10-16T16:58:40", "2026-10-17T01:05:20",
                Proof.DESK_CODE, 1)))
                .containsExactly("2026-10-16 worked 421 payable 420 paid 420",
                        "2026-10-17 worked 65 payable 60 paid 60");
    }

    @Test
    void theNightTheClockGoesBackIsAnHourLonger() {
        assertThat(minutes(parts("2026-10-31T20:00", "2026-11-01T04:00", "2026-10-31T20:00", "2026-11-01T04:00",
                Proof.DESK_CODE, 1)))
                .containsExactly("2026-10-31 worked 240 payable 240 paid 240",
                        "2026-11-01 worked 300 payable 300 paid 300");
    }

    @Test
    void theWholeShiftIsRoundedAndItsDaysAddUpToIt() {
        var parts = parts("2026-10-16T17:00", "2026-10-17T01:00", "2026-10-16T17:08", "2026-10-17T00:20",
                Proof.DESK_CODE, 15);
        assertThat(minutes(parts)).containsExactly("2026-10-16 worked 412 payable 412 paid 405",
                "2026-10-17 worked 20 payable 20 paid 30");
        assertThat(parts.stream().mapToLong(Part::paid).sum()).isEqualTo(435);
    }

    @Test
    void halfAStepIsRoundedUp() {
        assertThat(Stream.of(0, 7, 8, 22, 23, 480).map(m -> WorkedHours.rounded(m, 15))).containsExactly(0L, 0L, 15L,
                15L, 30L, 480L);
        assertThat(WorkedHours.rounded(3, 6)).as("a tenth of an hour").isEqualTo(6);
        assertThat(WorkedHours.rounded(437, 1)).isEqualTo(437);
    }

    @Test
    void sumsCountAShiftOnce() {
        var all = Stream.concat(
                parts("2026-10-16T17:00", "2026-10-17T01:00", "2026-10-16T17:00", "2026-10-17T01:00", Proof.DESK_CODE,
                        1).stream(),
                Stream.empty()).toList();
        assertThat(WorkedTotals.OFFICER.header()).startsWith("officer", "department", "shifts");
        assertThat(WorkedTotals.OFFICER.rows(all.stream()))
                .containsExactly(List.of("Dana Vega", "Copper Valley Police", 1L, 480L, 480L, 480L, "8.00"));
        assertThat(WorkedTotals.SCHOOL.rows(all.stream()))
                .containsExactly(List.of("Ocotillo High", 1L, 480L, 480L, 480L, "8.00"));
        assertThat(WorkedTotals.DEPARTMENT.header().getFirst()).isEqualTo("department");
    }

    @Test
    void theExampleOfTheDocumentationIsWhatIsExportedAndEveryColumnIsExplained() throws IOException {
        var parts = parts("2026-10-16T17:00", "2026-10-17T01:00", "2026-10-16T17:08", "2026-10-17T00:20",
                Proof.DESK_CODE, 15);
        String csv = Stream.concat(Stream.of(WorkedHours.HEADER), parts.stream().map(WorkedHours::row))
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(Files.readString(Path.of("docs/formats/examples/worked-hours.csv"))).isEqualTo(csv);
        String explained = Files.readString(Path.of("docs/formats/worked-hours.md"));
        assertThat(WorkedHours.HEADER).allSatisfy(
                column -> assertThat(explained).containsPattern("(?m)^\\|[^|]*\\b" + column + "\\b[^|]*\\|"));
    }

    private static List<String> minutes(List<Part> parts) {
        return parts.stream()
                .map(p -> p.day() + " worked " + p.worked() + " payable " + p.payable() + " paid " + p.paid()).toList();
    }

    private static List<Part> parts(String from, String to, String in, String out, Proof proof, int rounding) {
        var window = new Window(at(from), at(to));
        var state = new State.Ended(new Punch(at(in), proof, null, List.of(new Doubt(Doubt.Kind.TOO_FAST, 297, 150))),
                at(out), "");
        var shift = new Shift(ID, ID, ID, ID, ID, ID, ID, "Dana Vega", ID, window,
                new Shift.Acceptance(at(from), null, null, "{}"), state, 1);
        return WorkedHours.parts(new Card(shift, "Ocotillo High", NEW_YORK), "Copper Valley Police", rounding);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
    }
}
