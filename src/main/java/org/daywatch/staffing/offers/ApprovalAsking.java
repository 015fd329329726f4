package org.daywatch.staffing.offers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.approvals.CapApprovals;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks an officer's department for its word on one post: one question for each limit they would go beyond, with today's
 * numbers.
 */
@Component
@Transactional
public class ApprovalAsking {

    private final EligibilityQueries eligibility;
    private final OfficerAccounts officers;
    private final CapApprovals approvals;
    private final Texts texts;

    ApprovalAsking(EligibilityQueries eligibility, OfficerAccounts officers, CapApprovals approvals, Texts texts) {
        this.eligibility = eligibility;
        this.officers = officers;
        this.approvals = approvals;
        this.texts = texts;
    }

    public List<UUID> ask(Actor asker, UUID officerId, UUID post, String reason) {
        var officer = officers.lock(officerId);
        var judged = eligibility.describe(officerId, post);
        var verdict = judged.verdict();
        if (!verdict.needsApprovalOnly())
            throw new Refused(StaffingRefusal.APPROVAL_NOT_MISSING, Map.of("rules", rules(asker, verdict)));
        var at = new CapApprovals.At(post, judged.post().school(), judged.post().window());
        return verdict.approvals().stream()
                .map(f -> approvals.ask(asker, officer.departmentId(),
                        new CapApproval.Who(officer.id(), officer.name()), at,
                        f.limit(), reason))
                .toList();
    }

    private String rules(Actor asker, org.daywatch.staffing.eligibility.Verdict verdict) {
        if (verdict.allowed()) return texts.of(asker.language(), "eligibility.allowed");
        return verdict.failed().stream()
                .map(f -> f.say((key, args) -> texts.of(asker.language(), key, args), asker.language()))
                .collect(Collectors.joining(" "));
    }
}
