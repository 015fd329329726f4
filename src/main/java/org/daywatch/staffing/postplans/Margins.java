package org.daywatch.staffing.postplans;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.RuleBook;

/**
 * How long before the first and after the last bell a post is manned: the rule in force at a school on a day, its
 * district's before its state's before everyone's. Without any rule the post is the bells alone, and names no rule.
 */
public record Margins(RuleBook rules) {

    static final String BEFORE = "POST_MARGIN_BEFORE";
    static final String AFTER = "POST_MARGIN_AFTER";

    /** @param ruleIds kept with the post, so that anyone can see why it begins when it begins */
    public record Margin(Duration before, Duration after, String ruleIds) {}

    public Margin at(Campus campus, LocalDate day) {
        var scopes = List.of("DISTRICT:" + campus.districtId(), RuleBook.state(campus.state()));
        var before = rules.find(BEFORE, day, scopes);
        var after = rules.find(AFTER, day, scopes);
        return new Margin(minutes(before), minutes(after),
                Stream.of(before, after).flatMap(Optional::stream).map(ProgramRule::version).distinct()
                        .collect(Collectors.joining(" ")));
    }

    private static Duration minutes(Optional<ProgramRule> rule) {
        return Duration.ofMinutes(rule.map(ProgramRule::number).orElse(0));
    }
}
