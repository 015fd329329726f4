package org.daywatch.staffing.imports;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Officers with what they hold, matched by department and badge. Each row goes through the commands a form would use.
 */
@Component
class OfficersImport implements Importer {
    private static final String OFFICERS = "staffing.officer";
    private static final String CREDENTIALS = "staffing.credential";
    private final HomeTime home;
    private final OfficerCommands officers;
    private final OfficerStore storedOfficers;
    private final Organizations organizations;
    private final DSLContext db;

    OfficersImport(OfficerCommands officers, OfficerStore storedOfficers, Organizations organizations, DSLContext db,
            HomeTime home) {
        this.home = home;
        this.officers = officers;
        this.storedOfficers = storedOfficers;
        this.organizations = organizations;
        this.db = db;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.OFFICERS;
    }

    @Override
    public List<String> tables() {
        return List.of(OFFICERS, CREDENTIALS);
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        TextFile text = TextFile.open(file.path(), file.name());
        var reader = new OfficerRowReader();
        var stored = new Stored();
        run.inTransaction(stored::load);
        try (Table table = Table.open(text, OfficerRowReader.COLUMNS)) {
            for (Row row : table) {
                run.rowRead();
                OfficerRow officer = reader.read(row);
                if (officer == null) run.refuse(row.faults());
                else take(officer, stored, run);
                run.progress(text);
            }
        }
        if (stored.freshDepartments > 0) run.note("staffing.said.departments", stored.freshDepartments);
    }

    /** Officers this run brought and undoing took away again are no longer officers of the agency. */
    @Override
    public List<Said> stays(UUID runId) {
        var left = db.fetch(
                "select (c.after ->> 'person_id')::uuid from directory.import_change c where c.run_id = ? and c.table_name = ?"
                        + " and c.before is null and not exists (select from staffing.officer o where o.person_id = (c.after ->> 'person_id')::uuid)",
                runId, OFFICERS).getValues(0, UUID.class);
        left.forEach(person -> organizations.part(person, Role.OFFICER));
        db.fetch(
                "select o.id from directory.import_change c join staffing.officer o on o.id = c.row_id where c.run_id = ? and c.table_name = ?"
                        + " and c.before ->> 'state' <> c.after ->> 'state'",
                runId, OFFICERS).getValues(0, UUID.class).forEach(officers::placeAgain);
        return left.isEmpty() ? List.of() : List.of(Said.of("staffing.said.accounts.stay", left.size()));
    }

    private void take(OfficerRow row, Stored stored, ImportRun run) {
        UUID department = stored.department(row, run);
        Officer officer = department == null
                ? null
                : stored.byBadge.get(department + "|"
                        + row.badge().toLowerCase(java.util.Locale.ROOT));
        Said refusal = stored.whyNot(row, department, officer);
        if (refusal != null) {
            run.refuse(new RefusedCell(row.line(), department == null ? "Department" : "E-mail",
                    department == null ? row.department() : row.email(), refusal));
        } else if (officer == null) {
            if (!run.isPreview() && department != null) run.inTransaction(() -> add(row, department, run));
            run.rows(1, 0, 0);
        } else {
            var details = row.details(officer.departmentId(), officer);
            boolean differs = !details.equals(OfficerRow.details(officer));
            List<Credential> news = news(row, stored.held.getOrDefault(officer.id(), List.of()));
            boolean same = !differs && news.isEmpty();
            if (!same && !run.isPreview())
                run.inTransaction(() -> change(officer, differs ? details : null, news, stored, run));
            run.rows(0, same ? 0 : 1, same ? 1 : 0);
        }
    }

    private void add(OfficerRow row, UUID department, ImportRun run) {
        UUID id = officers.add(row.details(department, null));
        run.created(OFFICERS, List.of(id));
        run.created(CREDENTIALS,
                row.credentials().stream().map(credential -> officers.record(id, credential)).toList());
    }

