package org.daywatch.scheduling.engine.limits;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.scheduling.problem.ScheduleProblem.Department;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.jspecify.annotations.Nullable;

/**
 * One officer's fixed hours and limits, sorted by how they are asked: periods with what is left of them, rules asked
 * again with every seat, and limits that only their fixed hours decide.
 */
public final class OfficerHours {

    private final Slots slots;
    private final HourLedger ledger;
    private final ZoneId zone;
    private final FixedWork elsewhere;
    private final FixedWork absent;
    private final List<Policy> periods = new ArrayList<>();
    private final List<Policy> alone = new ArrayList<>();
    private final List<BeforeShift> before = new ArrayList<>();
    private final List<HourRule> rules = new ArrayList<>();
    private final Map<Set<HourKind>, FixedWork> works = new HashMap<>();
    private final Map<PeriodKey, Integer> numbers = new HashMap<>();

    private record PeriodKey(Policy policy, LocalDate first) {}

    /** The hours before one fixed shift: what may still be worked in them. */
    private record BeforeShift(int from, int to, int period, FixedWork counted) {}

    /** @param department theirs; null where they have none, and so no limits; @param policies by id, the hard ones */
    public OfficerHours(Slots slots, Officer officer, @Nullable Department department,
            Map<String, List<Policy>> policies) {
        this.slots = slots;
        ledger = HourLedger.of(officer.hours());
        zone = department == null ? java.time.ZoneOffset.UTC : department.zone();
        elsewhere = work(HourKind.WORKED);
        absent = work(Set.of(HourKind.SICK, HourKind.SUSPENDED));
        if (department == null) return;
        department.policies().stream().distinct().sorted().flatMap(id -> policies.getOrDefault(id, List.of()).stream())
                .forEach(this::sort);
    }

    public HourRule[] rules() {
        return rules.toArray(HourRule[]::new);
    }

    private FixedWork work(Set<HourKind> kinds) {
        return works.computeIfAbsent(kinds, k -> FixedWork.of(ledger.work(k), slots.origin));
    }

    private void sort(Policy policy) {
        if (!policy.inForce(slots.first.minusDays(1)) || !policy.inForce(slots.last.plusDays(1))) {
            rules.add(new HourRule.ByLedger(policy, ledger, zone));
            return;
        }
        switch (policy.shape()) {
            case PeriodCap.CalendarDay day when counts(day.counts()) -> periods.add(policy);
            case PeriodCap.Week week when counts(week.counts()) -> periods.add(policy);
            case PeriodCap.Month month when counts(month.counts()) -> periods.add(policy);
            case CapShape.Rolling r when counts(r.counts()) ->
                rules.add(new HourRule.Rolling(minutes(r.limit()), minutes(r.length()), work(r.counts())));
            case CapShape.RestAfter r when counts(r.counts()) ->
                rules.add(new HourRule.Spell(minutes(r.limit()), minutes(r.rest()), work(r.counts())));
            case CapShape.Continuous c when counts(c.counts()) ->
                rules.add(new HourRule.Spell(minutes(c.limit()), minutes(c.pause()), work(c.counts())));
            case CapShape.BeforeShift b when counts(b.counts()) && !counts(b.shifts()) -> beforeShifts(b);
            case CapShape.BeforeShift b when counts(b.shifts()) ->
                rules.add(new HourRule.ByLedger(policy, ledger, zone));
            case CapShape.RestBetween r when counts(r.other()) ->
                rules.add(new HourRule.Apart(minutes(r.rest()), work(r.other())));
            default -> alone.add(policy);
        }
    }

    private static boolean counts(Set<HourKind> kinds) {
        return kinds.contains(HourKind.OFF_DUTY_HERE);
    }

    private static int minutes(Duration length) {
        return Math.toIntExact(length.toMinutes());
    }

