package org.daywatch.directory.imports.oneroster;

import static org.daywatch_db.directory.Tables.ACADEMIC_SESSION;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.oneroster.RosterRows.Before;
import org.daywatch.directory.imports.oneroster.RosterSchools.Told;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.TextFile;
import org.jooq.Table;

/** Reads the files of one package in the order in which they refer to each other. */
final class RosterReading {
    private final RosterPackage roster;
    private final RosterStore store;
    private final Organization district;
    private final ImportRun run;
    private final Leaving leaving;
    private final Invented invented;
    private final RosterIds ids;
    private final RosterRows orgs;
    private final RosterRows sessions;
    private final RosterRows users;
    private final RosterRows classes;
    private final RosterRows enrollments;
    private final Map<String, Told> schools = new HashMap<>();
    private int goneBefore;
    private final Map<String, String> schoolOfClass = new HashMap<>();

    /**
     * Students the package no longer names. @param most percent of a school's students who may leave it unasked. @param
     * confirmed somebody said that more of them did
     */
    record Leaving(Instant now, int most, boolean confirmed) {}

    RosterReading(RosterPackage roster, RosterStore store, Organization district, ImportRun run, Invented invented,
            Leaving leaving) {
        this.invented = invented;
        this.leaving = leaving;
        this.roster = roster;
        this.store = store;
        this.district = district;
        this.run = run;
        this.ids = new RosterIds(district.id());
        this.orgs = new RosterRows("orgs.csv", run, new Before(Map.of(), false, false));
        this.sessions = rows("academicSessions", ACADEMIC_SESSION);
        this.users = rows("users", ROSTER_PERSON);
        this.classes = rows("classes", ROSTER_CLASS);
        this.enrollments = rows("enrollments", ROSTER_ENROLLMENT);
    }

    private RosterRows rows(String file, Table<?> table) {
        var stored = new HashMap<String, String>();
        run.inTransaction(() -> stored.putAll(store.spelled(table)));
        return new RosterRows(file + ".csv", run, new Before(stored, roster.isChanges(file), roster.isPartial(file)));
    }

    void take() {
        if (!roster.hasManifest()) run.note("imports.roster.bulk");
        roster.file("orgs").ifPresent(this::orgs);
        var placed = new RosterSchools[1];
        run.inTransaction(() -> {
            placed[0] = new RosterSchools(store, district);
            placed[0].write(List.copyOf(schools.values()), run).forEach(this::refuse);
            if (roster.isPartial("orgs")) placed[0].addStored();
            roster.file("users").ifPresent(file -> left(file, placed[0])); // refuses before anything else is written
        });
        roster.file("academicSessions").ifPresent(this::sessions);
        new RosterPeople(roster, store, district.id(), run, orgs, users, placed[0], invented).take();
        roster.file("classes").ifPresent(file -> classes(file, placed[0]));
        roster.file("enrollments").ifPresent(this::enrollments);
        RosterSteps.remove(ROSTER_ENROLLMENT, enrollments, store, run);
        RosterSteps.remove(ROSTER_CLASS, classes, store, run);
        RosterSteps.remove(ACADEMIC_SESSION, sessions, store, run);
        if (!users.gone().isEmpty()) run.rows(0, goneBefore, users.gone().size() - goneBefore);
    }

