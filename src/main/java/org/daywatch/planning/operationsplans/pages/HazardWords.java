package org.daywatch.planning.operationsplans.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.RiskRating;
import org.daywatch.platform.web.Page;

/** How the hazards of a plan are put to its reader. */
public final class HazardWords {

    private HazardWords() {}

    public static List<Hazard> mostUrgentFirst(List<Hazard> hazards, Map<UUID, RiskRating> ratings) {
        return hazards.stream()
                .sorted(Comparator.comparing((Hazard hazard) -> ratings.get(hazard.id()).points()).reversed()).toList();
    }

    /** The sum that makes a hazard as urgent as it is. */
    public static String sum(Page page, RiskRating rating) {
        return rating.shares().stream().map(share -> page.t("eop.mark." + share.mark()) + " " + share.given() + " × "
                + share.weight().toPlainString() + "%").collect(Collectors.joining(" + ")) + " = "
                + rating.points().toPlainString();
    }
}
