package org.daywatch.scheduling.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.daywatch.scheduling.check.files.Kind;
import org.daywatch.scheduling.check.files.Limit;
import org.daywatch.scheduling.check.files.ProblemFacts.Department;
import org.daywatch.scheduling.check.files.ProblemFacts.Officer;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;
import org.daywatch.scheduling.check.files.ProblemFacts.Stretch;
import org.daywatch.scheduling.check.files.ProblemFacts;
import org.jspecify.annotations.Nullable;

/** One officer's hours against all their shifts: elsewhere, two at once, and every limit of their department. */
final class HourCheck {

    private final ProblemFacts facts;
    private final Findings findings;
    private final Officer officer;
    private final List<Shift> shifts;
    private final Department department;
    private final MinuteBits hours;
    private final MinuteBits all;

    /** @param shifts theirs, in time */
    HourCheck(ProblemFacts facts, Findings findings, Officer officer, List<Shift> shifts) {
        this.facts = facts;
        this.findings = findings;
        this.officer = officer;
        this.shifts = shifts;
        this.department = facts.departmentOf(officer);
        this.hours = MinuteBits.of(officer.id(), officer.hours());
        this.all = without(null);
    }

    void judge() {
        for (int i = 0; i < shifts.size(); i++) {
            if (isPinned(shifts.get(i))) continue;
            elsewhere(shifts.get(i));
            overlaps(i);
            limits(shifts.get(i));
        }
    }

    private void elsewhere(Shift shift) {
        var taken = hours.work(Kind.ELSEWHERE);
        int shared = taken.within(shift.start(), shift.end());
        findings.ask("ELSEWHERE", shared > 0, () -> {
            long first = first(shift, taken::at);
            return shared("ELSEWHERE", shift, hours.kindsAt(first, Kind.ELSEWHERE).getFirst().name(), shared, first,
                    last(shift, taken::at));
        });
    }

    /** Each pair once, at the later of two that are not pinned; at the other one where one is. */
    private void overlaps(int at) {
        var shift = shifts.get(at);
        for (int i = 0; i < shifts.size(); i++) {
            var other = shifts.get(i);
            if (i == at || i > at && !isPinned(other)) continue;
            long from = Math.max(shift.start(), other.start());
            long to = Math.min(shift.end(), other.end());
            findings.ask("OVERLAP", from < to, () -> shared("OVERLAP", shift, other.id(), to - from, from, to));
        }
    }

    private void limits(Shift shift) {
        LocalDate day = Instant.ofEpochSecond(shift.start() * 60).atZone(department.zone()).toLocalDate();
        for (var limit : department.limits()) {
            if (!limit.forbids() || !limit.inForce(day)) continue;
            boolean shiftsCount = limit.shape() == Limit.Shape.REST_BETWEEN
                    && limit.counts().contains(Kind.OFF_DUTY_HERE);
            var worst = new LimitCount(limit, shift, department.zone(), all, shiftsCount ? without(shift) : all)
                    .worst();
            findings.ask(limit.code(), worst.isPresent() && worst.get().broken(),
                    () -> Words.limit(limit, shift, officer.id(), worst.orElseThrow(), department.zone()));
        }
    }

    private MinuteBits without(@Nullable Shift left) {
        var stretches = new ArrayList<>(officer.hours());
        for (var shift : shifts)
            if (!shift.equals(left)) stretches.add(new Stretch(Kind.OFF_DUTY_HERE, shift.start(), shift.end()));
        return MinuteBits.of(officer.id(), stretches);
    }

    private boolean isPinned(Shift shift) {
        return facts.pins().contains(new Seat(shift.id(), officer.id()));
    }

    private CheckReport.Violation shared(String code, Shift shift, String other, long minutes, long from, long to) {
        return Words.shared(code, shift, officer.id(), other, minutes, from, to, facts.schoolOf(shift).zone());
    }

    private static long first(Shift shift, LongPredicate taken) {
        long minute = shift.start();
        while (!taken.test(minute)) minute++;
        return minute;
    }

    /** The end of the last minute taken. */
    private static long last(Shift shift, LongPredicate taken) {
        long minute = shift.end();
        while (!taken.test(minute - 1)) minute--;
        return minute;
    }
}
