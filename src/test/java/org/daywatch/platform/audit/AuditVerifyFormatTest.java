package org.daywatch.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The example in docs/formats is what really comes out, and both it and the schema say the same. */
class AuditVerifyFormatTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final UUID AGENCY = UUID.fromString("01987000-0000-7000-8000-000000000001");

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theExampleIsWhatAChainWithoutItsSecondLineAnswers(@TempDir Path folder) throws Exception {
        var file = new AuditCheckpointFile(folder, json);
        var lines = new java.util.ArrayList<AuditChain.Line>();
        byte[] previous = AuditChain.START;
        for (int seq = 1; seq <= 4; seq++) {
            var line = new AuditChain.Line(AGENCY, seq, Instant.parse("2026-08-03T12:00:00Z"), null, "SYSTEM", "NONE",
                    null, "Counted", "thing " + seq, "{}", previous, null);
            lines.add(line);
            previous = AuditChain.hash(line);
        }
        file.append(Instant.parse("2026-08-03T12:30:00Z"), List.of(new AuditCheckpointFile.End(AGENCY, 4, previous)));
        var contents = file.read();
        var check = new ChainCheck(AGENCY, contents.checkpoints());
        lines.stream().filter(l -> l.seq() != 2).forEach(l -> check.next(l, AuditChain.hash(l)));
        var result = check.end(new ChainCheck.Head(4, previous));
        var report = new AuditVerification.Report(Instant.parse("2026-08-03T13:00:00Z"),
                List.of(new AuditVerification.Chain(AGENCY,
                        "Sonoran School Safety Cooperative", result.lines(), result.provenThrough(),
                        result.notYetProtected())),
                contents.checkpoints().size(), result.faults());
        String answer = json.writeValueAsString(AuditVerifyCommand.object(report));
        assertThat(json.readTree(answer))
                .isEqualTo(json.readTree(Files.readString(FORMATS.resolve("examples/audit-verify.json"))));
        assertThat(schema().validate(answer, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotSuchAnAnswer() throws Exception {
        String example = Files.readString(FORMATS.resolve("examples/audit-verify.json"));
        for (String wrong : List.of(example.replace("\"fine\": false,", ""), example.replace("MISSING", "GONE"),
                example.replace("\"version\": 1", "\"version\": 2"))) {
            assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void aCheckpointFileThatWasChangedIsNamed(@TempDir Path folder) throws Exception {
        var file = new AuditCheckpointFile(folder, json);
        for (int seq = 1; seq <= 3; seq++)
            file.append(Instant.parse("2026-08-03T12:30:00Z"),
                    List.of(new AuditCheckpointFile.End(AGENCY, seq, new byte[32])));
        assertThat(file.read().damage()).isEmpty();
        var lines = Files.readAllLines(file.path());
        Files.write(file.path(), List.of(lines.get(0), lines.get(2)));
        assertThat(new AuditCheckpointFile(folder, json).read().damage()).singleElement().asString()
                .contains("before line 2");
        Files.write(file.path(), List.of(lines.get(0), lines.get(1).replace("\"seq\":2", "\"seq\":9"), lines.get(2)));
        assertThat(new AuditCheckpointFile(folder, json).read().damage())
                .anySatisfy(d -> assertThat(d).contains("line 2").contains("signature"));
    }

    @Test
    void aLineOfTheCheckpointFileKeepsToItsSchemaAndTheExampleIsOne(@TempDir Path folder) throws Exception {
        var file = new AuditCheckpointFile(folder, json);
        file.append(Instant.parse("2026-08-03T12:30:00Z"),
                List.of(new AuditCheckpointFile.End(AGENCY, 4, new byte[32])));
        String example = Files.readString(FORMATS.resolve("examples/audit-checkpoint.json"));
        for (String line : List.of(Files.readString(file.path()), example))
            assertThat(schema("audit-checkpoint").validate(line, InputFormat.JSON)).isEmpty();
        assertThat(schema("audit-checkpoint").validate(example.replace("\"seq\":4", "\"seq\":0"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(fields(example)).isEqualTo(fields(Files.readString(file.path())));
    }

    private List<String> fields(String object) {
        return json.readTree(object).propertyStream().map(java.util.Map.Entry::getKey).toList();
    }

    private static com.networknt.schema.JsonSchema schema() throws Exception {
        return schema("audit-verify");
    }

    private static com.networknt.schema.JsonSchema schema(String name) throws Exception {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(name + ".schema.json")));
    }
}
