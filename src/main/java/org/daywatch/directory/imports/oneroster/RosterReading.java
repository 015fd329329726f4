package org.daywatch.directory.imports.oneroster;

import static org.daywatch_db.directory.Tables.ACADEMIC_SESSION;
import static org.daywatch_db.directory.Tables.ROSTER_CLASS;
import static org.daywatch_db.directory.Tables.ROSTER_ENROLLMENT;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.oneroster.RosterSchools.Told;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.TextFile;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

/** Reads the files of one package in the order in which they refer to each other. */
final class RosterReading {
    private final RosterPackage roster;
    private final RosterStore store;
    private final Organization district;
    private final ImportRun run;
    private final Leaving leaving;
    private final RosterIds ids;
    private final RosterRows orgs;
    private final RosterRows sessions;
    private final RosterRows users;
    private final RosterRows classes;
    private final Map<String, Told> schools = new HashMap<>();
    private final Map<String, String> schoolOfClass = new HashMap<>();

    /** Pupils the package no longer names. @param most per cent of a school's pupils who may leave it unasked. @param confirmed somebody said that more of them did */
    record Leaving(Instant now, int most, boolean confirmed) {}

    RosterReading(RosterPackage roster, RosterStore store, Organization district, ImportRun run, Leaving leaving) {
        this.leaving = leaving;
        this.roster = roster;
        this.store = store;
        this.district = district;
        this.run = run;
        this.ids = new RosterIds(district.id());
        this.orgs = new RosterRows("orgs.csv", run);
        this.sessions = new RosterRows("academicSessions.csv", run);
        this.users = new RosterRows("users.csv", run);
        this.classes = new RosterRows("classes.csv", run);
    }

    void take() {
        roster.file("orgs").ifPresent(this::orgs);
        var placed = new RosterSchools[1];
        run.inTransaction(() -> {
            placed[0] = new RosterSchools(store, district);
            placed[0].write(List.copyOf(schools.values()), run).forEach(this::refuse);
            roster.file("users").ifPresent(file -> left(file, placed[0])); // refuses before anything else is written
        });
        roster.file("academicSessions").ifPresent(this::sessions);
        roster.file("users").ifPresent(file -> users(file, placed[0]));
        roster.file("classes").ifPresent(file -> classes(file, placed[0]));
        roster.file("enrollments").ifPresent(this::enrollments);
    }

    /** The files are whole lists, so whoever of a school in them is not named has left it. */
    private void left(TextFile users, RosterSchools placed) {
        Set<UUID> here = schools.keySet().stream().map(placed::id).collect(Collectors.toSet());
        var left = RosterLeavers.of(store.pupils(district.id()), here, named(users));
        if (left.isEmpty()) return;
        var names = store.schools(district.id()).stream().collect(Collectors.toMap(s -> s.getId(), s -> s));
        var many = left.stream().filter(s -> s.many(leaving.most())).toList();
        if (!many.isEmpty() && !leaving.confirmed() && !run.isPreview()) {
            throw new IntakeRefused(many.stream().map(s -> s.said(names.get(s.school()).getName())).collect(Collectors.joining(" "))
                    + " That is more than " + leaving.most() + " per cent. If they have really left, confirm it and import the file again; nothing was changed.");
        }
        left.forEach(s -> run.note(s.said(names.get(s.school()).getName()) + (run.isPreview() ? "" : " They are marked as left.")));
        if (run.isPreview()) left.forEach(s -> run.note(s.whom(names.get(s.school()).getName())));
        run.left(left.stream().mapToInt(s -> s.left().size()).sum(), !many.isEmpty());
        if (!run.isPreview()) left.forEach(s -> store.leave(s.left(), leaving.now().atZone(ZoneId.of(names.get(s.school()).getZone())).toLocalDate(), run));
    }

