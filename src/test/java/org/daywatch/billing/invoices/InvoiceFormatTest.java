package org.daywatch.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.daywatch.billing.invoices.Invoice.Kind;
import org.junit.jupiter.api.Test;

/** What docs/formats/invoices.md promises of the files and of the seal. */
class InvoiceFormatTest {

    private static final UUID AGENCY = new UUID(1, 1);
    private static final UUID ID = new UUID(1, 2);
    private static final UUID DISTRICT = new UUID(1, 3);
    private static final UUID RUN = new UUID(1, 4);
    private static final UUID CARD = new UUID(1, 5);
    private static final InvoiceLine LINE = new InvoiceLine(1, new UUID(2, 1), new UUID(2, 2), "Peñasco High",
            "Dana Vega", new UUID(2, 3), LocalDate.of(2026, 10, 5), "SSO", 95, 180, 180, 6250, 18_750, CARD);

    @Test
    void theExamplesHaveTheColumnsThatAreWritten() throws IOException {
        assertThat(first("invoices")).isEqualTo(String.join(",", InvoicePages.HEADER));
        assertThat(first("invoice-lines")).isEqualTo(String.join(",", InvoicePages.LINES_HEADER));
        String page = Files.readString(Path.of("docs/formats/invoices.md"));
        assertThat(InvoicePages.HEADER).allSatisfy(column -> assertThat(page).contains(column));
        assertThat(InvoicePages.LINES_HEADER).allSatisfy(column -> assertThat(page).contains(column));
    }

    @Test
    void theSealIsTheHashThePageDescribes() throws Exception {
        var invoice = invoice("Mesquite Unified", null);
        String written = net("daywatch.invoice") + net("1") + net(AGENCY) + net(ID) + net(DISTRICT)
                + net("Mesquite Unified") + net("7") + net("INVOICE") + net(RUN) + "-," + net("2026-10") + net("")
                + net("1") + net("180")
                + net("18750") + net("2026-11-03T15:00:00Z") + "-," + net("Robin Alder") + net("1")
                + net("1") + net(LINE.shift()) + net(LINE.school()) + "13:Peñasco High," + net("Dana Vega")
                + net(LINE.person()) + net("2026-10-05") + net("SSO") + net("95") + net("180") + net("180")
                + net("6250") + net("18750") + net(CARD);
        assertThat(Seal.of(invoice, List.of(LINE)))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void noTwoInvoicesHaveOneSeal() {
        var seals = new HashSet<String>();
        var lines = List.of(LINE);
        for (var invoice : List.of(invoice("Mesquite", null), invoice("Mesquite ", null),
                invoice("Mesquite", new UUID(9, 9))))
            seals.add(invoice.sealed(Seal.of(invoice, lines)).seal());
        seals.add(invoice("Mesquite", null).sealed(Seal.of(invoice("Mesquite", null), List.of())).seal());
        assertThat(seals).hasSize(4);
        var sealed = invoice("Mesquite", null).sealed(Seal.of(invoice("Mesquite", null), lines));
        assertThat(Seal.of(sealed, lines)).as("the seal is not part of what is sealed")
                .isEqualTo(Seal.of(invoice("Mesquite", null), lines));
    }

    private static Invoice invoice(String district, UUID by) {
        return new Invoice(AGENCY, ID, DISTRICT, district, 7, Kind.INVOICE, RUN, null, YearMonth.of(2026, 10), "", 1,
                180, 18_750, Instant.parse("2026-11-03T15:00:00Z"), by, "Robin Alder", "");
    }

    private static String net(Object value) {
        return value.toString().length() + ":" + value + ",";
    }

    private static String first(String example) throws IOException {
        return Files.readAllLines(Path.of("docs/formats/examples/" + example + ".csv")).getFirst();
    }
}
