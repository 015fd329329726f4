package org.daywatch.staffing.termagreements;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.TERM_AGREEMENT;
import static org.daywatch_db.staffing.Tables.TERM_AGREEMENT_SCHOOL;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.posts.Opened;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.termagreements.TermAgreement.Refused;
import org.daywatch.staffing.termagreements.TermAgreement.Row;
import org.daywatch.staffing.termagreements.TermAgreement.State;
import org.daywatch.staffing.termagreements.TermAgreement.Sums;
import org.daywatch_db.staffing.tables.records.TermAgreementRecord;
import org.daywatch_db.staffing.tables.records.TermAgreementSchoolRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Agreements and their schools as stored; seen by whoever began them. */
@Repository
@Transactional
class TermAgreementStore {

    private final DSLContext db;
    private final Clock clock;

    TermAgreementStore(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    UUID add(String chosen, @Nullable UUID department, RequestContent c, int total) {
        var id = Ids.next();
        db.insertInto(TERM_AGREEMENT).set(TERM_AGREEMENT.OWNER_ID, Tenancy.tenant()).set(TERM_AGREEMENT.ID, id)
                .set(TERM_AGREEMENT.CHOSEN, chosen)
                .set(TERM_AGREEMENT.DEPARTMENT_ID, department).set(TERM_AGREEMENT.ROLE, c.role().name())
                .set(TERM_AGREEMENT.OFFICERS, c.officers())
                .set(TERM_AGREEMENT.FIRST_DAY, c.firstDay()).set(TERM_AGREEMENT.LAST_DAY, c.lastDay())
                .set(TERM_AGREEMENT.WEEKDAYS,
                        c.weekdays().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new))
                .set(TERM_AGREEMENT.REASON, c.reason()).set(TERM_AGREEMENT.DUTIES, c.duties())
                .set(TERM_AGREEMENT.CONTACT, c.contact())
                .set(TERM_AGREEMENT.WORK_KIND, c.workKind().name()).set(TERM_AGREEMENT.STATE, State.LOOKING.name())
                .set(TERM_AGREEMENT.TOTAL, total)
                .set(TERM_AGREEMENT.STARTED_AT, clock.instant()).execute();
        return id;
    }

    void look(UUID id, Collection<Row> rows) {
        var records = rows.stream()
                .map(r -> new TermAgreementSchoolRecord(Tenancy.tenant(), id, r.school(), r.name(), r.posts(),
                        r.refused() == null ? null : r.refused().name(), r.coveredBy(), null, ""))
                .toList();
        db.insertInto(TERM_AGREEMENT_SCHOOL).set(records).execute();
        progress(id, rows.size());
    }

    void made(UUID id, Map<UUID, UUID> requestOfSchool) {
        requestOfSchool.forEach(
                (school, request) -> db.update(TERM_AGREEMENT_SCHOOL).set(TERM_AGREEMENT_SCHOOL.REQUEST_ID, request)
                        .set(TERM_AGREEMENT_SCHOOL.NUMBER,
                                DSL.select(DETAIL_REQUEST.NUMBER).from(DETAIL_REQUEST)
                                        .where(DETAIL_REQUEST.ID.eq(request)).asField())
                        .where(TERM_AGREEMENT_SCHOOL.AGREEMENT_ID.eq(id))
                        .and(TERM_AGREEMENT_SCHOOL.SCHOOL_ID.eq(school)).execute());
        progress(id, requestOfSchool.size());
    }

    /** Schools that somebody covered between the look and the agreement. */
    void coveredSince(UUID id, Map<UUID, String> numberOfSchool) {
        numberOfSchool.forEach((school, number) -> db.update(TERM_AGREEMENT_SCHOOL)
                .set(TERM_AGREEMENT_SCHOOL.REFUSED, Refused.COVERED.name())
                .set(TERM_AGREEMENT_SCHOOL.COVERED_BY, number)
                .where(TERM_AGREEMENT_SCHOOL.AGREEMENT_ID.eq(id)).and(TERM_AGREEMENT_SCHOOL.SCHOOL_ID.eq(school))
                .execute());
        progress(id, numberOfSchool.size());
    }

