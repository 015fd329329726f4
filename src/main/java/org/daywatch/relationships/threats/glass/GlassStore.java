package org.daywatch.relationships.threats.glass;

import static org.daywatch_db.relationships.Tables.BROKEN_GLASS;
import static org.daywatch_db.relationships.Tables.GLASS_BREAKER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.identity.Role;
import org.daywatch_db.relationships.tables.records.BrokenGlassRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Glass that was broken, as stored: the reason sealed by the case's key. The district is bound. */
@Repository
@Transactional
class GlassStore {

    private final DSLContext db;
    private final CaseKeys keys;

    GlassStore(DSLContext db, CaseKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** What somebody in this role opens; empty where they break no glass. */
    @Transactional(readOnly = true)
    Optional<Glass.Opens> opens(Role role, LocalDate day) {
        var b = GLASS_BREAKER;
        return db.select(b.PART).from(b).where(b.ROLE.eq(role.name())).and(b.VALID_FROM.le(day))
                .and(b.VALID_TO.isNull().or(b.VALID_TO.ge(day))).orderBy(b.VALID_FROM.desc()).limit(1)
                .fetchOptional(b.PART).map(Glass.Opens::valueOf);
    }

    @Transactional(readOnly = true)
    List<Glass> of(UUID caseId) {
        return list(BROKEN_GLASS.CASE_ID.eq(caseId));
    }

    @Transactional(readOnly = true)
    List<Glass> by(UUID person) {
        return list(BROKEN_GLASS.PERSON_ID.eq(person));
    }

    /** Of a school; null: of the district. */
    @Transactional(readOnly = true)
    List<Glass> at(@Nullable UUID school) {
        return list(school == null ? org.jooq.impl.DSL.noCondition() : BROKEN_GLASS.SCHOOL_ID.eq(school));
    }

    void insert(Glass g) {
        var b = BROKEN_GLASS;
        db.insertInto(b).set(b.DISTRICT_ID, g.district()).set(b.ID, g.id()).set(b.CASE_ID, g.caseId())
                .set(b.SCHOOL_ID, g.school()).set(b.PERSON_ID, g.person()).set(b.BROKEN_BY, g.by())
                .set(b.PART, g.part().name()).set(b.BROKEN_AT, g.at()).set(b.ENDS_AT, g.until()).set(b.TOLD, g.told())
                .set(b.BODY, keys.seal(g.district(), g.caseId(), g.reason().getBytes(StandardCharsets.UTF_8),
                        place(g.id())))
                .execute();
    }

    private List<Glass> list(Condition which) {
        return db.selectFrom(BROKEN_GLASS).where(which).orderBy(BROKEN_GLASS.BROKEN_AT.desc(), BROKEN_GLASS.ID)
                .limit(200)
                .fetch().map(this::read).stream().filter(Objects::nonNull).toList();
    }

    private @Nullable Glass read(BrokenGlassRecord r) {
        return keys.open(r.getDistrictId(), r.getCaseId(), r.getBody(), place(r.getId()))
                .map(body -> new Glass(r.getDistrictId(), r.getId(), r.getCaseId(), r.getSchoolId(), r.getPersonId(),
                        r.getBrokenBy(), Glass.Opens.valueOf(r.getPart()), new String(body, StandardCharsets.UTF_8),
                        r.getBrokenAt(), r.getEndsAt(), r.getTold()))
                .orElse(null);
    }

    private static String place(UUID id) {
        return "broken glass " + id;
    }
}
