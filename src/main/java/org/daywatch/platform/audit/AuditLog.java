package org.daywatch.platform.audit;

import static org.daywatch_db.platform.Tables.AUDIT_HEAD;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line per fact and per read of a sensitive record, in the same transaction and chained per tenant. When the line
 * cannot be written, what it describes does not happen.
 */
@Component
public class AuditLog {

    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;
    private final SecurityLog security;
    private final UUID run = Ids.next();

    AuditLog(DSLContext db, Clock clock, JsonMapper json, SecurityLog security) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.security = security;
    }

    /** Facts are audited by being told; rooms never write these lines by hand. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DomainEvent fact) {
        append(fact.getClass().getSimpleName(), fact.subject(), json.writeValueAsString(fact));
    }

    /** A sensitive record was read: by whom stands in the line, what for in the detail. */
    @Transactional
    public void read(String what, String subject, Map<String, ?> detail) {
        append("Read" + what, subject, json.writeValueAsString(detail));
    }

    /** A command that has no fact of its own: an export made, a setting changed. */
    @Transactional
    public void act(String action, String subject, Map<String, ?> detail) {
        append(action, subject, json.writeValueAsString(detail));
    }

    /** A fact as the chain of the organization that is bound holds it. @param detail as JSON */
    public record Told(String action, String subject, String detail) {}

    /**
     * What was told under these names, from the first to the last, for a room that compares its own records with it.
     */
    @Transactional(readOnly = true)
    public List<Told> told(Collection<String> actions) {
        return db.select(AUDIT_LINE.ACTION, AUDIT_LINE.SUBJECT, AUDIT_LINE.DETAIL).from(AUDIT_LINE)
                .where(AUDIT_LINE.TENANT_ID.eq(Tenancy.tenant())).and(AUDIT_LINE.ACTION.in(actions))
                .orderBy(AUDIT_LINE.SEQ)
                .fetch(r -> new Told(r.get(AUDIT_LINE.ACTION), r.get(AUDIT_LINE.SUBJECT), r.get(AUDIT_LINE.DETAIL)));
    }

    /**
     * Takes the acting organization's turn in its chain before its first line is written. The head of the chain is the
     * first lock of a transaction that afterward waits for rows which others lock after they have told a fact.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn() {
        head(Tenancy.tenant());
    }

    /** @param now by the database's clock */
    private record Head(long seq, byte[] hash, Instant now) {}

    /** Only an organization's first line finds no head, and two that are first find one. */
    private Head head(UUID tenant) {
        return held(tenant).orElseGet(() -> {
            db.insertInto(AUDIT_HEAD).set(AUDIT_HEAD.TENANT_ID, tenant).set(AUDIT_HEAD.SEQ, 0L)
                    .set(AUDIT_HEAD.HASH, AuditChain.START)
                    .onConflictDoNothing().execute();
            return held(tenant).orElseThrow();
        });
    }

    private Optional<Head> held(UUID tenant) {
        var now = DSL.field("clock_timestamp()", Instant.class);
        return db.select(AUDIT_HEAD.SEQ, AUDIT_HEAD.HASH, now).from(AUDIT_HEAD).where(AUDIT_HEAD.TENANT_ID.eq(tenant))
                .forUpdate()
                .fetchOptional(r -> new Head(r.get(AUDIT_HEAD.SEQ), r.get(AUDIT_HEAD.HASH), r.get(now)));
    }

    private void append(String action, String subject, String detail) {
        // The chain belongs to the organization that acts, so that each has its own complete record.
        UUID tenant = Tenancy.tenant();
        var head = head(tenant);
        var actor = Acting.current();
        var clocks = new AuditChain.Clocks(head.now(), run, System.nanoTime() / 1000);
        var line = new AuditChain.Line(tenant, head.seq() + 1, clock.instant().truncatedTo(ChronoUnit.MICROS),
                Tenancy.current().map(s -> s.person()).orElse(null), actor.map(a -> a.role().name()).orElse("SYSTEM"),
                actor.map(a -> a.capacity().name()).orElse("NONE"), actor.map(Actor::session).orElse(null), action,
                subject, detail, head.hash(), clocks);
        byte[] hash = AuditChain.hash(line);
        try {
            write(line, clocks, hash);
        } catch (InvalidDataAccessResourceUsageException e) { // taken from us, or not there; everything else keeps its own name
            throw new AuditNotWritten(action, e);
        }
        security.audited(action, subject);
    }

    private void write(AuditChain.Line line, AuditChain.Clocks clocks, byte[] hash) {
        UUID tenant = line.tenant();
        db.insertInto(AUDIT_LINE).set(AUDIT_LINE.TENANT_ID, tenant).set(AUDIT_LINE.SEQ, line.seq())
                .set(AUDIT_LINE.AT, line.at())
                .set(AUDIT_LINE.PERSON_ID, line.person()).set(AUDIT_LINE.ROLE, line.role())
                .set(AUDIT_LINE.CAPACITY, line.capacity())
                .set(AUDIT_LINE.SESSION_ID, line.session()).set(AUDIT_LINE.ACTION, line.action())
                .set(AUDIT_LINE.SUBJECT, line.subject())
                .set(AUDIT_LINE.DETAIL, line.detail()).set(AUDIT_LINE.PREV_HASH, line.previous())
                .set(AUDIT_LINE.DATABASE_AT, clocks.database())
                .set(AUDIT_LINE.RUN_ID, clocks.run()).set(AUDIT_LINE.STEADY_US, clocks.steady())
                .set(AUDIT_LINE.HASH, hash).execute();
        db.update(AUDIT_HEAD).set(AUDIT_HEAD.SEQ, line.seq()).set(AUDIT_HEAD.HASH, hash)
                .where(AUDIT_HEAD.TENANT_ID.eq(tenant)).execute();
    }
}