    void openTo(UUID id, LocalDate day) {
        db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.OPEN_TO, day).where(TERM_AGREEMENT.ID.eq(id)).execute();
    }

    void opened(UUID id, Opened more) {
        db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.OPENED, TERM_AGREEMENT.OPENED.plus(more.posts()))
                .set(TERM_AGREEMENT.OPENED_FROM,
                        DSL.least(TERM_AGREEMENT.OPENED_FROM, DSL.val(more.first(), TERM_AGREEMENT.OPENED_FROM)))
                .set(TERM_AGREEMENT.OPENED_TO,
                        DSL.greatest(TERM_AGREEMENT.OPENED_TO, DSL.val(more.last(), TERM_AGREEMENT.OPENED_TO)))
                .where(TERM_AGREEMENT.ID.eq(id)).execute();
    }

    /** All that was opened with it so far. */
    @Transactional(readOnly = true)
    public Opened opened(UUID id) {
        return db.selectFrom(TERM_AGREEMENT).where(TERM_AGREEMENT.ID.eq(id))
                .fetchSingle(r -> new Opened(r.getOpened(), r.getOpenedFrom(), r.getOpenedTo()));
    }

    void progress(UUID id, int more) {
        db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.DONE, TERM_AGREEMENT.DONE.plus(more))
                .where(TERM_AGREEMENT.ID.eq(id)).execute();
    }

    /** @return false when it is not in that state any more: somebody was quicker */
    boolean move(UUID id, Collection<State> from, State to, int total, @Nullable String problem) {
        return db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.STATE, to.name()).set(TERM_AGREEMENT.PROBLEM, problem)
                .set(TERM_AGREEMENT.ENDED_AT, clock.instant())
                .set(TERM_AGREEMENT.TOTAL, total < 0 ? TERM_AGREEMENT.TOTAL : DSL.val(total))
                .set(TERM_AGREEMENT.DONE, total < 0 ? TERM_AGREEMENT.DONE : DSL.val(0))
                .where(TERM_AGREEMENT.ID.eq(id)).and(TERM_AGREEMENT.STATE.in(from.stream().map(Enum::name).toList()))
                .execute() == 1;
    }

    /** Jobs of a process that died: a look is begun anew, the rest goes on where it stood when it is asked again. */
    void interrupted() {
        db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.STATE, State.FAILED.name())
                .where(TERM_AGREEMENT.STATE.eq(State.LOOKING.name())).execute();
        db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.STATE, State.LOOKED.name())
                .where(TERM_AGREEMENT.STATE.eq(State.AGREEING.name())).execute();
        db.update(TERM_AGREEMENT).set(TERM_AGREEMENT.STATE, State.AGREED.name())
                .where(TERM_AGREEMENT.STATE.eq(State.WITHDRAWING.name())).execute();
    }

    @Transactional(readOnly = true)
    public TermAgreement get(UUID id) {
        return db.selectFrom(TERM_AGREEMENT).where(TERM_AGREEMENT.ID.eq(id))
                .fetchOptional(TermAgreementStore::agreement)
                .orElseThrow(() -> new NotFound("agreement " + id));
    }

    @Transactional(readOnly = true)
    public List<TermAgreement> latest(int most) {
        return db.selectFrom(TERM_AGREEMENT).orderBy(TERM_AGREEMENT.STARTED_AT.desc(), TERM_AGREEMENT.ID.desc())
                .limit(most).fetch(TermAgreementStore::agreement);
    }

    @Transactional(readOnly = true)
    public Sums sums(UUID id) {
        var s = TERM_AGREEMENT_SCHOOL;
        var requested = DSL.count(s.REQUEST_ID);
        var posts = DSL.coalesce(DSL.sum(s.POSTS).filterWhere(s.REFUSED.isNull()),
                DSL.inline(java.math.BigDecimal.ZERO));
        var refused = DSL.count().filterWhere(s.REFUSED.isNotNull());
        var taken = DSL.count().filterWhere(s.REFUSED.isNull());
        return db.select(taken, refused,
                posts, requested)
                .from(s).where(s.AGREEMENT_ID.eq(id))
                .fetchSingle(r -> new Sums(r.get(taken), r.get(refused), r.get(posts).longValue(), r.get(requested)));
    }

    /** Schools that are taken and have no request yet. */
    @Transactional(readOnly = true)
    public List<UUID> open(UUID id) {
        var s = TERM_AGREEMENT_SCHOOL;
        return db.select(s.SCHOOL_ID).from(s).where(s.AGREEMENT_ID.eq(id)).and(s.REFUSED.isNull())
                .and(s.REQUEST_ID.isNull())
                .orderBy(s.SCHOOL_NAME, s.SCHOOL_ID).fetch(s.SCHOOL_ID);
    }

    /** Requests made from it that still stand. */
    @Transactional(readOnly = true)
    public List<UUID> standing(UUID id) {
        var s = TERM_AGREEMENT_SCHOOL;
        return db.select(s.REQUEST_ID).from(s).join(DETAIL_REQUEST).on(DETAIL_REQUEST.ID.eq(s.REQUEST_ID))
                .where(s.AGREEMENT_ID.eq(id))
                .and(DETAIL_REQUEST.STATE.in("DRAFT", "SUBMITTED", "ACCEPTED")).fetch(s.REQUEST_ID);
    }

    /** Term requests that stand for the same role and share days, by school: the number people know them by. */
    @Transactional(readOnly = true)
    public Map<UUID, String> covered(Collection<UUID> schools, RequestContent c) {
        var r = DETAIL_REQUEST;
        return db.select(r.SCHOOL_ID, r.NUMBER).from(r).where(r.SCHOOL_ID.in(schools))
                .and(r.KIND.eq(RequestKind.TERM.name())).and(r.ROLE.eq(c.role().name()))
                .and(r.STATE.in("SUBMITTED", "ACCEPTED")).and(r.FIRST_DAY.le(c.lastDay()))
                .and(r.LAST_DAY.ge(c.firstDay()))
                .orderBy(r.NUMBER).fetchMap(r.SCHOOL_ID, r.NUMBER);
    }

    @Transactional(readOnly = true)
    public long count(UUID id, Paging paging) {
        return db.fetchCount(TERM_AGREEMENT_SCHOOL, fits(id, paging));
    }

    /** Those left out first: they need somebody's eye. */
    @Transactional(readOnly = true)
    public List<Row> list(UUID id, Paging paging) {
        var s = TERM_AGREEMENT_SCHOOL;
        var key = paging.sort().equals("posts") ? s.POSTS : s.SCHOOL_NAME;
        return db.selectFrom(s).where(fits(id, paging))
                .orderBy(s.REFUSED.asc().nullsLast(), paging.descending() ? key.desc() : key.asc(), s.SCHOOL_ID)
                .limit(paging.size()).offset(paging.offset())
                .fetch(r -> new Row(r.getSchoolId(), r.getSchoolName(), r.getPosts(),
                        r.getRefused() == null ? null : Refused.valueOf(r.getRefused()), r.getCoveredBy(),
                        r.getRequestId(), r.getNumber()));
    }

    private static Condition fits(UUID id, Paging paging) {
        var fits = TERM_AGREEMENT_SCHOOL.AGREEMENT_ID.eq(id);
        if (!paging.filter("q").isEmpty())
            fits = fits.and(TERM_AGREEMENT_SCHOOL.SCHOOL_NAME.containsIgnoreCase(paging.filter("q")));
        if (paging.filter("show").equals("refused")) fits = fits.and(TERM_AGREEMENT_SCHOOL.REFUSED.isNotNull());
        if (paging.filter("show").equals("taken")) fits = fits.and(TERM_AGREEMENT_SCHOOL.REFUSED.isNull());
        return fits;
    }

    private static TermAgreement agreement(TermAgreementRecord r) {
        var days = Arrays.stream(r.getWeekdays()).map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet());
        var content = new RequestContent(RequestContent.ANY_SCHOOL, RequestKind.TERM, OfficerRole.valueOf(r.getRole()),
                r.getOfficers(), r.getFirstDay(),
                r.getLastDay(), days, null, null, r.getReason(), r.getDuties(), "", r.getContact(),
                WorkKind.valueOf(r.getWorkKind()));
        return new TermAgreement(r.getId(), r.getChosen(), r.getDepartmentId(), content, State.valueOf(r.getState()),
                r.getTotal(), r.getDone(),
                r.getProblem(), r.getStartedAt(), r.getOpenTo(), r.getOpened());
    }
}
