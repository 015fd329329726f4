package org.daywatch.prevention.findings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Rating;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when what is mended, reminded and looked at again: dated rules, the district's own before the state's. */
@Component
public class FindingDues {

    private final ProgramRules rules;

    FindingDues(ProgramRules rules) {
        this.rules = rules;
    }

    public LocalDate due(Campus school, int severity, LocalDate from) {
        return from.plusDays(number("FINDING_DUE_" + severity, school, from));
    }

    public LocalDate latestReview(Campus school, LocalDate today) {
        return today.plusDays(number("RISK_REVIEW_MOST", school, today));
    }

    public int remindBefore(Campus school, LocalDate today) {
        return number("FINDING_REMIND", school, today);
    }

    /** What is not done is told again after so many days. */
    public int tellAgain(Campus school, LocalDate today) {
        return number("FINDING_AGAIN", school, today);
    }

    /** What a round sees, until somebody who leads rates it. */
    Rating ofRound(Campus school, LocalDate day) {
        return new Rating(number("BREACH_SEVERITY", school, day), number("BREACH_LIKELIHOOD", school, day), null, null);
    }

    /**
     * What an assessment misses, until somebody who leads rates it: what belongs to the basics weighs most. @param
     * weight of the item, of 5
     */
    public Rating ofGap(Campus school, LocalDate day, int tier, int weight, boolean partly, @Nullable CostClass cost) {
        boolean light = weight < number("GAP_HEAVY_FROM", school, day);
        return new Rating(Math.max(1, number("GAP_SEVERITY_" + tier, school, day) - (light ? 1 : 0)),
                number(partly ? "GAP_LIKELIHOOD_PARTLY" : "GAP_LIKELIHOOD_NOT", school, day), cost, null);
    }

    /** Who worked at the school since then is one of its officers. */
    public ProgramRule lately(Campus school, LocalDate today) {
        return rules.book().get("FINDING_OWNER_LATELY", today, scopes(school));
    }

    /** What the risk of a finding weighs, by the rules of the day on which it was found there. */
    public RiskRule risk(Campus school, Finding finding) {
        return risk(rules.book(), school, finding);
    }

    /** The same for many. */
    BiFunction<Campus, Finding, RiskRule> risks() {
        var book = rules.book();
        return (school, finding) -> risk(book, school, finding);
    }

    private static RiskRule risk(RuleBook book, Campus school, Finding finding) {
        return RiskRule.of(book, LocalDate.ofInstant(finding.origin().at(), school.zone()), scopes(school));
    }

    /**
     * By how many days open findings are told apart where they are read together: what their districts and states have
     * in common.
     */
    AgeBounds ages(Collection<Campus> schools, LocalDate today) {
        var shared = Stream
                .of(schools.stream().map(s -> "DISTRICT:" + s.districtId()),
                        schools.stream().map(s -> RuleBook.state(s.state())))
                .map(s -> s.distinct().toList())
                .filter(s -> s.size() == 1).map(List::getFirst).toArray(String[]::new);
        var book = rules.book();
        return new AgeBounds(book.get("FINDING_AGE_1", today, shared).number(),
                book.get("FINDING_AGE_2", today, shared).number(), book.get("FINDING_AGE_3", today, shared).number());
    }

    /** Days, each the last of its part; what is open longer than the last is the oldest part. */
    public record AgeBounds(int first, int second, int third) {}

    private static String[] scopes(Campus school) {
        return new String[] {"DISTRICT:" + school.districtId(), RuleBook.state(school.state())};
    }

    private int number(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, scopes(school)).number();
    }

    /**
     * What a risk weighs, by the dated rules of the day on which it was found. A rule that came later judges only what
     * is found later.
     *
     * @param grave from which product on; @param severity alone, however likely
     */
    public record RiskRule(ProgramRule grave, ProgramRule severity, ProgramRule notable) {

        /** @param scopes narrowest first */
        static RiskRule of(RuleBook book, LocalDate day, String... scopes) {
            return new RiskRule(book.get("FINDING_GRAVE_FROM", day, scopes),
                    book.get("FINDING_GRAVE_SEVERITY", day, scopes), book.get("FINDING_NOTABLE_FROM", day, scopes));
        }

        public Chip.Tone tone(Rating r) {
            if (reaches(r.risk(), grave) || reaches(r.severity(), severity)) return Chip.Tone.BAD;
            return reaches(r.risk(), notable) ? Chip.Tone.WARN : Chip.Tone.QUIET;
        }

        /** Since when all of it is as it is. */
        public LocalDate since() {
            return all().map(ProgramRule::validFrom).max(Comparator.naturalOrder()).orElseThrow();
        }

        public boolean toConfirm() {
            return all().anyMatch(ProgramRule::toConfirm);
        }

        private Stream<ProgramRule> all() {
            return Stream.of(grave, severity, notable);
        }

        private static boolean reaches(int number, ProgramRule from) {
            return from.value().compareTo(BigDecimal.valueOf(number)) <= 0;
        }
    }
}
