package org.daywatch.staffing.awards.methods;

import static org.daywatch_db.staffing.Tables.AWARD;
import static org.daywatch_db.staffing.Tables.AWARD_METHOD;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch_db.staffing.tables.records.AwardMethodRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Methods as rows, and the posts they are asked about. */
@Repository
@Transactional
class AwardMethodStore {

    private final DSLContext db;
    private final Campuses campuses;

    AwardMethodStore(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    @Transactional(readOnly = true)
    List<AwardMethod> list() {
        return db.selectFrom(AWARD_METHOD).orderBy(AWARD_METHOD.VALID_FROM.desc(), AWARD_METHOD.SCOPE, AWARD_METHOD.ID)
                .fetch(AwardMethodStore::method);
    }

    @Transactional(readOnly = true)
    Optional<AwardMethod> find(UUID id) {
        return db.selectFrom(AWARD_METHOD).where(AWARD_METHOD.ID.eq(id)).fetchOptional(AwardMethodStore::method);
    }

    /** @return false where that scope already has a method that begins on that day */
    boolean insert(AwardMethod m, @Nullable UUID person) {
        return db.insertInto(AWARD_METHOD).set(AWARD_METHOD.AGENCY_ID, Tenancy.tenant()).set(AWARD_METHOD.ID, m.id())
                .set(AWARD_METHOD.SCOPE, m.scope())
                .set(AWARD_METHOD.METHOD, m.method().name()).set(AWARD_METHOD.VALID_FROM, m.from())
                .set(AWARD_METHOD.VALID_TO, m.to())
                .set(AWARD_METHOD.SOURCE, m.source()).set(AWARD_METHOD.SET_BY, person)
                .set(AWARD_METHOD.SET_AT, m.setAt()).onConflictDoNothing().execute() == 1;
    }

    /** @return false where it was withdrawn before */
    boolean withdraw(UUID id, String reason, @Nullable UUID person, Instant now) {
        return db.update(AWARD_METHOD).set(AWARD_METHOD.WITHDRAWN_AT, now).set(AWARD_METHOD.WITHDRAWN_BY, person)
                .set(AWARD_METHOD.WITHDRAWN_REASON, reason)
                .where(AWARD_METHOD.ID.eq(id)).and(AWARD_METHOD.WITHDRAWN_AT.isNull()).execute() == 1;
    }

    /**
     * Posts that were opened and never awarded: an award is made once, and what comes free again is taken by whoever
     * accepts first.
     */
    @Transactional(readOnly = true)
    List<Ruling.Opened> opened(Collection<UUID> posts) {
        return opened(POST.ID.in(posts));
    }

    /** Of those, the ones that can still be taken on these days. */
    @Transactional(readOnly = true)
    List<Ruling.Opened> openOn(LocalDate from, LocalDate to) {
        return opened(POST.STATE.eq("OPEN").and(POST.DAY.between(from, to)));
    }

    /** Of those, the ones that can still be taken and begin later. */
    @Transactional(readOnly = true)
    List<Ruling.Opened> openAfter(Instant now) {
        return opened(POST.STATE.eq("OPEN").and(POST.STARTS_AT.gt(now)));
    }

    private List<Ruling.Opened> opened(Condition which) {
        var rows = db
                .select(POST.ID, POST.DISTRICT_ID, POST.SCHOOL_ID, POST.DAY, POST.POSTED_AT, POST.STARTS_AT,
                        DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID)
                .from(POST)
                .join(DETAIL_REQUEST).on(DETAIL_REQUEST.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .where(which).and(POST.POSTED_AT.isNotNull())
                .and(DSL.notExists(DSL.selectOne().from(AWARD).where(AWARD.AGENCY_ID.eq(POST.AGENCY_ID))
                        .and(AWARD.POST_ID.eq(POST.ID))))
                .orderBy(POST.STARTS_AT, POST.ID).fetch();
        Set<UUID> schools = rows.stream().map(r -> r.get(POST.SCHOOL_ID)).collect(Collectors.toSet());
        Map<UUID, Campus> known = campuses.list(List.copyOf(schools)).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.stream().filter(r -> known.containsKey(r.get(POST.SCHOOL_ID)))
                .map(r -> new Ruling.Opened(r.get(POST.ID), r.get(POST.DISTRICT_ID),
                        r.get(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID), known.get(r.get(POST.SCHOOL_ID)).state(),
                        r.get(POST.DAY), r.get(POST.POSTED_AT), r.get(POST.STARTS_AT)))
                .toList();
    }

    private static AwardMethod method(AwardMethodRecord r) {
        return new AwardMethod(r.getId(), r.getScope(), Method.valueOf(r.getMethod()), r.getValidFrom(), r.getValidTo(),
                r.getSource(), r.getSetAt(),
                r.getWithdrawnAt(), r.getWithdrawnReason());
    }
}
