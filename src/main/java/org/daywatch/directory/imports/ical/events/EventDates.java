package org.daywatch.directory.imports.ical.events;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daywatch.directory.imports.ical.events.EventReader.NotTaken;
import org.daywatch.platform.intake.Dates;
import org.jspecify.annotations.Nullable;

/**
 * The days an event's dates mean. A reader that corrects 30 February to the 28th hides a mistake, so dates are read
 * exactly as written. A time of day counts for its day; universal time does where the calendar names its zone.
 */
public final class EventDates {

    /** Of the whole calendar, where it names one. */
    public record Zone(@Nullable ZoneId id) {

        public static Zone named(String name) {
            try {
                return new Zone(name.isEmpty() ? null : ZoneId.of(name));
            } catch (DateTimeException e) {
                return new Zone(null);
            }
        }
    }

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private final EventText text;
    private final Zone zone;

    EventDates(EventText text, Zone zone) {
        this.text = text;
        this.zone = zone;
    }

    List<LocalDate> all(String property, Stream<String> written) throws NotTaken {
        var days = new ArrayList<LocalDate>();
        for (String value : written.toList()) days.add(one(property, value));
        return days;
    }

    LocalDate one(String property, String value) throws NotTaken {
        try {
            if (value.endsWith("Z")) return local(property, value).toLocalDate();
            LocalDate day = LocalDate.of(Integer.parseInt(value.substring(0, 4)),
                    Integer.parseInt(value.substring(4, 6)), Integer.parseInt(value.substring(6, 8)));
            if (Dates.isPlausible(day)) return day;
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            // answered below, with the text as it stands
        }
        throw new NotTaken(text.line(), property, value, "imports.calendar.date");
    }

    private LocalDateTime local(String property, String value) throws NotTaken {
        ZoneId here = zone.id() != null
                ? zone.id()
                : property.equals("DTSTART") || property.equals("DTEND") ? null : eventZone().orElse(null);
        if (here == null && property.equals("RRULE"))
            return LocalDateTime.parse(value.substring(0, value.length() - 1), SECOND);
        if (here == null) throw new NotTaken(text.line(), property, value, "imports.calendar.universal");
        return LocalDateTime.parse(value.substring(0, value.length() - 1), SECOND).atZone(ZoneOffset.UTC)
                .withZoneSameInstant(here).toLocalDateTime();
    }

    private Optional<ZoneId> eventZone() {
        return text.parameter("DTSTART", "TZID").map(Zone::named).map(Zone::id);
    }

    /** Empty for a date alone. */
    Optional<LocalTime> time(String value) {
        return value.length() < 15 || value.charAt(8) != 'T'
                ? Optional.empty()
                : moment(value).map(LocalDateTime::toLocalTime);
    }

    /** How long an event with a time of day lasts within its day. */
    Optional<Long> hours() {
        var start = text.written("DTSTART").findFirst().filter(v -> v.contains("T")).flatMap(this::moment);
        var end = text.written("DTEND").findFirst().filter(v -> v.contains("T")).flatMap(this::moment);
        return start.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.between(start.get(), end.get()).toHours());
    }

    private Optional<LocalDateTime> moment(String value) {
        try {
            return Optional.of(value.endsWith("Z")
                    ? local("DTSTART", value)
                    : LocalDateTime.parse(value.substring(0, Math.min(15, value.length())), SECOND));
        } catch (NotTaken | DateTimeException e) {
            return Optional.empty();
        }
    }
}
