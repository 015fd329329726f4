package org.daywatch.platform.audit;

import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who read something, for whoever it is about: in which role, never by name. */
@Component
@Transactional(readOnly = true)
public class AuditReadings {

    private final DSLContext db;

    AuditReadings(DSLContext db) {
        this.db = db;
    }

    public record Reading(String role, int times, Instant last) {}

    /** @param subjects as they stand in the audit. @return the latest reader first */
    public List<Reading> of(Collection<String> subjects) {
        var last = DSL.max(AUDIT_LINE.AT);
        var times = DSL.count();
        return db.select(AUDIT_LINE.ROLE, times, last).from(AUDIT_LINE)
                .where(AUDIT_LINE.TENANT_ID.eq(Tenancy.tenant())).and(AUDIT_LINE.SUBJECT.in(subjects))
                .and(DSL.condition("action like 'Read%'")) // literally as its index has it
                .groupBy(AUDIT_LINE.ROLE).orderBy(last.desc(), AUDIT_LINE.ROLE)
                .fetch(r -> new Reading(r.get(AUDIT_LINE.ROLE), r.get(times), r.get(last)));
    }
}
