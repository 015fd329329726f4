package org.daywatch.billing.verify;

import static org.daywatch_db.billing.Tables.BILLED_SHIFT;
import static org.daywatch_db.billing.Tables.INVOICE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.billing.invoices.Invoice;
import org.daywatch.billing.invoices.InvoiceLine;
import org.daywatch.billing.invoices.InvoiceQueries;
import org.daywatch.billing.invoices.Seal;
import org.daywatch.billing.verify.InvoiceFault.Kind;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recomputes every invoice from its lines and compares it with its seal, with the series and with what the audit chain
 * was told when it was issued. Whoever changes an invoice and its seal past Daywatch is found by the chain; whether the
 * chain itself is sound, {@code audit verify} says.
 */
@Component
public class InvoiceVerification {

    private static final List<String> TOLD = List.of("InvoiceIssued", "InvoiceCredited");

    private final InvoiceQueries invoices;
    private final AuditLog audit;
    private final Tenants tenants;
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    InvoiceVerification(InvoiceQueries invoices, AuditLog audit, Tenants tenants, DSLContext db, JsonMapper json,
            Clock clock, PlatformTransactionManager transactions) {
        this.invoices = invoices;
        this.audit = audit;
        this.tenants = tenants;
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param invoices looked at, credit notes among them; @param cents what stands, over all agencies */
    public record Report(Instant at, long invoices, long lines, long cents, List<InvoiceFault> faults) {

        public boolean fine() {
            return faults.isEmpty();
        }
    }

    /** Every agency's. */
    public Report verify() {
        return sum(tenants.agencies().stream().map(Tenants.Tenant::id).map(this::verify).toList());
    }

    public Report verify(UUID agency) {
        return Tenancy.as(Scope.system(agency), () -> snapshot.execute(t -> look(agency)));
    }

    private Report sum(List<Report> all) {
        return new Report(clock.instant(), all.stream().mapToLong(Report::invoices).sum(),
                all.stream().mapToLong(Report::lines).sum(), all.stream().mapToLong(Report::cents).sum(),
                all.stream().flatMap(r -> r.faults().stream()).toList());
    }

    private Report look(UUID agency) {
        var faults = new ArrayList<InvoiceFault>();
        var all = invoices.list(DSL.noCondition(), List.of(INVOICE.NUMBER.asc()), 0, Integer.MAX_VALUE);
        var told = told();
        Map<UUID, UUID> recorded = db.select(BILLED_SHIFT.SHIFT_ID, BILLED_SHIFT.INVOICE_ID).from(BILLED_SHIFT)
                .fetchMap(BILLED_SHIFT.SHIFT_ID, BILLED_SHIFT.INVOICE_ID);
        var takenBack = new HashSet<>(all.stream().filter(Invoice::credit).map(Invoice::credits).toList());
        var byId = new HashMap<UUID, Invoice>();
        var stands = new HashMap<UUID, UUID>();
        long read = 0;
        int expected = 1;
        for (var i : all) {
            byId.put(i.id(), i);
            if (i.number() != expected)
                fault(faults, agency, Kind.NUMBER, i.number(),
                        "number " + i.number() + " stands where " + expected + " must");
            expected = i.number() + 1;
            var lines = invoices.lines(i.id());
            read += lines.size();
            judge(faults, agency, i, lines, told.remove(i.id()));
            if (i.credit() || takenBack.contains(i.id())) continue;
            for (var line : lines) {
                var other = stands.put(line.shift(), i.id());
                if (other != null)
                    fault(faults, agency, Kind.STANDING, i.number(),
                            "shift " + line.shift() + " stands on " + byId.get(other).name() + " too");
                if (!i.id().equals(recorded.remove(line.shift())))
                    fault(faults, agency, Kind.STANDING, i.number(),
                            "shift " + line.shift() + " is recorded elsewhere");
            }
        }
        recorded.forEach((shift, invoice) -> fault(faults, agency, Kind.STANDING,
                byId.containsKey(invoice) ? byId.get(invoice).number() : 0,
                "shift " + shift + " is recorded and stands nowhere"));
        told.forEach((id, fact) -> fault(faults, agency, Kind.GONE, fact.path("number").asInt(),
                "number " + fact.path("number").asInt() + " was issued and is gone"));
        return new Report(clock.instant(), all.size(), read, all.stream().mapToLong(Invoice::cents).sum(),
                List.copyOf(faults));
    }

    /** By invoice. */
    private Map<UUID, JsonNode> told() {
        var told = new HashMap<UUID, JsonNode>();
        for (var line : audit.told(TOLD)) {
            var fact = json.readTree(line.detail());
            told.put(UUID.fromString(fact.path("id").asString()), fact);
        }
        return told;
    }

    private static void judge(List<InvoiceFault> faults, UUID agency, Invoice i, List<InvoiceLine> lines,
            @Nullable JsonNode told) {
        String seal = HexFormat.of().formatHex(Seal.of(i, lines));
        if (!seal.equals(i.seal()))
            fault(faults, agency, Kind.EDITED, i.number(), "head or lines of " + i.name() + " are not what was sealed");
        if (!i.credit()
                && (i.shifts() != lines.size() || i.minutes() != lines.stream().mapToLong(InvoiceLine::billed).sum()
                        || i.cents() != lines.stream().mapToLong(InvoiceLine::cents).sum())) {
            fault(faults, agency, Kind.SUM, i.number(), i.name() + " is not the sum of its lines");
        }
        if (told == null)
            fault(faults, agency, Kind.UNTOLD, i.number(), "the audit chain was never told of " + i.name());
        else
            if (!told.path("seal").asString().equals(i.seal()) || told.path("number").asInt() != i.number()
                    || told.path("cents").asLong() != i.cents()) {
                        fault(faults, agency, Kind.TOLD_OTHERWISE, i.number(),
                                i.name() + " is not what the audit chain was told");
                    }
    }

    private static void fault(List<InvoiceFault> faults, UUID agency, Kind kind, int number, String words) {
        faults.add(new InvoiceFault(agency, kind, number, words));
    }
}
