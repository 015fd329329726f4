package org.daywatch.staffing.requests;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as the form states it.
 *
 * @param from null where the bells decide; stated times carry no margin, they are what the school wants
 */
public record RequestContent(UUID schoolId, RequestKind kind, OfficerRole role, int officers, LocalDate firstDay,
        LocalDate lastDay,
        Set<DayOfWeek> weekdays, @Nullable LocalTime from, @Nullable LocalTime to, String reason, String duties,
        String riskNotes, String contact, WorkKind workKind) {

    public static final Set<DayOfWeek> WEEKDAYS = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    /** Stands for the school while one text is meant for many. */
    public static final UUID ANY_SCHOOL = new UUID(0, 0);
    private static final int LONGEST_DAYS = 400;
    private static final int FARTHEST_DAYS = 800;
    private static final int OPENED_DAYS = 27;

    /** @throws InvalidInput naming every field that is wrong, not only the first */
    public RequestContent {
        weekdays = Set.copyOf(weekdays);
        var wrong = new ArrayList<FieldError>();
        if (officers < 1 || officers > 50)
            wrong.add(new FieldError("officers", "" + officers, "requests.form.officers.range"));
        if (lastDay.isBefore(firstDay))
            wrong.add(new FieldError("lastDay", "" + lastDay, "requests.form.lastDay.before"));
        if (ChronoUnit.DAYS.between(firstDay, lastDay) > LONGEST_DAYS) {
            wrong.add(new FieldError("lastDay", "" + lastDay, "requests.form.lastDay.far"));
        }
        if (kind == RequestKind.ONE_OFF && !firstDay.equals(lastDay)) {
            wrong.add(new FieldError("lastDay", "" + lastDay, "requests.form.lastDay.oneOff"));
        }
        if (weekdays.isEmpty()) wrong.add(new FieldError("weekdays", "", "requests.form.weekdays.none"));
        if ((from == null) != (to == null)) {
            wrong.add(new FieldError(from == null ? "from" : "to", "", "requests.form.times.both"));
        }
        if (kind == RequestKind.TERM && from != null)
            wrong.add(new FieldError("from", "" + from, "requests.form.times.term"));
        if (kind == RequestKind.EVENT && from == null)
            wrong.add(new FieldError("from", "", "requests.form.times.event"));
        if (from != null && from.equals(to)) wrong.add(new FieldError("to", "" + to, "requests.form.times.equal"));
        if (reason.isBlank()) wrong.add(new FieldError("reason", reason, "requests.form.reason.blank"));
        if (duties.isBlank()) wrong.add(new FieldError("duties", duties, "requests.form.duties.blank"));
        checkLength(wrong, "reason", reason, 2000);
        checkLength(wrong, "duties", duties, 8000);
        checkLength(wrong, "riskNotes", riskNotes, 4000);
        checkLength(wrong, "contact", contact, 300);
        if (!wrong.isEmpty()) throw new InvalidInput(List.copyOf(wrong));
    }

    /** Something new is asked for days to come: one that lies behind, or years ahead, is a slip of the finger. */
    void mustLieAhead(LocalDate today) {
        if (lastDay.isBefore(today)) throw new InvalidInput("lastDay", "" + lastDay, "requests.form.lastDay.past");
        if (firstDay.isAfter(today.plusDays(FARTHEST_DAYS)))
            throw new InvalidInput("firstDay", "" + firstDay, "requests.form.firstDay.far");
    }

    /** The same for another school. */
    public RequestContent at(UUID school) {
        return new RequestContent(school, kind, role, officers, firstDay, lastDay, weekdays, from, to, reason, duties,
                riskNotes, contact, workKind);
    }

    /**
     * So far ahead posts are usually opened at once, four weeks: the rest of the term follows when the weeks come
     * nearer.
     */
    public LocalDate usuallyOpenTo(LocalDate today) {
        var first = firstDay.isBefore(today) ? today : firstDay;
        return first.plusDays(OPENED_DAYS).isBefore(lastDay) ? first.plusDays(OPENED_DAYS) : lastDay;
    }

    public boolean bellsDecide() {
        return from == null;
    }

    private static void checkLength(List<FieldError> wrong, String field, String value, int longest) {
        if (value.length() > longest)
            wrong.add(new FieldError(field, value.substring(0, 40) + "…", "requests.form." + field + ".long"));
    }
}
