package org.daywatch.directory.guardians;

import static org.daywatch_db.directory.Tables.GUARDIAN;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch_db.directory.tables.records.GuardianRecord;
import org.daywatch_db.directory.tables.records.GuardianshipRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * A district takes in who may collect whom. A student is known by the roster's id; a guardian by the list's own number.
 */
@Component
class GuardiansImport implements Importer {

    private static final String GUARDIANS = "directory.guardian";
    private static final String ENTRIES = "directory.guardianship";
    private final DSLContext db;
    private final Clock clock;

    GuardiansImport(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.GUARDIANS;
    }

    @Override
    public List<String> tables() {
        return List.of(GUARDIANS, ENTRIES);
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        UUID district = Objects.requireNonNull(file.districtId(), "the shell names the district");
        TextFile text = TextFile.open(file.path(), file.name());
        var students = new HashMap<String, UUID>();
        run.inTransaction(() -> db.select(ROSTER_PERSON.SOURCED_ID, ROSTER_PERSON.ID).from(ROSTER_PERSON)
                .where(DSL.lower(ROSTER_PERSON.ROLE).eq("student")).and(ROSTER_PERSON.LEFT_ON.isNull())
                .forEach(r -> students.put(r.get(ROSTER_PERSON.SOURCED_ID), r.get(ROSTER_PERSON.ID))));
        var reader = new GuardianReader(students.keySet());
        var step = new ArrayList<GuardianRow>();
        try (Table table = Table.open(text, GuardianReader.COLUMNS)) {
            for (Row row : table) {
                run.rowRead();
                var read = reader.read(row);
                if (read == null) run.refuse(row.faults());
                else step.add(read);
                if (step.size() == ImportRun.STEP) write(district, students, step, run, text);
            }
        }
        write(district, students, step, run, text);
    }

    private void write(UUID district, Map<String, UUID> students, List<GuardianRow> rows, ImportRun run,
            TextFile text) {
        if (!rows.isEmpty()) run.inTransaction(() -> write(district, students, List.copyOf(rows), run));
        rows.clear();
        run.progress(text);
    }

    private void write(UUID district, Map<String, UUID> students, List<GuardianRow> rows, ImportRun run) {
        var people = new HashMap<UUID, GuardianRecord>();
        var entries = new ArrayList<GuardianshipRecord>();
        for (var row : rows) {
            var guardian = row.guardian(district);
            people.put(guardian.getId(), guardian);
            entries.add(row.entry(district, Objects.requireNonNull(students.get(row.student())), clock.instant()));
        }
        var newPeople = differing(GUARDIAN, GUARDIAN.ID, List.copyOf(people.values()), Set.of());
        // When it was entered is no difference: the same list next week changes nothing. And what somebody ended stays ended, whatever an older list says.
        var newEntries = differing(GUARDIANSHIP, GUARDIANSHIP.ID, entries,
                Set.of(GUARDIANSHIP.ENTERED_AT, GUARDIANSHIP.ENTERED_BY, GUARDIANSHIP.ENDED_ON,
                        GUARDIANSHIP.ENDED_AT));
        if (!run.isPreview()) {
            store(GUARDIANS, newPeople, GUARDIAN.ID, run);
            store(ENTRIES, newEntries, GUARDIANSHIP.ID, run);
        }
        var changedPeople = new HashSet<UUID>();
        newPeople.changed().forEach(g -> changedPeople.add(g.getId()));
        var fresh = newEntries.fresh().stream().map(GuardianshipRecord::getId).toList();
        var changed = new HashSet<UUID>();
        newEntries.changed().forEach(e -> changed.add(e.getId()));
        entries.stream().filter(e -> changedPeople.contains(e.getGuardianId()) && !fresh.contains(e.getId()))
                .forEach(e -> changed.add(e.getId()));
        run.rows(fresh.size(), changed.size(), entries.size() - fresh.size() - changed.size());
    }

    private record News<R>(List<R> fresh, List<R> changed) {}

    private <R extends UpdatableRecord<R>> News<R> differing(org.jooq.Table<R> table, TableField<R, UUID> id,
            List<R> told, Set<Field<?>> quiet) {
        var stored = db.selectFrom(table).where(id.in(told.stream().map(r -> r.get(id)).toList())).fetchMap(id);
        var fresh = new ArrayList<R>();
        var changed = new ArrayList<R>();
        for (R row : told) {
            R before = stored.get(row.get(id));
            if (before == null) fresh.add(row);
            else if (copy(row, before, quiet)) changed.add(before);
        }
        return new News<>(fresh, changed);
    }

    private static <R extends UpdatableRecord<R>> boolean copy(R from, R to, Set<Field<?>> quiet) {
        boolean differs = false;
        for (Field<?> field : from.fields()) if (!quiet.contains(field)) differs |= copyOne(from, to, field);
        return differs;
    }

    private static <R extends UpdatableRecord<R>, T> boolean copyOne(R from, R to, Field<T> field) {
        if (Objects.equals(from.get(field), to.get(field))) return false;
        to.set(field, from.get(field));
        return true;
    }

    private <R extends UpdatableRecord<R>> void store(String table, News<R> news, TableField<R, UUID> id,
            ImportRun run) {
        db.batchInsert(news.fresh()).execute();
        run.created(table, news.fresh().stream().map(r -> r.get(id)).toList());
        run.updating(table, news.changed().stream().map(r -> r.get(id)).toList(),
                () -> db.batchUpdate(news.changed()).execute());
    }
}