    /**
     * The files are whole lists, so whoever of a school in them is not named has left it; a file of changes marks who
     * has.
     */
    private void left(TextFile users, RosterSchools placed) {
        var students = store.students(district.id());
        boolean marked = roster.isChanges("users");
        var left = marked
                ? deleted(users, students)
                : RosterLeavers.of(students, placed.all(), named(users, row -> true));
        if (left.isEmpty()) return;
        var names = store.schools(district.id()).stream().collect(Collectors.toMap(s -> s.getId(), s -> s));
        var many = left.stream().filter(s -> s.many(leaving.most())).toList();
        if (!many.isEmpty() && !leaving.confirmed() && !run.isPreview()) {
            var said = Said.joined(" ",
                    many.stream().map(s -> s.said(names.get(s.school()).getName(), marked)).toList());
            throw new IntakeRefused(Said.all(said, Said.of("imports.roster.left.many", leaving.most())));
        }
        left.stream().map(s -> s.said(names.get(s.school()).getName(), marked)).forEach(
                said -> run.note(run.isPreview() ? said : Said.all(said, Said.of("imports.roster.left.done"))));
        if (run.isPreview()) left.forEach(s -> run.note(s.whom(names.get(s.school()).getName(), marked)));
        run.left(left.stream().mapToInt(s -> s.left().size()).sum(), !many.isEmpty());
        if (!run.isPreview())
            left.forEach(s -> store.leave(s.left(),
                    leaving.now().atZone(ZoneId.of(names.get(s.school()).getZone())).toLocalDate(), run));
    }

    /** Who is marked as deleted leaves; of students it is asked whether they are many. */
    private List<RosterLeavers> deleted(TextFile users, List<RosterLeavers.Student> students) {
        var deleted = named(users, row -> row.raw("status").equalsIgnoreCase("tobedeleted"));
        var here = store.standing().stream().filter(person -> deleted.contains(RosterIds.fold(person.sourcedId())))
                .toList();
        goneBefore = here.size();
        var others = here.stream().filter(person -> person.school() == null || !students.contains(person))
                .map(RosterLeavers.Student::id).toList();
        if (!run.isPreview())
            store.leave(others,
                    leaving.now()
                            .atZone(store.schools(district.id()).stream().findFirst()
                                    .<ZoneId>map(s -> ZoneId.of(s.getZone())).orElse(ZoneOffset.UTC))
                            .toLocalDate(),
                    run);
        var stay = students.stream().map(p -> RosterIds.fold(p.sourcedId())).filter(id -> !deleted.contains(id))
                .collect(Collectors.toSet());
        return RosterLeavers.of(students,
                students.stream().map(RosterLeavers.Student::school).collect(Collectors.toSet()), stay);
    }

    private static Set<String> named(TextFile users, Predicate<Row> which) {
        var named = new HashSet<String>();
        try (var table = org.daywatch.platform.intake.Table.open(users, RosterColumns.OF.get("users"))) {
            for (Row row : table) {
                if (!which.test(row)) continue;
                named.add(RosterIds.fold(row.raw("sourcedId")));
                named.add(RosterIds.fold(row.optional("sourcedId", 255))); // as it is stored
            }
        }
        return named;
    }

    private void refuse(Told school) {
        orgs.refuse(orgs.line(school.sourcedId()), "identifier", school.identifier(),
                "imports.roster.elsewhere");
        orgs.drop(school.sourcedId());
        schools.remove(school.sourcedId());
    }

    private void orgs(TextFile file) {
        var parents = new HashMap<String, String>();
        var told = new Told[1];
        int[] others = {0};
        orgs.each(file, RosterColumns.OF.get("orgs"), (row, id) -> {
            told[0] = row.text("type", 40).equalsIgnoreCase("school")
                    ? new Told(id, row.text("name", 200), row.optional("identifier", 40))
                    : null;
            parents.put(id, row.optional("parentSourcedId", 255));
        }, id -> {
            if (told[0] != null) schools.put(id, told[0]);
            else others[0]++;
        });
        // A parent may stand below its child, so this is only known at the end.
        parents.forEach((id, parent) -> {
            if (parent.isEmpty() || !orgs.has(id) || orgs.has(parent) || roster.isPartial("orgs")) return;
            orgs.refuse(orgs.line(id), "parentSourcedId", parent, "imports.roster.absent", "orgs.csv");
            orgs.drop(id);
            if (schools.remove(id) == null) others[0]--;
        });
        run.rows(0, 0, others[0]); // districts and departments are read for reference and written nowhere
    }

