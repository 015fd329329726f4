package org.daywatch.scheduling.explain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.scheduling.caps.CapReading;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.caps.PeriodCap;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Policy;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that keeps an officer from a seat, given the other seats they hold. Limits are read by the same
 * {@link CapShape}s that judge offers and acceptances, so an explanation cannot say other than the rule.
 */
final class SeatFindings {

    private static final Set<HourKind> IN_THE_WAY = Set.copyOf(inTheWay());

    private final AnsweredProblem roster;

    SeatFindings(AnsweredProblem roster) {
        this.roster = roster;
    }

    /** @param held their other shifts; empty where nothing keeps them from it */
    List<SeatFinding> of(Officer officer, Shift shift, List<Shift> held) {
        return Stream.concat(alone(officer, shift).stream(), hours(officer, shift, held).stream()).toList();
    }

    /** Rules that look at nothing but the officer and the shift, clocks left aside. */
    List<SeatFinding> alone(Officer officer, Shift shift) {
        var found = new ArrayList<SeatFinding>();
        if (!officer.roles().contains(shift.role())) {
            found.add(SeatFinding.plain("ROLE_NOT_HELD", shift.role(), "does not have the role " + shift.role(),
                    "the role " + shift.role()));
        }
        shift.requires().stream().sorted()
                .filter(code -> officer.holds().stream().noneMatch(h -> h.code().equals(code) && h.on(shift.day())))
                .forEach(code -> found.add(SeatFinding.plain("NOT_QUALIFIED", code, lacks(officer, code, shift),
                        "the credential " + code)));
        if (shift.eligible() != null && !shift.eligible().containsKey(officer.id())) {
            found.add(SeatFinding.plain("NOT_LISTED", null,
                    "is not on the list of officers for this shift (" + shift.eligible().size() + ")",
                    "a place on the shift's list"));
        }
        String department = officer.department();
        if (shift.asked() != null && (department == null || !shift.asked().contains(department))) {
            found.add(SeatFinding.plain("NOT_ASKED", department,
                    department == null
                            ? "has no department, and only departments that have been asked may come"
                            : "is of " + department + ", which has not been asked",
                    department == null ? "opening the shift to all" : "asking " + department));
        }
        if (officer.blocks().contains(shift.school())) {
            found.add(SeatFinding.plain("SCHOOL_BLOCK", shift.school(), "is blocked at the school " + shift.school(),
                    "lifting the block"));
        }
        if (department != null && roster.departments.get(department).prohibits().contains(shift.work())) {
            found.add(SeatFinding.plain("WORK_PROHIBITED", shift.work(),
                    "is of " + department + ", which prohibits " + shift.work(),
                    department + " allowing " + shift.work()));
        }
        return found;
    }

    private static String lacks(Officer officer, String code, Shift shift) {
        String none = "holds no " + code + " on " + shift.day();
        return officer.holds().stream().filter(h -> h.code().equals(code))
                .map(h -> none + (h.to() != null && h.to().isBefore(shift.day())
                        ? "; theirs ended on " + h.to()
                        : "; theirs begins on " + h.from()))
                .findFirst().orElse(none);
    }

    /** Where they are at the time, and what their limits say. */
    List<SeatFinding> hours(Officer officer, Shift shift, List<Shift> held) {
        var found = new ArrayList<SeatFinding>();
        var fixed = HourLedger.of(officer.hours());
        fixed.standingInTheWayOf(shift.window()).ifPresent(entry -> {
            long shared = fixed.work(IN_THE_WAY).within(shift.window()).toMinutes();
            found.add(new SeatFinding("ELSEWHERE", null, entry.kind().name(), shared, 0L, entry.window(), shared,
                    "has " + entry.kind() + " in " + SeatFinding.hm(shared) + " of it",
                    SeatFinding.hm(shared) + " without " + entry.kind()));
        });
        for (var other : held) {
            if (!other.window().overlaps(shift.window())) continue;
            var both = other.window().intersect(shift.window()).orElseThrow();
            found.add(new SeatFinding("OVERLAP", null, other.id(), both.minutes(), 0L, both, both.minutes(),
                    "stands at " + other.id() + " in " + SeatFinding.hm(both.minutes()) + " of it",
                    "leaving " + other.id()));
        }
        limits(officer, shift, held, fixed, found);
        return found;
    }

