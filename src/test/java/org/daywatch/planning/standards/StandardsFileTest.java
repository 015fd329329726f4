package org.daywatch.planning.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch.planning.standards.Standard.Part;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;

class StandardsFileTest {

    @Test
    void theExampleOfTheDocumentationIsTaken() throws IOException {
        var list = StandardsFile.read(Files.readAllBytes(Path.of("docs/formats/examples/plan-standards.csv")), "AZ");
        assertThat(list).extracting(Standard::code).containsExactly("AZ-01", "AZ-07", "AZ-30");
        assertThat(list.getFirst()).isEqualTo(
                new Standard("AZ", "AZ-01", Part.NIMS, "The plan names who has command, and how it is handed over.",
                        "State list, 2026, standard 1", false, true));
    }

    @Test
    void columnsMayStandInAnyOrderAndMoreAreIgnored() {
        assertThat(read("\ufeffsource,state,Code,words,part\nLaw 5,AZ,X.1,Doors lock.,plan\n")).singleElement()
                .extracting(Standard::part).isEqualTo(Part.PLAN);
    }

    @Test
    void everyWrongLineIsNamedWithColumnAndValueAndNothingIsTaken() {
        assertThatThrownBy(() -> read("part,code,words,source\nPLAN,A,Doors lock.,Law 5\nDOORS,A,x,\n"))
                .isInstanceOfSatisfying(InvalidInput.class,
                        wrong -> assertThat(wrong.errors()).extracting(e -> e.field() + "=" + e.value())
                                .containsExactly("line 3, part=DOORS", "line 3, code=A", "line 3, words=x",
                                        "line 3, source="));
    }

    @Test
    void aLineOfAnotherStateIsRefused() {
        assertThatThrownBy(
                () -> read("part,code,words,source,state\nPLAN,A,Doors lock.,Law 5,AZ\nPLAN,B,Doors open.,Law 6,TX\n"))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.errors())
                        .extracting(e -> e.field() + "=" + e.value()).containsExactly("line 3, state=TX"));
    }

    @Test
    void aFileThatIsNoListIsRefused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("eop.standards.wrong.columns");
        assertThatThrownBy(() -> read("")).hasMessageContaining("eop.standards.wrong.number");
        assertThatThrownBy(() -> StandardsFile.read(new byte[] {(byte) 0xff, 1, 2}, "AZ"))
                .hasMessageContaining("eop.standards.wrong.utf8");
        assertThatThrownBy(
                () -> StandardsFile.read("part,code,words,source\n".getBytes(StandardCharsets.UTF_8), "Arizona"))
                .isInstanceOf(InvalidInput.class);
    }

    private static java.util.List<Standard> read(String csv) {
        return StandardsFile.read(csv.getBytes(StandardCharsets.UTF_8), "AZ");
    }
}
