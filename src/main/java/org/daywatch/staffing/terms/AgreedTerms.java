package org.daywatch.staffing.terms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.scheduling.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a department's officers work for an agency.
 *
 * @param rank the department asked first is 1; the agency decides it
 * @param supervisorFrom from so many officers at one place on a supervisor stands with them; null: never asked for
 * @param leadHours asked later than this it is short notice
 * @param cancelHours cancelled later than this the minimum hours are due
 * @param from the first day on which its officers may work on these terms; null: from the beginning
 * @param to the last one; null: until other terms are agreed
 */
public record AgreedTerms(UUID agencyId, UUID departmentId, int rank, String policySet, Set<WorkKind> prohibited,
        ZoneId zone, @Nullable Integer supervisorFrom,
        @Nullable Integer supervisorPer, int leadHours, int cancelHours, int minimumHours, @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /**
     * Asked later it is short notice, cancelled later the minimum is due, and so long a detail is at least: what a form
     * proposes.
     */
    private static final int LEAD = 0;
    private static final int CANCEL = 24;
    private static final int MINIMUM = 3;

    /** What a department usually agrees: the shipped hours, no supervisor, no last day. */
    public static AgreedTerms usual(UUID agency, UUID department, int rank, String policySet, Set<WorkKind> prohibited,
            ZoneId zone) {
        return new AgreedTerms(agency, department, rank, policySet, prohibited, zone, null, null, LEAD, CANCEL, MINIMUM,
                null, null);
    }

    public AgreedTerms between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AgreedTerms(agencyId, departmentId, rank, policySet, prohibited, zone, supervisorFrom, supervisorPer,
                leadHours, cancelHours, minimumHours, first, last);
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    public AgreedTerms ranked(int order) {
        return new AgreedTerms(agencyId, departmentId, order, policySet, prohibited, zone, supervisorFrom,
                supervisorPer, leadHours, cancelHours, minimumHours, from, to);
    }

    /** One line of a preview: what it is called, what it was, what it would be. */
    public record Change(String field, String before, String after) {}

    /** What the department itself may change. */
    public AgreedTerms with(String set, Set<WorkKind> forbidden, @Nullable Integer from, @Nullable Integer per,
            int lead, int cancel, int minimum) {
        return new AgreedTerms(agencyId, departmentId, rank, set, forbidden, zone, from, per, lead, cancel, minimum,
                this.from, to);
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
        change(changes, "from", text(from), text(next.from));
        change(changes, "to", text(to), text(next.to));
        return changes;
    }

    private static void change(List<Change> changes, String field, String before, String after) {
        if (!before.equals(after)) changes.add(new Change(field, before, after));
    }

    private static String words(Set<WorkKind> kinds, java.util.function.Function<WorkKind, String> named) {
        return kinds.isEmpty() ? "–" : new TreeSet<>(kinds).stream().map(named).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