    private void limits(Officer officer, Shift shift, List<Shift> held, HourLedger fixed, List<SeatFinding> found) {
        if (officer.department() == null) return;
        var seats = Stream.concat(held.stream(), Stream.of(shift)).toList();
        for (var policy : policies(officer)) {
            broken(policy, officer, fixed, seats, shift).map(r -> limit(policy, r, null))
                    .or(() -> otherSeats(officer, policy, fixed, held, seats)).ifPresent(found::add);
        }
    }

    /** A seat more may break a limit that is judged at one they hold already. */
    private Optional<SeatFinding> otherSeats(Officer officer, Policy policy, HourLedger fixed, List<Shift> held,
            List<Shift> seats) {
        for (var other : held) {
            if (roster.pinned(other, officer)) continue;
            var now = broken(policy, officer, fixed, seats, other);
            if (now.isPresent() && broken(policy, officer, fixed, held, other).isEmpty())
                return Optional.of(limit(policy, now.get(), other));
        }
        return Optional.empty();
    }

    private List<Policy> policies(Officer officer) {
        return roster.departments.get(officer.department()).policies().stream().distinct().map(roster.policies::get)
                .filter(Policy::hard)
                .sorted(Comparator.comparing(Policy::id)).toList();
    }

    /** A rest is measured from the shift to other hours, so the shift itself is not among them. */
    private Optional<CapReading> broken(Policy policy, Officer officer, HourLedger fixed, List<Shift> seats,
            Shift judged) {
        var zone = zone(officer);
        if (!policy.inForce(judged.window().start().atZone(zone).toLocalDate())) return Optional.empty();
        var ledger = fixed;
        for (var seat : seats) if (seat != judged || !policy.shape().measuresRest()) ledger = ledger.with(job(seat));
        return plain(policy.shape()).read(ledger, judged.window(), zone).filter(CapReading::broken);
    }

    /** In a schedule absence buys no hours and nobody approves more: what a week would show for them is left aside. */
    private static CapShape plain(CapShape shape) {
        return shape instanceof PeriodCap.Week w
                ? new PeriodCap.Week(w.limit(), w.startsOn(), w.startsAt(), w.counts(), Set.of(), Optional.empty())
                : shape;
    }

    private static SeatFinding limit(Policy policy, CapReading reading, @Nullable Shift at) {
        long reached = reading.reached().toMinutes();
        long limit = policy.shape().limit().toMinutes();
        boolean rest = policy.shape().measuresRest();
        long mend = rest ? limit - reached : reached - limit + (policy.shape() instanceof CapShape.BeforeShift ? 1 : 0);
        String where = at == null ? "" : " at their shift " + at.id();
        String words = rest
                ? policy.id() + " asks for " + SeatFinding.hm(limit) + " of rest, there would be "
                        + SeatFinding.hm(reached) + where
                : policy.id() + " allows " + (policy.shape() instanceof CapShape.BeforeShift ? "less than " : "")
                        + SeatFinding.hm(limit) + ", there would be " + SeatFinding.hm(reached) + where;
        return new SeatFinding("CAP_" + policy.shape().name(), policy.id(), at == null ? null : at.id(), reached, limit,
                reading.period(), mend, words,
                policy.id() + (rest ? " lowered by " : " raised by ") + SeatFinding.hm(mend));
    }

    static HourEntry job(Shift shift) {
        return HourEntry.planned(HourKind.OFF_DUTY_HERE, shift.window());
    }

    /** In which clock their periods are told. */
    ZoneId zone(Officer officer) {
        return officer.department() == null ? ZoneOffset.UTC : roster.departments.get(officer.department()).zone();
    }

    private static Set<HourKind> inTheWay() {
        var kinds = EnumSet.of(HourKind.SICK, HourKind.SUSPENDED);
        kinds.addAll(HourKind.WORKED);
        return kinds;
    }
}
