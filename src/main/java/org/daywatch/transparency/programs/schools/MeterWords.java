package org.daywatch.transparency.programs.schools;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.List;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.PostMoney;
import org.daywatch.transparency.programs.meters.Quarter;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.meters.StartDue;
import org.jspecify.annotations.Nullable;

/** Figures in the reader's words. Minutes stay whole: 62 h 30 min, never 62.5. */
public final class MeterWords {

    private static final int WANTING_SHOWN = 2;

    private MeterWords() {}

    public static String time(Page page, long minutes) {
        return minutes % 60 == 0
                ? page.t("program.hours", whole(page, minutes / 60))
                : page.t("program.hoursAndMinutes", whole(page, minutes / 60), minutes % 60);
    }

    private static String whole(Page page, long number) {
        return String.format(Locale.forLanguageTag(page.lang()), "%,d", number);
    }

    public static String amount(Page page, Meter m, @Nullable Long amount) {
        if (amount == null) return page.t("program.unknown");
        return m.time() ? time(page, amount) : whole(page, amount);
    }

    /** "62 h 30 min of 180 h". */
    public static String of(Page page, Meter m) {
        return page.t("program.of", amount(page, m, m.amount()), amount(page, m, m.target()));
    }

    /** "$12,400.00 left of $60,000.00", and what will be left; unknown where nobody said the price. */
    public static String money(Page page, @Nullable PostMoney money) {
        if (money == null) return page.t("program.money.unknown");
        String now = money.left() < 0
                ? page.t("program.money.over", Dollars.said(-money.left()), Dollars.said(money.award()))
                : page.t("program.money.left", Dollars.said(money.left()), Dollars.said(money.award()));
        if (money.forecast() == null) return now;
        return now + " "
                + (money.forecast() < 0
                        ? page.t("program.money.short", Dollars.said(-money.forecast()))
                        : page.t("program.money.forecast", Dollars.said(money.forecast())));
    }

    /** What is behind, what will be, what is missing, in one sentence each; only what can be said. */
    public static String outlook(Page page, Meter m) {
        var said = new StringBuilder();
        if (m.pace() != null) said.append(page.t("program.pace", amount(page, m, m.pace()))).append(' ');
        if (m.forecast() != null) said.append(page.t("program.forecast", amount(page, m, m.forecast()))).append(' ');
        if (m.missing() != null && m.missing() > 0) {
            said.append(m.perWeek() == null
                    ? page.t("program.missing", amount(page, m, m.missing()))
                    : page.t("program.missingPerWeek", amount(page, m, m.missing()), amount(page, m, m.perWeek())));
        }
        return said.toString().strip();
    }

    public static Chip chip(Page page, Standing standing) {
        String word = page.t("program.standing." + standing);
        return switch (standing) {
            case MISSED -> Chip.bad(word);
            case BEHIND -> Chip.warn(word);
            case ON_PACE, MET -> Chip.good(word);
            case UNKNOWN, NOT_YET_IN_FORCE -> Chip.quiet(word);
        };
    }

    /** What is wanting, so that "missed" says what: the first two, and how many more there are. */
    public static String wanting(Page page, SchoolRow r) {
        var all = r.wanting();
        var said = all.stream().limit(WANTING_SHOWN)
                .map(w -> w.times() == 1
                        ? subject(page, w.subject())
                        : page.t("program.wanting.times", subject(page, w.subject()), w.times()))
                .collect(Collectors.joining(", "));
        return all.size() <= WANTING_SHOWN ? said : page.t("program.wanting.more", said, all.size() - WANTING_SHOWN);
    }

    public static Chip now(Page page, SchoolRow.Now now) {
        String word = page.t("program.now." + now);
        return switch (now) {
            case EMPTY -> Chip.bad(word);
            case AT_RISK -> Chip.warn(word);
            case EXCEPTION -> Chip.info(word);
            case COVERED, PROMISED -> Chip.good(word);
            case OVER, NOTHING_TODAY -> Chip.quiet(word);
        };
    }

    public static Chip quarter(Page page, Quarter.State state) {
        String word = page.t("program.quarter." + state);
        return switch (state) {
            case HELD -> Chip.good(word);
            case OPEN -> Chip.warn(word);
            case MISSED -> Chip.bad(word);
            case COMING -> Chip.quiet(word);
        };
    }

    public static Chip start(Page page, StartDue.State state) {
        String word = page.t("program.start." + state);
        return switch (state) {
            case IN_TIME -> Chip.good(word);
            case LATE, OPEN -> Chip.warn(word);
            case OVERDUE -> Chip.bad(word);
            case NOT_YET_IN_FORCE -> Chip.quiet(word);
        };
    }

    /** "81.4 %", cut off. */
    public static String share(Page page, ShareMeter share) {
        return share.known() ? percent(page, share.perMille()) : page.t("program.unknown");
    }

    public static String percent(Page page, long perMille) {
        return page.t("program.percent",
                String.format(Locale.forLanguageTag(page.lang()), "%d.%d", perMille / 10, perMille % 10));
    }

    public static String reason(Page page, String reason) {
        return reason.isBlank()
                ? page.t("program.reason.none")
                : word(page, "log.reason.", reason).replaceFirst("\\.$", "");
    }

    /** A subject as people call it; one without a word of its own by its own. */
    public static String subject(Page page, Requirement requirement) {
        if (requirement.kind() == Requirement.Kind.CEILING) return subject(page, "CEILING");
        String named = subject(page, requirement.subject());
        return requirement.counting() == Requirement.Counting.FIRST_SCHOOL_DAYS
                ? page.t("program.subject.first", named, requirement.rule().number())
                : named;
    }

    /** The codes of the rules behind them, each once. */
    public static List<String> codes(List<Due> dues) {
        return dues.stream().map(due -> due.requirement().rule().version()).distinct().toList();
    }

    /** "done late, Aug 26, 2026"; a drill above a ceiling was not missed but held. */
    public static String due(Page page, Due due) {
        String day = page.when().date(due.doneOn() == null ? due.by() : due.doneOn());
        return due.requirement().kind() == Requirement.Kind.CEILING
                ? page.t("program.due.tooMany", day)
                : page.t("program.due." + due.state(), day);
    }

    public static String subject(Page page, String subject) {
        return word(page, "program.subject.", subject.replace(':', '-'), subject);
    }

    /** Words that other features define: theirs where there is one. */
    public static String word(Page page, String prefix, String code) {
        return word(page, prefix, code, code);
    }

    private static String word(Page page, String prefix, String code, String otherwise) {
        String key = prefix + code;
        return page.has(key) ? page.t(key) : otherwise;
    }
}
