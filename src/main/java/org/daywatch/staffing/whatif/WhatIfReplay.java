package org.daywatch.staffing.whatif;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.caps.CapPolicy.Action;
import org.daywatch.scheduling.caps.CapPolicy.Judgment;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.eligibility.DepartmentFacts;
import org.jspecify.annotations.Nullable;

/**
 * One officer's term once more under a proposal. Their shifts are judged in the order of time, each with their other
 * hours and with what was kept before it. A shift is lost where the proposal stands against it and today's rules did
 * not: what somebody's word allowed then is not held against them now. Pure.
 */
final class WhatIfReplay {

    private final DepartmentFacts department;
    private final List<CapPolicy> proposed;
    private HourLedger present; // their hours with the shifts as they were worked, up to now
    private HourLedger kept; // the same with those the proposal would have left them

    private WhatIfReplay(DepartmentFacts department, List<CapPolicy> proposed, HourLedger others) {
        this.department = department;
        this.proposed = proposed;
        present = others;
        kept = others;
    }

    /** What stood in the way. @param policy empty where it was other work at the same time */
    record Barrier(String policy, String shape, Duration reached, Duration allowed) {}

    /**
     * @param after the hours it would have had; null on a closed day; @param barrier null where nothing stood in the
     * way
     */
    record Judged(Worked worked, @Nullable Window after, @Nullable Barrier barrier) {

        boolean kept() {
            return after != null && barrier == null;
        }

        boolean asItWas() {
            return kept() && worked.window().equals(after);
        }
    }

    /**
     * @param theirs shifts of one officer in the order of time; @param hours everything they worked, these shifts among
     * it
     */
    static List<Judged> of(List<Worked> theirs, HourLedger hours, DepartmentFacts department, WhatIfProposal proposal) {
        var replay = new WhatIfReplay(department, proposal.rules(department),
                without(hours, theirs.stream().map(Worked::window).toList()));
        var judged = new ArrayList<Judged>(theirs.size());
        for (var worked : theirs) judged.add(replay.judge(worked, proposal.window(worked).orElse(null)));
        return judged;
    }

    /** The ledger less what they worked here in these hours. */
    static HourLedger without(HourLedger hours, List<Window> shifts) {
        return HourLedger.of(hours.entries().stream()
                .filter(e -> e.kind() != HourKind.OFF_DUTY_HERE || shifts.stream().noneMatch(e.window()::overlaps))
                .toList());
    }

    static HourEntry shift(Window window) {
        return HourEntry.planned(HourKind.OFF_DUTY_HERE, window);
    }

    private Judged judge(Worked worked, @Nullable Window after) {
        var was = present.with(shift(worked.window()));
        Barrier barrier = null;
        if (after != null) {
            var would = kept.with(shift(after));
            barrier = elsewhere(worked.window(), after).or(() -> limit(was, worked.window(), would, after))
                    .orElse(null);
            if (barrier == null) kept = would;
        }
        present = was;
        return new Judged(worked, after, barrier);
    }

    /** Other hours make them be elsewhere only where their own have moved. */
    private Optional<Barrier> elsewhere(Window before, Window after) {
        if (after.equals(before) || present.standingInTheWayOf(before).isPresent()) return Optional.empty();
        return kept.standingInTheWayOf(after).map(e -> new Barrier("", "ELSEWHERE",
                e.window().intersect(after).map(Window::length).orElse(Duration.ZERO), Duration.ZERO));
    }

    private Optional<Barrier> limit(HourLedger was, Window before, HourLedger would, Window after) {
        var day = after.start().atZone(department.zone()).toLocalDate();
        return proposed.stream().filter(p -> p.inForce(day))
                .flatMap(p -> p.judge(would, after, department.zone()).stream())
                .filter(j -> j.broken() && j.action() != Action.WARN).filter(j -> !stoodAlready(j, was, before))
                .map(j -> new Barrier(j.policy().id(), j.policy().shape().name(), j.reading().reached(),
                        j.reading().limit()))
                .findFirst();
    }

    /** The same limit was broken by it then: unchanged, or both times a matter of the department's word. */
    private boolean stoodAlready(Judgment now, HourLedger was, Window before) {
        var day = before.start().atZone(department.zone()).toLocalDate();
        return department.on(day).policies().stream().filter(p -> p.id().equals(now.policy().id()) && p.inForce(day))
                .flatMap(p -> p.judge(was, before, department.zone()).stream()).filter(Judgment::broken)
                .anyMatch(then -> then.policy().equals(now.policy())
                        || then.action() == Action.APPROVE && now.action() == Action.APPROVE);
    }
}
