package org.daywatch.directory.rosters;

import static org.daywatch_db.directory.Tables.CLASS_PERIOD;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.RosterPersonRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is where by the roster; students who have left are nowhere in it. The district is bound. */
@Component
@Transactional(readOnly = true)
public class ClassRosters {

    private static final String STUDENT = "student";
    private final DSLContext db;
    private final AuditLog audit;

    ClassRosters(DSLContext db, AuditLog audit) {
        this.db = db;
        this.audit = audit;
    }

    /** All classes of a school with whom they hold, by title. */
    public List<ClassGroup> classes(UUID school) {
        var adults = new HashMap<UUID, List<RosterPerson>>();
        var students = new HashMap<UUID, List<RosterPerson>>();
        db.select(ROSTER_ENROLLMENT.CLASS_ID, ROSTER_ENROLLMENT.ROLE, ROSTER_PERSON.ID, ROSTER_PERSON.GIVEN_NAME,
                ROSTER_PERSON.FAMILY_NAME, ROSTER_PERSON.EMAIL)
                .from(ROSTER_ENROLLMENT).join(ROSTER_PERSON)
                .on(ROSTER_PERSON.DISTRICT_ID.eq(ROSTER_ENROLLMENT.DISTRICT_ID),
                        ROSTER_PERSON.ID.eq(ROSTER_ENROLLMENT.PERSON_ID))
                .join(ROSTER_CLASS)
                .on(ROSTER_CLASS.DISTRICT_ID.eq(ROSTER_ENROLLMENT.DISTRICT_ID),
                        ROSTER_CLASS.ID.eq(ROSTER_ENROLLMENT.CLASS_ID))
                .where(ROSTER_CLASS.SCHOOL_ID.eq(school)).and(ROSTER_PERSON.LEFT_ON.isNull())
                .orderBy(ROSTER_PERSON.FAMILY_NAME, ROSTER_PERSON.GIVEN_NAME, ROSTER_PERSON.ID)
                .forEach(r -> (r.get(ROSTER_ENROLLMENT.ROLE).equalsIgnoreCase(STUDENT) ? students : adults)
                        .computeIfAbsent(r.get(ROSTER_ENROLLMENT.CLASS_ID), c -> new ArrayList<>())
                        .add(new RosterPerson(r.get(ROSTER_PERSON.ID),
                                r.get(ROSTER_PERSON.FAMILY_NAME) + ", " + r.get(ROSTER_PERSON.GIVEN_NAME),
                                r.get(ROSTER_PERSON.EMAIL).toLowerCase(java.util.Locale.ROOT))));
        return db.selectFrom(ROSTER_CLASS).where(ROSTER_CLASS.SCHOOL_ID.eq(school))
                .orderBy(ROSTER_CLASS.TITLE, ROSTER_CLASS.ID)
                .fetch(c -> new ClassGroup(c.getId(), c.getTitle(), c.getRoom(),
                        periods(c.getPeriods()),
                        List.copyOf(adults.getOrDefault(c.getId(), List.of())),
                        List.copyOf(students.getOrDefault(c.getId(), List.of()))));
    }

    /**
     * The classes that meet at a time of day, each student in one of them: those of the lesson that is on; a class
     * without lessons (a homeroom) takes the students no lesson claims. Between lessons and where none are known, that
     * is everybody.
     */
    public List<ClassGroup> meeting(Campus school, LocalTime time) {
        var periods = periods(school.id());
        var on = new HashSet<String>();
        periods.stream().filter(p -> p.at(time)).map(ClassPeriod::name).forEach(on::add);
        return meeting(classes(school.id()), on);
    }

    /** Lessons first, then homerooms, then whatever else a student is in. */
    static List<ClassGroup> meeting(List<ClassGroup> classes, Set<String> on) {
        var order = new ArrayList<List<ClassGroup>>();
        order.add(classes.stream().filter(c -> c.periods().stream().anyMatch(on::contains)).toList());
        order.add(classes.stream().filter(c -> c.periods().isEmpty()).toList());
        order.add(classes);
        Set<UUID> claimed = new HashSet<>();
        Set<UUID> taken = new HashSet<>();
        var meeting = new ArrayList<ClassGroup>();
        for (var step : order) {
            for (var group : step) {
                if (taken.contains(group.id())) continue;
                var here = group.students().stream().filter(p -> claimed.add(p.id())).toList();
                if (here.isEmpty()) continue;
                taken.add(group.id());
                meeting.add(
                        new ClassGroup(group.id(), group.title(), group.room(), group.periods(), group.adults(), here));
            }
        }
        return List.copyOf(meeting);
    }

    public List<RosterPerson> students(UUID school) {
        return people(ROSTER_PERSON.SCHOOL_ID.eq(school).and(DSL.lower(ROSTER_PERSON.ROLE).eq(STUDENT)));
    }

    /** Everybody who works at the school by its roster. */
    public List<RosterPerson> staff(UUID school) {
        return people(ROSTER_PERSON.SCHOOL_ID.eq(school)
                .and(DSL.lower(ROSTER_PERSON.ROLE).notIn(STUDENT, "parent", "guardian", "relative")));
    }

