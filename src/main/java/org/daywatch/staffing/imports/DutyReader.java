package org.daywatch.staffing.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.intake.Said;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.jspecify.annotations.Nullable;

/** Reads rows of hours. Local times are those of the department's clock; a time that clocks jump over is refused. */
final class DutyReader {
    static final List<ExpectedColumn> COLUMNS = List.of(ExpectedColumn.required("Department"),
            ExpectedColumn.required("Badge", "Badge number"),
            ExpectedColumn.required("Kind", "Type"), ExpectedColumn.required("Start", "Starts at", "From"),
            ExpectedColumn.required("End", "Ends at", "To"),
            ExpectedColumn.optional("Planned"), ExpectedColumn.optional("Reference", "Id"));
    /** Hours of shifts here come from the shifts themselves. */
    private static final Map<String, HourKind> KINDS = Arrays.stream(HourKind.values())
            .filter(k -> k != HourKind.OFF_DUTY_HERE)
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT), Function.identity()));
    private static final Set<String> YES = Set.of("", "yes", "y", "true", "1", "planned");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "worked");
    private static final int LONGEST_DAYS = 35;

    private final Function<String, ZoneId> zoneOfDepartment;
    private final Map<UUID, Integer> lineOfKey = new HashMap<>();
    private final Map<String, TreeMap<Instant, DutyRow>> worked = new HashMap<>();

    DutyReader(Function<String, ZoneId> zoneOfDepartment) {
        this.zoneOfDepartment = zoneOfDepartment;
    }

    /** The hours, or null where the row is faulty; the row then says why. */
    @Nullable
    DutyRow read(Row row) {
        String department = row.text("Department", 200);
        String badge = row.text("Badge", 40);
        HourKind kind = row.oneOf("Kind", KINDS);
        ZoneId zone = zoneOfDepartment.apply(department);
        Instant start = instant(row, "Start", zone, false);
        Instant end = instant(row, "End", zone, true);
        String planned = row.optional("Planned", 10).toLowerCase(Locale.ROOT);
        if (!YES.contains(planned) && !NO.contains(planned)) row.fault("Planned", planned, "staffing.cell.yes");
        String reference = row.optional("Reference", 100);
        if (start != null && end != null) checkLength(row, start, end);
        if (row.isFaulty() || kind == null || start == null || end == null) return null;
        var read = new DutyRow(row.line(), department, badge, kind, new Window(start, end), YES.contains(planned),
                reference);
        checkFile(row, read);
        return row.isFaulty() ? null : read;
    }

    private static void checkLength(Row row, Instant start, Instant end) {
        if (!end.isAfter(start)) row.fault("End", row.raw("End"), "staffing.cell.after", row.raw("Start"));
        else if (end.isAfter(start.plusSeconds(LONGEST_DAYS * 86_400L))) {
            row.fault("End", row.raw("End"), "staffing.cell.long", LONGEST_DAYS);
        }
    }

    private void checkFile(Row row, DutyRow read) {
        Integer before = lineOfKey.putIfAbsent(read.key(), read.line());
        if (before != null) row.fault("Start", row.raw("Start"), "staffing.cell.same", before);
        if (!read.kind().isWorked() || row.isFaulty()) return;
        var others = worked.computeIfAbsent(read.officer(), officer -> new TreeMap<>());
        var near = Stream.of(others.floorEntry(read.window().start()), others.ceilingEntry(read.window().start()));
        near.filter(Objects::nonNull).map(Map.Entry::getValue).filter(other -> other.window().overlaps(read.window()))
                .findFirst().ifPresentOrElse(
                        other -> row.fault("Start", row.raw("Start"), "staffing.cell.overlaps",
                                Said.of("hours.kind." + other.kind()), other.line()),
                        () -> others.put(read.window().start(), read));
    }

    /** A date alone is that whole day: it starts at midnight, and as an end it is the midnight after it. */
    private static @Nullable Instant instant(Row row, String column, ZoneId zone, boolean isEnd) {
        String text = row.text(column, 60);
        if (text.isEmpty()) return null;
        LocalDate day = Dates.date(text);
        if (day != null) return day.plusDays(isEnd ? 1 : 0).atStartOfDay(zone).toInstant();
        LocalDateTime local = Dates.dateTime(text);
        if (local == null) return exact(row, column, text);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            row.fault(column, text, "staffing.cell.gap", zone);
            return null;
        }
        // A time clocks show twice: a start takes the first, an end the second, so that no hour is lost.
        return local.toInstant(isEnd ? offsets.getLast() : offsets.getFirst());
    }

    private static @Nullable Instant exact(Row row, String column, String text) {
        try {
            return OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant();
        } catch (DateTimeException e) {
            row.fault(column, text, "staffing.cell.time");
            return null;
        }
    }
}
