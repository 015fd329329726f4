package org.daywatch.staffing.notices;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SCHOOL_BLOCK;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.terms.AskingOrder;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is behind the ids a fact names; read in the fact's transaction, bound to the agency. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Persons {

    private final DSLContext db;
    private final DepartmentTerms terms;

    Persons(DSLContext db, DepartmentTerms terms) {
        this.terms = terms;
        this.db = db;
    }

    Optional<UUID> ofOfficer(UUID officer) {
        return db.select(OFFICER.PERSON_ID).from(OFFICER).where(OFFICER.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OFFICER.ID.eq(officer)).fetchOptional(OFFICER.PERSON_ID);
    }

    Set<UUID> ofOfficers(java.util.Collection<UUID> officers) {
        return db.select(OFFICER.PERSON_ID).from(OFFICER).where(OFFICER.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OFFICER.ID.in(officers)).fetchSet(OFFICER.PERSON_ID);
    }

    String nameOfOfficer(UUID officer) {
        return db.select(OFFICER.FULL_NAME).from(OFFICER).where(OFFICER.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OFFICER.ID.eq(officer)).fetchOptional(OFFICER.FULL_NAME).orElse("");
    }

    /**
     * Active officers of the departments whose turn it is now for open posts of these days: whose, each request says
     * for its own posts.
     */
    Set<UUID> asked(int rank, LocalDate from, LocalDate to) {
        var ranks = terms.ranks(from);
        var firsts = db.selectDistinct(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID).from(POST).join(DETAIL_REQUEST)
                .on(DETAIL_REQUEST.AGENCY_ID.eq(POST.AGENCY_ID))
                .and(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID)).where(POST.AGENCY_ID.eq(Tenancy.tenant()))
                .and(POST.DAY.between(from, to))
                .and(POST.STATE.eq("OPEN")).and(POST.POSTED_RANK.eq(rank)).fetch(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID);
        var orders = firsts.isEmpty()
                ? List.of(AskingOrder.AS_RANKED)
                : firsts.stream().map(f -> new AskingOrder(f, f == null ? 0 : ranks.getOrDefault(f, 0))).toList();
        var turn = ranks.entrySet().stream()
                .filter(d -> orders.stream().anyMatch(o -> o.rankOf(d.getKey(), d.getValue()) == rank))
                .map(Map.Entry::getKey).toList();
        return db.select(OFFICER.PERSON_ID).from(OFFICER).where(OFFICER.AGENCY_ID.eq(Tenancy.tenant()))
                .and(OFFICER.STATE.eq("ACTIVE"))
                .and(OFFICER.DEPARTMENT_ID.in(turn)).fetchSet(OFFICER.PERSON_ID);
    }

    record Standing(UUID person, UUID shift, UUID school, java.time.Instant startsAt) {}

    /** The officer whose shift fills a post now. */
    Optional<Standing> onPost(UUID post) {
        return db.select(SHIFT.PERSON_ID, SHIFT.ID, SHIFT.SCHOOL_ID, SHIFT.STARTS_AT).from(SHIFT)
                .where(SHIFT.AGENCY_ID.eq(Tenancy.tenant())).and(SHIFT.POST_ID.eq(post))
                .and(SHIFT.STATE.in("SCHEDULED", "ON_POST")).fetchOptional(r -> new Standing(r.get(SHIFT.PERSON_ID),
                        r.get(SHIFT.ID), r.get(SHIFT.SCHOOL_ID), r.get(SHIFT.STARTS_AT)));
    }

    Optional<Standing> onShift(UUID shift) {
        return db.select(SHIFT.PERSON_ID, SHIFT.ID, SHIFT.SCHOOL_ID, SHIFT.STARTS_AT).from(SHIFT)
                .where(SHIFT.AGENCY_ID.eq(Tenancy.tenant())).and(SHIFT.ID.eq(shift))
                .fetchOptional(r -> new Standing(r.get(SHIFT.PERSON_ID), r.get(SHIFT.ID), r.get(SHIFT.SCHOOL_ID),
                        r.get(SHIFT.STARTS_AT)));
    }

    Optional<java.time.Instant> beginOfPost(UUID post) {
        return db.select(POST.STARTS_AT).from(POST).where(POST.AGENCY_ID.eq(Tenancy.tenant())).and(POST.ID.eq(post))
                .fetchOptional(POST.STARTS_AT);
    }

    Optional<UUID> schoolOfRequest(UUID request) {
        return db.select(DETAIL_REQUEST.SCHOOL_ID).from(DETAIL_REQUEST)
                .where(DETAIL_REQUEST.AGENCY_ID.eq(Tenancy.tenant())).and(DETAIL_REQUEST.ID.eq(request))
                .fetchOptional(DETAIL_REQUEST.SCHOOL_ID);
    }

    Optional<UUID> schoolOfBlock(UUID block) {
        return db.select(SCHOOL_BLOCK.SCHOOL_ID).from(SCHOOL_BLOCK).where(SCHOOL_BLOCK.AGENCY_ID.eq(Tenancy.tenant()))
                .and(SCHOOL_BLOCK.ID.eq(block))
                .fetchOptional(SCHOOL_BLOCK.SCHOOL_ID);
    }
}
