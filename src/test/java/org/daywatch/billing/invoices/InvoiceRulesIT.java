package org.daywatch.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.daywatch._story.BilledMonth;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.billing.BillingRefusal;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.billing.rates.RateCards;
import org.daywatch.billing.runs.InvoiceRun;
import org.daywatch.billing.runs.InvoiceRuns;
import org.daywatch.billing.verify.InvoiceFault.Kind;
import org.daywatch.billing.verify.InvoiceVerification;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three districts' October: what the database itself forbids, what a credit note does, and what is found when somebody
 * changes an invoice past Daywatch.
 */
@DaywatchIT
class InvoiceRulesIT {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Issuer ROBIN = new Issuer(new UUID(1, 1), "Robin Alder");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired RateCards rates;
    @Autowired InvoiceRuns runs;
    @Autowired InvoiceQueries invoices;
    @Autowired Issuing issuing;
    @Autowired InvoiceVerification verification;
    @Value("${daywatch.database.directory}") Path home;

    private UUID agency;

    @BeforeEach
    void octoberWasWorked() {
        clock.setTo("2026-11-03T15:00:00Z");
        agency = new BilledMonth(3, 12).write(app);
        as(() -> List.of("SRO", "SSO", "JPO").stream().map(role -> rates.set(null, role, 5033, 120,
                LocalDate.of(2026, 9, 1), null, "agreement of the story", null)).toList());
    }

    @Test
    void aRunIssuesEachDistrictOneInvoiceAndTheSecondClickIsTheSameRun() {
        UUID click = Ids.next();
        UUID run = as(() -> runs.begin(OCTOBER, click, ROBIN));
        assertThat(as(() -> runs.begin(OCTOBER, click, ROBIN))).isEqualTo(run);
        refused(BillingRefusal.INVOICE_RUN_UNDER_WAY, () -> runs.begin(OCTOBER, Ids.next(), ROBIN));
        assertThat(as(runs::goOn)).isEqualTo(3);
        assertThat(as(runs::goOn)).as("nothing is under way").isZero();
        assertThat(as(() -> runs.get(run)).parts()).hasSize(3)
                .allSatisfy(p -> assertThat(p.state()).isEqualTo(InvoiceRun.State.ISSUED));
        assertThat(all()).extracting(Invoice::number).containsExactly(1, 2, 3);
        refused(BillingRefusal.NOTHING_TO_INVOICE, () -> runs.begin(OCTOBER, Ids.next(), ROBIN));
        assertThat(count("select count(*) from platform.audit_line where action = 'InvoiceIssued'")).isEqualTo(3);
    }

    @Test
    void twoWhoTakeARunOnAtOnceIssueNothingTwice() throws Exception {
        as(() -> runs.begin(OCTOBER, Ids.next(), ROBIN));
        var together = new CyclicBarrier(2);
        Callable<Integer> one = () -> {
            together.await();
            return as(runs::goOn);
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            int done = 0;
            for (var each : two.invokeAll(List.of(one, one))) done += each.get();
            as(runs::goOn); // whoever came second may have found the last district in the other's hands
            assertThat(done).isEqualTo(3);
        }
        assertThat(all()).extracting(Invoice::number).containsExactly(1, 2, 3);
        assertThat(as(runs::underWay)).isEmpty();
        assertThat(verification.verify(agency).faults()).isEmpty();
    }

    @Test
    void aCreditNoteTakesAWholeInvoiceBackOnceAndItsShiftsComeOntoTheNextRun() {
        issued();
        var first = all().getFirst();
        UUID click = Ids.next();
        var note = as(() -> issuing.credit(first.id(), "the wrong district was billed", click, ROBIN));
        assertThat(as(() -> issuing.credit(first.id(), "the wrong district was billed", click, ROBIN)))
                .as("a double click").isEqualTo(note);
        assertThat(note.number()).as("in the same series").isEqualTo(4);
        assertThat(note.cents()).isEqualTo(-first.cents());
        refused(BillingRefusal.INVOICE_CREDITED,
                () -> issuing.credit(first.id(), "once more please", Ids.next(), ROBIN));
        refused(BillingRefusal.CREDIT_NOTE_STAYS,
                () -> issuing.credit(note.id(), "taken back in error", Ids.next(), ROBIN));
        issued();
        var again = all().getLast();
        assertThat(again.number()).isEqualTo(5);
        assertThat(again.cents()).isEqualTo(first.cents());
        assertThat(lines(again)).extracting(InvoiceLine::shift)
                .containsExactlyElementsOf(lines(first).stream().map(InvoiceLine::shift).toList());
        assertThat(verification.verify(agency).faults()).isEmpty();
    }

