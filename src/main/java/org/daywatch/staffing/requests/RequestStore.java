package org.daywatch.staffing.requests;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.requests.DetailRequest.State;
import org.daywatch_db.staffing.tables.records.DetailRequestRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Detail requests, written with a check that nobody else changed them meanwhile. */
@Repository
@Transactional
class RequestStore {

    private static final int CHUNK = 500;

    private final DSLContext db;

    RequestStore(DSLContext db) {
        this.db = db;
    }

    DetailRequest get(UUID id) {
        return db.selectFrom(DETAIL_REQUEST).where(DETAIL_REQUEST.ID.eq(id)).fetchOptional(RequestStore::request)
                .orElseThrow(() -> new NotFound("detail request " + id));
    }

    /** For many requests at once: one draw, numbers in order. */
    List<DetailRequest> standing(Collection<UUID> schools, RequestContent c) {
        var r = DETAIL_REQUEST;
        return db.selectFrom(r).where(r.SCHOOL_ID.in(schools)).and(r.KIND.eq(c.kind().name()))
                .and(r.ROLE.eq(c.role().name())).and(r.STATE.in("SUBMITTED", "ACCEPTED"))
                .and(r.FIRST_DAY.le(c.lastDay())).and(r.LAST_DAY.ge(c.firstDay())).orderBy(r.NUMBER)
                .fetch(RequestStore::request);
    }

    List<String> nextNumbers(int year, int count) {
        return db.fetch("select nextval('staffing.request_number') from generate_series(1, ?)", count)
                .map(r -> "R-%d-%04d".formatted(year, r.get(0, Long.class)));
    }

    void insert(List<DetailRequest> requests) {
        for (int from = 0; from < requests.size(); from += CHUNK) {
            var rows = requests.subList(from, Math.min(requests.size(), from + CHUNK)).stream().map(RequestStore::row)
                    .toList();
            db.insertInto(DETAIL_REQUEST).set(rows).execute();
        }
    }

    /** @throws Stale when somebody else saved first */
    DetailRequest save(DetailRequest request) {
        var row = row(request);
        row.setVersion(request.version() + 1);
        int hit = db.update(DETAIL_REQUEST).set(row).where(DETAIL_REQUEST.ID.eq(request.id()))
                .and(DETAIL_REQUEST.VERSION.eq(request.version())).execute();
        if (hit == 0) throw new Stale("detail request " + request.number());
        return new DetailRequest(request.id(), request.agencyId(), request.districtId(), request.number(),
                request.content(), request.state(),
                request.createdBy(), request.createdAt(), request.version() + 1);
    }

    static DetailRequest request(DetailRequestRecord r) {
        var days = Arrays.stream(r.getWeekdays()).map(DayOfWeek::of).collect(Collectors.toUnmodifiableSet());
        var content = new RequestContent(r.getSchoolId(), RequestKind.valueOf(r.getKind()),
                OfficerRole.valueOf(r.getRole()), r.getOfficers(),
                r.getFirstDay(), r.getLastDay(), days, r.getFromTime(), r.getToTime(), r.getReason(), r.getDuties(),
                r.getRiskNotes(),
                r.getContact(), WorkKind.valueOf(r.getWorkKind()));
        return new DetailRequest(r.getId(), r.getAgencyId(), r.getDistrictId(), r.getNumber(), content, state(r),
                r.getCreatedBy(),
                r.getCreatedAt(), r.getVersion());
    }

    private static State state(DetailRequestRecord r) {
        return switch (r.getState()) {
            case "DRAFT" -> new State.Draft();
            case "SUBMITTED" -> new State.Submitted();
            case "ACCEPTED" -> new State.Accepted(r.getPrimaryDepartmentId());
            case "DECLINED" -> new State.Declined(r.getDecidedReason());
            case "WITHDRAWN" -> new State.Withdrawn(r.getDecidedReason());
            default ->
                throw new IllegalStateException("unknown state of request " + r.getNumber() + ": " + r.getState());
        };
    }

    private static DetailRequestRecord row(DetailRequest q) {
        var c = q.content();
        var row = new DetailRequestRecord();
        row.setAgencyId(q.agencyId());
        row.setId(q.id());
        row.setDistrictId(q.districtId());
        row.setSchoolId(c.schoolId());
        row.setNumber(q.number());
        row.setKind(c.kind().name());
        row.setRole(c.role().name());
        row.setOfficers(c.officers());
        row.setFirstDay(c.firstDay());
        row.setLastDay(c.lastDay());
        row.setWeekdays(weekdays(c.weekdays()));
        row.setFromTime(c.from());
        row.setToTime(c.to());
        row.setReason(c.reason());
        row.setDuties(c.duties());
        row.setRiskNotes(c.riskNotes());
        row.setContact(c.contact());
        row.setWorkKind(c.workKind().name());
        row.setState(q.state().code());
        row.setPrimaryDepartmentId(q.state() instanceof State.Accepted(var department) ? department : null);
        row.setDecidedReason(reason(q.state()));
        row.setCreatedBy(q.createdBy());
        row.setCreatedAt(q.createdAt());
        row.setVersion(q.version());
        return row;
    }

    private static @Nullable String reason(State state) {
        return switch (state) {
            case State.Declined(var reason) -> reason;
            case State.Withdrawn(var reason) -> reason;
            default -> null;
        };
    }

    private static Integer[] weekdays(Set<DayOfWeek> days) {
        return days.stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new);
    }
}
