package org.daywatch._story;

import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.emergencies.Tables.ALERT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;

/**
 * A school with classes, teachers and students as its roster would have them; each student with one guardian who may
 * collect them.
 */
public record SchoolRoll(UUID district, UUID school, List<UUID> classes, List<UUID> students, List<UUID> guardians) {

    private static final LocalDate BEGUN = LocalDate.of(2026, 1, 1);

    /** In a transaction bound to the district. Teacher k has the e-mail teacherK-SUFFIX@story.example. */
    public static SchoolRoll write(DSLContext db, Story.Cast cast, UUID district, int classes, int studentsEach) {
        var school = Ids.next();
        db.insertInto(SCHOOL).set(SCHOOL.AGENCY_ID, cast.agency()).set(SCHOOL.ID, school)
                .set(SCHOOL.DISTRICT_ID, district)
                .set(SCHOOL.NAME, "Quail Run School " + school.toString().substring(30))
                .set(SCHOOL.ZONE, "America/Phoenix").set(SCHOOL.DESK_CODE, "QUAIL").set(SCHOOL.STATE, "AZ").execute();
        return at(db, cast, district, school, classes, studentsEach);
    }

    /** The same at a school that is there already. */
    public static SchoolRoll at(DSLContext db, Story.Cast cast, UUID district, UUID school, int classes,
            int studentsEach) {
        var roll = new SchoolRoll(district, school, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var rows = new ArrayList<org.jooq.UpdatableRecord<?>>();
        for (int c = 0; c < classes; c++) roll.addClass(cast, c, studentsEach, rows);
        db.batchInsert(rows).execute();
        return roll;
    }

    private void addClass(Story.Cast cast, int c, int studentsEach, List<org.jooq.UpdatableRecord<?>> rows) {
        var group = ROSTER_CLASS.newRecord();
        group.setDistrictId(district);
        group.setId(Ids.next());
        group.setAgencyId(cast.agency());
        group.setSchoolId(school);
        group.setSourcedId("c-" + c + school);
        group.setTitle("Class %02d".formatted(c));
        group.setGrade("06");
        group.setSession("");
        group.setRoom("R" + (100 + c));
        group.setPeriods("");
        rows.add(group);
        classes.add(group.getId());
        enroll(group.getId(),
                person("teacher", "Teacher" + c, "Sage", "teacher" + c + "-" + cast.suffix() + "@story.example", rows),
                "teacher", rows);
        for (int p = 0; p < studentsEach; p++) {
            var student = person("student", "Student%03d".formatted(p), "Yucca%02d".formatted(c), "", rows);
            students.add(student);
            enroll(group.getId(), student, "student", rows);
            guardian(student, c, p, rows);
        }
    }

    private UUID person(String role, String given, String family, String email,
            List<org.jooq.UpdatableRecord<?>> rows) {
        var person = ROSTER_PERSON.newRecord();
        person.setDistrictId(district);
        person.setId(Ids.next());
        person.setSourcedId(person.getId().toString());
        person.setRole(role);
        person.setGivenName(given);
        person.setFamilyName(family);
        person.setEmail(email);
        person.setSchoolId(school);
        rows.add(person);
        return person.getId();
    }

    private void enroll(UUID group, UUID person, String role, List<org.jooq.UpdatableRecord<?>> rows) {
        var enrollment = ROSTER_ENROLLMENT.newRecord();
        enrollment.setDistrictId(district);
        enrollment.setId(Ids.next());
        enrollment.setSourcedId(enrollment.getId().toString());
        enrollment.setClassId(group);
        enrollment.setPersonId(person);
        enrollment.setRole(role);
        rows.add(enrollment);
    }

    private void guardian(UUID student, int c, int p, List<org.jooq.UpdatableRecord<?>> rows) {
        var guardian = GUARDIAN.newRecord();
        guardian.setDistrictId(district);
        guardian.setId(Ids.next());
        guardian.setSourcedId(guardian.getId().toString());
        guardian.setGivenName("Guardian%03d".formatted(p));
        guardian.setFamilyName("Yucca%02d".formatted(c));
        guardian.setPhone("");
        guardian.setEmail("");
        rows.add(guardian);
        guardians.add(guardian.getId());
        var entry = GUARDIANSHIP.newRecord();
        entry.setDistrictId(district);
        entry.setId(Ids.next());
        entry.setStudentId(student);
        entry.setGuardianId(guardian.getId());
        entry.setRelation("mother");
        entry.setMayCollect("YES");
        entry.setCourt("NONE");
        entry.setDocument("");
        entry.setFirstDay(BEGUN);
        entry.setEnteredAt(TestClock.START);
        rows.add(entry);
    }

    /** An alert of the school as the room of alerts stores it. @return its id */
    public UUID alert(DSLContext db, Story.Cast cast, String status, String action, Instant at) {
        var id = Ids.next();
        db.insertInto(ALERT).set(ALERT.AGENCY_ID, cast.agency()).set(ALERT.ID, id).set(ALERT.DISTRICT_ID, district)
                .set(ALERT.SCHOOL_ID, school).set(ALERT.STATUS, status)
                .set(ALERT.ACTION, action).set(ALERT.DETAIL, "").set(ALERT.PLACE, "").set(ALERT.PRESSER, "Robin Sage")
                .set(ALERT.RAISED_AT, at).set(ALERT.STATE, "ACTIVE")
                .set(ALERT.SINCE, at).set(ALERT.VERSION, 1).execute();
        return id;
    }
}