    @Test
    void aDistrictSeesItsOwnInvoicesAndCannotWriteOne() {
        issued();
        var first = all().getFirst();
        assertThat(Tenancy.as(Scope.system(first.district()), () -> invoices.list(DSL.noCondition(), List.of(), 0, 10)))
                .containsExactly(first);
        assertThat(Tenancy.as(Scope.system(first.district()), () -> invoices.lines(all().get(1).id()))).isEmpty();
        assertThatThrownBy(() -> story.run(first.district(), () -> jdbc.sql(COPY
                + "agency_id, gen_random_uuid(), district_id, district_name, number + 1, 'CREDIT', null, id, month, 'a reason', -shifts, -minutes, -cents"
                + REST).update())).hasStackTraceContaining("row-level security");
        assertThat(Tenancy.as(Scope.system(first.district()), () -> rates.list())).as("what others pay is not shown")
                .isEmpty();
    }

    private static final String COPY = "insert into billing.invoice (agency_id, id, district_id, district_name, number, kind, run_id, credits, month, reason, shifts, minutes, cents, issued_at, issued_name, seal) select ";
    private static final String REST = ", issued_at, issued_name, seal from billing.invoice where number = 1";

    @Test
    void theDatabaseForbidsTheApplicationWhatAnInvoiceMayNeverBecome() {
        issued();
        Map.ofEntries(
                Map.entry("update billing.invoice set cents = cents + 1", "permission denied"),
                Map.entry("delete from billing.invoice", "permission denied"),
                Map.entry("update billing.invoice_line set cents = cents + 1", "permission denied"),
                Map.entry("delete from billing.invoice_line", "permission denied"),
                Map.entry("update billing.billed_shift set invoice_id = invoice_id", "permission denied"),
                Map.entry("delete from billing.billed_shift", "no credit note takes back"),
                Map.entry(
                        "insert into billing.billed_shift select agency_id, shift_id, invoice_id from billing.invoice_line limit 1",
                        "billed_shift_pkey"),
                Map.entry(
                        "insert into billing.invoice_line select agency_id, invoice_id, line + 1000, district_id, gen_random_uuid(), school_id, school_name, officer_name, person_id, day, role, payable_minutes, least_minutes,"
                                + " billed_minutes, cents_per_hour, cents, rate_card_id from billing.invoice_line limit 1",
                        "issued before"),
                Map.entry(COPY
                        + "agency_id, gen_random_uuid(), district_id, district_name, 2, kind, null, id, month, 'a reason', -shifts, -minutes, -cents"
                        + REST.replace("invoice where", "invoice where kind = 'INVOICE' and"), "does not follow"),
                Map.entry(COPY
                        + "agency_id, gen_random_uuid(), district_id, district_name, 5, 'CREDIT', null, id, month, 'a reason', -shifts, -minutes, -cents"
                        + REST, "does not follow"),
                Map.entry(COPY
                        + "agency_id, gen_random_uuid(), district_id, district_name, 4, 'CREDIT', null, id, month, 'a reason', -shifts, -minutes, -cents"
                        + REST, "still stand on it"),
                Map.entry(COPY
                        + "agency_id, gen_random_uuid(), gen_random_uuid(), district_name, 4, 'INVOICE', run_id, null, month, '', shifts, minutes, cents"
                        + REST, "shifts stand on invoice"))
                .forEach((sql, why) -> assertThatThrownBy(() -> story.run(agency, () -> jdbc.sql(sql).update())).as(sql)
                        .hasStackTraceContaining(why));
        assertThat(verification.verify(agency).faults()).as("none of it happened").isEmpty();
    }

