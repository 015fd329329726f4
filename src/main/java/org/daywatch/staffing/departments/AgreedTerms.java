package org.daywatch.staffing.departments;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.staffing.terms.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a department's officers work for an agency.
 *
 * @param rank          the department asked first is 1; the agency decides it
 * @param supervisorFrom from so many officers at one place on a supervisor stands with them; null: never asked for
 * @param leadHours     asked later than this it is short notice
 * @param cancelHours   cancelled later than this the minimum hours are due
 */
public record AgreedTerms(UUID agencyId, UUID departmentId, int rank, String policySet, Set<WorkKind> prohibited, ZoneId zone, @Nullable Integer supervisorFrom,
                          @Nullable Integer supervisorPer, int leadHours, int cancelHours, int minimumHours) {

    /** One line of a preview: what it is called, what it was, what it would be. */
    public record Change(String field, String before, String after) {}

    /** What the department itself may change. */
    public AgreedTerms with(String set, Set<WorkKind> forbidden, @Nullable Integer from, @Nullable Integer per, int lead, int cancel, int minimum) {
        return new AgreedTerms(agencyId, departmentId, rank, set, forbidden, zone, from, per, lead, cancel, minimum);
    }

    public List<Change> changesTo(AgreedTerms next, java.util.function.Function<WorkKind, String> named) {
        var changes = new ArrayList<Change>();
        change(changes, "policySet", policySet, next.policySet);
        change(changes, "prohibited", words(prohibited, named), words(next.prohibited, named));
        change(changes, "supervisorFrom", text(supervisorFrom), text(next.supervisorFrom));
        change(changes, "supervisorPer", text(supervisorPer), text(next.supervisorPer));
        change(changes, "leadHours", text(leadHours), text(next.leadHours));
        change(changes, "cancelHours", text(cancelHours), text(next.cancelHours));
        change(changes, "minimumHours", text(minimumHours), text(next.minimumHours));
        return changes;
    }

    private static void change(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) changes.add(new Change(field, before, after));
    }

    private static String words(Set<WorkKind> kinds, java.util.function.Function<WorkKind, String> named) {
        return kinds.isEmpty() ? "–" : new TreeSet<>(kinds).stream().map(named).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "–" : number.toString();
    }
}
