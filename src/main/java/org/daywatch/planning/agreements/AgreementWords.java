package org.daywatch.planning.agreements;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.planning.agreements.Agreement.Party;
import org.daywatch.planning.agreements.clauses.ClauseChecker.Finding;
import org.daywatch.planning.agreements.clauses.ClauseRule;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.jspecify.annotations.Nullable;

/** How agreements are said, and who signs for whom. */
public final class AgreementWords {

    private AgreementWords() {}

    /**
     * The agency's supervisor signs for the agency, an administrator of the whole district for the district; others for
     * neither.
     */
    static @Nullable Party party(Actor actor) {
        if (!actor.may(Permission.AGREEMENTS_EDIT)) return null;
        return switch (actor.role()) {
            case AGENCY_ADMIN, COORDINATOR -> Party.AGENCY;
            case SAFETY_DIRECTOR -> actor.school() == null ? Party.DISTRICT : null;
            default -> null;
        };
    }

    /** @param late past its last day and not signed by both */
    public static Chip state(Page page, Agreement.State state, boolean late) {
        String word = page.t("serviceAgreements.state." + state);
        if (late) return Chip.bad(word + ", " + page.t("serviceAgreements.late"));
        return switch (state) {
            case DRAFT -> Chip.warn(word);
            case OFFERED, SIGNED_IN_PART -> Chip.info(word);
            case IN_FORCE -> Chip.good(word);
            default -> Chip.quiet(word);
        };
    }

    public static Chip weight(Page page, Finding finding) {
        String word = page.t("serviceAgreements.found." + finding.found());
        return finding.must() ? Chip.bad(word) : Chip.warn(word);
    }

    /** "Officer Dana Reyes", or all who work there. */
    public static String officer(Page page, String name) {
        return name.isEmpty() ? page.t("serviceAgreements.allOfficers") : name;
    }

    /** What the rest of the country does; empty where nobody counted. */
    public static String share(Page page, ClauseRule rule, SchoolLevel level) {
        BigDecimal share = level == SchoolLevel.ELEMENTARY ? rule.primaryPercent() : rule.secondaryPercent();
        return share == null
                ? ""
                : page.t(level == SchoolLevel.ELEMENTARY
                        ? "serviceAgreements.share.primary"
                        : "serviceAgreements.share.secondary", share.toPlainString());
    }

    /** "day 17 of 30", "12 days late". */
    public static String clock(Page page, Agreement g, LocalDate today) {
        long days = java.time.temporal.ChronoUnit.DAYS.between(g.due(), today);
        return days > 0 ? page.t("serviceAgreements.daysLate", days) : page.t("serviceAgreements.daysLeft", -days);
    }
}
