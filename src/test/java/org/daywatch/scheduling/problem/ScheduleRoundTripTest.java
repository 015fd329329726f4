package org.daywatch.scheduling.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A problem written as a file is the same problem when it is read, and its file keeps to the schema. */
class ScheduleRoundTripTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadBackTheSame(@ForAll long seed) {
        var problem = new InventedProblem(new Random(seed)).problem();
        byte[] file = ScheduleWriter.write(problem);
        assertThat(ScheduleFile.read(file)).isEqualTo(problem);
        assertThat(ScheduleWriter.write(ScheduleFile.read(file))).isEqualTo(file);
    }

    @Property(tries = 40)
    void whatIsWrittenKeepsToTheSchema(@ForAll long seed) throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/roster.schema.json")));
        String json = new String(ScheduleWriter.write(new InventedProblem(new Random(seed)).problem()),
                StandardCharsets.UTF_8);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theExampleSurvivesWritingToo() throws IOException {
        var example = ScheduleFile.read(ScheduleFileTest.EXAMPLE);
        assertThat(ScheduleFile.read(ScheduleWriter.write(example))).isEqualTo(example);
    }
}
