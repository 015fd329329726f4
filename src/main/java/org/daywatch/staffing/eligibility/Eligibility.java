package org.daywatch.staffing.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.directory.RuleBook;
import org.daywatch.staffing.eligibility.Term.Name;
import org.daywatch.staffing.eligibility.Term.Words;
import org.daywatch.staffing.hours.HourLedger;
import org.daywatch.staffing.officers.Availability;

/**
 * The one function that says whether an officer may take a post. Everything it needs is handed in; it looks at nothing
 * else, so the same facts give the same verdict years later.
 */
public final class Eligibility {

    private Eligibility() {}

    public static Verdict judge(OfficerFacts officer, DepartmentFacts department, PostFacts post, HourLedger ledger, RuleBook rules) {
        var findings = new ArrayList<Finding>();
        var asked = new ArrayList<String>();
        standing(officer, department, post, rules, findings, asked);
        new CredentialRules(officer, post, rules, findings, asked).judge();
        new HourRules(department, officer.approvals(), post, ledger, findings, asked).judge();
        return new Verdict(officer.id(), post.id(), findings, asked);
    }

    private static void standing(OfficerFacts officer, DepartmentFacts department, PostFacts post, RuleBook rules,
                                 List<Finding> findings, List<String> asked) {
        rules.find("ACTIVE_STATUS", post.day(), RuleBook.state(post.state())).ifPresent(rule -> {
            asked.add(rule.version());
            if (!officer.active()) findings.add(Finding.failed("NOT_ACTIVE", List.of(rule.version())));
        });
        if (!officer.roles().contains(post.role())) {
            findings.add(Finding.failed("ROLE_NOT_HELD", List.of(), new Name("officers.role." + post.role())));
        }
        if (!department.hasTerms()) {
            findings.add(Finding.failed("DEPARTMENT_WITHOUT_TERMS", List.of(), new Words(department.name())));
        } else if (department.rank() > post.postedRank()) {
            findings.add(Finding.failed("DEPARTMENT_NOT_ASKED", List.of(), new Words(department.name())));
        }
        if (department.prohibitedWork().contains(post.workKind())) {
            findings.add(Finding.failed("WORK_PROHIBITED", List.of(), new Words(department.name()), new Name("eligibility.work." + post.workKind())));
        }
        if (officer.blockedSchools().contains(post.schoolId())) {
            findings.add(Finding.failed("SCHOOL_BLOCK", List.of(), new Words(post.school())));
        }
        if (!Availability.covers(officer.availability(), post.window(), post.zone())) {
            findings.add(Finding.warning("OUTSIDE_AVAILABILITY", List.of()));
        }
    }
}
