package org.daywatch.directory.imports.nces;

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
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schools and their districts from the national list, matched by their national numbers. */
@Component
class NcesImport implements Importer {
    private static final String SCHOOLS = "directory.school";
    private final NcesStore store;
    private final Organizations organizations;

    NcesImport(NcesStore store, Organizations organizations) {
        this.store = store;
        this.organizations = organizations;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.NCES;
    }

    @Override
    public List<String> tables() {
        return List.of(SCHOOLS);
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        try (var list = NcesFile.open(file)) {
            take(list, run);
        }
    }

    private void take(NcesFile list, ImportRun run) {
        TextFile text = list.text();
        var reader = new NcesReader();
        var districts = new Districts(run.isPreview());
        run.inTransaction(districts::load);
        try (Table table = list.table()) {
            var step = new ArrayList<NcesSchool>();
            for (Row row : table) {
                if (NcesFile.isNote(row)) continue;
                run.rowRead();
                NcesSchool school = reader.read(row);
                if (school == null) run.refuse(row.faults());
                else step.add(school);
                if (step.size() == ImportRun.STEP) store(step, districts, run, text);
            }
            store(step, districts, run, text);
        }
        reader.notes().forEach(run::note);
        if (districts.fresh > 0)
            run.note(run.isPreview() ? "imports.said.districts.would" : "imports.said.districts", districts.fresh);
    }

    private void store(List<NcesSchool> step, Districts districts, ImportRun run, TextFile text) {
        if (!step.isEmpty()) run.inTransaction(() -> compareAndWrite(step, districts, run));
        step.clear();
        run.progress(text);
    }

    private void compareAndWrite(List<NcesSchool> step, Districts districts, ImportRun run) {
        var stored = store.byNcesId(step.stream().map(NcesSchool::ncesId).toList());
        var fresh = new ArrayList<SchoolRecord>();
        var changed = new ArrayList<SchoolRecord>();
        int same = 0;
        for (NcesSchool school : step) {
            UUID district = districts.of(school, run);
            SchoolRecord row = stored.get(school.ncesId());
            if (row == null) fresh.add(store.fresh(school, district));
            else if (store.describe(row, school, district)) changed.add(row);
            else same++;
        }
        if (!run.isPreview()) {
            store.insert(fresh);
            run.created(SCHOOLS, fresh.stream().map(SchoolRecord::getId).toList());
            run.updating(SCHOOLS, changed.stream().map(SchoolRecord::getId).toList(), () -> store.update(changed));
        }
        run.rows(fresh.size(), changed.size(), same);
    }

    /** The agency's districts by national number; those the list names for the first time are created. */
    private final class Districts {
        private final Map<String, UUID> known = new HashMap<>();
        private final boolean preview;
        private int fresh;

        Districts(boolean preview) {
            this.preview = preview;
        }

        void load() {
            organizations.listOwn("DISTRICT").forEach(d -> {
                if (d.externalId() != null) known.put(d.externalId(), d.id());
            });
        }

        @Nullable
        UUID of(NcesSchool school, ImportRun run) {
            String number = school.districtNcesId();
            if (!known.containsKey(number)) {
                fresh++;
                UUID founded = preview
                        ? null
                        : organizations.findOrCreate("DISTRICT", school.districtName(), school.listedBy(), number);
                if (founded != null) run.created(ImportLedger.ORGANIZATIONS, List.of(founded));
                known.put(number, founded);
            }
            return known.get(number);
        }
    }
}
