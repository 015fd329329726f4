package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.REUNIFICATION;
import static org.daywatch_db.emergencies.Tables.REUNION_STUDENT;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.PeopleEvent.StudentsGathered;
import org.daywatch.emergencies.PeopleEvent.ReunificationClosed;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp.Line;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Begins and closes a reunification, and says where each student is. The district is bound. */
@Repository
@Transactional
public class Reunifications {

    private static final Set<Duty> AT_ASSEMBLY = EnumSet.of(Duty.ASSEMBLY, Duty.LEAD);
    private final DSLContext db;
    private final ClassRosters rosters;
    private final RollQueries rolls;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionNumbers numbers;
    private final ReunionGrounds grounds;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    Reunifications(DSLContext db, ClassRosters rosters, RollQueries rolls, ReunionQueries queries, ReunionDuties duties,
            ReunionNumbers numbers, ReunionGrounds grounds,
            Facts facts, Live live, Clock clock) {
        this.db = db;
        this.rosters = rosters;
        this.rolls = rolls;
        this.queries = queries;
        this.duties = duties;
        this.numbers = numbers;
        this.grounds = grounds;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What somebody begins.
     *
     * @param leads may lead an alert
     * @param call the roll call it follows; null without one
     * @param why needed unless the alert of the roll call has emptied the building
     */
    public record Beginning(By by, boolean leads, AlertStatus status, String site, @Nullable RollCall call,
            String why) {}

    /**
     * Every student of the school gets one place. With a roll call: whoever is injured is with the medics, whoever is
     * missing or unknown is looked for. Without one all are looked for until somebody has seen them at the assembly
     * place. Whoever begins it leads it.
     */
    public UUID begin(Campus school, Beginning b) {
        if (b.site().strip().length() < 2 || b.site().length() > 120)
            throw new InvalidInput("site", b.site(), "reunification.error.site");
        if (b.status() == AlertStatus.TEST)
            throw new InvalidInput("status", b.status().name(), "reunification.error.status");
        String why = grounds.why(b);
        var now = clock.instant();
        var fresh = new Reunification(school.districtId(), Ids.next(), school.id(),
                b.call() == null ? null : b.call().alertId(), b.status(), b.site().strip(), why, now, null);
        insert(fresh, b.by().person());
        grounds.tellAlert(b);
        int students = gather(fresh, b.call());
        facts.tell(new StudentsGathered(fresh.districtId(), fresh.id(), now, school.id(), b.status(), students));
        numbers.begin(grounds.agency(b, school.districtId()), fresh);
        duties.give(b.by(), fresh, b.by(), Duty.LEAD);
        return fresh.id();
    }

    private void insert(Reunification r, UUID person) {
        try {
            db.insertInto(REUNIFICATION).set(REUNIFICATION.DISTRICT_ID, r.districtId()).set(REUNIFICATION.ID, r.id())
                    .set(REUNIFICATION.SCHOOL_ID, r.schoolId())
                    .set(REUNIFICATION.ALERT_ID, r.alertId()).set(REUNIFICATION.STATUS, r.status().name())
                    .set(REUNIFICATION.SITE, r.site()).set(REUNIFICATION.WHY, r.why())
                    .set(REUNIFICATION.BEGUN_AT, r.begunAt()).set(REUNIFICATION.BEGUN_BY, person).execute();
        } catch (DuplicateKeyException e) {
            throw new Refused(PeopleRefusal.REUNIFICATION_UNDER_WAY);
        }
    }

    private int gather(Reunification r, @Nullable RollCall call) {
        var where = call == null
                ? Map.<UUID, Standing>of()
                : rolls.rollUp(call).lines().values().stream()
                        .filter(l -> l.person().kind() == RollCall.Kind.STUDENT && l.person().personId() != null)
                        .collect(java.util.stream.Collectors.toMap(l -> l.person().personId(), Line::standing,
                                (a, b) -> a));
        var students = rosters.students(r.schoolId());
        db.batchInsert(students.stream().map(p -> {
            var row = REUNION_STUDENT.newRecord();
            row.setDistrictId(r.districtId());
            row.setId(Ids.next());
            row.setReunificationId(r.id());
            row.setStudentId(p.id());
            row.setName(p.name());
            row.setPlace(placeOf(where.getOrDefault(p.id(), Standing.UNKNOWN)).name());
            row.setSince(r.begunAt());
            return row;
        }).toList()).execute();
        return students.size();
    }

    /** Unknown is never safe: it is looked for like whoever is missing. */
    private static StudentPlace placeOf(Standing standing) {
        return switch (standing) {
            case PRESENT, NEEDS_HELP -> StudentPlace.ASSEMBLY;
            case INJURED -> StudentPlace.MEDICAL;
            case MISSING, UNKNOWN -> StudentPlace.MISSING;
        };
    }

    /**
     * Seen at the assembly place, brought to the medics, absent today, drove themselves, back in class. Released is
     * said by the matched halves only.
     */
    void place(By by, Reunification reunification, UUID student, StudentPlace place) {
        open(by, reunification);
        if (place == StudentPlace.RELEASED) throw new InvalidInput("place", place.name(), "reunification.error.place");
        int moved = db.update(REUNION_STUDENT).set(REUNION_STUDENT.PLACE, place.name())
                .set(REUNION_STUDENT.SINCE, clock.instant()).where(REUNION_STUDENT.ID.eq(student))
                .and(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification.id()))
                .and(REUNION_STUDENT.PLACE.ne(StudentPlace.RELEASED.name())).execute();
        if (moved == 0) throw new Refused(PeopleRefusal.STUDENT_NOT_AT_ASSEMBLY);
        changed(reunification);
    }

