package org.daywatch.emergencies.cap.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.Problem;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code daywatch cap check} as its page describes it. */
class CapCheckCommandTest {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final String CORPUS = "src/test/resources/cap/";
    private static final String STANDARD = "src/main/java/org/daywatch/emergencies/cap/data/CAP-v1.2.xsd";

    record Answer(int code, String out, String errors) {}

    @Test
    void theExampleIsFine() {
        var answer = run(FORMATS + "/examples/cap-drill.xml");
        assertThat(answer.code()).isEqualTo(ExitCodes.DONE);
        assertThat(answer.out()).contains("Alert saguaro-2026-0817-1", "Exercise", "Fine");
    }

    @Test
    void aBrokenRuleIs1WithElementValueAndWhatToDo() {
        var answer = run(CORPUS + "broken/polygon-open.xml");
        assertThat(answer.code()).isEqualTo(ExitCodes.FOUND_WRONG);
        assertThat(answer.out()).contains("alert/info[1]/area[1]/polygon[1]", "33.45,-112.05", "It must close");
    }

    @Test
    void whatCannotBeReadIs2() {
        assertThat(run(CORPUS + "unreadable/external-entity.xml").code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(run(CORPUS + "unreadable/external-entity.xml").errors()).contains("FILE", "DOCTYPE");
        assertThat(run("no-such-file.xml").errors()).contains("no-such-file.xml");
        assertThat(run(CORPUS + "valid/drill.xml", "--key", CORPUS + "broken.tsv").errors()).contains("--key",
                "no public key");
    }

    @Test
    void theJsonAnswerIsTheExampleAndFitsItsSchema() throws Exception {
        String schema = Files.readString(FORMATS.resolve("cap-check.schema.json"));
        var validator = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        String broken = run(CORPUS + "broken/polygon-open.xml", "--json").out();
        assertThat(broken.strip()).isEqualTo(Files.readString(FORMATS.resolve("examples/cap-check.json")).strip());
        for (var file : new String[] {"valid/drill.xml", "broken/polygon-open.xml", "broken/root-version-1.1.xml",
                "broken/value-markup-in-headline.xml"}) {
            assertThat(validator.validate(run(CORPUS + file, "--json").out(), InputFormat.JSON)).as(file).isEmpty();
        }
    }

    @Test
    void aSchemaOfTheCallerIsCheckedBesides() {
        assertThat(run(CORPUS + "valid/drill.xml", "--xsd", STANDARD).code()).isEqualTo(ExitCodes.DONE);
        assertThat(run(CORPUS + "broken/missing-scope.xml", "--xsd", STANDARD).out()).contains("SCHEMA", "MISSING");
    }

    @Test
    void theKeyMayBeACertificateOrAnEllipticCurveKey() {
        var certificate = run(CORPUS + "valid/drill.xml", "--key", CORPUS + "keys/certificate.pem");
        assertThat(certificate.errors()).isEmpty();
        assertThat(certificate.code()).isEqualTo(ExitCodes.DONE);
        assertThat(run(CORPUS + "valid/drill.xml", "--key", CORPUS + "keys/certificate.der").errors()).isEmpty();
        assertThat(run(CORPUS + "valid/drill.xml", "--key", CORPUS + "keys/ec.pem").errors()).isEmpty();
        assertThat(run(CORPUS + "valid/drill.xml", "--key", CORPUS + "keys/signed-by-it.xml").errors())
                .contains("--key", "no public key");
        assertThat(run(CORPUS + "keys/signed-by-it.xml", "--key", CORPUS + "keys/certificate.pem").out())
                .contains("Signature: valid");
    }

    private static Answer run(String... arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = new CommandLine(new CapCheckCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return failure instanceof Problem ? ExitCodes.REFUSED : ExitCodes.INTERNAL;
                }).execute(arguments);
        return new Answer(code, out.toString(), errors.toString());
    }
}
