package org.daywatch.staffing.eligibility;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.terms.AskingOrder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which active officers could stand at a post today by what they hold, before hours, wishes and schools are asked. */
@Component
@Transactional(readOnly = true)
public class OfficerReadiness {

    private final EligibilityQueries eligibility;
    private final ProgramRules rules;
    private final Clock clock;

    OfficerReadiness(EligibilityQueries eligibility, ProgramRules rules, Clock clock) {
        this.eligibility = eligibility;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param active so many officers
     * @param lacking those of them who lack something a post of their own roles asks for
     * @param program whether any demand is known that is this state's own
     */
    public record Readiness(int active, List<UUID> lacking, boolean program) {}

    /** @param state two letters, of the schools they are to stand at */
    public Readiness of(String state, ZoneId zone) {
        var book = rules.book();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var officers = eligibility.active();
        var lacking = officers.stream()
                .filter(o -> o.roles().stream()
                        .noneMatch(role -> Eligibility.holdsWhatItTakes(o, post(state, zone, role, today), book)))
                .map(OfficerFacts::id).toList();
        return new Readiness(officers.size(), lacking,
                book.list().stream().anyMatch(r -> r.scope().equals(RuleBook.state(state)) && r.inForce(today)));
    }

    /**
     * What the file of one officer still lacks for a post of the role that lacks least; empty when they may be asked.
     */
    public List<RuleFinding> missing(UUID officer, String state, ZoneId zone) {
        var book = rules.book();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var facts = eligibility.facts(officer);
        return facts.roles().stream().sorted()
                .map(role -> Eligibility.missing(facts, post(state, zone, role, today), book))
                .min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    private static PostFacts post(String state, ZoneId zone, String role, LocalDate day) {
        var none = new UUID(0, 0);
        var window = new Window(day.atTime(8, 0).atZone(zone).toInstant(), day.atTime(15, 0).atZone(zone).toInstant());
        return new PostFacts(none, none, "", "HIGH", state, zone, role, day, window, "SCHOOL_SAFETY", 1,
                AskingOrder.AS_RANKED);
    }
}