    /** All who are looked for were brought to the assembly place, as its list says. @return how many */
    public int allAtAssembly(By by, Reunification reunification) {
        return all(by, reunification, StudentPlace.MISSING, StudentPlace.ASSEMBLY);
    }

    /** School goes on: all who are at the assembly place go back to class. @return how many */
    public int allBack(By by, Reunification reunification) {
        duties.need(reunification.id(), by, EnumSet.of(Duty.LEAD));
        return all(by, reunification, StudentPlace.ASSEMBLY, StudentPlace.BACK);
    }

    private int all(By by, Reunification reunification, StudentPlace from, StudentPlace to) {
        open(by, reunification);
        int moved = db.update(REUNION_STUDENT).set(REUNION_STUDENT.PLACE, to.name())
                .set(REUNION_STUDENT.SINCE, clock.instant())
                .where(REUNION_STUDENT.REUNIFICATION_ID.eq(reunification.id()))
                .and(REUNION_STUDENT.PLACE.eq(from.name())).execute();
        changed(reunification);
        return moved;
    }

    /**
     * Nobody is lost: it closes when every student has gone home, driven themselves, is back in class or was absent.
     */
    public void close(Reunification reunification) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        var places = queries.counts(reunification.id());
        int left = places.entrySet().stream().filter(e -> !e.getKey().done()).mapToInt(Map.Entry::getValue).sum();
        if (left > 0) throw new Refused(PeopleRefusal.STUDENTS_NOT_ALL_GONE, Map.of("left", left));
        Instant now = clock.instant();
        db.update(REUNIFICATION).set(REUNIFICATION.CLOSED_AT, now).where(REUNIFICATION.ID.eq(reunification.id()))
                .execute();
        facts.tell(new ReunificationClosed(reunification.districtId(), reunification.id(), now,
                reunification.schoolId(), reunification.status(),
                Optional.ofNullable(places.get(StudentPlace.RELEASED)).orElse(0)));
        numbers.count(reunification, now);
        live.ring("reunification", reunification.districtId());
    }

    private void open(By by, Reunification reunification) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(reunification.id(), by, AT_ASSEMBLY);
    }

    private void changed(Reunification reunification) {
        numbers.count(reunification);
        live.ring("reunification", reunification.districtId());
    }
}
