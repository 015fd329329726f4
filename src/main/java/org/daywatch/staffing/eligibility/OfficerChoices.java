package org.daywatch.staffing.eligibility;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.staffing.eligibility.EligibilityQueries.JudgedOfficer;
import org.springframework.stereotype.Component;

/**
 * The officers a coordinator chooses from for a post: those who may first, the others with what stands against them.
 */
@Component
public class OfficerChoices {

    private final EligibilityQueries eligibility;

    OfficerChoices(EligibilityQueries eligibility) {
        this.eligibility = eligibility;
    }

    public List<Field.Option> of(UUID post, Page page) {
        var facts = eligibility.post(post);
        return eligibility.judgeOfficers(post).stream()
                .map(j -> new Field.Option(j.officer().id().toString(), label(page, j, facts))).toList();
    }

    private static String label(Page page, JudgedOfficer judged, PostFacts post) {
        if (judged.verdict().allowed()) {
            var wished = judged.wished(post).stream().map(w -> page.t("offers.wished." + w))
                    .collect(Collectors.joining(", "));
            var name = judged.officer().name() + (wished.isEmpty() ? "" : " · " + page.t("offers.wished", wished));
            return judged.verdict().outsideAvailability()
                    ? name + " · " + page.t("shifts.phone.officer.outside")
                    : name;
        }
        var why = judged.verdict().reasons().getFirst().say(page::t, page.lang());
        return judged.officer().name() + " " + page.t("shifts.phone.officer.cannot", why);
    }
}
