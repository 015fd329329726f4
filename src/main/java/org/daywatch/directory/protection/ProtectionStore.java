package org.daywatch.directory.protection;

import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION_READER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.members.Colleagues;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Protected students as stored, with who may find them. The district is bound. */
@Repository
@Transactional
class ProtectionStore {

    private final DSLContext db;
    private final Colleagues colleagues;
    private final Clock clock;

    ProtectionStore(DSLContext db, Colleagues colleagues, Clock clock) {
        this.db = db;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Those that nobody has ended, of a school. */
    @Transactional(readOnly = true)
    List<Protection> ofSchool(UUID school) {
        return list(STUDENT_PROTECTION.STUDENT_ID.in(db.select(ROSTER_PERSON.ID).from(ROSTER_PERSON)
                .where(ROSTER_PERSON.SCHOOL_ID.eq(school))));
    }

    private List<Protection> list(Condition which) {
        var p = STUDENT_PROTECTION;
        var rows = db.selectFrom(p).where(p.DISTRICT_ID.eq(Tenancy.tenant())).and(p.ENDED_AT.isNull()).and(which)
                .orderBy(p.FIRST_DAY, p.ID).fetch();
        var readers = readers(rows.getValues(p.ID));
        return rows.map(r -> new Protection(r.getId(), r.getStudentId(), r.getReason(), r.getFirstDay(), r.getLastDay(),
                Set.copyOf(readers.getOrDefault(r.getId(), Set.of()))));
    }

    private Map<UUID, Set<UUID>> readers(Collection<UUID> protections) {
        var named = new HashMap<UUID, Set<UUID>>();
        var r = STUDENT_PROTECTION_READER;
        var rows = db.select(r.PROTECTION_ID, r.PERSON_ID).from(r).where(r.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(r.PROTECTION_ID.in(protections)).fetch();
        var here = colleagues.stillHere(rows.getValues(r.PERSON_ID));
        for (var row : rows)
            if (here.contains(row.get(r.PERSON_ID)))
                named.computeIfAbsent(row.get(r.PROTECTION_ID), n -> new HashSet<>()).add(row.get(r.PERSON_ID));
        return named;
    }

    /** @return false where somebody else protects the student already */
    boolean insert(UUID id, UUID student, String reason, LocalDate first, @Nullable LocalDate last, UUID by,
            Set<UUID> readers) {
        var p = STUDENT_PROTECTION;
        int fresh = db.insertInto(p).set(p.DISTRICT_ID, Tenancy.tenant()).set(p.ID, id).set(p.STUDENT_ID, student)
                .set(p.REASON, reason).set(p.FIRST_DAY, first).set(p.LAST_DAY, last).set(p.ENTERED_BY, by)
                .set(p.ENTERED_AT, clock.instant()).onConflictDoNothing().execute();
        var r = STUDENT_PROTECTION_READER;
        if (fresh == 1)
            for (var person : readers)
                db.insertInto(r).set(r.DISTRICT_ID, Tenancy.tenant()).set(r.PROTECTION_ID, id).set(r.PERSON_ID, person)
                        .execute();
        return fresh == 1;
    }

    boolean end(UUID id, UUID by, Instant now) {
        var p = STUDENT_PROTECTION;
        return db.update(p).set(p.ENDED_AT, now).set(p.ENDED_BY, by).where(p.DISTRICT_ID.eq(Tenancy.tenant()))
                .and(p.ID.eq(id)).and(p.ENDED_AT.isNull()).execute() == 1;
    }
}
