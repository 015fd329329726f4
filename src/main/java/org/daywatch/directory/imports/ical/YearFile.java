package org.daywatch.directory.imports.ical;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.imports.titles.Titles;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportLedger;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.ImportRun;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * A school year read from a file alone, by the same rules as an import (docs/formats/calendar.md). Nothing is stored.
 */
public final class YearFile {
    private final CalendarFile file;
    private final Map<CalendarFile.Slot, DayKind> days = new HashMap<>();
    private final ImportReport report;

    private YearFile(CalendarFile file, ImportReport report) {
        this.file = file;
        this.report = report;
        for (var event : file.events()) {
            DayKind kind = event.event().kind();
            if (kind != null) event.slots().forEach(slot -> days.put(slot, kind));
        }
    }

    /** @throws org.daywatch.platform.intake.IntakeRefused where the file is no calendar or does not tell its year */
    public static YearFile read(Path path) {
        String name = String.valueOf(path.getFileName());
        var run = new ImportRun(ImportKind.CALENDAR, new ImportFile(path, name, null), true, new NothingStored());
        return new YearFile(
                CalendarFile.read(TextFile.open(path, name), run, Titles.asWritten(), YearEnds.Known.NOTHING),
                run.report());
    }

    public LocalDate firstDay() {
        return file.firstDay();
    }

    public LocalDate lastDay() {
        return file.lastDay();
    }

    /** Events that were not taken or not sure: the days they mean are counted as the rest of the file has them. */
    public List<RefusedCell> refused() {
        var open = report.calendar().questions().stream().map(q -> new RefusedCell(q.line(), "SUMMARY", q.title(),
                q.reads().isEmpty() ? "imports.calendar.unsure" : "imports.calendar.unsure.perhaps", q.reads()));
        return Stream.concat(report.refused().stream(), open).toList();
    }

    /** Days students are at school, ascending. @param school national number. */
    public List<LocalDate> sessions(@Nullable SchoolLevel level, @Nullable String school) {
        return firstDay().datesUntil(lastDay().plusDays(1)).filter(day -> kind(day, level, school)
                .map(DayKind::isSchoolDay).orElse(day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)).toList();
    }

    /** The most specific entry of a day: the school's over its level's over everybody's. */
    private Optional<DayKind> kind(LocalDate day, @Nullable SchoolLevel level, @Nullable String school) {
        return Optional.ofNullable(school == null ? null : days.get(new CalendarFile.Slot(day, null, school)))
                .or(() -> Optional.ofNullable(level == null ? null : days.get(new CalendarFile.Slot(day, level, null))))
                .or(() -> Optional.ofNullable(days.get(new CalendarFile.Slot(day, null, null))));
    }

    /** Reading writes nothing, so there is nothing to keep. */
    private static final class NothingStored implements ImportLedger {
        @Override
        public void inTransaction(Runnable step) {
            step.run();
        }

        @Override
        public void created(String table, java.util.Collection<java.util.UUID> ids) {
            throw new IllegalStateException("reading created rows in " + table);
        }

        @Override
        public void updating(String table, java.util.Collection<java.util.UUID> ids, Runnable update) {
            throw new IllegalStateException("reading updated rows in " + table);
        }

        @Override
        public void removing(String table, java.util.Collection<java.util.UUID> ids, Runnable delete) {
            throw new IllegalStateException("reading removed rows from " + table);
        }

        @Override
        public void progress(ImportReport soFar, long bytesDone, long bytesAll) {
            // nobody watches
        }
    }
}