    /** @throws NotFound for a student of another school */
    public RosterPerson student(UUID school, UUID id) {
        return people(ROSTER_PERSON.SCHOOL_ID.eq(school).and(ROSTER_PERSON.ID.eq(id))
                .and(DSL.lower(ROSTER_PERSON.ROLE).eq(STUDENT))).stream().findFirst()
                .orElseThrow(() -> new NotFound("student " + id));
    }

    /**
     * The e-mail under which a member of staff is known in the district: it ties their account to their row in the
     * roster.
     */
    public Optional<String> emailOf(UUID person) {
        return db.select(MEMBERSHIP.EMAIL).from(MEMBERSHIP).where(MEMBERSHIP.PERSON_ID.eq(person)).limit(1)
                .fetchOptional(MEMBERSHIP.EMAIL);
    }

    /** A class that somebody teaches. @param room as the roster writes it; empty where it says none */
    public record Taught(String room, List<String> periods) {}

    /** The classes of a school that the roster gives to a member of staff, alone or with others. */
    public List<Taught> taughtBy(UUID school, String email) {
        return db.selectDistinct(ROSTER_CLASS.ID, ROSTER_CLASS.ROOM, ROSTER_CLASS.PERIODS).from(ROSTER_CLASS)
                .join(ROSTER_ENROLLMENT)
                .on(ROSTER_ENROLLMENT.DISTRICT_ID.eq(ROSTER_CLASS.DISTRICT_ID),
                        ROSTER_ENROLLMENT.CLASS_ID.eq(ROSTER_CLASS.ID))
                .join(ROSTER_PERSON)
                .on(ROSTER_PERSON.DISTRICT_ID.eq(ROSTER_ENROLLMENT.DISTRICT_ID),
                        ROSTER_PERSON.ID.eq(ROSTER_ENROLLMENT.PERSON_ID))
                .where(ROSTER_CLASS.SCHOOL_ID.eq(school)).and(DSL.lower(ROSTER_PERSON.EMAIL).eq(DSL.lower(email)))
                .and(DSL.lower(ROSTER_ENROLLMENT.ROLE).ne(STUDENT)).and(ROSTER_PERSON.LEFT_ON.isNull())
                .fetch(r -> new Taught(r.get(ROSTER_CLASS.ROOM), periods(r.get(ROSTER_CLASS.PERIODS))));
    }

    private static List<String> periods(String listed) {
        return Arrays.stream(listed.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    public List<ClassPeriod> periods(UUID school) {
        return db.selectFrom(CLASS_PERIOD).where(CLASS_PERIOD.SCHOOL_ID.eq(school)).orderBy(CLASS_PERIOD.BEGINS)
                .fetch(p -> new ClassPeriod(p.getName(), p.getBegins(), p.getEnds()));
    }

    @Transactional
    public void setPeriods(Campus school, List<ClassPeriod> periods) {
        db.deleteFrom(CLASS_PERIOD).where(CLASS_PERIOD.SCHOOL_ID.eq(school.id())).execute();
        for (var period : periods) {
            db.insertInto(CLASS_PERIOD).set(CLASS_PERIOD.DISTRICT_ID, school.districtId())
                    .set(CLASS_PERIOD.ID, Ids.next()).set(CLASS_PERIOD.SCHOOL_ID, school.id())
                    .set(CLASS_PERIOD.NAME, period.name()).set(CLASS_PERIOD.BEGINS, period.begins())
                    .set(CLASS_PERIOD.ENDS, period.ends()).execute();
        }
        audit.act("ClassPeriodsSet", "school " + school.id(), Map.of("periods", periods.size()));
    }

    /** By student, the grades of their classes; of students only who is in a class that has one. */
    public Map<UUID, Set<String>> grades(Collection<UUID> students) {
        return db.selectDistinct(ROSTER_ENROLLMENT.PERSON_ID, ROSTER_CLASS.GRADE).from(ROSTER_ENROLLMENT)
                .join(ROSTER_CLASS)
                .on(ROSTER_CLASS.DISTRICT_ID.eq(ROSTER_ENROLLMENT.DISTRICT_ID),
                        ROSTER_CLASS.ID.eq(ROSTER_ENROLLMENT.CLASS_ID))
                .where(ROSTER_ENROLLMENT.PERSON_ID.in(students)).and(ROSTER_CLASS.GRADE.ne(""))
                .fetchGroups(ROSTER_ENROLLMENT.PERSON_ID, ROSTER_CLASS.GRADE).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    private List<RosterPerson> people(Condition which) {
        return db.selectFrom(ROSTER_PERSON).where(which).and(ROSTER_PERSON.LEFT_ON.isNull())
                .orderBy(ROSTER_PERSON.FAMILY_NAME, ROSTER_PERSON.GIVEN_NAME, ROSTER_PERSON.ID)
                .fetch(ClassRosters::person);
    }

    private static RosterPerson person(RosterPersonRecord r) {
        return new RosterPerson(r.getId(), r.getFamilyName() + ", " + r.getGivenName(),
                r.getEmail().toLowerCase(java.util.Locale.ROOT));
    }
}
