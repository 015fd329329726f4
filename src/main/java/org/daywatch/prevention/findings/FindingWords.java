package org.daywatch.prevention.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Rating;
import org.daywatch.prevention.findings.FindingDues.RiskRule;

/** How findings are said on pages. */
public final class FindingWords {

    private FindingWords() {}

    public static Chip state(Page page, Finding f, boolean late) {
        String word = page.t("findings.state." + f.state().code());
        return switch (f.state()) {
            case Finding.State.Open _,Finding.State.Assigned _ ->
                late ? Chip.bad(page.t("findings.late", word)) : Chip.info(word);
            case Finding.State.Fixed _,Finding.State.Verified _ ->
                late ? Chip.bad(page.t("findings.late", word)) : Chip.warn(word);
            case Finding.State.Closed _ -> Chip.good(word);
            case Finding.State.RiskAccepted _ -> late ? Chip.bad(page.t("findings.reviewDue")) : Chip.quiet(word);
        };
    }

    /** Severity times likelihood, and how much that is by the rule of its day. */
    public static Chip risk(Page page, Rating r, RiskRule rule) {
        var tone = rule.tone(r);
        return Chip.of(tone,
                page.t("findings.risk." + tone, page.t("findings.risk", r.severity(), r.likelihood(), r.risk())));
    }

    /** By which rule; once for each that judged one of them. */
    public static List<String> byRule(Page page, Collection<RiskRule> rules) {
        return rules.stream().distinct().map(r -> page.t("findings.risk.rule", r.grave().number(),
                r.severity().number(), r.notable().number(), page.when().date(r.since()))).distinct().toList();
    }

    public static String cost(Page page, Rating r) {
        String kind = r.cost() == null ? page.t("findings.cost.unknown") : page.t("findings.cost." + r.cost());
        if (r.cost() == CostClass.NONE) return kind;
        return r.estimate() == null
                ? page.t("findings.cost.without", kind)
                : page.t("findings.cost.about", kind, r.estimate());
    }

    public static String interim(Page page, Finding f, LocalDate today) {
        if (f.interim().isEmpty()) return page.t("findings.interim.none");
        if (f.interimUntil() == null) return f.interim();
        return f.interim() + " ("
                + page.t(f.interimUntil().isBefore(today) ? "findings.interim.over" : "findings.interim.holds",
                        page.when().date(f.interimUntil()))
                + ")";
    }

    /** What a round saw in the reader's language; people's own words as they are. */
    public static String line(Page page, Finding.Line line) {
        return line.breach() == null ? line.words() : line.breach().in(page.texts(), page.lang());
    }

    /** Why it came back, where a round saw it the same. */
    public static String why(Page page, List<Finding.Line> history, String why) {
        return history.stream().filter(l -> l.breach() != null && l.words().equals(why)).findFirst()
                .map(l -> line(page, l)).orElse(why);
    }

    public static List<Option> states(Page page) {
        var states = new ArrayList<Option>();
        states.add(new Option("", page.t("findings.state.notClosed")));
        boolean finds = page.actor() != null && page.actor().may(Permission.FINDINGS_EDIT);
        for (String state : List.of("LATE", "OPEN", "ASSIGNED", "FIXED", "VERIFIED", "RISK_ACCEPTED", "CLOSED"))
            states.add(new Option(state, page.t("findings.state." + state)));
        if (finds) states.add(new Option("MINE", page.t("findings.state.MINE")));
        states.add(new Option("ALL", page.t("findings.state.ALL")));
        return states;
    }

    /** 1 to 5, each with what it means. @param of severity or likelihood */
    public static List<Option> scale(Page page, String of) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(n -> new Option(String.valueOf(n), n + " · " + page.t("findings." + of + "." + n))).toList();
    }

    public static List<Option> costs(Page page) {
        return Option.all(page.t("findings.cost.unknown"), Option.of(page, "findings.cost.", CostClass.values()));
    }
}
