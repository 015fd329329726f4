package org.daywatch.directory.imports.ical;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DirectoryEvent.CalendarChanged;
import org.daywatch.directory.DirectoryEvent.CalendarCreated;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.persistence.Ids;
import org.daywatch_db.directory.tables.records.CalendarRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A district's school year from its calendar. Days this import brought earlier and the calendar no longer contains are
 * removed again; days entered by hand stay.
 */
@Component
class CalendarImport implements Importer {
    static final String CALENDARS = "directory.calendar";
    static final String DAYS = "directory.calendar_day";
    private final CalendarImportStore store;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    CalendarImport(CalendarImportStore store, Organizations organizations, Facts facts, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CALENDAR;
    }

    @Override
    public List<String> tables() {
        return List.of(CALENDARS, DAYS);
    }

    @Override
    public void take(ImportFile file, ImportRun run) {
        TextFile text = TextFile.open(file.path(), file.name());
        CalendarFile calendar = CalendarFile.read(text, run);
        UUID district = Objects.requireNonNull(file.districtId(), "the shell names the district");
        run.inTransaction(() -> write(calendar, district, run));
        run.progress(text);
    }

    @Override
    public void undone(UUID runId) {
        for (var reach : store.reach(runId)) {
            facts.tell(new CalendarChanged(reach.agency(), reach.calendar(), clock.instant(), CalendarScope.all(reach.district()),
                    reach.from(), reach.to(), "import undone"));
        }
    }

    private void write(CalendarFile file, UUID district, ImportRun run) {
        UUID agency = organizations.find(district).map(Organizations.Organization::parent)
                .orElseThrow(() -> new NotFound("district " + district));
        var found = store.find(district, file.name());
        CalendarRecord row = found.orElseGet(store::freshCalendar);
        boolean spanChanged = !file.firstDay().equals(row.getFirstDay()) || !file.lastDay().equals(row.getLastDay());
        if (found.isEmpty()) identify(row, agency, district, file.name());
        row.setFirstDay(file.firstDay());
        row.setLastDay(file.lastDay());
        var days = CalendarDays.compare(file, row, found.isPresent() ? store.days(row.getId()) : java.util.Map.of(), store, run);
        if (found.isEmpty()) run.note("The school year \"" + file.name() + "\" is new.");
        else if (spanChanged) run.note("The first or last day of \"" + file.name() + "\" changes.");
        if (run.isPreview()) return;
        if (found.isEmpty()) {
            store.insert(row);
            run.created(CALENDARS, List.of(row.getId()));
        } else if (spanChanged) {
            run.updating(CALENDARS, List.of(row.getId()), () -> store.update(row));
        }
        days.write(store, run);
        if (found.isEmpty() || spanChanged || days.isChange()) tell(row, found.isEmpty());
    }

    private void tell(CalendarRecord row, boolean isNew) {
        UUID agency = row.getAgencyId();
        UUID district = row.getDistrictId();
        if (isNew) {
            facts.tell(new CalendarCreated(agency, row.getId(), clock.instant(), district, row.getName(), row.getFirstDay(),
                    row.getLastDay()));
        }
        facts.tell(new CalendarChanged(agency, row.getId(), clock.instant(), CalendarScope.all(district), row.getFirstDay(),
                row.getLastDay(),
                "imported"));
    }

    private static void identify(CalendarRecord row, @Nullable UUID agency, UUID district, String name) {
        row.setAgencyId(agency);
        row.setId(Ids.next());
        row.setDistrictId(district);
        row.setName(name);
    }
}
