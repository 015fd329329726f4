package org.daywatch.directory.programs;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.DirectoryEvent.OwnRuleSet;
import org.daywatch.directory.DirectoryEvent.OwnRuleWithdrawn;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agency sets for itself. A rule begins on a day to come and is taken back with a reason; the past keeps its
 * rule.
 */
@Component
@Transactional
class OwnRules {
    private static final int LEAST_WORDS = 5;
    private static final int MOST_WORDS = 300;
    private final HomeTime home;
    private final OwnRuleStore store;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    OwnRules(OwnRuleStore store, ProgramRules rules, Organizations organizations, Facts facts, HomeTime home,
            Clock clock) {
        this.home = home;
        this.store = store;
        this.rules = rules;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param version of the rule it stands in for, as {@link ProgramRule#version()}
     * @param words what the rule says, in a sentence that names the number
     * @param scope the rule's own, or a district's or department's of the agency where that rule may be narrower
     */
    record Asked(String version, String scope, BigDecimal value, LocalDate from, String words, String source,
            boolean toConfirm) {}

    UUID set(Asked asked, Actor actor) {
        var rule = get(asked.version());
        if (!scopes(rule).contains(asked.scope()))
            throw new InvalidInput("scope", asked.scope(), "rules.own.wrong.scope");
        OwnRule.check(rule, asked.value(), asked.scope());
        if (asked.from().isBefore(today()))
            throw new InvalidInput("from", asked.from().toString(), "rules.own.wrong.from");
        words("source", asked.source(), "rules.own.wrong.source");
        words("words", asked.words(), "rules.own.wrong.words");
        OwnRule.checkWords(rule, asked.value(), asked.words());
        if (store.isSet(rule.code(), asked.scope(), asked.from()))
            throw new Refused(DirectoryRefusal.RULE_BEGINS_THAT_DAY);
        UUID id = Ids.next();
        store.insert(id, rule, asked, actor.person(), clock.instant());
        facts.tell(new OwnRuleSet(actor.tenant(), id, clock.instant(), rule.code(), asked.scope(), asked.value(),
                rule.unit(), asked.from(), asked.source()));
        return id;
    }

    /** From tomorrow on the rule before it answers again; one that has not begun never does. */
    void withdraw(UUID id, String reason, Actor actor) {
        words("reason", reason, "rules.own.wrong.reason");
        var rule = store.find(id).orElseThrow(() -> new NotFound("rule " + id));
        if (!store.withdraw(id, today(), reason.strip(), actor.person(), clock.instant()))
            throw new Refused(DirectoryRefusal.RULE_WITHDRAWN);
        facts.tell(
                new OwnRuleWithdrawn(actor.tenant(), id, clock.instant(), rule.code(), rule.scope(), reason.strip()));
    }

    @Transactional(readOnly = true)
    public ProgramRule get(String version) {
        return rules.book().list().stream().filter(rule -> rule.version().equals(version)).findFirst()
                .orElseThrow(() -> new NotFound("rule " + version));
    }

    /** Where such a rule may hold: where the rule at hand holds, and narrower where the rooms ask narrower. */
    @Transactional(readOnly = true)
    public List<String> scopes(ProgramRule rule) {
        var scopes = new java.util.ArrayList<>(List.of(rule.scope()));
        for (String narrow : List.of(OwnRule.DISTRICT, OwnRule.DEPARTMENT)) {
            if (!OwnRule.mayNarrow(rule, narrow) || rule.scope().startsWith(narrow)) continue;
            organizations.listOwn(narrow.substring(0, narrow.length() - 1)).forEach(o -> scopes.add(narrow + o.id()));
        }
        ownState(rule).ifPresent(scopes::add);
        return scopes;
    }

    /** The agency's own state, where nothing is known of it that answers the same question. */
    private Optional<String> ownState(ProgramRule rule) {
        return organizations.find(Tenancy.tenant()).map(Organizations.Organization::state)
                .filter(state -> !state.isEmpty()).map(RuleBook::state)
                .filter(scope -> OwnRule.elsewhere(rule, scope) && rules.book().of(rule.code()).stream()
                        .noneMatch(r -> r.scope().equals(scope) && r.inForce(today())));
    }

    LocalDate today() {
        return home.today();
    }

    private static void words(String field, String text, String wrong) {
        int length = text.strip().length();
        if (length < LEAST_WORDS || length > MOST_WORDS) throw new InvalidInput(field, text, wrong);
    }
}
