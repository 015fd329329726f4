package org.daywatch.platform.audit;

import static org.daywatch_db.platform.Tables.AUDIT_HEAD;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.daywatch.platform.cli.Progress;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Verifies every tenant's chain against itself and against the signed checkpoints, and signs new ones. */
@Component
public class AuditVerification {

    private final DSLContext db;
    private final Tenants tenants;
    private final Clock clock;
    private final AuditCheckpointFile file;
    private final TransactionTemplate snapshot;

    AuditVerification(DSLContext db, Tenants tenants, Clock clock, JsonMapper json,
            PlatformTransactionManager transactions,
            @Value("${daywatch.audit.checkpoints:${daywatch.database.directory}/checkpoints}") Path folder) {
        this.db = db;
        this.tenants = tenants;
        this.clock = clock;
        this.file = new AuditCheckpointFile(folder, json);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @param provenThrough the last line a checkpoint has signed; those after it are not yet protected against a cut
     */
    public record Chain(UUID tenant, String name, long lines, long provenThrough, long notYetProtected) {}

    public record Report(Instant at, List<Chain> chains, long checkpoints, List<AuditFault> faults) {

        public boolean fine() {
            return faults.isEmpty();
        }
    }

    public Report verify(Progress progress) {
        return verify(tenants.list(), progress);
    }

    /** One organization's chain alone, and whether any other that was signed is gone as a whole. */
    public Report verify(UUID tenant) {
        return verify(tenants.list().stream().filter(t -> t.id().equals(tenant)).toList(), Progress.unseen());
    }

    private Report verify(List<Tenants.Tenant> looked, Progress progress) {
        var contents = file.read(); // before the snapshots: what it testifies to was committed before
        var byTenant = contents.checkpoints().stream().collect(Collectors.groupingBy(AuditCheckpoint::tenant));
        var faults = new ArrayList<AuditFault>();
        var chains = new ArrayList<Chain>();
        for (String damage : contents.damage())
            faults.add(new AuditFault(new UUID(0, 0), AuditFault.Kind.CHECKPOINT, 0, 0, "", damage));
        for (var tenant : looked) {
            var result = Tenancy.as(Scope.system(tenant.id()),
                    () -> check(tenant.id(), byTenant.getOrDefault(tenant.id(), List.of()),
                            lines -> progress.says("Checking audit chain " + (chains.size() + 1) + " of "
                                    + looked.size() + ": " + lines + " lines")));
            chains.add(new Chain(tenant.id(), tenant.name(), result.lines(), result.provenThrough(),
                    result.notYetProtected()));
            faults.addAll(result.faults());
        }
        vanished(byTenant, tenants.list()).forEach(faults::add);
        return new Report(clock.instant(), chains, contents.checkpoints().size(), faults);
    }

    private ChainCheck.Result check(UUID tenant, List<AuditCheckpoint> checkpoints, LongConsumer far) {
        return snapshot.execute(transaction -> {
            var check = new ChainCheck(tenant, checkpoints);
            var lines = db.selectFrom(AUDIT_LINE).where(AUDIT_LINE.TENANT_ID.eq(tenant)).orderBy(AUDIT_LINE.SEQ)
                    .fetchSize(2000);
            try (var cursor = lines.fetchLazy()) {
                long read = 0;
                for (var r : cursor) {
                    if (++read % 1000 == 1) far.accept(read);
                    check.next(
                            new AuditChain.Line(r.getTenantId(), r.getSeq(), r.getAt(), r.getPersonId(), r.getRole(),
                                    r.getCapacity(),
                                    r.getSessionId(), r.getAction(), r.getSubject(), r.getDetail(), r.getPrevHash(),
                                    AuditChain.Clocks.of(r.getDatabaseAt(), r.getRunId(), r.getSteadyUs())),
                            r.getHash());
                }
            }
            return check.end(db.selectFrom(AUDIT_HEAD).where(AUDIT_HEAD.TENANT_ID.eq(tenant))
                    .fetchOne(head -> new ChainCheck.Head(head.getSeq(), head.getHash())));
        });
    }

    private static List<AuditFault> vanished(Map<UUID, List<AuditCheckpoint>> signed, List<Tenants.Tenant> known) {
        return signed.entrySet().stream().filter(e -> known.stream().noneMatch(t -> t.id().equals(e.getKey())))
                .map(e -> new AuditFault(e.getKey(), AuditFault.Kind.CUT, 1, e.getValue().getLast().seq(), "",
                        "the whole organization and its chain are gone"))
                .toList();
    }

    /** Signs the last link of every chain that moved. @return how many did */
    public int checkpoint() {
        var ends = new ArrayList<AuditCheckpointFile.End>();
        for (var tenant : tenants.list()) {
            Tenancy.run(Scope.system(tenant.id()), () -> snapshot.executeWithoutResult(t -> db.selectFrom(AUDIT_HEAD)
                    .where(AUDIT_HEAD.TENANT_ID.eq(tenant.id()))
                    .forEach(h -> ends.add(new AuditCheckpointFile.End(h.getTenantId(), h.getSeq(), h.getHash())))));
        }
        return file.append(clock.instant(), ends);
    }

    /** Where the signed ends lie: outside the database. */
    public Path checkpoints() {
        return file.path();
    }
}
