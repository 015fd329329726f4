package org.daywatch.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.BilledMonth;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.billing.rates.RateCards;
import org.daywatch.billing.runs.InvoiceRuns;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A coordinator issues October, a district reads what it owes, and nobody else reads anything.
 *
 * <p>A-32, A-36 of docs/security.
 */
@DaywatchIT
class InvoicePagesIT {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired RateCards rates;
    @Autowired InvoiceRuns runs;
    @Autowired InvoiceQueries invoices;

    private UUID agency;
    private Visitor.Visit coordinator;

    @BeforeEach
    void octoberWasWorked() {
        clock.setTo("2026-11-03T15:00:00Z");
        agency = new BilledMonth(2, 10).write(app);
        coordinator = visitor.signedIn(member(agency, Role.COORDINATOR), agency, Role.COORDINATOR);
    }

    @Test
    void aMonthIsLookedAtIssuedReadAndTakenBack() {
        assertThat(coordinator.get("/invoices").body()).contains("No invoices yet", "/invoice-runs");
        var waiting = coordinator.get("/invoice-runs?month=2026-10").body();
        assertThat(waiting).contains("Invoices for October 2026", "District 000", "Shifts without a rate",
                "Add rate card", "unknown").doesNotContain("name=\"form\"");
        for (var role : new String[] {"SRO", "SSO", "JPO"}) {
            assertThat(coordinator.post("/rate-cards", "district", "", "role", role, "rate", "62.50", "least", "120",
                    "from", "2026-10-01", "to", "", "source", "agreement of July").statusCode()).isEqualTo(302);
        }
        assertThat(coordinator.get("/rate-cards").body()).contains("All districts without their own rate card",
                "$62.50", "agreement of July");
        var ready = coordinator.get("/invoice-runs?month=2026-10").body();
        assertThat(ready).contains("Issue invoices (2)", "Ended, not proven").doesNotContain("Shifts without a rate<");
        String click = form(ready);
        var begun = coordinator.post("/invoice-runs", "month", "2026-10", "form", click);
        String run = begun.headers().firstValue("Location").orElseThrow();
        assertThat(
                coordinator.post("/invoice-runs", "month", "2026-10", "form", click).headers().firstValue("Location"))
                .as("the second click").contains(run);
        assertThat(coordinator.get(run).body()).contains("0 of 2 districts", "Continue run");
        coordinator.post(run + "/continuation");
        assertThat(coordinator.get(run).body()).contains("Finished. Invoices issued: 2. Waiting for a rate: 0.",
                "District 001");
        var list = coordinator.get("/invoices").body();
        assertThat(list).contains("000001", "000002", "October 2026", "Issued");
        assertThat(coordinator.get("/invoices?q=2").body()).contains("000002").doesNotContain(">000001<");
        assertThat(coordinator.get("/invoices?q=district+000&month=2026-10&state=STANDING").body()).contains("000001")
                .doesNotContain(">000002<");
        var first = first();
        var page = coordinator.get("/invoices/" + first.id()).body();
        assertThat(page).contains("Invoice 000001", "School of district 000", "Officer Number", "$62.50", "minimum 120",
                first.seal(), "Issue credit note");
        var confirm = coordinator.get("/invoices/" + first.id() + "/credit-note").body();
        assertThat(coordinator.post("/invoices/" + first.id() + "/credit-note", "form", form(confirm), "reason", "no")
                .body()).contains("Give a reason of 5 to 300 characters.");
        var note = coordinator.post("/invoices/" + first.id() + "/credit-note", "form", form(confirm), "reason",
                "billed to the wrong district");
        assertThat(coordinator.get(note.headers().firstValue("Location").orElseThrow()).body())
                .contains("Credit note 000003", "billed to the wrong district", "Invoice 000001", "−$");
        assertThat(coordinator.get("/invoices/" + first.id()).body())
                .contains("Credit note 000003 cancels this invoice: billed to the wrong district")
                .doesNotContain("Issue credit note");
        assertThat(coordinator.get("/invoices?state=CREDITED").body()).contains("Canceled by 000003");
        assertThat(coordinator.get("/invoice-runs?month=2026-10").body()).contains("Issue invoices (1)",
                "Last run this month: 2 invoices, 0 waiting");
    }

