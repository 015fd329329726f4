package org.daywatch.staffing.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.daywatch.staffing.caps.CapPolicy;
import org.daywatch.staffing.caps.CapReading;
import org.daywatch.staffing.caps.CapShape;
import org.daywatch.staffing.eligibility.Finding.Weight;
import org.daywatch.staffing.eligibility.Term.Hours;
import org.daywatch.staffing.eligibility.Term.Moment;
import org.daywatch.staffing.eligibility.Term.Name;
import org.daywatch.staffing.eligibility.Term.Words;
import org.daywatch.staffing.hours.HourEntry;
import org.daywatch.staffing.hours.HourKind;
import org.daywatch.staffing.hours.HourLedger;

/** Whether the hours allow it: elsewhere at that time, and every limit of his department in force on the day of the shift. */
record HourRules(DepartmentFacts department, PostFacts post, HourLedger ledger, List<Finding> findings, List<String> asked) {

    void judge() {
        ledger.standingInTheWayOf(post.window()).ifPresent(this::taken);
        var job = HourEntry.planned(HourKind.OFF_DUTY_HERE, post.window());
        var withJob = ledger.with(job);
        var day = post.window().start().atZone(department.zone()).toLocalDate();
        for (CapPolicy policy : department.policies()) {
            if (!policy.inForce(day)) continue;
            asked.add(version(policy));
            policy.judge(withJob, post.window(), department.zone()).filter(CapPolicy.Judgement::broken).ifPresent(this::broken);
        }
    }

    private void taken(HourEntry entry) {
        findings.add(Finding.failed(entry.kind().barsOtherWork() ? "RECORDED_ABSENT" : "ELSEWHERE_THEN", List.of(),
                new Name("hours.kind." + entry.kind()), moment(entry.window().start()), moment(entry.window().end())));
    }

    private void broken(CapPolicy.Judgement judgement) {
        var reading = judgement.reading();
        var weight = switch (judgement.action()) {
            case BLOCK -> Weight.FAILED;
            case APPROVE -> Weight.NEEDS_APPROVAL;
            case WARN -> Weight.WARNING;
        };
        findings.add(new Finding("CAP_" + judgement.policy().shape().name(), weight,
                List.of(new Hours(reading.reached()), new Hours(reading.limit()), moment(reading.period().start()), moment(reading.period().end()),
                        new Hours(excess(judgement.policy().shape(), reading)), new Words(judgement.policy().department())),
                List.of(version(judgement.policy()))));
    }

    private static Duration excess(CapShape shape, CapReading reading) {
        return shape.measuresRest() ? reading.limit().minus(reading.reached()) : reading.reached().minus(reading.limit());
    }

    private Moment moment(Instant at) {
        return new Moment(at.atZone(department.zone()).toLocalDateTime());
    }

    private static String version(CapPolicy policy) {
        return policy.id() + "@" + policy.validFrom();
    }
}