    private void change(Officer officer, Officer.@Nullable Details details, List<Credential> news, Stored stored,
            ImportRun run) {
        if (details != null)
            run.updating(OFFICERS, List.of(officer.id()),
                    () -> officers.change(officer.id(), details, officer.version()));
        var held = stored.held.getOrDefault(officer.id(), List.of());
        for (Credential credential : news) {
            var before = held.stream().filter(h -> same(h, credential)).findFirst();
            if (before.isEmpty()) run.created(CREDENTIALS, List.of(officers.record(officer.id(), credential)));
            else run.updating(CREDENTIALS, List.of(before.get().id()), () -> officers.record(officer.id(), credential));
        }
    }

    /** What the list tells of credentials that is not on file yet. A suspension on file is not lifted by a list. */
    private static List<Credential> news(OfficerRow row, List<Credential> held) {
        var news = new ArrayList<Credential>();
        for (Credential told : row.credentials()) {
            Credential on = held.stream().filter(h -> same(h, told)).findFirst().orElse(null);
            if (on == null) news.add(told);
            else
                if (!told.number().equals(on.number()) || !java.util.Objects.equals(told.expiresOn(), on.expiresOn())
                        || told.hoursOrNone().compareTo(on.hoursOrNone()) != 0) {
                            var number = isCourse(told) && told.number().isEmpty() ? on.number() : told.number();
                            news.add(new Credential(on.id(), told.kind(), number, told.issuedOn(), told.expiresOn(),
                                    told.hours(),
                                    on.state()));
                        }
        }
        return news;
    }

    private static boolean same(Credential a, Credential b) {
        return a.kind() == b.kind() && a.issuedOn().equals(b.issuedOn())
                && (!isCourse(b) || b.number().isEmpty() || a.number().equals(b.number()));
    }

    /** Several on one day are told apart by their numbers, where the list gives them. */
    private static boolean isCourse(Credential credential) {
        return credential.kind() == Credential.Kind.CONTINUING_TRAINING;
    }

    /** What the agency has on file, read once. */
    private final class Stored {
        private final Map<String, Officer> byBadge = new HashMap<>();
        private final Map<String, Officer> byEmail = new HashMap<>();
        private Map<UUID, List<Credential>> held = Map.of();
        private Departments departments = Departments.none(home.zone());
        private int freshDepartments;

        void load() {
            departments = Departments.load(organizations, db, home.zone());
            for (Officer.State state : Officer.State.values()) {
                for (Officer officer : storedOfficers.list(state)) {
                    byBadge.put(officer.departmentId() + "|" + officer.badge().toLowerCase(java.util.Locale.ROOT),
                            officer);
                    byEmail.put(officer.email(), officer);
                }
            }
            held = storedOfficers.credentials(db.select(OFFICER.ID).from(OFFICER).fetch(OFFICER.ID));
        }

        /** A department the list names with its ORI is created; a name alone may be a slip of the pen. */
        @Nullable
        UUID department(OfficerRow row, ImportRun run) {
            UUID known = departments.find(row.ori().isEmpty() ? row.department() : row.ori());
            if (known == null) known = departments.find(row.department());
            if (known != null || row.ori().isEmpty()) return known;
            var id = new UUID[] {UUID.nameUUIDFromBytes(row.ori().getBytes(java.nio.charset.StandardCharsets.UTF_8))};
            if (!run.isPreview()) run.inTransaction(() -> {
                id[0] = organizations.findOrCreate("DEPARTMENT", row.department(), null, row.ori());
                run.created(ImportLedger.ORGANIZATIONS, List.of(id[0]));
            });
            departments.add(id[0], row.department(), row.ori());
            freshDepartments++;
            return id[0];
        }

        @Nullable
        Said whyNot(OfficerRow row, @Nullable UUID department, @Nullable Officer officer) {
            if (department == null) return Said.of("staffing.cell.department.new");
            Officer owner = byEmail.get(row.email());
            if (officer == null && owner != null) return Said.of("staffing.cell.email.taken", owner.badge());
            if (officer != null && !officer.email().equals(row.email())) {
                return Said.of("staffing.cell.email.other", officer.email());
            }
            return null;
        }
    }
}
