package org.daywatch.planning.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.planning.agreements.clauses.Clause;
import org.daywatch.planning.agreements.clauses.ClauseChecker;
import org.daywatch.planning.agreements.clauses.ClauseRules;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: lock, decide, save, tell. */
@Component
@Transactional
public class AgreementCommands {

    private final AgreementStore agreements;
    private final ClauseRules rules;
    private final Facts facts;
    private final Clock clock;

    AgreementCommands(AgreementStore agreements, ClauseRules rules, Facts facts, Clock clock) {
        this.agreements = agreements;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    /** @return false when one for the same officer and term, or the same renewal, is there already */
    public boolean draft(Agreement drafted, List<Clause> clauses) {
        if (!agreements.insert(drafted)) return false;
        agreements.write(drafted, drafted.text(), clauses, drafted.draftedBy(), drafted.since());
        facts.tell(drafted.drafted());
        return true;
    }

    /** Another text; what was signed counts no more. An equal text changes nothing. @return whether it changed */
    public boolean revise(UUID id, List<Clause> clauses, String by) {
        var before = agreements.lock(id);
        if (Clause.hash(clauses).equals(before.hash())) return false;
        var now = clock.instant();
        var decided = before.decide(new AgreementCommand.Revise(by), now).orThrow();
        agreements.write(before, decided.state().text(), clauses, by, now);
        agreements.save(decided.state(), before);
        facts.tell(decided.facts());
        return true;
    }

    /** @param why what is said about the findings of the check; needed where there are any */
    public void offer(UUID id, Campus school, String why, String by) {
        handle(id, g -> new AgreementCommand.Offer(by, findings(g, school).size(), why));
    }

    /** What the check finds in the text as it stands. */
    @Transactional(readOnly = true)
    public List<ClauseChecker.Finding> findings(Agreement g, Campus school) {
        return ClauseChecker.check(agreements.text(g.id(), g.text()), g.kind().name(), school.state(), g.start(),
                rules.list());
    }

    /**
     * The actor signs for their party by their own act. @param typed their name as they wrote it. @param hash of the
     * text they had before them
     */
    public Agreement sign(UUID id, Campus school, Actor actor, String typed, String hash) {
        var today = clock.instant().atZone(school.zone()).toLocalDate();
        var signed = handle(id, g -> new AgreementCommand.Sign(Ids.next(), actor.person(), actor.name(),
                actor.role().name(), AgreementWords.party(actor), actor.name(), typed, hash, today));
        if (signed.state() == State.IN_FORCE && signed.follows() != null)
            replace(signed.follows(), signed.id(), actor.name());
        return signed;
    }

    /** What an agreement renews is over with it, wherever it stands; one that was ended stays so. */
    private void replace(UUID earlier, UUID successor, String by) {
        var before = agreements.lock(earlier);
        if (before.state() == State.IN_FORCE || before.state() == State.EXPIRED)
            handle(earlier, g -> new AgreementCommand.Replace(by, successor));
    }

    public void end(UUID id, String reason, String by) {
        handle(id, g -> new AgreementCommand.End(by, reason));
    }

    /** @return whether its term was over */
    public boolean expire(UUID id, LocalDate today) {
        var g = agreements.lock(id);
        if (g.state() != State.IN_FORCE || !today.isAfter(g.ends())) return false;
        handle(id, a -> new AgreementCommand.Expire("Daywatch", today));
        return true;
    }

    private Agreement handle(UUID id, Function<Agreement, AgreementCommand> command) {
        var before = agreements.lock(id);
        var decided = before.decide(command.apply(before), clock.instant()).orThrow();
        agreements.save(decided.state(), before);
        facts.tell(decided.facts());
        return decided.state();
    }
}
