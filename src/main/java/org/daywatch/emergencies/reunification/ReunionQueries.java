package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.PICKUP;
import static org.daywatch_db.emergencies.Tables.PICKUP_STEP;
import static org.daywatch_db.emergencies.Tables.REUNIFICATION;
import static org.daywatch_db.emergencies.Tables.REUNION_DUTY;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.guardians.CustodyAnswer;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.reunification.Pickup.State;
import org.daywatch.emergencies.reunification.Pickup.Stop;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.errors.NotFound;
import org.daywatch_db.emergencies.tables.records.PickupRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reunification as it stands. The district is bound. */
@Component
@Transactional(readOnly = true)
public class ReunionQueries {

    private static final int CHECKS = 60;
    private final DSLContext db;

    ReunionQueries(DSLContext db) {
        this.db = db;
    }

    /** One step that was done with a card. */
    public record Step(Instant at, String step, String state, String by, String words) {}

    public Reunification get(UUID id) {
        return list(REUNIFICATION.ID.eq(id)).stream().findFirst()
                .orElseThrow(() -> new NotFound("reunification " + id));
    }

    /** The latest first. */
    public List<Reunification> ofSchool(UUID school) {
        return list(REUNIFICATION.SCHOOL_ID.eq(school));
    }

    Map<StudentPlace, Integer> counts(UUID reunification) {
        var counts = new EnumMap<StudentPlace, Integer>(StudentPlace.class);
        var students = DSL.count();
        db.select(REUNION_STUDENT.PLACE, students).from(REUNION_STUDENT)
                .where(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification)).groupBy(REUNION_STUDENT.PLACE)
                .forEach(r -> counts.put(StudentPlace.valueOf(r.get(REUNION_STUDENT.PLACE)), r.get(students)));
        return counts;
    }

    public List<StudentThere> students(UUID reunification) {
        return students(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification));
    }

    public StudentThere student(UUID reunification, UUID id) {
        return students(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification).and(REUNION_STUDENT.ID.eq(id))).stream()
                .findFirst().orElseThrow(() -> new NotFound("student " + id));
    }

    public Pickup pickup(UUID reunification, UUID id) {
        return db.selectFrom(PICKUP).where(PICKUP.REUNIFICATION_ID.eq(reunification)).and(PICKUP.ID.eq(id))
                .fetchOptional(ReunionQueries::pickup)
                .orElseThrow(() -> new NotFound("pickup " + id));
    }

    /** Cards that are on their way: stopped ones first, then in the order in which they came to where they are. */
    List<Pickup> open(UUID reunification) {
        return db.selectFrom(PICKUP).where(PICKUP.REUNIFICATION_ID.eq(reunification))
                .and(PICKUP.STATE.notIn("RELEASED", "CLOSED"))
                .orderBy(DSL.field(PICKUP.STATE.eq("STOPPED")).desc(), PICKUP.SINCE, PICKUP.CARD)
                .fetch(ReunionQueries::pickup);
    }

    List<Step> steps(UUID pickup) {
        return db.selectFrom(PICKUP_STEP).where(PICKUP_STEP.PICKUP_ID.eq(pickup)).orderBy(PICKUP_STEP.VERSION)
                .fetch(s -> new Step(s.getAt(), s.getStep(), s.getState(), s.getByName(), s.getWords()));
    }

    /** Cards with which a student went home, by student. */
    Map<UUID, Pickup> released(UUID reunification) {
        return db.selectFrom(PICKUP).where(PICKUP.REUNIFICATION_ID.eq(reunification)).and(PICKUP.STATE.eq("RELEASED"))
                .fetchMap(PICKUP.REUNION_STUDENT_ID, ReunionQueries::pickup);
    }

    /** Cards of paper on which somebody was given a student whom the list did not give them. */
    List<Pickup> doubtful(UUID reunification) {
        return db.selectFrom(PICKUP).where(PICKUP.REUNIFICATION_ID.eq(reunification)).and(PICKUP.ON_PAPER)
                .and(PICKUP.CUSTODY.ne(CustodyAnswer.MAY_COLLECT.name())).orderBy(PICKUP.CARD)
                .fetch(ReunionQueries::pickup);
    }

    QueueForecast forecast(UUID reunification) {
        int waiting = db.fetchCount(PICKUP,
                PICKUP.REUNIFICATION_ID.eq(reunification).and(PICKUP.STATE.in("GREETED", "FILLED")));
        int checkers = db.fetchCount(REUNION_DUTY, REUNION_DUTY.REUNIFICATION_ID.eq(reunification)
                .and(REUNION_DUTY.UNTIL.isNull()).and(REUNION_DUTY.DUTY.eq(Duty.CHECKER.name())));
        var checks = db.select(PICKUP.CHECKED_BY, PICKUP.CHECKED_AT).from(PICKUP)
                .where(PICKUP.REUNIFICATION_ID.eq(reunification)).and(PICKUP.CHECKED_AT.isNotNull())
                .orderBy(PICKUP.CHECKED_AT.desc()).limit(CHECKS)
                .fetch(r -> new QueueForecast.Checked(r.get(PICKUP.CHECKED_BY), r.get(PICKUP.CHECKED_AT)));
        int still = counts(reunification).entrySet().stream().filter(c -> !c.getKey().done())
                .mapToInt(Map.Entry::getValue).sum();
        return QueueForecast.of(waiting, still, checkers, checks.reversed());
    }

    private List<StudentThere> students(Condition which) {
        return db.selectFrom(REUNION_STUDENT).where(which).orderBy(REUNION_STUDENT.NAME, REUNION_STUDENT.ID)
                .fetch(p -> new StudentThere(p.getId(), p.getStudentId(), p.getName(),
                        StudentPlace.valueOf(p.getPlace()), p.getSince()));
    }

    private List<Reunification> list(Condition which) {
        return db.selectFrom(REUNIFICATION).where(which).orderBy(REUNIFICATION.BEGUN_AT.desc())
                .fetch(r -> new Reunification(r.getDistrictId(), r.getId(), r.getSchoolId(), r.getAlertId(),
                        AlertStatus.valueOf(r.getStatus()), r.getSite(), r.getWhy(), r.getBegunAt(), r.getClosedAt()));
    }

    private static Pickup pickup(PickupRecord r) {
        State state = switch (r.getState()) {
            case "GREETED" -> new State.Greeted();
            case "FILLED" -> new State.Filled();
            case "CHECKED" -> new State.Checked(r.getFirstChecker());
            case "VERIFIED" -> new State.Verified();
            case "FETCHING" -> new State.Fetching();
            case "ANSWERED" -> new State.Answered();
            case "RELEASED" -> new State.Released(r.getReleasedAt());
            case "STOPPED" -> new State.Stopped(Stop.valueOf(r.getStop()),
                    r.getAskedBy() == null ? null : new Pickup.Word(r.getAskedBy(), r.getAskedName()));
            case "PRIVATE_ROOM" -> new State.PrivateRoom();
            case "CLOSED" -> new State.Closed(r.getClosedWhy());
            default -> throw new IllegalStateException("pickup " + r.getId() + " has the state " + r.getState());
        };
        return new Pickup(r.getDistrictId(), r.getId(), r.getReunificationId(), r.getCard(), r.getHalf(),
                r.getGuardian(), r.getGuardianId(), r.getReunionStudentId(), state, r.getVersion());
    }
}