    private void beforeShifts(CapShape.BeforeShift rule) {
        var counted = work(rule.counts());
        for (int start : work(rule.shifts()).starts) {
            int from = start - minutes(rule.lookBack());
            before.add(new BeforeShift(from, start,
                    slots.periodLeft.add(minutes(rule.lessThan()) - 1 - counted.within(from, start)), counted));
        }
    }

    /**
     * Numbers what a shift takes of each period; −1 where their fixed hours alone forbid it.
     *
     * @param pinned accepted already: it counts, whatever the rules say of it
     */
    public int slot(Shift shift, boolean pinned) {
        int start = FixedWork.minute(shift.window().start(), slots.origin);
        int end = FixedWork.minute(shift.window().end(), slots.origin);
        if (!pinned && (elsewhere.touches(start, end) || absent.touches(start, end))) return -1;
        if (!pinned && alone.stream().anyMatch(p -> breaks(p, shift.window()))) return -1;
        var taken = new ArrayList<int[]>();
        for (var policy : periods) periods(policy, (PeriodCap) policy.shape(), shift.window(), taken);
        for (var b : before) {
            if (start < b.to() && end > b.from())
                taken.add(
                        new int[] {b.period(), counted(Math.max(start, b.from()), Math.min(end, b.to()), b.counted())});
        }
        if (!pinned && taken.stream().anyMatch(t -> t[1] > slots.periodLeft.items[t[0]])) return -1;
        int slot = slots.slotSums.add(slots.sumPeriod.size);
        for (int[] t : taken) {
            slots.sumPeriod.add(t[0]);
            slots.sumMinutes.add(t[1]);
        }
        return slot;
    }

    private boolean breaks(Policy policy, Window window) {
        if (policy.shape() instanceof CapShape.RestBetween(Duration rest, Set<HourKind> kinds)) {
            var other = work(kinds);
            int start = FixedWork.minute(window.start(), slots.origin);
            int end = FixedWork.minute(window.end(), slots.origin);
            int last = other.lastEnd(start);
            return other.touches(start, end) || last != Integer.MIN_VALUE && start - last < minutes(rest)
                    || other.nextStart(end) - end < minutes(rest);
        }
        return policy.shape().read(ledger.with(HourEntry.planned(HourKind.OFF_DUTY_HERE, window)), window, zone)
                .filter(r -> r.broken()).isPresent();
    }

    private void periods(Policy policy, PeriodCap cap, Window window, Collection<int[]> taken) {
        var last = cap.periodOf(window.end().minusMillis(1), zone);
        for (var first = cap.periodOf(window.start(), zone); !first.isAfter(last); first = cap.next(first)) {
            var period = cap.period(first, zone);
            int from = FixedWork.minute(period.start(), slots.origin);
            int to = FixedWork.minute(period.end(), slots.origin);
            if (cap instanceof PeriodCap.CalendarDay day && !speaksOf(day.days(), from, to)) continue;
            var counted = work(countedBy(cap));
            int number = numbers.computeIfAbsent(new PeriodKey(policy, first),
                    k -> slots.periodLeft.add(minutes(policy.shape().limit()) - counted.within(from, to)));
            int start = Math.max(from, FixedWork.minute(window.start(), slots.origin));
            int end = Math.min(to, FixedWork.minute(window.end(), slots.origin));
            taken.add(new int[] {number, counted(start, end, counted)});
        }
    }

    /** A seat may lie over leave that counts too: no minute twice. */
    private static int counted(int start, int end, FixedWork fixed) {
        return Math.max(0, end - start) - fixed.within(start, end);
    }

    private boolean speaksOf(PeriodCap.Days days, int from, int to) {
        if (days == PeriodCap.Days.ALL) return true;
        boolean workDay = work(Set.of(HourKind.DUTY)).nextStart(from) < to;
        return workDay == (days == PeriodCap.Days.WORK_DAY);
    }

    private static Set<HourKind> countedBy(PeriodCap cap) {
        return switch (cap) {
            case PeriodCap.CalendarDay day -> day.counts();
            case PeriodCap.Week week -> week.counts();
            case PeriodCap.Month month -> month.counts();
        };
    }
}
