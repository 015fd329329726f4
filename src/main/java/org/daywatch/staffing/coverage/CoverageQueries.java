package org.daywatch.staffing.coverage;

import static org.daywatch_db.staffing.Tables.ABSENCE;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.coverage.PostDay.Absence;
import org.daywatch.staffing.coverage.PostDay.Attendance;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads posts with everybody who held them. Who may see which rows is row security's business. */
@Component
@Transactional(readOnly = true)
public class CoverageQueries {

    private final DSLContext db;

    CoverageQueries(DSLContext db) {
        this.db = db;
    }

    /** A post of the day with what the board shows beside its minutes. */
    public record Row(PostDay post, UUID districtId, LocalDate day, String role, String state, int postedRank,
            String bellKind) {}

    public List<Row> day(LocalDate day) {
        return rows(POST.DAY.eq(day));
    }

    public List<Row> days(LocalDate from, LocalDate to) {
        return rows(POST.DAY.between(from, to));
    }

    public List<Row> school(UUID school, LocalDate from, LocalDate to) {
        return rows(POST.SCHOOL_ID.eq(school).and(POST.DAY.between(from, to)));
    }

    /** The posts of a day at some schools. */
    public List<Row> schools(Collection<UUID> schools, LocalDate day) {
        return rows(POST.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))).and(POST.DAY.eq(day)));
    }

    public Optional<Row> post(UUID id) {
        return rows(POST.ID.eq(id)).stream().findFirst();
    }

    /** The nearest days before and after on which posts stand, for "next school day". */
    public Optional<LocalDate> nextDay(LocalDate after) {
        return db.select(DSL.min(POST.DAY)).from(POST).where(POST.DAY.gt(after)).and(POST.STATE.ne("CANCELLED"))
                .fetchOptional(0, LocalDate.class);
    }

    /** The school whose post is not over and begins first, or else the one whose post was the last. */
    Optional<UUID> schoolOfNearestPost(Instant now) {
        return db.select(POST.SCHOOL_ID).from(POST).where(POST.ENDS_AT.gt(now)).orderBy(POST.STARTS_AT).limit(1)
                .fetchOptional(POST.SCHOOL_ID)
                .or(() -> db.select(POST.SCHOOL_ID).from(POST).orderBy(POST.STARTS_AT.desc()).limit(1)
                        .fetchOptional(POST.SCHOOL_ID));
    }

    /**
     * One table at a time: joins over a whole state are planned badly while a freshly planned week has no statistics
     * yet.
     */
    private List<Row> rows(Condition which) {
        var posts = db
                .select(POST.ID, POST.SCHOOL_ID, POST.DISTRICT_ID, POST.DAY, POST.STARTS_AT, POST.ENDS_AT, POST.ROLE,
                        POST.STATE,
                        POST.POSTED_RANK, POST.BELL_KIND)
                .from(POST).where(which.and(POST.STATE.ne("CANCELLED"))).orderBy(POST.DAY, POST.STARTS_AT, POST.SEAT)
                .fetch();
        var attendances = attendances(posts.getValues(POST.ID));
        return posts.map(r -> new Row(
                new PostDay(r.get(POST.ID), r.get(POST.SCHOOL_ID),
                        new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)),
                        attendances.getOrDefault(r.get(POST.ID), List.of())),
                r.get(POST.DISTRICT_ID), r.get(POST.DAY), r.get(POST.ROLE), r.get(POST.STATE), r.get(POST.POSTED_RANK),
                r.get(POST.BELL_KIND)));
    }

    private Map<UUID, List<Attendance>> attendances(List<UUID> posts) {
        var shifts = db
                .select(SHIFT.POST_ID, SHIFT.ID, SHIFT.OFFICER_NAME, SHIFT.STATE, SHIFT.ACCEPTED_AT,
                        SHIFT.CHECKED_IN_AT, SHIFT.CHECKED_OUT_AT,
                        SHIFT.CHECK_IN_PROOF)
                .from(SHIFT).where(SHIFT.POST_ID.eq(DSL.any(posts.toArray(UUID[]::new)))).orderBy(SHIFT.ACCEPTED_AT)
                .fetch();
        var absences = absences(shifts.getValues(SHIFT.ID));
        var byPost = new HashMap<UUID, List<Attendance>>();
        shifts.forEach(r -> byPost.computeIfAbsent(r.get(SHIFT.POST_ID), k -> new ArrayList<>(2))
                .add(new Attendance(r.get(SHIFT.ID), r.get(SHIFT.OFFICER_NAME), r.get(SHIFT.STATE),
                        r.get(SHIFT.ACCEPTED_AT), r.get(SHIFT.CHECKED_IN_AT), r.get(SHIFT.CHECKED_OUT_AT),
                        r.get(SHIFT.CHECK_IN_PROOF) != null && !r.get(SHIFT.CHECK_IN_PROOF).equals("POSITION"),
                        absences.getOrDefault(r.get(SHIFT.ID), List.of()))));
        return byPost;
    }

    /** By shift, the telephone number of its officer, where one is known. */
    public Map<UUID, String> phones(Collection<UUID> shifts) {
        return db.select(SHIFT.ID, OFFICER.PHONE).from(SHIFT).join(OFFICER).on(OFFICER.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                .and(OFFICER.ID.eq(SHIFT.OFFICER_ID))
                .where(SHIFT.ID.eq(DSL.any(shifts.toArray(UUID[]::new)))).and(OFFICER.PHONE.ne(""))
                .fetchMap(SHIFT.ID, OFFICER.PHONE);
    }

    private Map<UUID, List<Absence>> absences(List<UUID> shifts) {
        var byShift = new HashMap<UUID, List<Absence>>();
        db.select(ABSENCE.SHIFT_ID, ABSENCE.LEFT_AT, ABSENCE.BACK_AT).from(ABSENCE)
                .where(ABSENCE.SHIFT_ID.eq(DSL.any(shifts.toArray(UUID[]::new)))).orderBy(ABSENCE.LEFT_AT)
                .forEach(r -> byShift.computeIfAbsent(r.get(ABSENCE.SHIFT_ID), k -> new ArrayList<>(1))
                        .add(new Absence(r.get(ABSENCE.LEFT_AT), r.get(ABSENCE.BACK_AT))));
        return byShift;
    }
}
