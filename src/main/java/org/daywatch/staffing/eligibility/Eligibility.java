package org.daywatch.staffing.eligibility;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.directory.RuleBook;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.scheduling.hours.HourLedger;
import org.daywatch.staffing.calloffs.CalledOff;
import org.daywatch.staffing.dutystatus.DutyStatus;
import org.daywatch.staffing.eligibility.Term.Amount;
import org.daywatch.staffing.eligibility.Term.Day;
import org.daywatch.staffing.eligibility.Term.Name;
import org.daywatch.staffing.eligibility.Term.Words;

/**
 * The one function that says whether an officer may take a post. Everything it needs is handed in; it looks at nothing
 * else, so the same facts give the same verdict years later.
 */
public final class Eligibility {

    private Eligibility() {}

    public static Verdict judge(OfficerFacts officer, DepartmentFacts agreed, PostFacts post, HourLedger ledger,
            RuleBook rules) {
        var department = agreed.on(post.day());
        var findings = new ArrayList<RuleFinding>();
        var asked = new ArrayList<String>();
        standing(officer, department, post, rules, findings, asked);
        wishedWeek(officer, post, ledger, findings);
        new CredentialRules(officer, post, rules, findings, asked).judge();
        new HourRules(department, officer.approvals(), post, ledger, findings, asked).judge();
        return new Verdict(officer.id(), post.id(), findings, asked);
    }

    /**
     * Whether their file alone lets them stand at such a post on its day: what they hold, whether they are active and
     * at full duty.
     */
    public static boolean holdsWhatItTakes(OfficerFacts officer, PostFacts post, RuleBook rules) {
        return officer.active() && dutyStatus(officer, post).isEmpty() && missing(officer, post, rules).isEmpty();
    }

    /** What such a post requires on its day and the file does not hold. */
    static List<RuleFinding> missing(OfficerFacts officer, PostFacts post, RuleBook rules) {
        var findings = new ArrayList<RuleFinding>();
        new CredentialRules(officer, post, rules, findings, new ArrayList<>()).judge();
        return findings.stream().filter(f -> f.weight() == RuleFinding.Weight.FAILED).toList();
    }

    private static void standing(OfficerFacts officer, DepartmentFacts department, PostFacts post, RuleBook rules,
            List<RuleFinding> findings, List<String> asked) {
        rules.find("ACTIVE_STATUS", post.day(), RuleBook.state(post.state())).ifPresent(rule -> {
            asked.add(rule.version());
            if (!officer.active()) findings.add(RuleFinding.failed("NOT_ACTIVE", List.of(rule.version())));
            dutyStatus(officer, post).forEach(s -> findings.add(s.lastDay() == null
                    ? RuleFinding.failed("DUTY_STATUS_OPEN", List.of(rule.version()),
                            new Name("dutystatus.kind." + s.kind()), new Day(s.firstDay()))
                    : RuleFinding.failed("DUTY_STATUS", List.of(rule.version()),
                            new Name("dutystatus.kind." + s.kind()), new Day(s.firstDay()), new Day(s.lastDay()))));
        });
        calledOff(officer, post, findings);
        if (!officer.roles().contains(post.role())) {
            findings.add(RuleFinding.failed("ROLE_NOT_HELD", List.of(), new Name("officers.role." + post.role())));
        }
        if (!department.hasTerms()) {
            findings.add(RuleFinding.failed("DEPARTMENT_WITHOUT_TERMS", List.of(), new Words(department.name())));
        } else if (!department.holdsOn(post.day())) {
            findings.add(termsOver(department));
        } else if (post.order().rankOf(department.id(), department.rank()) > post.postedRank()) {
            findings.add(RuleFinding.failed("DEPARTMENT_NOT_ASKED", List.of(), new Words(department.name())));
        }
        if (department.prohibitedWork().contains(post.workKind())) {
            findings.add(RuleFinding.failed("WORK_PROHIBITED", List.of(), new Words(department.name()),
                    new Name("eligibility.work." + post.workKind())));
        }
        if (officer.blockedSchools().contains(post.schoolId())) {
            findings.add(RuleFinding.failed("SCHOOL_BLOCK", List.of(), new Words(post.school())));
        }
        if (department.hasTerms() && !department.limitsKnown())
            findings.add(RuleFinding.warning("LIMITS_NOT_KNOWN", List.of(), new Words(department.name())));
        if (!officer.availability().covers(post.window(), post.zone())) {
            findings.add(RuleFinding.warning("OUTSIDE_AVAILABILITY", List.of()));
        }
    }

    /** Of several the sick day is said: it keeps them from every post of the day. */
    private static void calledOff(OfficerFacts officer, PostFacts post, List<RuleFinding> findings) {
        var last = post.window().end().atZone(post.zone()).toLocalDate();
        officer.calledOff().stream().filter(c -> c.keepsFrom(post.id(), post.day(), last))
                .max(Comparator.comparing(CalledOff::sick))
                .ifPresent(c -> findings.add(
                        RuleFinding.failed(c.sick() ? "CALLED_OFF_SICK" : "CALLED_OFF", List.of(), new Day(c.day()))));
    }

    private static RuleFinding termsOver(DepartmentFacts department) {
        var name = new Words(department.name());
        if (department.to() == null)
            return RuleFinding.failed("TERMS_NOT_YET", List.of(), name, new Day(department.from()));
        return department.from() == null
                ? RuleFinding.failed("TERMS_OVER", List.of(), name, new Day(department.to()))
                : RuleFinding.failed("TERMS_NOT_THEN", List.of(), name, new Day(department.from()),
                        new Day(department.to()));
    }

    /** What keeps them from full duty on the day of the post, or on the one it ends on. */
    private static List<DutyStatus> dutyStatus(OfficerFacts officer, PostFacts post) {
        var last = post.window().end().atZone(post.zone()).toLocalDate();
        return officer.dutyStatuses().stream().filter(s -> s.touches(post.day(), last)).toList();
    }

    /** So many days a week they would like at most; a wish, so it is said and never bars. */
    private static void wishedWeek(OfficerFacts officer, PostFacts post, HourLedger ledger,
            List<RuleFinding> findings) {
        if (officer.wishes().mostDays() == null) return;
        var monday = post.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var days = ledger.entries().stream().filter(e -> e.kind() == HourKind.OFF_DUTY_HERE)
                .map(e -> e.window().start().atZone(post.zone()).toLocalDate())
                .filter(day -> !day.isBefore(monday) && day.isBefore(monday.plusDays(7))).collect(Collectors.toSet());
        days.add(post.day());
        if (days.size() <= officer.wishes().mostDays()) return;
        findings.add(RuleFinding.warning("MORE_THAN_WISHED", List.of(), new Amount(BigDecimal.valueOf(days.size())),
                new Amount(BigDecimal.valueOf(officer.wishes().mostDays()))));
    }
}