    private static Set<String> named(TextFile users) {
        var named = new HashSet<String>();
        try (var table = org.daywatch.platform.intake.Table.open(users, RosterColumns.OF.get("users"))) {
            for (Row row : table) {
                named.add(row.raw("sourcedId"));
                named.add(row.optional("sourcedId", 255)); // as it is stored
            }
        }
        return named;
    }

    private void refuse(Told school) {
        orgs.refuse(orgs.line(school.sourcedId()), "identifier", school.identifier(),
                "is the national number of a school of another district; mend it, or ask the agency to move the school");
        orgs.drop(school.sourcedId());
        schools.remove(school.sourcedId());
    }

    private void orgs(TextFile file) {
        var parents = new HashMap<String, String>();
        var told = new Told[1];
        int[] others = {0};
        orgs.each(file, RosterColumns.OF.get("orgs"), (row, id) -> {
            told[0] = row.text("type", 40).equalsIgnoreCase("school")
                    ? new Told(id, row.text("name", 200), row.optional("identifier", 40)) : null;
            parents.put(id, row.optional("parentSourcedId", 255));
        }, id -> {
            if (told[0] != null) schools.put(id, told[0]);
            else others[0]++;
        });
        // A parent may stand below its child, so this is only known at the end.
        parents.forEach((id, parent) -> {
            if (parent.isEmpty() || !orgs.has(id) || orgs.has(parent)) return;
            orgs.refuse(orgs.line(id), "parentSourcedId", parent, "is not in orgs.csv, or was refused there");
            orgs.drop(id);
            if (schools.remove(id) == null) others[0]--;
        });
        run.rows(0, 0, others[0]); // districts and departments are read for reference and written nowhere
    }

