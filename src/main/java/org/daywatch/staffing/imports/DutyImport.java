package org.daywatch.staffing.imports;

import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.hours.HourBatch.Entry;
import org.daywatch.staffing.hours.HourBatch;
import org.daywatch.staffing.hours.HourBatchStore;
import org.daywatch.staffing.hours.HourCommands;
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
    private final HomeTime home;
    private final HourCommands hours;
    private final HourBatch batch;
    private final HourBatchStore storedBatch;
    private final Organizations organizations;
    private final DSLContext db;
    private final JsonMapper json;
    private final TransactionTemplate savepoint;

    DutyImport(HourCommands hours, HourBatch batch, HourBatchStore storedBatch, Organizations organizations,
            DSLContext db, JsonMapper json,
            PlatformTransactionManager transactions, HomeTime home) {
        this.home = home;
        this.hours = hours;
        this.batch = batch;
        this.storedBatch = storedBatch;
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
            departments[0] = Departments.load(organizations, db, home.zone());
            db.select(OFFICER.DEPARTMENT_ID, OFFICER.BADGE, OFFICER.ID, OFFICER.PERSON_ID).from(OFFICER)
                    .forEach(r -> officers.put(
                            r.get(OFFICER.DEPARTMENT_ID) + "|" + r.get(OFFICER.BADGE).toLowerCase(Locale.ROOT),
                            new Person(r.get(OFFICER.ID), r.get(OFFICER.PERSON_ID))));
        });
        var reader = new DutyReader(departments[0]::zone);
        try (Table table = Table.open(text, DutyReader.COLUMNS)) {
            var step = new ArrayList<DutyRow>();
            for (Row row : table) {
                run.rowRead();
                DutyRow duty = reader.read(row);
                if (duty == null) run.refuse(row.faults());
                else step.add(duty);
                if (step.size() == ImportRun.STEP) take(step, departments[0], officers, run, text);
            }
            take(step, departments[0], officers, run, text);
        }
    }

    private void take(List<DutyRow> step, Departments departments, Map<String, Person> officers, ImportRun run,
            TextFile text) {
        var stored = new HashMap<UUID, HourEntryRecord>();
        run.inTransaction(() -> db.selectFrom(HOUR_ENTRY)
                .where(HOUR_ENTRY.SOURCE_ID.eq(DSL.any(step.stream().map(DutyRow::key).toArray(UUID[]::new))))
                .forEach(entry -> stored.put(entry.getSourceId(), entry)));
        var fresh = new LinkedHashMap<DutyRow, Entry>();
        int same = 0;
        for (DutyRow row : step) {
            UUID department = departments.find(row.department());
            Person person = officers.get(department + "|" + row.badge().toLowerCase(Locale.ROOT));
            var before = stored.get(row.key());
            if (department == null)
                run.refuse(new RefusedCell(row.line(), "Department", row.department(),
                        "staffing.cell.department.none"));
            else
                if (person == null)
                    run.refuse(new RefusedCell(row.line(), "Badge", row.badge(),
                            "staffing.cell.officer"));
                else
                    if (before != null && isSame(row, before)) same++;
                    else
                        fresh.put(row, new Entry(person.officer(), person.person(), department, row.kind(),
                                row.window(), row.planned(), row.key()));
        }
        run.rows(0, 0, same);
        stored.keySet().retainAll(fresh.keySet().stream().map(DutyRow::key).collect(Collectors.toSet()));
        if (run.isPreview()) look(fresh, stored, run);
        else
            if (!fresh.isEmpty() && !together(fresh, stored, run))
                fresh.forEach((row, entry) -> alone(row, entry, stored.get(row.key()), run));
        step.clear();
        run.progress(text);
    }

    /** Sees the agency's own commitments; what another organization holds shows only when the time is really taken. */
    private void look(Map<DutyRow, Entry> fresh, Map<UUID, HourEntryRecord> stored, ImportRun run) {
        run.inTransaction(() -> {
            var taken = storedBatch.taken(fresh.values(),
                    stored.values().stream().map(HourEntryRecord::getId).toList());
            count(fresh.keySet(), row -> !taken.contains(row.key()), stored, run);
        });
    }

    /**
     * The whole step in one transaction. Where an entry that moves meets a commitment nothing of the step is kept,
     * since its old time may have gone to another row meanwhile. @return whether it stands
     */
    private boolean together(Map<DutyRow, Entry> fresh, Map<UUID, HourEntryRecord> stored, ImportRun run) {
        var ids = new HashMap<UUID, UUID>();
        try {
            run.inTransaction(() -> {
                var moved = stored.values().stream().map(HourEntryRecord::getId).toList();
                var moves = stored.values().stream().anyMatch(e -> !HourKind.valueOf(e.getKind()).isWorked());
                if (moves) throw new OneByOne();
                run.removing(HOURS, moved, () -> storedBatch.remove(moved));
                ids.putAll(batch.record(fresh.values(), SOURCE));
                if (!ids.keySet().containsAll(stored.keySet())) throw new OneByOne();
                run.created(HOURS, ids.values());
            });
        } catch (OneByOne step) {
            return false;
        }
        count(fresh.keySet(), row -> ids.containsKey(row.key()), stored, run);
        return true;
    }

    /** The step must be taken row by row. */
    private static final class OneByOne extends RuntimeException {
        OneByOne() {
            super("the step is taken row by row", null, false, false);
        }
    }

    private static void count(Collection<DutyRow> rows, Predicate<DutyRow> accepted, Map<UUID, HourEntryRecord> stored,
            ImportRun run) {
        for (DutyRow row : rows) {
            boolean moved = stored.containsKey(row.key());
            if (accepted.test(row)) run.rows(moved ? 0 : 1, moved ? 1 : 0, 0);
            else run.refuse(notAvailable(row));
        }
    }

    private static RefusedCell notAvailable(DutyRow row) {
        return new RefusedCell(row.line(), "Start", row.window().start() + " to " + row.window().end(),
                "staffing.cell.unavailable");
    }

    private void alone(DutyRow row, Entry entry, @Nullable HourEntryRecord stored, ImportRun run) {
        try {
            run.inTransaction(() -> {
                if (stored != null) run.removing(HOURS, List.of(stored.getId()), () -> hours.remove(stored.getId()));
                run.created(HOURS, List
                        .of(hours.record(entry.officer(), row.kind(), row.window(), row.planned(), SOURCE, row.key())));
            });
            run.rows(stored == null ? 1 : 0, stored == null ? 0 : 1, 0);
        } catch (Refused e) {
            run.refuse(notAvailable(row));
        }
    }

    private static boolean isSame(DutyRow row, HourEntryRecord stored) {
        return stored.getKind().equals(row.kind().name()) && stored.getStartsAt().equals(row.window().start())
                && stored.getEndsAt().equals(row.window().end()) && stored.getPlanned() == row.planned();
    }

    /** Through the ledger, which gives the time back and frees or takes duty under leave as it does for every entry. */
    @Override
    public int takeBack(List<UUID> created, List<String> removed) {
        var absent = db.select(HOUR_ENTRY.ID).from(HOUR_ENTRY)
                .where(HOUR_ENTRY.ID.eq(DSL.any(created.toArray(UUID[]::new))))
                .and(HOUR_ENTRY.KIND.in(HourKind.ABSENT.stream().map(Enum::name).toList())).fetchSet(HOUR_ENTRY.ID);
        storedBatch.remove(created.stream().filter(id -> !absent.contains(id)).toList());
        absent.forEach(hours::remove);
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
        hours.record(UUID.fromString(entry.get("officer_id").asString()),
                HourKind.valueOf(entry.get("kind").asString()), window,
                entry.get("planned").asBoolean(), entry.get("source").asString(),
                UUID.fromString(entry.get("source_id").asString()));
    }
}
