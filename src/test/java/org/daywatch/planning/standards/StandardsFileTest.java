package org.daywatch.planning.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch.planning.standards.Standard.Part;
import org.daywatch.platform.errors.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class StandardsFileTest {

    @Test
    void theExampleOfTheDocumentationIsTaken() throws IOException {
        var list = StandardsFile.read(Files.readAllBytes(Path.of("docs/formats/examples/plan-standards.csv")), "AZ");
        assertThat(list).extracting(Standard::code).containsExactly("AZ-01", "AZ-07", "AZ-30");
        assertThat(list.getFirst()).isEqualTo(new Standard("AZ", "AZ-01", Part.NIMS, "The plan names who has command, and how it is handed over.", "State list, 2026, standard 1", false, true));
    }

    @Test
    void columnsMayStandInAnyOrderAndMoreAreIgnored() {
        assertThat(read("\ufeffsource,state,Code,words,part\nLaw 5,AZ,X.1,Doors lock.,plan\n")).singleElement().extracting(Standard::part).isEqualTo(Part.PLAN);
    }

    @Test
    void everyWrongLineIsNamedWithColumnAndValueAndNothingIsTaken() {
        assertThatThrownBy(() -> read("part,code,words,source\nPLAN,A,Doors lock.,Law 5\nDOORS,A,x,\n")).isInstanceOfSatisfying(InvalidInput.class, wrong ->
                assertThat(wrong.errors()).extracting(e -> e.field() + "=" + e.value()).containsExactly("line 3, part=DOORS", "line 3, code=A", "line 3, words=x", "line 3, source="));
    }

    @Test
    void aLineOfAnotherStateIsRefused() {
        assertThatThrownBy(() -> read("part,code,words,source,state\nPLAN,A,Doors lock.,Law 5,AZ\nPLAN,B,Doors open.,Law 6,TX\n")).isInstanceOfSatisfying(InvalidInput.class, wrong ->
                assertThat(wrong.errors()).extracting(e -> e.field() + "=" + e.value()).containsExactly("line 3, state=TX"));
    }

    /** What the schema takes the reader takes, and the other way round. */
    @ParameterizedTest
    @CsvSource(value = {"PLAN|A-1|Doors lock.|Law 5|true", "DOORS|A-1|Doors lock.|Law 5|false", "PLAN|A 1|Doors lock.|Law 5|false", "PLAN||Doors lock.|Law 5|false", "PLAN|A-1|x|Law 5|false",
            "NIMS|A.1|Who leads.|L5|false"}, delimiter = '|')
    void theSchemaSaysTheSame(String part, String code, String words, String source, boolean good) throws IOException {
        var line = new java.util.LinkedHashMap<String, String>();
        line.put("part", part);
        line.put("code", code == null ? "" : code);
        line.put("words", words);
        line.put("source", source);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(Path.of("docs/formats/plan-standards.schema.json")));
        assertThat(schema.validate(JsonMapper.builder().build().writeValueAsString(line), InputFormat.JSON).isEmpty()).isEqualTo(good);
        var csv = "part,code,words,source\n" + String.join(",", line.values()) + "\n";
        if (good) assertThat(read(csv)).hasSize(1);
        else assertThatThrownBy(() -> read(csv)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFileThatIsNoListIsRefused() {
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("eop.standards.wrong.columns");
        assertThatThrownBy(() -> read("")).hasMessageContaining("eop.standards.wrong.number");
        assertThatThrownBy(() -> StandardsFile.read(new byte[] {(byte) 0xff, 1, 2}, "AZ")).hasMessageContaining("eop.standards.wrong.utf8");
        assertThatThrownBy(() -> StandardsFile.read("part,code,words,source\n".getBytes(StandardCharsets.UTF_8), "Arizona")).isInstanceOf(InvalidInput.class);
    }

    private static java.util.List<Standard> read(String csv) {
        return StandardsFile.read(csv.getBytes(StandardCharsets.UTF_8), "AZ");
    }
}
