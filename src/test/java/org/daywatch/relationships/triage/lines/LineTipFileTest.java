package org.daywatch.relationships.triage.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.relationships.triage.TipCategory;
import org.junit.jupiter.api.Test;

/** What a state's line hands over, row by row. */
class LineTipFileTest {

    private static final String HEAD = "line,id,received,school,category,about_a_life,language,words\n";
    private static final Instant NOW = Instant.parse("2026-08-03T13:00:00Z");
    private static final Campus SCHOOL = new Campus(new UUID(0, 1), new UUID(0, 2), "Quail Run School", "AZ",
            SchoolLevel.HIGH, ZoneId.of("America/Phoenix"));

    @Test
    void theExampleOfTheFormatIsTaken() throws IOException {
        var read = read(Files.readString(Path.of("docs/formats/examples/tips-import.csv")));
        assertThat(read.wrong()).isEmpty();
        assertThat(read.tips()).extracting(LineTip::number, LineTip::category, LineTip::life, LineTip::language)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("AZ-26-00417", TipCategory.BULLYING, false, "en"),
                        org.assertj.core.groups.Tuple.tuple("AZ-26-00418", null, false, "es"),
                        org.assertj.core.groups.Tuple.tuple("AZ-26-00421", TipCategory.SUICIDE, true, "en"));
        assertThat(read.tips().get(1).day()).as("the day at the school").isEqualTo(LocalDate.of(2026, 8, 2));
        assertThat(read.tips().get(2).receivedAt()).isEqualTo(Instant.parse("2026-08-03T12:58:00Z"));
    }

    @Test
    void eachWrongCellIsNamedByLineAndFieldAndGoodRowsAreTakenWithoutIt() {
        var read = read(HEAD + "H,1,2026-08-03 05:00,Nowhere High,FIGHT,maybe,en,words\n"
                + "H,2,2026-08-03 05:00,Quail Run School,other,no,en,\"Good, whole\nrow\"\n"
                + "H,3,tomorrow,Two,,yes,en,words\n,4,2026-08-03 07:00,040001,,yes,,\n"
                + "H,2,2026-08-03 05:00,040001,,no,en,again\nH,6,2020-01-01 05:00,040001,,no,en," + "x".repeat(4100));
        assertThat(read.tips()).extracting(LineTip::number).containsExactly("2");
        assertThat(read.wrong()).extracting(InvalidInput.FieldError::field, InvalidInput.FieldError::message)
                .containsExactly(wrong("line 2 school", "school"), wrong("line 2 category", "category"),
                        wrong("line 2 about_a_life", "life"), wrong("line 5 school", "schools"),
                        wrong("line 5 received", "received"), wrong("line 6 line", "missing"),
                        wrong("line 6 received", "future"), wrong("line 6 language", "missing"),
                        wrong("line 6 words", "missing"), wrong("line 7 id", "twice"), wrong("line 8 received", "old"),
                        wrong("line 8 words", "words"));
        assertThat(read.wrong()).as("no words of a tip").noneMatch(e -> e.value().contains("xxx"));
    }

    @Test
    void whatIsNoSuchTableIsRefusedWhole() {
        for (var text : List.of("", HEAD, "line,id\nH,1\n", HEAD + "H,\"1,2\n"))
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOfSatisfying(InvalidInput.class,
                    e -> assertThat(e.errors().getFirst().field()).isEqualTo("file"));
    }

    private static org.assertj.core.groups.Tuple wrong(String field, String why) {
        return org.assertj.core.groups.Tuple.tuple(field, "linetips.wrong." + why);
    }

    private static LineTipFile.Read read(String text) {
        return LineTipFile.read(text, word -> switch (word) {
            case "040001", "Quail Run School" -> List.of(SCHOOL);
            case "Two" -> List.of(SCHOOL, SCHOOL);
            default -> List.of();
        }, NOW);
    }
}
