package org.daywatch.directory.schoolyears;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.CalendarChange.PutDays;
import org.daywatch.directory.calendars.CalendarChange.RemoveDay;
import org.daywatch.directory.calendars.CalendarChange.Span;
import org.daywatch.directory.calendars.CalendarChange;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;

/** Reads a change of calendar or bells from what a person typed. */
final class ChangeForm {

    private ChangeForm() {}

    static CalendarChange read(SchoolCalendar calendar, Map<String, String> form) {
        return switch (form.getOrDefault("what", "")) {
            case "remove" -> new RemoveDay(calendar.id(), id(form, "day"));
            case "span" -> new Span(calendar.id(), date(form, "firstDay"), date(form, "lastDay"));
            default -> {
                var from = date(form, "from");
                var to = form.getOrDefault("to", "").isBlank() ? from : date(form, "to");
                yield new PutDays(calendar.id(), from, to, scope(calendar.districtId(), form), kind(form),
                        form.getOrDefault("note", "").strip());
            }
        };
    }

    static BellChange bells(UUID district, Map<String, String> form) {
        return new BellChange(scope(district, form), kind(form), time(form, "firstBell"), time(form, "lastBell"),
                date(form, "validFrom"));
    }

    /** One field says for whom: nothing, LEVEL:HIGH or SCHOOL:id. */
    static CalendarScope scope(UUID district, Map<String, String> form) {
        var whom = form.getOrDefault("whom", "");
        if (whom.startsWith("SCHOOL:")) return new CalendarScope(district, school(whom), null);
        if (whom.startsWith("LEVEL:")) return new CalendarScope(district, null, level(whom));
        return CalendarScope.all(district);
    }

    static UUID district(Map<String, String> form, Districts districts) {
        var text = form.getOrDefault("district", "").strip();
        return districts.find(text).orElseThrow(() -> new InvalidInput("district", text, "calendars.wrong.choice"));
    }

    /** @param whom SCHOOL:id */
    static UUID school(String whom) {
        return Ids.find(whom.substring("SCHOOL:".length()))
                .orElseThrow(() -> new InvalidInput("whom", whom, "calendars.wrong.choice"));
    }

    private static SchoolLevel level(String whom) {
        return Arrays.stream(SchoolLevel.values()).filter(l -> whom.equals("LEVEL:" + l)).findFirst()
                .orElseThrow(() -> new InvalidInput("whom", whom, "calendars.wrong.choice"));
    }

    static DayKind kind(Map<String, String> form) {
        var text = form.getOrDefault("kind", "");
        try {
            return DayKind.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("kind", text, "calendars.wrong.kind");
        }
    }

    static LocalDate date(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").strip();
        try {
            return Days.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "calendars.wrong.date");
        }
    }

    static LocalTime time(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").strip();
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "calendars.wrong.time");
        }
    }

    static UUID id(Map<String, String> form, String field) {
        var text = form.getOrDefault(field, "").strip();
        return Ids.find(text).orElseThrow(() -> new InvalidInput(field, text, "calendars.wrong.choice"));
    }
}
