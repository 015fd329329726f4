package org.daywatch.directory.imports.schools;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.imports.nces.SchoolZones;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Table;
import org.daywatch.platform.intake.TextFile;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.springframework.stereotype.Component;

/** Schools and their districts from a list of one's own, matched by national number, else by district and name. */
@Component
class SchoolsImport implements Importer {
    private static final String SCHOOLS = "directory.school";
    private final SchoolListStore store;
    private final Organizations organizations;

    SchoolsImport(SchoolListStore store, Organizations organizations) {
        this.store = store;
        this.organizations = organizations;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.SCHOOLS;
    }

    @Override
    public List<String> tables() {
        return List.of(SCHOOLS);
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        TextFile text = TextFile.open(file.path(), file.name());
        var zones = new SchoolZones();
        var reader = new SchoolReader(zones);
        var listing = new Listing(new ListedDistricts(organizations, run), new SchoolDefaults(zones), run);
        run.inTransaction(listing::load);
        try (Table table = Table.open(text, SchoolReader.COLUMNS)) {
            var step = new ArrayList<ListedSchool>();
            for (Row row : table) {
                run.rowRead();
                ListedSchool school = reader.read(row);
                if (school == null) run.refuse(row.faults());
                else step.add(school);
                if (step.size() == ImportRun.STEP) listing.store(step, text);
            }
            listing.store(step, text);
        }
        listing.notes.sentences().forEach(run::note);
    }

    /** One list on its way in. */
    private final class Listing {
        private final ListedDistricts districts;
        private final SchoolDefaults places;
        private final ImportRun run;
        private final SchoolNotes notes = new SchoolNotes();
        private SchoolListStore.Standing standing = SchoolListStore.Standing.NOBODY;

        Listing(ListedDistricts districts, SchoolDefaults places, ImportRun run) {
            this.districts = districts;
            this.places = places;
            this.run = run;
        }

        void load() {
            districts.load();
            standing = store.standing();
        }

        void store(List<ListedSchool> step, TextFile text) {
            if (!step.isEmpty()) run.inTransaction(() -> compareAndWrite(step));
            step.clear();
            run.progress(text);
        }

        private void compareAndWrite(List<ListedSchool> step) {
            var fresh = new ArrayList<SchoolRecord>();
            var changed = new ArrayList<SchoolRecord>();
            int same = 0;
            for (ListedSchool school : step) {
                var match = SchoolMatch.of(school, districts.find(school), standing);
                if (match.reason() != null)
                    run.refuse(new RefusedCell(school.line(), match.field(), match.value(), match.reason()));
                else
                    if (match.row() == null) found(school, fresh);
                    else if (changes(school, match.row())) changed.add(match.row());
                    else same++;
            }
            if (!run.isPreview()) {
                store.insert(fresh);
                run.created(SCHOOLS, fresh.stream().map(SchoolRecord::getId).toList());
                run.updating(SCHOOLS, changed.stream().map(SchoolRecord::getId).toList(), () -> store.update(changed));
            }
            run.rows(fresh.size(), changed.size(), same);
        }

        private void found(ListedSchool school, List<SchoolRecord> fresh) {
            var place = places.of(school, districts.stateOf(school));
            if (place == null) {
                run.refuse(new RefusedCell(school.line(), "state", "", "imports.schools.stateless"));
                return;
            }
            var row = store.fresh(school, districts.founded(school, place, notes), place);
            fresh.add(row);
            standing.learn(row);
            notes.added(row, place);
        }

        private boolean changes(ListedSchool school, SchoolRecord row) {
            if (row.getArchivedAt() != null) notes.archived(row.getName());
            if (row.getArchivedAt() != null) return false;
            if (!districts.isNamed(row.getDistrictId(), school.district())) notes.elsewhere(row.getName());
            var place = places.of(school, row);
            String before = row.getZone();
            boolean changed = store.describe(row, school, place);
            if (!row.getZone().equals(before) && school.zone() == null) notes.zone(place);
            return changed;
        }
    }
}
