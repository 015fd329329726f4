package org.daywatch.training.effects;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daywatch.platform.web.Page;
import org.daywatch.training.effects.EffectReport.Compared;
import org.daywatch.training.effects.EffectReport.Kept;
import org.daywatch.training.quizzes.Quiz.Moment;

/** What a report says, in sentences that somebody without statistics understands, and what it does not say. */
public final class EffectWords {

    private EffectWords() {}

    /** With one digit after the point; a figure that is not there by its word. */
    public static String number(Page page, Figure figure) {
        return figure.known() ? one(page, figure.number()) + interval(page, figure, 1) : missing(page, figure);
    }

    /** Of one hundred. */
    public static String percent(Page page, Figure figure) {
        return figure.known()
                ? page.t("effects.percent", whole(page, figure.number())) + interval(page, figure, 100)
                : missing(page, figure);
    }

    public static String missing(Page page, Figure figure) {
        return page.t("effects." + figure.standing());
    }

    private static String interval(Page page, Figure f, int times) {
        if (!f.hasInterval()) return "";
        return " " + (times == 1
                ? page.t("effects.interval", one(page, f.from()), one(page, f.to()))
                : page.t("effects.intervalPercent", whole(page, f.from()), whole(page, f.to())));
    }

    static String one(Page page, double value) {
        var format = NumberFormat.getNumberInstance(Locale.of(page.lang(), "US"));
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value).replaceFirst("^-(0[.,]0)$", "$1");
    }

    static String whole(Page page, double share) {
        return Long.toString(Math.round(share * 100));
    }

    /** The most important first. */
    public static List<String> says(Page page, EffectQueries.View view) {
        var says = new ArrayList<String>();
        var report = view.report();
        if (report == null) return List.of(page.t("effects.says.notAsked"));
        var c = report.counts();
        if (c.before() == null || c.after() == null) {
            says.add(page.t(c.before() == null ? "effects.says.noBefore" : "effects.says.noAfter"));
        } else {
            says.add(page.t("effects.says.pairs", c.pairs(), c.before(), c.after()));
            if (c.onlyBefore() + c.onlyAfter() > 0)
                says.add(page.t("effects.says.unmatched", c.onlyBefore(), c.onlyAfter()));
            learned(page, report, view.cells().fewest(), says);
        }
        if (report.kept() != null) kept(page, report, report.kept(), says);
        if (report.compared() != null) compared(page, report.compared(), says);
        return says;
    }

    private static void learned(Page page, EffectReport report, int fewest, List<String> says) {
        var learned = report.learned();
        if (!learned.change().known()) {
            says.add(page.t(learned.change().standing() == Figure.Standing.SUPPRESSED
                    ? "effects.says.suppressed"
                    : "effects.says.noPairs", fewest));
            return;
        }
        says.add(page.t("effects.says.change", one(page, learned.before().number()),
                one(page, learned.after().number()), report.questions(), number(page, learned.change())));
        says.add(page.t("effects.says." + direction(learned.change())));
        says.add(learned.gain().known()
                ? page.t("effects.says.gain", percent(page, learned.gain()))
                : page.t("effects.says.noGain"));
        if (learned.gain().known() && !learned.gain().hasInterval()) says.add(page.t("effects.says.gainUncertain"));
    }

    private static String direction(Figure change) {
        return change.surelyAboveZero() ? "more" : change.surelyBelowZero() ? "less" : "unsure";
    }

    private static void kept(Page page, EffectReport report, Kept kept, List<String> says) {
        if (!kept.later().known()) {
            says.add(page.t(kept.later().standing() == Figure.Standing.SUPPRESSED
                    ? "effects.says.keptSuppressed"
                    : "effects.says.keptNobody", kept.asked()));
            return;
        }
        says.add(page.t("effects.says.kept", kept.matched(), one(page, kept.later().number()), report.questions(),
                number(page, kept.sinceBefore())));
        says.add(kept.share().known()
                ? page.t("effects.says.keptShare", percent(page, kept.share()))
                : page.t("effects.says.keptNothing"));
    }

    private static void compared(Page page, Compared compared, List<String> says) {
        if (!compared.difference().known()) {
            says.add(page.t("effects.says.notCompared"));
            return;
        }
        says.add(page.t("effects.says.compared", compared.taught(), number(page, compared.taughtChange()),
                compared.waiting(), number(page, compared.waitingChange()),
                number(page, compared.difference())));
        says.add(page.t("effects.says.compared." + direction(compared.difference())));
    }

    /** What no figure above it shows. */
    public static List<String> saysNot(Page page, EffectQueries.View view) {
        var not = new ArrayList<String>();
        not.add(page.t("effects.not.behavior"));
        not.add(page.t(view.report() != null && view.report().compared() != null
                ? "effects.not.classes"
                : "effects.not.cause"));
        not.add(page.t("effects.not.sameQuestions"));
        not.add(page.t("effects.not.unmatched"));
        if (view.at(Moment.DELAYED).isEmpty()) not.add(page.t("effects.not.later"));
        return not;
    }
}