    @Test
    void whatIsTypedWronglyComesBackWithAWordAtItsField() {
        assertThat(coordinator
                .post("/rate-cards", "role", "SSO", "rate", "62,50", "from", "2026-10-01", "source", "agreement")
                .body()).contains("Enter dollars per hour from 0.01 to 999.99", "62,50");
        assertThat(coordinator.post("/rate-cards", "role", "SSO", "rate", "62.50", "least", "721", "from", "2026-10-01",
                "source", "agreement").body()).contains("Enter minutes from 0 to 720.");
        assertThat(coordinator
                .post("/rate-cards", "role", "KING", "rate", "62.50", "from", "2026-10-01", "source", "agreement")
                .body()).contains("Choose a role.");
        assertThat(coordinator.post("/rate-cards", "district", agency.toString(), "role", "SSO", "rate", "62.50",
                "from", "2026-10-01", "source", "agreement").body()).contains("Choose one of your districts, or all.");
        assertThat(coordinator
                .post("/rate-cards", "role", "SSO", "rate", "62.50", "from", "2026-10-01", "source", "agreement")
                .statusCode()).isEqualTo(302);
        assertThat(coordinator
                .post("/rate-cards", "role", "SSO", "rate", "65", "from", "2026-10-01", "source", "agreement").body())
                .contains("starts on that day");
        UUID card = Tenancy.as(Scope.system(agency), rates::list).getFirst().id();
        assertThat(coordinator.post("/rate-cards/" + card + "/withdrawal", "reason", "typed for another year")
                .statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/rate-cards").body()).contains("Withdrawn", "typed for another year");
        assertThat(coordinator.get("/rate-cards.csv").body()).contains(
                "district,role,dollars_an_hour,least_minutes,from,to,source,state,withdrawn_because,rate_card_id",
                ",SSO,62.50,0,2026-10-01,,agreement,WITHDRAWN,typed for another year,");
        assertThat(coordinator.post("/invoice-runs", "month", "2026-12", "form", UUID.randomUUID().toString()).headers()
                .firstValue("Location").orElseThrow()).endsWith("/invoice-runs?month=2026-12");
        assertThat(coordinator.get("/invoice-runs?month=2026-12").body())
                .contains("This month has no shifts left to invoice.", "Nothing left to invoice");
    }

    @Test
    void aDistrictReadsItsOwnInvoicesAndOthersNone() {
        issued();
        var first = first();
        var second = invoices().get(0);
        assertThat(second.district()).isNotEqualTo(first.district());
        var director = visitor.signedIn(member(first.district(), Role.SAFETY_DIRECTOR), first.district(),
                Role.SAFETY_DIRECTOR);
        assertThat(director.get("/invoices").body()).contains("000001").doesNotContain("000002", "/invoice-runs",
                "/rate-cards");
        assertThat(director.get("/invoices/" + first.id()).body()).contains("Invoice 000001")
                .doesNotContain("Issue credit note");
        for (var path : new String[] {"/invoices/" + second.id(), "/invoices/" + second.id() + "/invoice.pdf",
                "/invoices/" + second.id() + "/lines.csv"})
            assertThat(director.get(path).statusCode()).as(path).isEqualTo(404);
        for (var path : new String[] {"/rate-cards", "/rate-cards.csv", "/invoice-runs",
                "/invoices/" + first.id() + "/credit-note"})
            assertThat(director.get(path).statusCode()).as(path).isEqualTo(403);
        for (var role : new Role[] {Role.PRINCIPAL, Role.TEACHER}) {
            var other = visitor.signedIn(member(first.district(), role), first.district(), role);
            assertThat(other.get("/invoices").statusCode()).as(role.name()).isEqualTo(403);
            assertThat(other.get("/invoices/" + first.id()).statusCode()).as(role.name()).isEqualTo(403);
        }
        var officer = visitor.signedIn(member(agency, Role.OFFICER), agency, Role.OFFICER);
        assertThat(officer.get("/invoices").statusCode()).isEqualTo(403);
    }

    @Test
    void filesSayWhatThePageSays() {
        issued();
        var first = first();
        var lines = Tenancy.as(Scope.system(agency), () -> invoices.lines(first.id()));
        var csv = coordinator.get("/invoices/" + first.id() + "/lines.csv").body().lines().toList();
        assertThat(csv).hasSize(lines.size() + 1);
        assertThat(csv.getFirst()).isEqualTo(String.join(",", InvoicePages.LINES_HEADER));
        assertThat(csv.get(1))
                .startsWith("1,1," + lines.getFirst().day() + ",School of district 000," + lines.getFirst().officer()
                        + "," + lines.getFirst().role() + "," + lines.getFirst().payable() + ",0,");
        assertThat(coordinator.get("/invoices.csv").body()).contains(String.join(",", InvoicePages.HEADER),
                "1,INVOICE,District 000,2026-10,", first.seal());
        var pdf = coordinator.bytes("/invoices/" + first.id() + "/invoice.pdf");
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void aNameThatASpreadsheetWouldRunAsAFormulaIsText() {
        issued();
        UUID district = Tenancy.as(Scope.system(agency),
                () -> organizations.findOrCreate("DISTRICT", "=HYPERLINK(\"http://example.invalid\")", "AZ", "EVIL"));
        Tenancy.run(Scope.system(agency),
                () -> rates.set(district, "SSO", 6000, 0, LocalDate.of(2026, 10, 1), null, "@SUM(1+1)*cmd", null));
        assertThat(coordinator.get("/rate-cards.csv").body())
                .contains("\"'=HYPERLINK(\"\"http://example.invalid\"\")\"", "'@SUM(1+1)*cmd");
    }

    private void issued() {
        Tenancy.run(Scope.system(agency), () -> {
            for (var role : new String[] {"SRO", "SSO", "JPO"})
                rates.set(null, role, 6250, 0, LocalDate.of(2026, 9, 1), null, "agreement of July", null);
            runs.begin(java.time.YearMonth.of(2026, 10), UUID.randomUUID(), new Issuing.Issuer(null, "Robin Alder"));
            runs.goOn();
        });
    }

    private Invoice first() {
        return invoices().getLast();
    }

    private java.util.List<Invoice> invoices() {
        return Tenancy.as(Scope.system(agency),
                () -> invoices.list(DSL.noCondition(), java.util.List.of(DSL.field("number").desc()), 0, 10));
    }

    private UUID member(UUID org, Role role) {
        return Tenancy.as(Scope.system(agency),
                () -> organizations.join(org, role.name().toLowerCase(java.util.Locale.ROOT) + org + "@story.example",
                        "Kim " + role.name(), role, null));
    }

    private static String form(String body) {
        var found = FORM.matcher(body);
        assertThat(found.find()).as("a form id").isTrue();
        return found.group(1);
    }
}
