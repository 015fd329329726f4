package org.daywatch.platform.identity.members;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of the organization that is bound has a place there now: to choose somebody by name. */
@NamedInterface("colleagues")
@Component
@Transactional(readOnly = true)
public class Colleagues {

    private final DSLContext db;
    private final Clock clock;

    Colleagues(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public record Colleague(UUID person, String name) {}

    /** At the school, or in the whole organization; by name. */
    public List<Colleague> at(UUID school) {
        return db.selectDistinct(MEMBERSHIP.PERSON_ID, MEMBERSHIP.FULL_NAME).from(MEMBERSHIP).where(here())
                .and(MEMBERSHIP.SCHOOL_ID.isNull().or(MEMBERSHIP.SCHOOL_ID.eq(school)))
                .orderBy(MEMBERSHIP.FULL_NAME, MEMBERSHIP.PERSON_ID)
                .fetch(r -> new Colleague(r.get(MEMBERSHIP.PERSON_ID), r.get(MEMBERSHIP.FULL_NAME)));
    }

    /** Those of them who have not left. */
    public Set<UUID> stillHere(Collection<UUID> persons) {
        return db.selectDistinct(MEMBERSHIP.PERSON_ID).from(MEMBERSHIP).where(here())
                .and(MEMBERSHIP.PERSON_ID.in(persons)).fetchSet(MEMBERSHIP.PERSON_ID);
    }

    private Condition here() {
        return MEMBERSHIP.ORG_ID.eq(Tenancy.tenant())
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())));
    }
}
