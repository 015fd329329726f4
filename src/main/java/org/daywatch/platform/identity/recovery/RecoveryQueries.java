package org.daywatch.platform.identity.recovery;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.RECOVERY;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the member's page shows of an open recovery. */
@Component
@Transactional(readOnly = true)
public class RecoveryQueries {

    private final DSLContext db;

    RecoveryQueries(DSLContext db) {
        this.db = db;
    }

    /** @param requestedBy the administrator's name, where they are a member of this organization */
    public record View(Recovery recovery, String requestedBy) {}

    public Optional<View> findOpen(UUID org, UUID person) {
        return db.selectFrom(RECOVERY).where(RECOVERY.ORG_ID.eq(org)).and(RECOVERY.PERSON_ID.eq(person))
                .and(RECOVERY.HANDED_OUT_AT.isNull())
                .and(RECOVERY.STOPPED_AT.isNull())
                .fetchOptional(r -> new View(RecoveryStore.recovery(r), name(org, r.getRequestedBy())));
    }

    private String name(UUID org, UUID person) {
        return db.select(MEMBERSHIP.FULL_NAME).from(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org))
                .and(MEMBERSHIP.PERSON_ID.eq(person)).limit(1)
                .fetchOptional(MEMBERSHIP.FULL_NAME).orElse("");
    }
}
