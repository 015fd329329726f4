package org.daywatch.prevention.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.prevention.checkpoints.Checkpoint.Kind;
import org.junit.jupiter.api.Test;

class CheckpointFileTest {

    @Test
    void readsASpreadsheetWithOrWithoutTheMarkAtItsBeginning() {
        var forms = CheckpointFile.read(
                "\uFEFFkind,name,place,order,outer,every_days\nDOOR,Main entrance,North side,10,yes,\ncamera,Camera 12,,310,no,14\n");
        assertThat(forms).containsExactly(
                new CheckpointForm(Kind.DOOR, "Main entrance", "North side", null, null, 10, true, null),
                new CheckpointForm(Kind.CAMERA, "Camera 12", "", null, null, 310, false, 14));
    }

    @Test
    void theExampleOfTheFormatIsTakenAndComesOutAsItCameIn() throws java.io.IOException {
        var text = java.nio.file.Files.readString(java.nio.file.Path.of("docs/formats/examples/checkpoints.csv"));
        var again = CheckpointFile.read(text).stream()
                .map(f -> CheckpointFile
                        .row(new Checkpoint(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), f.kind(),
                                f.name(), f.place(), null, null,
                                f.position(), f.outer(), f.everyDays(), Instant.EPOCH, null, null, 1))
                        .stream().map(c -> c.toString().contains(",") ? "\"" + c + "\"" : c.toString())
                        .collect(java.util.stream.Collectors.joining(",")))
                .toList();
        assertThat(again).isEqualTo(text.lines().skip(1).toList());
    }

    @Test
    void namesEveryWrongLineAndTakesNone() {
        var wrong = wrong(
                "kind,name,place,order,outer,every_days\nDOOR,Main,,1,yes,\nWINDOW,Oriel,,2,no,\nCAMERA,Camera 1,,x,yes,\nDOOR,MAIN,,4,perhaps,500\n")
                .errors();
        assertThat(wrong).extracting(InvalidInput.FieldError::field).containsExactlyInAnyOrder("line 3 kind",
                "line 4 position", "line 4 outer", "line 5 outer", "line 5 every");
        assertThat(wrong("kind,name\nDOOR,Main\nDOOR,main\n").errors()).extracting(InvalidInput.FieldError::message)
                .containsExactly("checkpoints.wrong.name.used");
        assertThat(wrong("kind,name\n").errors()).extracting(InvalidInput.FieldError::message)
                .containsExactly("checkpoints.file.empty");
        assertThat(wrong("name,kind\n\"Main,DOOR\n").errors()).isNotEmpty();
    }

    @Test
    void onlyDoorsAndGatesAreSweptAndAMarkIsWholeOrNone() {
        assertThat(catchThrowableOfType(InvalidInput.class,
                () -> CheckpointForm.read(java.util.Map.of("kind", "FENCE", "name", "Canal", "outer", "yes")))
                .byField()).containsOnlyKeys("outer");
        assertThat(catchThrowableOfType(InvalidInput.class,
                () -> CheckpointForm.read(java.util.Map.of("kind", "DOOR", "name", "A", "plan",
                        UUID.randomUUID().toString(), "across", "101")))
                .byField())
                .containsOnlyKeys("across", "down");
    }

    @Test
    void oneThatWasNeverSeenCountsFromTheDayItWasAddedByTheSchoolsCalendar() {
        var zone = ZoneId.of("America/Phoenix");
        var added = Instant.parse("2026-11-02T06:30:00Z"); // still 1 November there
        var door = new Checkpoint(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), Kind.DOOR, "Main", "",
                null, null, 1, true, null, added, null, null, 1);
        assertThat(door.last(zone)).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    private static InvalidInput wrong(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> CheckpointFile.read(text));
    }
}
