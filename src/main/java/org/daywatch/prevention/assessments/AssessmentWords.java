package org.daywatch.prevention.assessments;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.kit.Paging;
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
        if (s.open())
            return Chip.quiet(
                    s.held() == 0 ? page.t("assessments.tier.unknown") : page.t("assessments.tier.atLeast", s.held()));
        if (s.held() == 0) return Chip.bad(page.t("assessments.tier.0"));
        String word = page.t("assessments.tier.held", s.held());
        return s.held() == s.highest() ? Chip.good(word) : Chip.info(word);
    }

    /** The same in a figure: 0 is a tier that is missing, a dash one that is unknown. */
    public static String number(Tiers.Standing s) {
        if (s.known().isEmpty()) return "–";
        return s.open() ? s.known().getAsInt() + "+" : String.valueOf(s.known().getAsInt());
    }

    public static Chip verdict(Page page, PathTiming path) {
        return switch (path.verdict()) {
            case IN_TIME ->
                Chip.good(page.t("assessments.path.IN_TIME." + path.scenario().kind(), span(page, path.margin())));
            case TOO_LATE ->
                Chip.bad(page.t("assessments.path.TOO_LATE." + path.scenario().kind(), span(page, -path.margin())));
            case NOT_NOTICED -> Chip.bad(page.t("assessments.path.NOT_NOTICED"));
            case NOT_KNOWN -> Chip.quiet(
                    page.t(path.unknown().isEmpty() ? "assessments.path.NOT_KNOWN" : "assessments.path.NOT_ANSWERED"));
        };
    }

    /** 95 as 1 min 35 s. */
    public static String span(Page page, @Nullable Integer seconds) {
        if (seconds == null) return page.t("assessments.unknown");
        int s = Math.abs(seconds);
        if (s < 60) return page.t("assessments.seconds", s);
        return s % 60 == 0
                ? page.t("assessments.minutes", s / 60)
                : page.t("assessments.minutesSeconds", s / 60, s % 60);
    }

    public static String share(Page page, Tiers.Score score) {
        if (score.share().isEmpty()) return page.t("assessments.share.none");
        return score.unknown() > 0
                ? page.t("assessments.share.atLeast", score.share().getAsInt())
                : score.share().getAsInt() + "%";
    }

    /** The sum, with what is not in it. */
    public static String cost(Page page, @Nullable CostToMend cost) {
        if (cost == null) return page.t("assessments.unknown");
        if (cost.measures() == 0)
            return cost.unplanned() == 0
                    ? page.t("assessments.cost.nothing")
                    : page.t("assessments.cost.unplanned", cost.unplanned());
        var parts = new ArrayList<String>();
        if (cost.dollars() > 0 || cost.unknown() == 0) parts.add(MeasureWords.dollars(page, cost.dollars()));
        if (cost.unknown() > 0) parts.add(page.t("assessments.cost.unknown", cost.unknown()));
        if (cost.unplanned() > 0) parts.add(page.t("assessments.cost.unplanned", cost.unplanned()));
        return String.join(" + ", parts);
    }

    /** When it is to be assessed again. */
    public static Chip due(Page page, AssessmentDues.Clock due) {
        if (due.next() == null)
            return due.demanded()
                    ? Chip.bad(page.t("assessments.due.never"))
                    : Chip.warn(page.t("assessments.due.never"));
        String day = page.when().date(due.next());
        return due.late()
                ? Chip.bad(page.t("assessments.due.late", day))
                : due.soon() ? Chip.warn(day) : Chip.good(day);
    }

    public static List<Option> states(Page page) {
        return Option.all(page.t("assessments.filter.all"),
                Option.of(page, "assessments.filter.", List.of("NEVER", "DUE", "GOING", "WEAK")));
    }

    public static List<Option> capacities(Page page) {
        return Option.of(page, "assessments.capacity.", SiteAssessment.Assessor.Capacity.values());
    }

    /** Who assessed as what, and by which credential; empty where nobody was asked. */
    public static String assessor(Page page, SiteAssessment.@Nullable Assessor a) {
        if (a == null) return "";
        String as = page.t("assessments.capacity." + a.capacity());
        return a.organization().isEmpty() ? as : page.t("assessments.assessor.of", as, a.organization());
    }

    public static String credential(Page page, SiteAssessment.@Nullable Assessor a) {
        if (a == null || a.credential().isEmpty()) return page.t("assessments.credential.none");
        return a.validTo() == null
                ? a.credential()
                : page.t("assessments.credential.valid", a.credential(), page.when().date(a.validTo()));
    }

    /** With the role in which they spoke. */
    public static String by(Page page, SiteAssessment.Word word) {
        return word.role() == null ? word.name() : word.name() + ", " + page.t("role." + word.role());
    }

    /** What the overview of campuses asks for; which edition only where there are several. */
    public static List<Field> filters(Page page, Paging paging, List<Option> editions, String edition) {
        var fields = new ArrayList<Field>();
        fields.add(Field.of(Field.Kind.SEARCH, "q", page.t("assessments.search")).value(paging.filter("q")));
        fields.add(Field.select("state", page.t("assessments.filter"), states(page)).value(paging.filter("state")));
        if (editions.size() > 1)
            fields.add(Field.select("instrument", page.t("assessments.compared"), editions).value(edition));
        return fields;
    }

    public static String layer(Page page, Instrument.Layer layer) {
        return page.t("assessments.layer." + layer);
    }
}
