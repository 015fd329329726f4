package org.daywatch.staffing.posts;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.staffing.posts.MarginRule.Side;

/**
 * Which margin holds at a school on a day. The narrower scope wins (district, then state, then everywhere), and within
 * one scope the rule that began last. Without any rule the post is the bells alone, and says so by naming no rule.
 */
public record Margins(List<MarginRule> rules) {

    /** @param ruleIds kept with the post, so that anyone can see why it begins when it begins */
    public record Margin(Duration before, Duration after, String ruleIds) {}

    public Margin at(Campus campus, LocalDate day) {
        var before = rule(Side.BEFORE, campus, day);
        var after = rule(Side.AFTER, campus, day);
        return new Margin(minutes(before), minutes(after),
                Stream.of(before, after).flatMap(Optional::stream).map(MarginRule::id).distinct().collect(Collectors.joining(" ")));
    }

    private Optional<MarginRule> rule(Side side, Campus campus, LocalDate day) {
        return rules.stream().filter(r -> r.side() == side && r.inForce(day) && breadth(r.scope(), campus) > 0)
                .max(Comparator.<MarginRule>comparingInt(r -> breadth(r.scope(), campus)).thenComparing(MarginRule::validFrom));
    }

    /** 0: does not concern this school. */
    private static int breadth(String scope, Campus campus) {
        if (scope.equals("DISTRICT:" + campus.districtId())) return 3;
        if (scope.equals("STATE:" + campus.state())) return 2;
        return scope.equals("ALL") ? 1 : 0;
    }

    private static Duration minutes(Optional<MarginRule> rule) {
        return Duration.ofMinutes(rule.map(MarginRule::minutes).orElse(0));
    }
}