    @Test
    void theVerifierNamesAnInvoiceThatWasChangedPastDaywatch() throws Exception {
        issued();
        assertThat(verification.verify(agency).fine()).isTrue();
        try (var intruder = superuser()) {
            intruder.setAutoCommit(false);
            for (var act : Map.of(
                    "update billing.invoice set reason = 'x' where number = 2", Kind.EDITED,
                    "update billing.invoice set cents = cents - 1 where number = 2", Kind.SUM,
                    "update billing.invoice_line set officer_name = 'Somebody Else' where line = 1 and invoice_id = (select id from billing.invoice where number = 2 and agency_id = '"
                            + agency + "')",
                    Kind.EDITED,
                    "update billing.invoice set seal = sha256('x') where number = 2", Kind.TOLD_OTHERWISE,
                    "update billing.invoice set number = 7 where number = 2", Kind.NUMBER).entrySet()) {
                run(intruder, act.getKey());
                intruder.commit();
                assertThat(verification.verify(agency).faults()).as(act.getKey()).anySatisfy(f -> {
                    assertThat(f.kind()).isEqualTo(act.getValue());
                    assertThat(f.number()).isIn(2, 3, 7);
                });
                undo(intruder);
                assertThat(verification.verify(agency).fine()).as("put back").isTrue();
            }
            run(intruder,
                    "delete from billing.billed_shift where invoice_id = (select id from billing.invoice where number = 3 and agency_id = '"
                            + agency + "')");
            run(intruder,
                    "delete from billing.invoice_line where invoice_id = (select id from billing.invoice where number = 3 and agency_id = '"
                            + agency + "')");
            run(intruder,
                    "update billing.run_part set state = 'NOTHING', invoice_id = null where invoice_id = (select id from billing.invoice where number = 3 and agency_id = '"
                            + agency + "')");
            run(intruder, "delete from billing.invoice where number = 3");
            intruder.commit();
            assertThat(verification.verify(agency).faults()).singleElement().satisfies(f -> {
                assertThat(f.kind()).isEqualTo(Kind.GONE);
                assertThat(f.number()).isEqualTo(3);
            });
        }
    }

    private void undo(Connection intruder) throws SQLException {
        run(intruder,
                "update billing.invoice i set reason = k.reason, cents = k.cents, seal = k.seal, number = k.number from kept_invoice k where k.id = i.id");
        run(intruder,
                "update billing.invoice_line l set officer_name = k.officer_name from kept_line k where k.invoice_id = l.invoice_id and k.line = l.line");
        intruder.commit();
    }

    private Connection superuser() throws SQLException {
        var running = EmbeddedPostgres.running(home).orElseThrow();
        var connection = DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres",
                running.secrets().superuser());
        run(connection, "set session_replication_role = replica"); // no trigger, no constraint holds whoever owns the server
        run(connection, "create temp table kept_invoice as select * from billing.invoice");
        run(connection, "create temp table kept_line as select * from billing.invoice_line");
        return connection;
    }

    private void run(Connection connection, String sql) throws SQLException {
        boolean named = sql.contains("where number") && !sql.contains("agency_id");
        try (var statement = connection.createStatement()) {
            statement.execute(named ? sql + " and agency_id = '" + agency + "'" : sql);
        }
    }

    private void issued() {
        as(() -> runs.begin(OCTOBER, Ids.next(), ROBIN));
        as(runs::goOn);
    }

    private List<Invoice> all() {
        return as(() -> invoices.list(DSL.noCondition(), List.of(DSL.field("number").asc()), 0, 100));
    }

    private List<InvoiceLine> lines(Invoice invoice) {
        return as(() -> invoices.lines(invoice.id()));
    }

    private int count(String sql) {
        return story.as(agency, () -> jdbc.sql(sql).query(Integer.class).single());
    }

    private void refused(BillingRefusal why, Runnable act) {
        assertThatThrownBy(() -> Tenancy.run(Scope.system(agency), act)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo(why));
    }

    private <R> R as(java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(agency), work::get);
    }
}
