package org.daywatch.staffing.requests;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.Days;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Reads a detail request from what a person typed, and says every mistake at once. */
public final class RequestForm {

    private final Map<String, String> form;
    private final List<String> days;
    private final YearEnds years;
    private final List<FieldError> wrong = new ArrayList<>();

    /** The last day of the school year a school is in on a day; what is asked for without a last day goes that far. */
    interface YearEnds {
        Optional<LocalDate> of(UUID school, LocalDate day);
    }

    private RequestForm(Map<String, String> form, List<String> days, YearEnds years) {
        this.years = years;
        this.form = form;
        this.days = days;
    }

    static RequestContent read(MultiValueMap<String, String> posted, YearEnds years) {
        return new RequestForm(posted.toSingleValueMap(), posted.getOrDefault("weekdays", List.of()), years).content();
    }

    /** Term coverage that is meant for many schools: the school is left open. */
    public static RequestContent readTerm(MultiValueMap<String, String> posted) {
        var one = new LinkedMultiValueMap<>(posted);
        one.set("school", RequestContent.ANY_SCHOOL.toString());
        one.set("kind", RequestKind.TERM.name());
        return read(one, (school, day) -> Optional.empty());
    }

    private RequestContent content() {
        var school = school();
        var kind = choice("kind", RequestKind.class, RequestKind.TERM);
        var role = choice("role", OfficerRole.class, OfficerRole.SSO);
        var work = choice("workKind", WorkKind.class, WorkKind.SCHOOL_SAFETY);
        int officers = officers();
        var first = date("firstDay");
        boolean open = text("lastDay").isEmpty() && !RequestContent.ANY_SCHOOL.equals(school); // many schools have no one year to go by
        var last = open ? lastDay(kind, school, first) : date("lastDay");
        var from = time("from");
        var to = time("to");
        if (!wrong.isEmpty() || school == null || first == null || last == null)
            throw new InvalidInput(List.copyOf(wrong));
        // A term has no stated times: what may be left in the fields of another kind is not meant.
        boolean bells = kind == RequestKind.TERM;
        return new RequestContent(school, kind, role, officers, first, last, weekdays(kind), bells ? null : from,
                bells ? null : to, text("reason"),
                text("duties"), text("riskNotes"), text("contact"), work);
    }

    private @Nullable LocalDate lastDay(RequestKind kind, @Nullable UUID school, @Nullable LocalDate first) {
        if (kind == RequestKind.ONE_OFF || school == null || first == null) return first;
        var end = years.of(school, first);
        if (end.isEmpty()) wrong.add(new FieldError("lastDay", "", "requests.form.lastDay.open"));
        return end.orElse(null);
    }

    private Set<DayOfWeek> weekdays(RequestKind kind) {
        if (!kind.followsCalendar()) return RequestContent.WEEKDAYS;
        var chosen = EnumSet.noneOf(DayOfWeek.class);
        days.stream().filter(d -> Arrays.stream(DayOfWeek.values()).anyMatch(w -> w.name().equals(d)))
                .map(DayOfWeek::valueOf).forEach(chosen::add);
        return chosen;
    }

    private @Nullable UUID school() {
        try {
            return UUID.fromString(text("school"));
        } catch (IllegalArgumentException e) {
            wrong.add(new FieldError("school", text("school"), "requests.form.school.choose"));
            return null;
        }
    }

    private int officers() {
        if (text("officers").matches("[0-9]{1,3}")) return Integer.parseInt(text("officers"));
        wrong.add(new FieldError("officers", text("officers"), "requests.form.officers.range"));
        return 1;
    }

    private @Nullable LocalDate date(String field) {
        try {
            return Days.parse(text(field));
        } catch (DateTimeParseException e) {
            wrong.add(new FieldError(field, text(field), "requests.form.date"));
            return null;
        }
    }

    private @Nullable LocalTime time(String field) {
        if (text(field).isEmpty()) return null;
        try {
            return LocalTime.parse(text(field));
        } catch (DateTimeParseException e) {
            wrong.add(new FieldError(field, text(field), "requests.form.time"));
            return null;
        }
    }

    private <E extends Enum<E>> E choice(String field, Class<E> kinds, E otherwise) {
        if (text(field).isEmpty()) return otherwise;
        try {
            return Enum.valueOf(kinds, text(field));
        } catch (IllegalArgumentException e) {
            wrong.add(new FieldError(field, text(field), "requests.form.choose"));
            return otherwise;
        }
    }

    private String text(String field) {
        return form.getOrDefault(field, "").strip();
    }
}
