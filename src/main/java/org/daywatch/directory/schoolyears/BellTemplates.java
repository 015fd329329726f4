package org.daywatch.directory.schoolyears;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.SessionDays;
import org.springframework.stereotype.Component;

/**
 * Bells to begin from, by level: those a school of the district has already, else the usual ones of
 * data/bell-templates.csv.
 */
@Component
public class BellTemplates {
    public static final List<DayKind> KINDS = List.of(DayKind.REGULAR, DayKind.EARLY_RELEASE, DayKind.LATE_START);

    /** First and last bell. */
    public record Times(LocalTime first, LocalTime last) {}

    /** A level of the district as the form shows it. @param without schools that have no bells yet */
    public record Level(SchoolLevel level, Map<DayKind, Times> times, List<Campus> schools, List<UUID> without) {}

    private final Map<SchoolLevel, Map<DayKind, Times>> shipped = new EnumMap<>(SchoolLevel.class);
    private final SessionDays sessions;

    BellTemplates(SessionDays sessions) {
        this.sessions = sessions;
        try (var csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(
                new InputStreamReader(Objects.requireNonNull(getClass().getResourceAsStream("data/bell-templates.csv")),
                        StandardCharsets.UTF_8))) {
            csv.forEach(row -> shipped
                    .computeIfAbsent(SchoolLevel.valueOf(row.getField("level")), level -> new EnumMap<>(DayKind.class))
                    .put(DayKind.valueOf(row.getField("kind")),
                            new Times(LocalTime.parse(row.getField("first")), LocalTime.parse(row.getField("last")))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read bell-templates.csv", e);
        }
    }

    /** @param schools of one level */
    public Map<DayKind, Times> of(SchoolLevel level, Collection<Campus> schools, LocalDate day) {
        var times = new EnumMap<>(shipped.get(level));
        var table = sessions.timetable(schools);
        for (DayKind kind : KINDS) {
            schools.stream().flatMap(s -> table.bells(s.id(), kind, day).stream()).findFirst()
                    .ifPresent(b -> times.put(kind, new Times(b.firstBell(), b.lastBell())));
        }
        return times;
    }
}
