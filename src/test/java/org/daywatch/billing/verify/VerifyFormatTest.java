package org.daywatch.billing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.billing.verify.InvoiceFault.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A-36 of docs/security. */
class VerifyFormatTest {

    private static final UUID AGENCY = UUID.fromString("01987000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-03T15:00:00Z");

    @Test
    void whatIsPrintedForMachinesIsTheExampleAndFitsItsSchema() throws IOException {
        var json = JsonMapper.builder().build();
        var wrong = new InvoiceVerification.Report(AT, 3, 41, 1_834_220,
                List.of(new InvoiceFault(AGENCY, Kind.EDITED, 2, "head or lines of 000002 are not what was sealed")));
        String printed = json.writeValueAsString(InvoiceVerifyCommand.object(wrong));
        String example = Files.readString(Path.of("docs/formats/examples/invoices-verify.json"));
        assertThat(json.readTree(printed)).isEqualTo(json.readTree(example));
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/invoices-verify.schema.json")));
        assertThat(schema.validate(printed, InputFormat.JSON)).isEmpty();
        for (var kind : Kind.values()) {
            String one = json.writeValueAsString(InvoiceVerifyCommand.object(
                    new InvoiceVerification.Report(AT, 1, 1, 1, List.of(new InvoiceFault(AGENCY, kind, 0, "x")))));
            assertThat(schema.validate(one, InputFormat.JSON)).as(kind.name()).isEmpty();
            assertThat(Files.readString(Path.of("docs/formats/invoices.md"))).contains("| " + kind + " |");
        }
    }

    @Test
    void peopleReadOneLinePerFaultOrTheSum() {
        assertThat(said(new InvoiceVerification.Report(AT, 3, 41, 1_834_220, List.of())))
                .isEqualTo("3 invoices and credit notes with 41 lines verified, $18,342.20 in all.\n");
        assertThat(said(new InvoiceVerification.Report(AT, 3, 41, 0,
                List.of(new InvoiceFault(AGENCY, Kind.GONE, 2, "number 2 was issued and is gone")))))
                .isEqualTo("WRONG GONE " + AGENCY
                        + ": number 2 was issued and is gone\n1 faults in 3 invoices and credit notes.\n");
    }

    private static String said(InvoiceVerification.Report report) {
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        InvoiceVerifyCommand.print(report, writer);
        writer.flush();
        return out.toString();
    }
}