    private void sessions(TextFile file) {
        var steps = new Steps<>(ACADEMIC_SESSION, file);
        var row = new String[4];
        var days = new LocalDate[2];
        sessions.each(file, RosterColumns.OF.get("academicSessions"), (cells, id) -> {
            row[0] = cells.text("title", 200);
            row[1] = cells.text("type", 40);
            days[0] = day(cells, "startDate");
            days[1] = day(cells, "endDate");
            if (days[0] != null && days[1] != null && days[1].isBefore(days[0])) cells.fault("endDate", days[1].toString(),
                    "is before the start " + days[0]);
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

    private void users(TextFile file, RosterSchools placed) {
        var roles = roles();
        var steps = new Steps<>(ROSTER_PERSON, file);
        var row = new String[5];
        users.each(file, RosterColumns.OF.get("users"), (cells, id) -> {
            row[0] = cells.text("givenName", 120);
            row[1] = cells.text("familyName", 120);
            row[2] = cells.optional("email", 200);
            row[3] = cells.optional("primaryOrgSourcedId", 255);
            row[4] = roles.containsKey(id) ? roles.get(id).role() : cells.optional("role", 40);
            orgs.refer(cells, "primaryOrgSourcedId", row[3], false);
        }, id -> steps.add(person -> {
            person.setDistrictId(district.id());
            person.setId(ids.of("users", id));
            person.setSourcedId(id);
            person.setGivenName(row[0]);
            person.setFamilyName(row[1]);
            person.setEmail(row[2]);
            person.setSchoolId(schools.containsKey(row[3]) ? placed.id(row[3]) : null);
            person.setRole(row[4].isEmpty() ? "user" : row[4]);
        }));
        steps.write();
        var rows = new RosterRows("roles.csv", run);
        int sound = 0;
        for (var role : roles.entrySet()) {
            if (users.has(role.getKey())) sound++;
            else rows.refuse(role.getValue().line(), "userSourcedId", role.getKey(), "is not in users.csv, or was refused there");
        }
        run.rows(0, 0, sound); // the role stands with the user
    }

    private record RoleAt(int line, String role) {}

    /** A user may have several roles; the primary one counts. */
    private Map<String, RoleAt> roles() {
        var roles = new HashMap<String, RoleAt>();
        roster.file("roles").ifPresent(file -> {
            var rows = new RosterRows("roles.csv", run);
            var at = new Object() {
                String user = "";
                RoleAt role = new RoleAt(0, "");
                boolean primary;
            };
            int[] others = {0};
            rows.each(file, RosterColumns.OF.get("roles"), (cells, id) -> {
                at.user = cells.text("userSourcedId", 255);
                at.role = new RoleAt(cells.line(), cells.text("role", 40));
                at.primary = cells.raw("roleType").equalsIgnoreCase("primary");
            }, id -> {
                if (roles.containsKey(at.user)) others[0]++;
                if (at.primary || !roles.containsKey(at.user)) roles.put(at.user, at.role);
            });
            run.rows(0, 0, others[0]);
        });
        return roles;
    }

    private void classes(TextFile file, RosterSchools placed) {
        var steps = new Steps<>(ROSTER_CLASS, file);
        var row = new String[6];
        classes.each(file, RosterColumns.OF.get("classes"), (cells, id) -> {
            row[0] = cells.text("title", 200);
            row[1] = cells.optional("grades", 80);
            row[2] = cells.text("schoolSourcedId", 255);
            row[3] = cells.optional("termSourcedIds", 2000);
            row[4] = cells.optional("location", 80);
            row[5] = cells.optional("periods", 200);
            if (!row[2].isEmpty() && !schools.containsKey(row[2])) cells.fault("schoolSourcedId", row[2],
                    "is no school in orgs.csv, or was refused there");
            Arrays.stream(row[3].split(",")).map(String::strip).filter(term -> !term.isEmpty())
                    .forEach(term -> sessions.refer(cells, "termSourcedIds", term, false));
        }, id -> {
            schoolOfClass.put(id, row[2]);
            steps.add(c -> {
            c.setDistrictId(district.id());
            c.setId(ids.of("classes", id));
            c.setAgencyId(district.parent());
            c.setSchoolId(placed.id(row[2]));
            c.setSourcedId(id);
            c.setTitle(row[0]);
            c.setGrade(row[1]);
            c.setSession(row[3]);
            c.setRoom(row[4]);
            c.setPeriods(row[5]);
        });
        });
        steps.write();
    }

    private void enrollments(TextFile file) {
        var steps = new Steps<>(ROSTER_ENROLLMENT, file);
        var row = new String[3];
        new RosterRows("enrollments.csv", run).each(file, RosterColumns.OF.get("enrollments"), (cells, id) -> {
            row[0] = cells.text("classSourcedId", 255);
            row[1] = cells.text("userSourcedId", 255);
            row[2] = cells.text("role", 40);
            classes.refer(cells, "classSourcedId", row[0], true);
            users.refer(cells, "userSourcedId", row[1], true);
            String school = cells.optional("schoolSourcedId", 255);
            String expected = schoolOfClass.getOrDefault(row[0], school);
            if (!school.isEmpty() && !school.equals(expected)) cells.fault("schoolSourcedId", school,
                    "is not the school of the class, " + expected);
        }, id -> steps.add(e -> {
            e.setDistrictId(district.id());
            e.setId(ids.of("enrollments", id));
            e.setSourcedId(id);
            e.setClassId(ids.of("classes", row[0]));
            e.setPersonId(ids.of("users", row[1]));
            e.setRole(row[2]);
        }));
        steps.write();
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(Row row, String column) {
        row.text(column, 40);
        return row.date(column);
    }

    /** Collects rows of one table and writes them a step at a time. */
    private final class Steps<R extends UpdatableRecord<R>> {
        private final Table<R> table;
        private final TextFile file;
        private final List<R> rows = new ArrayList<>();

        Steps(Table<R> table, TextFile file) {
            this.table = table;
            this.file = file;
        }

        void add(Consumer<R> fill) {
            R row = table.newRecord();
            fill.accept(row);
            rows.add(row);
            if (rows.size() == ImportRun.STEP) write();
        }

        void write() {
            if (!rows.isEmpty()) run.inTransaction(() -> store.write(table, rows, run));
            rows.clear();
            run.progress(file);
        }
    }
}
