package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.REUNION_COUNT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.StudentsWaiting;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.live.Live;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of a reunification, which the agency may read; counted anew whenever a student's place changes. */
@Component
@Transactional
public class ReunionNumbers implements StudentsWaiting {

    private final DSLContext db;
    private final ReunionQueries queries;
    private final Live live;

    ReunionNumbers(DSLContext db, ReunionQueries queries, Live live) {
        this.db = db;
        this.queries = queries;
        this.live = live;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Numbers> of(UUID alert) {
        return db.selectFrom(REUNION_COUNT).where(REUNION_COUNT.ALERT_ID.eq(alert))
                .orderBy(REUNION_COUNT.BEGUN_AT.desc())
                .fetch(r -> new Numbers(r.getId(), r.getStudents(), r.getWaiting(),
                        r.getMedical(), r.getMissing(), r.getReleased(), r.getBegunAt(), r.getClosedAt()));
    }

    @Override
    @Transactional(readOnly = true)
    public int waiting(UUID alert) {
        return of(alert).stream().filter(n -> n.closedAt() == null).mapToInt(Numbers::waiting).sum();
    }

    void begin(UUID agency, Reunification r) {
        db.insertInto(REUNION_COUNT).set(REUNION_COUNT.AGENCY_ID, agency).set(REUNION_COUNT.ID, r.id())
                .set(REUNION_COUNT.DISTRICT_ID, r.districtId())
                .set(REUNION_COUNT.SCHOOL_ID, r.schoolId()).set(REUNION_COUNT.ALERT_ID, r.alertId())
                .set(REUNION_COUNT.STATUS, r.status().name()).set(REUNION_COUNT.BEGUN_AT, r.begunAt())
                .set(numbers(queries.counts(r.id()))).execute();
        live.ring("accountability", agency);
    }

    public void count(Reunification r) {
        count(r, null);
    }

    /** One after the other, so that the last one counts all. @param closedAt null while it goes on */
    void count(Reunification r, @Nullable Instant closedAt) {
        var agency = db.select(REUNION_COUNT.AGENCY_ID).from(REUNION_COUNT).where(REUNION_COUNT.ID.eq(r.id()))
                .forNoKeyUpdate().fetchOptional(REUNION_COUNT.AGENCY_ID);
        db.update(REUNION_COUNT).set(REUNION_COUNT.CLOSED_AT, closedAt).set(numbers(queries.counts(r.id())))
                .where(REUNION_COUNT.ID.eq(r.id())).execute();
        agency.ifPresent(a -> live.ring("accountability", a));
        live.ring("accountability", r.districtId());
    }

    private static Map<org.jooq.Field<?>, Object> numbers(Map<StudentPlace, Integer> places) {
        int waiting = places.entrySet().stream().filter(e -> !e.getKey().done()).mapToInt(Map.Entry::getValue).sum();
        return Map.of(REUNION_COUNT.STUDENTS, places.values().stream().mapToInt(Integer::intValue).sum(),
                REUNION_COUNT.WAITING, waiting,
                REUNION_COUNT.MEDICAL, places.getOrDefault(StudentPlace.MEDICAL, 0), REUNION_COUNT.MISSING,
                places.getOrDefault(StudentPlace.MISSING, 0),
                REUNION_COUNT.RELEASED, places.getOrDefault(StudentPlace.RELEASED, 0));
    }
}
