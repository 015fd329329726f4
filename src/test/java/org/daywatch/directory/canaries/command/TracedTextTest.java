package org.daywatch.directory.canaries.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.canaries.CanaryWatch.Traced;
import org.daywatch.platform.exports.people.PeopleFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the command prints is what its page of docs/formats says. */
class TracedTextTest {

    private static final List<TracedText.Found> FOUND = List.of(found(true), found(false));

    @Test
    void itsJsonFitsItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/exports-trace.schema.json")));
        assertThat(schema.validate(TracedText.json(FOUND), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(TracedText.json(List.of()), InputFormat.JSON)).isEmpty();
        String example = Files.readString(Path.of("docs/formats/examples/exports-trace.json"));
        assertThat(JsonMapper.shared().readTree(TracedText.json(List.of(found(true)))))
                .isEqualTo(JsonMapper.shared().readTree(example));
        assertThat(schema.validate(TracedText.json(FOUND).replace("number and name", "certain"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void itsWordsSayWhoseListItIsAndHowSureThatIs() {
        assertThat(TracedText.plain(FOUND)).contains("Robin Alder", "Mesquite Unified", "Quail Run", "90 students",
                "Number and name:", "may be chance");
        assertThat(TracedText.plain(List.of())).contains("no invented student");
    }

    private static TracedText.Found found(boolean sure) {
        return new TracedText.Found("Mesquite Unified", new Traced(new PeopleFile(
                UUID.fromString("01936a00-0000-7000-8000-000000000001"), new UUID(0, 1), "Robin Alder", null,
                "Quail Run", 90, "Buses need it", false, Instant.parse("2026-11-17T16:00:00Z"), null, null), sure));
    }
}
