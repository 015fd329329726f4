package org.daywatch.directory.programs;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.DirectoryEvent.OwnRuleSet;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.directory.programs.catalog.Demand;
import org.daywatch.directory.programs.catalog.FixedNumber;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The number of a requirement as an agency sets it: from a day to come, for its whole program or one district, as any
 * own rule.
 */
@Component
@Transactional
public class RequirementNumbers {
    private static final BigDecimal MOST = BigDecimal.valueOf(9999);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private final HomeTime home;
    private final OwnRuleStore store;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    RequirementNumbers(OwnRuleStore store, ProgramRules rules, Organizations organizations, Facts facts, HomeTime home,
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
     * @param scope STATE:AZ, or DISTRICT:id of a district of the agency
     * @param until the last day; null: until something else is set
     * @param reading how it is counted and proved from then on
     * @param words what is demanded, in a sentence
     */
    public record Asked(String scope, BigDecimal value, LocalDate from, @Nullable LocalDate until,
            ProgramRule.Reading reading, String words, String source, boolean toConfirm) {}

    /**
     * Gates have numbers that other rooms ask for by their own codes: they are set where those rules stand. What
     * another number would not change is set nowhere.
     */
    public static boolean mayBeSet(Demand demand) {
        return demand.rule().equals(demand.code()) && FixedNumber.of(demand).isEmpty();
    }

    /** The book as it would be, after every check that setting the number makes. */
    @Transactional(readOnly = true)
    public RuleBook with(Demand demand, String state, Asked asked) {
        check(demand, state, asked);
        var all = new ArrayList<ProgramRule>();
        all.add(rule(demand, asked));
        all.addAll(rules.book().list());
        return new RuleBook(all);
    }

    public UUID set(Demand demand, String state, Asked asked) {
        check(demand, state, asked);
        if (store.isSet(demand.rule(), asked.scope(), asked.from()))
            throw new Refused(DirectoryRefusal.RULE_BEGINS_THAT_DAY);
        UUID id = Ids.next();
        var person = Tenancy.current().map(scope -> scope.person()).orElse(null);
        store.insert(id, rule(demand, asked),
                new OwnRules.Asked("", asked.scope(), asked.value(), asked.from(), asked.words(), asked.source(),
                        asked.toConfirm()),
                asked.until(),
                reading(demand, asked), person, clock.instant());
        facts.tell(new OwnRuleSet(Tenancy.tenant(), id, clock.instant(), demand.rule(), asked.scope(), asked.value(),
                unit(demand), asked.from(), asked.source()));
        return id;
    }

    /** The state's program as a whole, or one district of the agency. */
    @Transactional(readOnly = true)
    public List<String> scopes(String state) {
        var scopes = new ArrayList<>(List.of(RuleBook.state(state)));
        organizations.listOwn("DISTRICT").forEach(district -> scopes.add(OwnRule.DISTRICT + district.id()));
        return scopes;
    }

    public LocalDate today() {
        return home.today();
    }

    private void check(Demand demand, String state, Asked asked) {
        if (!mayBeSet(demand))
            throw new InvalidInput("value", RuleNumber.plain(asked.value()), "programs.wrong.elsewhere");
        if (!scopes(state).contains(asked.scope()))
            throw new InvalidInput("scope", asked.scope(), "rules.own.wrong.scope");
        if (asked.value().signum() < 0 || asked.value().compareTo(MOST) > 0)
            throw new InvalidInput("value", RuleNumber.plain(asked.value()), "programs.wrong.value");
        if (unit(demand).startsWith("percent") && asked.value().compareTo(ALL) > 0)
            throw new InvalidInput("value", RuleNumber.plain(asked.value()), "programs.wrong.percent");
        RuleNumber.check(demand.rule(), unit(demand), asked.value());
        if (asked.from().isBefore(today()))
            throw new InvalidInput("from", asked.from().toString(), "rules.own.wrong.from");
        if (asked.until() != null && asked.until().isBefore(asked.from()))
            throw new InvalidInput("until", asked.until().toString(), "programs.wrong.until");
        length("words", asked.words(), "rules.own.wrong.words");
        length("source", asked.source(), "rules.own.wrong.source");
    }

    private static void length(String field, String text, String wrong) {
        int length = text.strip().length();
        if (length < 5 || length > 300) throw new InvalidInput(field, text, wrong);
    }

    private ProgramRule rule(Demand demand, Asked asked) {
        return new ProgramRule(OwnRuleStore.PREFIX + "PREVIEW", demand.rule(), asked.scope(), asked.value(),
                unit(demand), asked.from(), asked.until(), asked.source().strip(),
                asked.toConfirm(), asked.words().strip(), reading(demand, asked));
    }

    /** Null where it is counted and proved as shipped: then a later release speaks. */
    private static ProgramRule.@Nullable Reading reading(Demand demand, Asked asked) {
        return asked.reading().equals(new ProgramRule.Reading(demand.counting(), demand.evidence(), demand.detail()))
                ? null
                : asked.reading();
    }

    /** As the shipped number has it; drills where none is shipped. */
    @Transactional(readOnly = true)
    public String unit(Demand demand) {
        return rules.book().list().stream().filter(r -> r.code().equals(demand.rule())).map(ProgramRule::unit)
                .findFirst().orElse("drills");
    }
}
