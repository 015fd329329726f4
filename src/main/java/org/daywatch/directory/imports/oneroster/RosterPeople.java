package org.daywatch.directory.imports.oneroster;

import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * The users of a package, each with a role and a school. Version 1.1 says both in users.csv (role, orgSourcedIds), 1.2
 * in roles.csv and, if it likes, in primaryOrgSourcedId; where neither does, the enrollments do. A student of no school
 * is not taken.
 */
final class RosterPeople {
    private static final int MOST_NAMED = 10;
    private final RosterPackage roster;
    private final RosterStore store;
    private final UUID district;
    private final ImportRun run;
    private final RosterRows orgs;
    private final RosterRows users;
    private final RosterSchools schools;
    private final Invented invented;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final RosterRows roleRows;
    private final Map<String, RosterStore.Placed> stored = new HashMap<>();
    private @Nullable Map<String, Role> enrolled;
    private final Map<Remark, List<String>> said = new LinkedHashMap<>();

    /** What a user is, and where: the first school named. @param schools how many are named */
    private record Role(int line, String role, boolean primary, @Nullable String school, int schools) {

        Role with(Role other) {
            var first = other.primary && !primary ? other : this;
            var second = first == this ? other : this;
            boolean more = first.school != null && second.school != null && !first.school.equals(second.school);
            return new Role(first.line, first.role, first.primary, first.school == null ? second.school : first.school,
                    Math.max(first.schools, second.schools) + (more ? 1 : 0));
        }
    }

    /** What is counted and named at the end, by sourcedId: a log must not hold children's names. */
    private enum Remark {
        STUDENTS_NOWHERE, OTHERS_NOWHERE, BY_ENROLLMENT, SEVERAL_SCHOOLS, NO_ROLE
    }

    RosterPeople(RosterPackage roster, RosterStore store, UUID district, ImportRun run, RosterRows orgs,
            RosterRows users, RosterSchools schools, Invented invented) {
        this.invented = invented;
        this.roster = roster;
        this.store = store;
        this.district = district;
        this.run = run;
        this.orgs = orgs;
        this.users = users;
        this.schools = schools;
        this.roleRows = new RosterRows("roles.csv", run,
                new RosterRows.Before(Map.of(), roster.isChanges("roles"), false));
    }

    void take() {
        if (roster.isChanges("users") || roster.isChanges("roles"))
            run.inTransaction(() -> store.placed().forEach((id, at) -> stored.put(RosterIds.fold(id), at)));
        roster.file("roles").ifPresent(this::roles);
        roster.file("users").ifPresent(this::users);
        rolesWithoutUser();
        said.forEach((what, ids) -> run.note("imports.roster.people." + what, ids.size(), Said.named(ids, MOST_NAMED)));
    }

    /** A user may have several roles; the primary one counts. */
    private void roles(TextFile file) {
        var at = new String[1];
        var role = new Role[1];
        int[] others = {0};
        roleRows.each(file, RosterColumns.OF.get("roles"), (cells, id) -> {
            at[0] = RosterIds.fold(cells.text("userSourcedId", 255));
            String org = cells.optional("orgSourcedId", 255);
            refer(cells, "orgSourcedId", org);
            role[0] = new Role(cells.line(), cells.text("role", 40), cells.raw("roleType").equalsIgnoreCase("primary"),
                    schools.has(org) ? org : null, schools.has(org) ? 1 : 0);
        }, id -> {
            if (roles.containsKey(at[0])) others[0]++;
            roles.merge(at[0], role[0], Role::with);
        });
        run.rows(0, 0, others[0] + roleRows.gone().size()); // a role that was taken away says nothing of the school; the one that is there does
    }

    private void users(TextFile file) {
        var ids = new RosterIds(district);
        var steps = new RosterSteps<>(ROSTER_PERSON, file, store, run);
        var row = new String[3];
        var told = new Role[1];
        users.each(file, RosterColumns.OF.get("users"), (cells, id) -> {
            row[0] = cells.text("givenName", 120);
            row[1] = cells.text("familyName", 120);
            row[2] = cells.optional("email", 200);
            invented.check(cells, id, row[0], row[1]);
            told[0] = told(cells, id);
        }, id -> steps.add(person -> {
            person.setDistrictId(district);
            person.setId(ids.of("users", id));
            person.setSourcedId(id);
            person.setGivenName(row[0]);
            person.setFamilyName(row[1]);
            person.setEmail(row[2]);
            person.setSchoolId(school(id, told[0]));
            person.setRole(told[0].role.isEmpty() ? "user" : told[0].role);
            note(id, told[0]);
        }));
        steps.write();
    }

    /** Of districts and departments nothing is stored, so a package without them cannot be asked. */
    private void refer(Row cells, String column, String org) {
        if (!roster.isPartial("orgs")) orgs.refer(cells, column, org, false);
    }

