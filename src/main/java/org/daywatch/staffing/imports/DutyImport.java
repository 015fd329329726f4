package org.daywatch.staffing.imports;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.hours.HourKind;
import org.daywatch.staffing.hours.HourStore;
import org.daywatch_db.staffing.tables.records.HourEntryRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Duty, overtime, court, leave and work elsewhere, into the one ledger of hours. */
@Component
class DutyImport implements Importer {
    private static final String HOURS = "staffing.hour_entry";
    private static final String SOURCE = "import";
    private static final int STEP = 200;
    private final HourStore hours;
    private final Organizations organizations;
    private final DSLContext db;
    private final JsonMapper json;
    private final TransactionTemplate savepoint;

    DutyImport(HourStore hours, Organizations organizations, DSLContext db, JsonMapper json,
            PlatformTransactionManager transactions) {
        this.hours = hours;
        this.organizations = organizations;
        this.db = db;
        this.json = json;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    private record Person(UUID officer, UUID person) {}

    @Override
    public ImportKind kind() {
        return ImportKind.DUTY;
    }

    @Override
    public List<String> tables() {
        return List.of(HOURS);
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        TextFile text = TextFile.open(file.path(), file.name());
        var departments = new Departments[1];
        var officers = new HashMap<String, Person>();
        run.inTransaction(() -> {
            departments[0] = Departments.load(organizations, db);
            db.select(OFFICER.DEPARTMENT_ID, OFFICER.BADGE, OFFICER.ID, OFFICER.PERSON_ID).from(OFFICER)
                    .forEach(r -> officers.put(r.value1() + "|" + r.value2().toLowerCase(Locale.ROOT),
                            new Person(r.value3(), r.value4())));
        });
        var reader = new DutyReader(departments[0]::zone);
        try (Table table = Table.open(text, DutyReader.COLUMNS)) {
            var step = new ArrayList<DutyRow>();
            for (Row row : table) {
                run.rowRead();
                DutyRow duty = reader.read(row);
                if (duty == null) run.refuse(row.faults());
                else step.add(duty);
                if (step.size() == STEP) take(step, departments[0], officers, run, text);
            }
            take(step, departments[0], officers, run, text);
        }
    }

    private void take(List<DutyRow> step, Departments departments, Map<String, Person> officers, ImportRun run, TextFile text) {
        var stored = new HashMap<UUID, HourEntryRecord>();
        run.inTransaction(() -> db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.SOURCE_ID.in(step.stream().map(DutyRow::key).toList()))
                .forEach(entry -> stored.put(entry.getSourceId(), entry)));
        for (DutyRow row : step) {
            UUID department = departments.find(row.department());
            Person person = officers.get(department + "|" + row.badge().toLowerCase(Locale.ROOT));
            if (department == null) run.refuse(new RefusedCell(row.line(), "Department", row.department(),
                    "is not a department of the agency"));
            else if (person == null) run.refuse(new RefusedCell(row.line(), "Badge", row.badge(),
                    "is no officer of that department; import officers first"));
            else take(row, person, stored.get(row.key()), run);
        }
        step.clear();
        run.progress(text);
    }

    private void take(DutyRow row, Person person, @Nullable HourEntryRecord stored, ImportRun run) {
        if (stored != null && isSame(row, stored)) {
            run.rows(0, 0, 1);
            return;
        }
        try {
            run.inTransaction(() -> {
                if (run.isPreview()) look(row, person, stored);
                else write(row, person, stored, run);
            });
            run.rows(stored == null ? 1 : 0, stored == null ? 0 : 1, 0);
        } catch (Refused e) {
            run.refuse(new RefusedCell(row.line(), "Start", row.window().start() + " to " + row.window().end(),
                    "not available then"));
        }
    }

    /** Sees the agency's own commitments; what another organisation holds shows only when the time is really taken. */
    private void look(DutyRow row, Person person, @Nullable HourEntryRecord stored) {
        if (!row.kind().isWorked()) return;
        boolean taken = db.fetchExists(OFFICER_BUSY, OFFICER_BUSY.PERSON_ID.eq(person.person())
                .and(stored == null ? DSL.noCondition() : OFFICER_BUSY.ID.ne(stored.getId()))
                .and("{0} && tstzrange({1}, {2}, '[)')", OFFICER_BUSY.DURING, DSL.val(row.window().start()),
                        DSL.val(row.window().end())));
        if (taken) throw new Refused(org.daywatch.staffing.StaffingRefusal.NOT_AVAILABLE_THEN);
    }

    private void write(DutyRow row, Person person, @Nullable HourEntryRecord stored, ImportRun run) {
        if (stored != null) run.removing(HOURS, List.of(stored.getId()), () -> hours.remove(stored.getId()));
        UUID id = hours.record(person.officer(), row.kind(), row.window(), row.planned(), SOURCE, row.key());
        run.created(HOURS, List.of(id));
    }

    private static boolean isSame(DutyRow row, HourEntryRecord stored) {
        return stored.getKind().equals(row.kind().name()) && stored.getStartsAt().equals(row.window().start())
                && stored.getEndsAt().equals(row.window().end()) && stored.getPlanned() == row.planned();
    }

    /** Through the ledger, which gives the time back and frees or takes duty under leave as it does for every entry. */
    @Override
    public int takeBack(List<UUID> created, List<String> removed) {
        created.forEach(hours::remove);
        int back = created.size();
        for (String image : removed) {
            try {
                savepoint.executeWithoutResult(status -> recordAgain(image));
                back++;
            } catch (Refused takenSince) {
                continue; // somebody took that time meanwhile; it counts as kept
            }
        }
        return back;
    }

    private void recordAgain(String image) {
        var entry = json.readTree(image);
        var window = new Window(OffsetDateTime.parse(entry.get("starts_at").asString()).toInstant(),
                OffsetDateTime.parse(entry.get("ends_at").asString()).toInstant());
        hours.record(UUID.fromString(entry.get("officer_id").asString()), HourKind.valueOf(entry.get("kind").asString()), window,
                entry.get("planned").asBoolean(), entry.get("source").asString(),
                        UUID.fromString(entry.get("source_id").asString()));
    }
}
