package org.daywatch.staffing.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daywatch.scheduling.caps.CapPolicy;
import org.daywatch.scheduling.caps.CapReading;
import org.daywatch.scheduling.caps.CapShape;
import org.daywatch.scheduling.hours.HourEntry;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.eligibility.RuleFinding.Weight;
import org.daywatch.staffing.eligibility.Term.Hours;
import org.daywatch.staffing.eligibility.Term.Moment;
import org.daywatch.staffing.eligibility.Term.Name;
import org.daywatch.staffing.eligibility.Term.Words;

/**
 * Whether the hours allow it: elsewhere at that time, and every limit of their department in force on the day of the
 * shift.
 */
record HourRules(DepartmentFacts department, List<CapApproval> approvals, PostFacts post, HourLedger ledger,
        List<RuleFinding> findings, List<String> asked) {

    void judge() {
        ledger.standingInTheWayOf(post.window()).ifPresent(this::taken);
        var job = HourEntry.planned(HourKind.OFF_DUTY_HERE, post.window());
        var withJob = ledger.with(job);
        var day = post.window().start().atZone(department.zone()).toLocalDate();
        for (CapPolicy policy : department.policies()) {
            if (!policy.inForce(day)) continue;
            asked.add(version(policy));
            policy.judge(withJob, post.window(), department.zone()).filter(CapPolicy.Judgment::broken)
                    .ifPresent(this::broken);
        }
    }

    private void taken(HourEntry entry) {
        findings.add(RuleFinding.failed(entry.kind().barsOtherWork() ? "RECORDED_ABSENT" : "ELSEWHERE_THEN", List.of(),
                new Name("hours.kind." + entry.kind()), moment(entry.window().start()), moment(entry.window().end())));
    }

    private void broken(CapPolicy.Judgment judgment) {
        var policy = judgment.policy();
        var reading = judgment.reading();
        var weight = switch (judgment.action()) {
            case BLOCK -> Weight.FAILED;
            case APPROVE -> Weight.NEEDS_APPROVAL;
            case WARN -> Weight.WARNING;
        };
        var word = weight == Weight.NEEDS_APPROVAL ? approval(policy, reading) : Optional.<CapApproval>empty();
        if (word.isPresent() && word.get().state() instanceof CapApproval.State.Approved(var by, var until)) {
            findings.add(RuleFinding.warning("CAP_APPROVED", List.of(version(policy), "approval " + word.get().id()),
                    new Hours(reading.reached()),
                    new Hours(reading.limit()), new Words(by.name()), moment(by.at()), moment(until),
                    new Words(policy.department())));
            return;
        }
        findings.add(new RuleFinding("CAP_" + policy.shape().name(), weight,
                List.of(new Hours(reading.reached()), new Hours(reading.limit()), moment(reading.period().start()),
                        moment(reading.period().end()),
                        new Hours(excess(policy.shape(), reading)), new Words(policy.department())),
                List.of(version(policy)),
                weight == Weight.NEEDS_APPROVAL
                        ? new CapApproval.Limit(policy.id(), policy.words(), reading.reached(), reading.limit())
                        : null));
    }

    /** The word that goes far enough, if there is one. */
    private Optional<CapApproval> approval(CapPolicy policy, CapReading reading) {
        return approvals.stream()
                .filter(a -> a.permits(policy.id(), post.id(), post.window(), reading, policy.shape().measuresRest()))
                .findFirst();
    }

    private static Duration excess(CapShape shape, CapReading reading) {
        return shape.measuresRest()
                ? reading.limit().minus(reading.reached())
                : reading.reached().minus(reading.limit());
    }

    private Moment moment(Instant at) {
        return new Moment(at.atZone(department.zone()).toLocalDateTime());
    }

    private static String version(CapPolicy policy) {
        return policy.id() + "@" + policy.validFrom();
    }
}
