package org.daywatch.staffing.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.officers.Credential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffingFilesTest {
    private static final Path OFFICERS = Path.of("docs/formats/examples/officers.csv");
    private static final Path DUTY = Path.of("docs/formats/examples/duty.csv");
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    @TempDir Path folder;
    private final List<String> refused = new ArrayList<>();

    @Test
    void readsOfficersWithWhatTheyHold() {
        var reader = new OfficerRowReader();
        var officers = read(OFFICERS, OfficerRowReader.COLUMNS, reader::read);
        assertThat(officers).extracting(OfficerRow::badge).containsExactly("4101", "4102", "4103");
        assertThat(officers.get(0).languages()).containsExactly("en", "es");
        assertThat(officers.get(0).credentials()).extracting(Credential::kind)
                .containsExactly(Credential.Kind.STATE_CERTIFICATION, Credential.Kind.SSO_COURSE,
                        Credential.Kind.WORK_PERMISSION);
        assertThat(refused).containsExactly("5 Badge 4101: is already on line 2",
                "6 E-mail not-an-address: is not an email address",
                "6 Rank Captain: is not one of commander, detective, lieutenant, officer, sergeant",
                "6 Hired on 31/12/2020: is not a date of the calendar; write 2026-08-31 or 8/31/2026",
                "6 Home ZIP 8500: is not a ZIP code",
                "6 Languages Klingonese: is not a language; write a code such as es",
                "6 Roles XYZ: is not one of SRO, SSO, JPO",
                "6 State certification issued on : is missing", "6 SSO course hours : is missing");
    }

    @Test
    void readsHoursOnTheClockOfTheDepartment() {
        var reader = new DutyReader(department -> PHOENIX);
        var hours = read(DUTY, DutyReader.COLUMNS, reader::read);
        assertThat(hours).extracting(DutyRow::line).containsExactly(2, 3, 4, 5, 6, 10);
        assertThat(hours.get(0).window().start()).isEqualTo(Instant.parse("2026-08-31T14:00:00Z"));
        assertThat(hours.get(1).window().length()).isEqualTo(Duration.ofMinutes(150));
        assertThat(hours.get(3).kind()).isEqualTo(HourKind.LEAVE);
        assertThat(hours.get(3).window().length()).as("five whole days, the last one included")
                .isEqualTo(Duration.ofDays(5));
        assertThat(refused).containsExactly("7 Start 2026-08-31 16:00: overlaps the duty on line 2",
                "8 Start 2026-08-31 07:00: is the same entry as on line 2",
                "9 Kind patrol: is not one of comp, court, duty, leave, off_duty_elsewhere, overtime, sick, suspended",
                "11 Planned perhaps: is not yes or no",
                "11 End 2026-09-04 07:00: is not after the start 2026-09-04 15:00");
    }

    @Test
    void aNightInSpringHasNoHalfPastTwoAndANightInAutumnHasTwo() throws IOException {
        var reader = new DutyReader(department -> ZoneId.of("America/New_York"));
        var hours = read(Files.writeString(folder.resolve("duty.csv"), """
                Department,Badge,Kind,Start,End
                A,1,duty,2026-03-08 02:30,2026-03-08 06:00
                A,1,duty,2026-11-01 01:30,2026-11-01 01:45
                A,2,duty,2026-03-08T02:30-05:00,2026-03-08 06:00
                """), DutyReader.COLUMNS, reader::read);
        assertThat(refused).containsExactly(
                "2 Start 2026-03-08 02:30: does not exist in America/New_York: clocks jump over it that night");
        assertThat(hours.getFirst().window().length()).as("from the first half past one to the second quarter to two")
                .isEqualTo(Duration.ofMinutes(75));
        assertThat(hours.getLast().window().start()).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
    }

    private <T> List<T> read(Path file, List<ExpectedColumn> columns, Function<Row, T> reader) {
        var taken = new ArrayList<T>();
        try (Table table = Table.open(TextFile.open(file, file.getFileName().toString()), columns)) {
            for (Row row : table) {
                T read = reader.apply(row);
                if (read != null) taken.add(read);
                for (RefusedCell c : row.faults())
                    refused.add(c.line() + " " + c.field() + " " + c.value() + ": " + c.reason());
            }
        }
        return taken;
    }
}