    private void sessions(TextFile file) {
        var steps = new RosterSteps<>(ACADEMIC_SESSION, file, store, run);
        var row = new String[4];
        var days = new LocalDate[2];
        sessions.each(file, RosterColumns.OF.get("academicSessions"), (cells, id) -> {
            row[0] = cells.text("title", 200);
            row[1] = cells.text("type", 40);
            days[0] = day(cells, "startDate");
            days[1] = day(cells, "endDate");
            if (days[0] != null && days[1] != null && days[1].isBefore(days[0]))
                cells.fault("endDate", days[1].toString(),
                        "imports.roster.days", days[0]);
        }, id -> steps.add(session -> {
            session.setDistrictId(district.id());
            session.setId(ids.of("academicSessions", id));
            session.setSourcedId(id);
            session.setTitle(row[0]);
            session.setKind(row[1]);
            session.setFirstDay(days[0]);
            session.setLastDay(days[1]);
        }));
        steps.write();
    }

    private void classes(TextFile file, RosterSchools placed) {
        var steps = new RosterSteps<>(ROSTER_CLASS, file, store, run);
        var row = new String[6];
        classes.each(file, RosterColumns.OF.get("classes"), (cells, id) -> {
            row[0] = cells.text("title", 200);
            row[1] = cells.optional("grades", 80);
            row[2] = cells.text("schoolSourcedId", 255);
            row[3] = cells.optional("termSourcedIds", 2000);
            row[4] = cells.optional("location", 80);
            row[5] = cells.optional("periods", 200);
            if (!row[2].isEmpty() && !placed.has(row[2]))
                cells.fault("schoolSourcedId", row[2],
                        "imports.roster.school");
            Arrays.stream(row[3].split(",")).map(String::strip).filter(term -> !term.isEmpty())
                    .forEach(term -> sessions.refer(cells, "termSourcedIds", term, false));
        }, id -> {
            schoolOfClass.put(RosterIds.fold(id), row[2]);
            steps.add(c -> {
                c.setDistrictId(district.id());
                c.setId(ids.of("classes", id));
                c.setAgencyId(district.parent());
                c.setSchoolId(placed.id(row[2]));
                c.setSourcedId(id);
                c.setTitle(row[0]);
                c.setGrade(row[1]);
                c.setSession(Arrays.stream(row[3].split(",")).map(String::strip).map(sessions::spelled)
                        .collect(Collectors.joining(",")));
                c.setRoom(row[4]);
                c.setPeriods(row[5]);
            });
        });
        steps.write();
    }

    private void enrollments(TextFile file) {
        var steps = new RosterSteps<>(ROSTER_ENROLLMENT, file, store, run);
        var row = new String[3];
        enrollments.each(file, RosterColumns.OF.get("enrollments"), (cells, id) -> {
            row[0] = cells.text("classSourcedId", 255);
            row[1] = cells.text("userSourcedId", 255);
            row[2] = cells.text("role", 40);
            classes.refer(cells, "classSourcedId", row[0], true);
            users.refer(cells, "userSourcedId", row[1], true);
            String school = cells.optional("schoolSourcedId", 255);
            String expected = schoolOfClass.getOrDefault(RosterIds.fold(row[0]), school);
            if (!school.isEmpty() && !RosterIds.fold(school).equals(RosterIds.fold(expected)))
                cells.fault("schoolSourcedId", school,
                        "imports.roster.class", expected);
        }, id -> steps.add(e -> {
            e.setDistrictId(district.id());
            e.setId(ids.of("enrollments", id));
            e.setSourcedId(id);
            e.setClassId(ids.of("classes", classes.spelled(row[0])));
            e.setPersonId(ids.of("users", users.spelled(row[1])));
            e.setRole(row[2]);
        }));
        steps.write();
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(Row row, String column) {
        row.text(column, 40);
        return row.date(column);
    }
}