    private @Nullable UUID school(String id, Role told) {
        if (told.school != null) return schools.id(told.school);
        return stored.containsKey(RosterIds.fold(id)) ? stored.get(RosterIds.fold(id)).school() : null;
    }

    private void note(String id, Role told) {
        if (told.role.isEmpty()) say(Remark.NO_ROLE, id);
        else if (school(id, told) == null) say(Remark.OTHERS_NOWHERE, id);
        if (told.schools > 1 && told.role.equalsIgnoreCase("student")) say(Remark.SEVERAL_SCHOOLS, id);
    }

    private void say(Remark what, String id) {
        said.computeIfAbsent(what, w -> new ArrayList<>()).add(id);
    }

    private Role told(Row cells, String id) {
        var named = named(cells, id);
        var before = stored.get(RosterIds.fold(id)); // of a file of changes: what it does not say has not changed
        boolean nowhere = named.school == null && (before == null || before.school() == null);
        if (named.role.isEmpty() && before != null)
            named = new Role(0, before.role(), true, named.school, named.schools);
        if (named.role.isEmpty() || nowhere && named.role.equalsIgnoreCase("student")) {
            var found = enrolled().get(RosterIds.fold(id));
            if (found != null && found.school != null && named.school == null) say(Remark.BY_ENROLLMENT, id);
            if (found != null)
                named = new Role(0, named.role.isEmpty() ? found.role : named.role, true,
                        named.school == null ? found.school : named.school, Math.max(named.schools, found.schools));
        }
        if (nowhere && named.school == null && named.role.equalsIgnoreCase("student") && !cells.isFaulty()) {
            cells.fault("orgSourcedIds", cells.raw("orgSourcedIds"), "imports.roster.nowhere");
            say(Remark.STUDENTS_NOWHERE, id);
        }
        return named;
    }

    /** As users.csv itself and roles.csv say it. */
    private Role named(Row cells, String id) {
        var role = roles.getOrDefault(RosterIds.fold(id), new Role(0, cells.optional("role", 40), true, null, 0));
        String primary = cells.optional("primaryOrgSourcedId", 255);
        refer(cells, "primaryOrgSourcedId", primary);
        var all = Arrays.stream(cells.optional("orgSourcedIds", 4000).split("[,;]")).map(String::strip)
                .filter(org -> !org.isEmpty()).toList();
        if (!all.isEmpty() && all.stream().noneMatch(orgs::has)) refer(cells, "orgSourcedIds", all.getFirst());
        var listed = all.stream().filter(schools::has).toList();
        String first = schools.has(primary)
                ? primary
                : role.school != null ? role.school : listed.isEmpty() ? null : listed.getFirst();
        return new Role(role.line, role.role, true, first, Math.max(role.schools, listed.size()));
    }

    /** Role and school of everybody who is in a class; read only when somebody has no other. */
    private Map<String, Role> enrolled() {
        if (enrolled == null) enrolled = readEnrolled();
        return enrolled;
    }

    private Map<String, Role> readEnrolled() {
        var schoolOf = new HashMap<String, String>();
        roster.file("classes").ifPresent(file -> each(file, "classes",
                row -> schoolOf.put(RosterIds.fold(row.raw("sourcedId")), row.raw("schoolSourcedId"))));
        var found = new HashMap<String, Role>();
        roster.file("enrollments").ifPresent(file -> each(file, "enrollments", row -> {
            String school = row.raw("schoolSourcedId").isEmpty()
                    ? schoolOf.getOrDefault(RosterIds.fold(row.raw("classSourcedId")), "")
                    : row.raw("schoolSourcedId");
            found.merge(RosterIds.fold(row.raw("userSourcedId")),
                    new Role(0, row.raw("role"), false, schools.has(school) ? school : null, 1), Role::with);
        }));
        return found;
    }

    private static void each(TextFile file, String name, java.util.function.Consumer<Row> read) {
        try (Table table = Table.open(file, RosterColumns.OF.get(name))) {
            for (Row row : table)
                if (!row.isFaulty() && !row.raw("status").equalsIgnoreCase("tobedeleted")) read.accept(row);
        }
    }

    /** A package of changes may name a role and not its user, who then moves; otherwise the role leads nowhere. */
    private void rolesWithoutUser() {
        int[] sound = {0};
        roles.forEach((user, role) -> {
            var before = stored.get(user);
            boolean moves = roleRows.isChanges() && before != null && !users.gone().containsKey(users.spelled(user));
            if (users.took(user)) sound[0]++; // the role stands with the user
            else
                if (moves)
                    run.inTransaction(
                            () -> store.move(users.spelled(user),
                                    new RosterStore.Placed(
                                            role.school == null ? before.school() : schools.id(role.school), role.role),
                                    run));
            else
                    roleRows.refuse(role.line, "userSourcedId", user, "imports.roster.absent", "users.csv");
        });
        run.rows(0, 0, sound[0]);
    }
}
