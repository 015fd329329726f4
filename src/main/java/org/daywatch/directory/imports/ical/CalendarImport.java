package org.daywatch.directory.imports.ical;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DirectoryEvent.CalendarChanged;
import org.daywatch.directory.DirectoryEvent.CalendarCreated;
import org.daywatch.directory.imports.ical.CalendarImportStore.Year;
import org.daywatch.directory.imports.titles.TitleDecisions;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.directory.intake.Importer;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;

/**
 * A district's school year from its calendar. Days this import brought earlier and the calendar no longer contains are
 * removed again; days entered by hand stay, and so does every day that is over or has begun.
 */
@Component
class CalendarImport implements Importer {
    static final String CALENDARS = "directory.calendar";
    static final String DAYS = "directory.calendar_day";
    private final CalendarImportStore store;
    private final Organizations organizations;
    private final Facts facts;
    private final SettledDays settled;
    private final TitleDecisions decisions;
    private final Clock clock;

    CalendarImport(CalendarImportStore store, Organizations organizations, Facts facts, SettledDays settled,
            TitleDecisions decisions, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.facts = facts;
        this.settled = settled;
        this.decisions = decisions;
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
        UUID district = Objects.requireNonNull(file.districtId(), "the shell names the district");
        var known = new AtomicReference<Asked>();
        run.inTransaction(() -> known.set(asked(district, file.calendar())));
        CalendarFile calendar = CalendarFile.read(text, run, known.get().titles(), known.get().ends());
        run.inTransaction(() -> write(calendar, district, run));
        run.progress(text);
    }

    /** What the reading of a file is helped by: decisions of the district, its years, and what the sender says. */
    private record Asked(Titles titles, YearEnds.Known ends) {}

    private Asked asked(UUID district, ImportFile.ForCalendar sent) {
        return new Asked(new Titles(decisions.of(district), sent.acceptLikely()),
                new YearEnds.Known(settled.today(district), sent.firstDay(), sent.lastDay(), store.years(district),
                        settled.zone(district)));
    }

    @Override
    public String settled(UUID runId, String table, String row) {
        var reach = store.reach(runId);
        if (reach.isEmpty()) return "false";
        String open = "date '" + settled.firstOpen(reach.getFirst().district()) + "'";
        if (table.equals(DAYS)) return row + ".day < " + open;
        return "c.before is not null and (" + movedBehind("first_day", open) + " or " + movedBehind("last_day", open)
                + ")";
    }

    private static String movedBehind(String end, String open) {
        String before = "(c.before ->> '" + end + "')::date";
        String after = "(c.after ->> '" + end + "')::date";
        return after + " <> " + before + " and least(" + after + ", " + before + ") < " + open;
    }

    @Override
    public void undone(UUID runId) {
        for (var reach : store.reach(runId)) {
            facts.tell(new CalendarChanged(reach.agency(), reach.calendar(), clock.instant(),
                    CalendarScope.all(reach.district()),
                    reach.from(), reach.to(), "import undone"));
        }
    }

    private void write(CalendarFile file, UUID district, ImportRun run) {
        UUID agency = organizations.find(district).map(Organizations.Organization::parent)
                .orElseThrow(() -> new NotFound("district " + district));
        var found = store.find(district, file.name());
        // A year that is new has no past to keep; of one that runs, what is over stays.
        LocalDate open = found.isEmpty() ? LocalDate.MIN : settled.firstOpen(district);
        LocalDate first = found.isEmpty() ? file.firstDay() : moved(found.get().first(), file.firstDay(), open, open);
        LocalDate last = found.isEmpty()
                ? file.lastDay()
                : moved(found.get().last(), file.lastDay(), open, open.minusDays(1));
        boolean spanChanged = found.isPresent()
                && !(first.equals(found.get().first()) && last.equals(found.get().last()));
        var year = found.map(y -> new Year(y.agency(), y.id(), y.district(), y.name(), first, last))
                .orElseGet(() -> new Year(agency, Ids.next(), district, file.name(), first, last));
        var days = CalendarDays.compare(file, year, store.days(year.id()), open, store, run);
        if (!first.equals(file.firstDay()) || !last.equals(file.lastDay())) {
            run.note("imports.calendar.year.stays", first, last);
        }
        if (found.isEmpty()) {
            run.note("imports.calendar.year.new", file.name());
            store.years(district).stream().filter(y -> !y.first().isAfter(last) && !y.last().isBefore(first))
                    .map(YearEnds::name).filter(Objects::nonNull).findFirst()
                    .ifPresent(other -> run.note("imports.calendar.year.other", other));
        } else if (spanChanged) run.note("imports.calendar.year.ends", file.name());
        if (run.isPreview()) return;
        if (found.isEmpty()) {
            store.insert(year);
            run.created(CALENDARS, List.of(year.id()));
        } else if (spanChanged) {
            run.updating(CALENDARS, List.of(year.id()), () -> store.moveEnds(year));
        }
        days.write(store, run);
        if (found.isEmpty() || spanChanged || days.isChange()) tell(year, found.isEmpty());
    }

    /** An end of the year moves only among days that may still change; one that lies behind stays. */
    private static LocalDate moved(LocalDate stored, LocalDate wanted, LocalDate open, LocalDate nearest) {
        if (wanted.equals(stored) || stored.isBefore(open)) return stored;
        return wanted.isBefore(open) ? nearest : wanted;
    }

    private void tell(Year year, boolean isNew) {
        if (isNew)
            facts.tell(new CalendarCreated(year.agency(), year.id(), clock.instant(), year.district(), year.name(),
                    year.first(), year.last()));
        facts.tell(new CalendarChanged(year.agency(), year.id(), clock.instant(), CalendarScope.all(year.district()),
                year.first(), year.last(), "imported"));
    }
}
