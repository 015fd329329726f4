package org.daywatch.relationships.triage.lines.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.platform.Tables.ORGANIZATION;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.relationships.triage.TipStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** The same from the command line, with the format's own examples. */
@DaywatchIT
class TipsImportCommandIT {

    private static final Path FORMATS = Path.of("docs/formats");

    @Autowired ConfigurableApplicationContext app;
    @Autowired Story told;
    @Autowired DSLContext db;
    @TempDir Path folder;

    private record Answer(int code, String out) {}

    @Test
    void theExampleIsTakenOnceAndWhatIsRefusedIsSaidAsTheSchemaHasIt() throws Exception {
        var story = new TipStory(app);
        told.run(story.day.cast.agency(), () -> db.update(SCHOOL).set(SCHOOL.STATE_ID, "040001")
                .set(SCHOOL.NAME, "Quail Run School").where(SCHOOL.ID.eq(story.day.school)).execute());
        var example = FORMATS.resolve("examples/tips-import.csv");
        var first = run(story, example.toString());
        assertThat(first.code()).as(first.out()).isEqualTo(ExitCodes.DONE);
        assertThat(first.out()).contains("3 tips were taken in. None was here before.");
        assertThat(run(story, example.toString()).out()).contains("No new tip was taken in. 3 were here before.");
        var wrong = Files.writeString(folder.resolve("tips.csv"), Files.readString(example)
                .replace("Quail Run School", "Saguaro Hgih").replace("AZ-26", "AZ-27"));
        var refused = run(story, wrong.toString(), "--json");
        assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(refused.out()).contains("\"taken\": 2", "Saguaro Hgih").doesNotContain("cigarros");
        assertThat(fits(refused.out())).isEmpty();
        assertThat(fits(Files.readString(FORMATS.resolve("examples/tips-import.json")))).isEmpty();
        assertThatThrownBy(() -> run(story, folder.resolve("none.csv").toString())).isInstanceOf(InvalidInput.class);
        var empty = Files.writeString(folder.resolve("empty.csv"), "line,id\n").toString();
        assertThatThrownBy(() -> run(story, empty)).isInstanceOfSatisfying(InvalidInput.class,
                e -> assertThat(e.errors().getFirst().message()).contains("the heading lacks received"));
    }

    private Answer run(TipStory story, String... arguments) throws Exception {
        var command = new TipsImportCommand();
        var line = new CommandLine(command);
        var out = new StringWriter();
        line.setOut(new PrintWriter(out));
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        for (var option : new Object[][] {{"--agency", story.day.cast.agency()}, {"--district", story.district()}}) {
            all.add((String) option[0]);
            all.add(told.as(story.day.cast.agency(), () -> db.select(ORGANIZATION.NAME).from(ORGANIZATION)
                    .where(ORGANIZATION.ID.eq((java.util.UUID) option[1])).fetchSingle(ORGANIZATION.NAME)));
        }
        line.parseArgs(all.toArray(String[]::new));
        return new Answer(command.run(app), out.toString());
    }

    private static String fits(String json) throws Exception {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve("tips-import.schema.json")))
                .validate(json, InputFormat.JSON).stream().map(Object::toString).reduce("", String::concat);
    }
}
