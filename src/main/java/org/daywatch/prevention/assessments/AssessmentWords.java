package org.daywatch.prevention.assessments;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.PathTiming;
import org.daywatch.prevention.assessments.results.Tiers;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.measures.CostToMend;
import org.daywatch.prevention.measures.MeasureWords;
import org.jspecify.annotations.Nullable;

/** How assessments are said on pages. */
public final class AssessmentWords {

    private AssessmentWords() {}

    public static Chip state(Page page, SiteAssessment a) {
        String word = page.t("assessments.state." + a.state().code());
        return switch (a.state()) {
            case SiteAssessment.State.Draft _ -> Chip.info(word);
            case SiteAssessment.State.Submitted _ -> Chip.warn(word);
            case SiteAssessment.State.Accepted _ -> Chip.good(word);
            case SiteAssessment.State.Withdrawn _ -> Chip.quiet(word);
        };
    }

    public static Chip answer(Page page, @Nullable Answer answer) {
        if (answer == null) return Chip.quiet(page.t("assessments.answer.UNKNOWN"));
        String word = page.t("assessments.answer." + answer);
        return switch (answer) {
            case IN_PLACE -> Chip.good(word);
            case PARTLY -> Chip.warn(word);
            case NOT -> Chip.bad(word);
            case NOT_APPLICABLE -> Chip.quiet(word);
        };
    }

    /** Held, or that not even the first is; what is not answered is said beside it. */
    public static Chip tier(Page page, Tiers.Standing s) {
        if (!s.applies()) return Chip.quiet(page.t("assessments.tier.none"));
        boolean open = s.scores().stream().filter(score -> score.applicable() > 0 && !score.full()).findFirst().map(score -> score.gaps() == 0).orElse(false);
        if (open) return Chip.quiet(s.held() == 0 ? page.t("assessments.tier.unknown") : page.t("assessments.tier.atLeast", s.held()));
        if (s.held() == 0) return Chip.bad(page.t("assessments.tier.0"));
        String word = page.t("assessments.tier.held", s.held());
        return s.held() == s.highest() ? Chip.good(word) : Chip.info(word);
    }

    public static Chip verdict(Page page, PathTiming path) {
        return switch (path.verdict()) {
            case IN_TIME -> Chip.good(page.t("assessments.path.IN_TIME." + path.scenario().kind(), span(page, path.margin())));
            case TOO_LATE -> Chip.bad(page.t("assessments.path.TOO_LATE." + path.scenario().kind(), span(page, -path.margin())));
            case NOT_NOTICED -> Chip.bad(page.t("assessments.path.NOT_NOTICED"));
            case NOT_KNOWN -> Chip.quiet(page.t(path.unknown().isEmpty() ? "assessments.path.NOT_KNOWN" : "assessments.path.NOT_ANSWERED"));
        };
    }

    /** 95 as 1 min 35 s. */
    public static String span(Page page, @Nullable Integer seconds) {
        if (seconds == null) return page.t("assessments.unknown");
        int s = Math.abs(seconds);
        if (s < 60) return page.t("assessments.seconds", s);
        return s % 60 == 0 ? page.t("assessments.minutes", s / 60) : page.t("assessments.minutesSeconds", s / 60, s % 60);
    }

    public static String share(Page page, Tiers.Score score) {
        if (score.share().isEmpty()) return page.t("assessments.share.none");
        return score.unknown() > 0 ? page.t("assessments.share.atLeast", score.share().getAsInt()) : score.share().getAsInt() + " %";
    }

    /** The sum, with what is not in it. */
    public static String cost(Page page, @Nullable CostToMend cost) {
        if (cost == null) return page.t("assessments.unknown");
        if (cost.measures() == 0) return cost.unplanned() == 0 ? page.t("assessments.cost.nothing") : page.t("assessments.cost.unplanned", cost.unplanned());
        var parts = new ArrayList<String>();
        if (cost.dollars() > 0 || cost.unknown() == 0) parts.add(MeasureWords.dollars(page, cost.dollars()));
        if (cost.unknown() > 0) parts.add(page.t("assessments.cost.unknown", cost.unknown()));
        if (cost.unplanned() > 0) parts.add(page.t("assessments.cost.unplanned", cost.unplanned()));
        return String.join(" + ", parts);
    }

    /** When it is to be assessed again. */
    public static Chip due(Page page, AssessmentDues.Clock due) {
        if (due.next() == null) return due.demanded() ? Chip.bad(page.t("assessments.due.never")) : Chip.warn(page.t("assessments.due.never"));
        String day = page.when().date(due.next());
        return due.late() ? Chip.bad(page.t("assessments.due.late", day)) : due.soon() ? Chip.warn(day) : Chip.good(day);
    }

    public static List<Option> states(Page page) {
        var all = new ArrayList<Option>();
        all.add(new Option("", page.t("assessments.filter.all")));
        for (String s : List.of("NEVER", "DUE", "GOING", "WEAK")) all.add(new Option(s, page.t("assessments.filter." + s)));
        return all;
    }

    public static String layer(Page page, Instrument.Layer layer) {
        return page.t("assessments.layer." + layer);
    }
}
