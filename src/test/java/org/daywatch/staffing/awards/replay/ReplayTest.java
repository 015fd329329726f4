package org.daywatch.staffing.awards.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.staffing.awards.AwardCase.award;
import static org.daywatch.staffing.awards.AwardCase.id;
import static org.daywatch.staffing.awards.AwardCase.officer;
import static org.daywatch.staffing.awards.AwardCase.tired;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.staffing.awards.AwardRecord;
import org.daywatch.staffing.awards.methods.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** A record replays equal as it was written, and names what somebody changed in it. */
class ReplayTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RECORD = AwardRecord
            .write(award(Method.LEAST_HOURS, officer(1, 20), officer(2, 12), tired(3)));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FIRST_COME")
    void everyMethodReplaysEqual(Method method) {
        var record = AwardRecord.write(award(method, officer(1, 20), officer(2, 12), tired(3), officer(4, 0)));
        assertThat(Replay.of(record, row(record)).differences()).isEmpty();
        assertThat(AwardRecord.write(org.daywatch.staffing.awards.AwardReader.read(record).decide())).isEqualTo(record);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "hours of the loser lowered | \"creditedMinutes\":1200 | \"creditedMinutes\":10 | decision.officer",
            "hours of the winner raised | \"creditedMinutes\":720 | \"creditedMinutes\":99999 | candidates[0].rank",
            "a key changed | \"keys\":[\"720\" | \"keys\":[\"719\" | candidates[0].keys",
            "ranks given otherwise | \"rank\":1 | \"rank\":7 | candidates[0].rank",
            "another winner | \"outcome\":\"AWARDED\",\"officer\":\"01987000-0000-7000-8000-000000000002\" | \"outcome\":\"AWARDED\",\"officer\":\"01987000-0000-7000-8000-000000000001\" | decision.officer",
            "said to be nobody | \"outcome\":\"AWARDED\" | \"outcome\":\"NOBODY\" | decision.outcome",
            "a failed rule taken out | \"failed\":[{ | \"failed\":[],\"was\":[{ | candidates[2].verdict.allowed",
            "figures that keep the limit | PT65H | PT63H | candidates[2].verdict.CAP_WEEK",
            "the method's keys shortened | \"keys\":[\"CREDITED_MINUTES\",\"HIRED_ON\" | \"keys\":[\"CREDITED_MINUTES\" | method.keys",
            "another number than the rule's | \"days\":28 | \"days\":90 | method.rules.AWARD_DAYS",
            "another method | \"name\":\"LEAST_HOURS\",\"version\":\"LEAST_HOURS/1\" | \"name\":\"SENIORITY\",\"version\":\"SENIORITY/1\" | decision.officer"})
    void whatSomebodyChangedIsNamed(String what, String from, String to, String where) {
        assertThat(RECORD).as("the record holds what is changed").contains(from);
        var replay = Replay.of(RECORD.replace(from, to), null);
        assertThat(replay.equal()).as(what).isFalse();
        assertThat(replay.differences()).extracting(Replay.Difference::where).contains(where);
    }

    @Test
    void aChangeThatFitsInItselfIsSeenByTheDigest() {
        var changed = RECORD.replace("Ocotillo High", "Mesquite High");
        assertThat(Replay.of(changed, row(RECORD)).differences()).extracting(Replay.Difference::where)
                .containsExactly("digest");
    }

    @Test
    void aRowThatNamesAnotherOfficerIsSeen() {
        assertThat(Replay.of(RECORD, new Replay.Row(AwardRecord.digest(RECORD), id(7), id(1))).differences())
                .extracting(Replay.Difference::where).containsExactly("row.officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"schema\":\"daywatch.roster\"}",
            "{\"schema\":\"daywatch.award\",\"version\":2}", "{\"schema\":\"daywatch.award\",\"version\":1}"})
    void whatIsNoRecordIsRefusedByName(String text) {
        assertThatThrownBy(() -> Replay.of(text, null)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBrokenFieldIsNamedWithItsValue() {
        assertThatThrownBy(() -> Replay.of(RECORD.replace("\"day\":\"2026-08-10\"", "\"day\":\"2026-08-32\""), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("post.day").hasMessageContaining("2026-08-32");
        assertThatThrownBy(() -> Replay.of(RECORD.replace("LEAST_HOURS/1", "LEAST_HOURS/0"), null))
                .hasMessageContaining("method.version");
    }

    @Test
    void theExamplesAreWhatIsWrittenAndFitTheirSchemas() throws Exception {
        assertThat(JSON.readTree(Files.readString(FORMATS.resolve("examples/award.json"))))
                .isEqualTo(JSON.readTree(RECORD));
        assertThat(schema("award").validate(RECORD, InputFormat.JSON)).isEmpty();
        var replay = JSON
                .writeValueAsString(ReplayText.object(Replay.of(RECORD.replace("\"rank\":1", "\"rank\":7"), null)));
        assertThat(JSON.readTree(Files.readString(FORMATS.resolve("examples/award-replay.json"))))
                .isEqualTo(JSON.readTree(replay));
        assertThat(schema("award-replay").validate(replay, InputFormat.JSON)).isEmpty();
        assertThat(schema("award").validate(RECORD.replace("\"outcome\":\"AWARDED\"", "\"outcome\":\"GIVEN\""),
                InputFormat.JSON)).isNotEmpty();
        assertThat(schema("award-replay").validate(replay.replace("\"equal\":false,", ""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theCommandLineChecksAFileAndSaysItByItsExitCode(@TempDir Path folder) throws Exception {
        var example = FORMATS.resolve("examples/award.json");
        assertThat(check(example.toString()).code()).isZero();
        assertThat(check(example.toString()).said()).contains("LEAST_HOURS/1, 3 candidates: comes out equal.");
        var changed = Files.writeString(folder.resolve("award.json"),
                Files.readString(example).replace("PT65H", "PT63H"));
        assertThat(check(changed.toString()).code()).isEqualTo(1);
        assertThat(check("--json", changed.toString()).said()).contains("\"equal\":false");
    }

    private record Answer(int code, String said) {}

    private static Answer check(String... arguments) {
        var said = new StringWriter();
        int code = new CommandLine(new AwardCheckCommand()).setOut(new PrintWriter(said)).execute(arguments);
        return new Answer(code, said.toString());
    }

    private static Replay.Row row(String record) {
        var award = org.daywatch.staffing.awards.AwardReader.read(record).decide();
        return new Replay.Row(AwardRecord.digest(record), id(7), award.winner().map(w -> w.officer()).orElse(null));
    }

    private static JsonSchema schema(String name) throws Exception {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(name + ".schema.json")));
    }
}
