package org.daywatch.relationships.threats;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.threats.ThreatDoor.Entrance;
import org.daywatch.relationships.threats.cases.CaseFile.Student;
import org.daywatch.relationships.threats.cases.Stage;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatCommand.By;
import org.daywatch.relationships.threats.cases.ThreatCommand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about cases, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class ThreatCommands {

    /** Nobody does it: its day has come. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final ThreatStore cases;
    private final Shredding shredding;
    private final FadingCases fading;
    private final Facts facts;
    private final ThreatRules rules;
    private final Clock clock;

    ThreatCommands(ThreatStore cases, Shredding shredding, FadingCases fading, Facts facts, ThreatRules rules,
            Clock clock) {
        this.cases = cases;
        this.fading = fading;
        this.rules = rules;
        this.shredding = shredding;
        this.facts = facts;
        this.clock = clock;
    }

    public UUID open(Entrance at, UUID owner, UUID administrator, Student student, String report) {
        var id = Ids.next();
        var decided = ThreatCase.open(at.school().districtId(), id, at.school().id(), owner, administrator, student,
                report, rules.model(at.school(), at.today()), at.today(), now(), at.by()).orThrow();
        cases.insert(decided.state());
        facts.tell(decided.facts());
        return id;
    }

    /** @param version the one its reader had before them. @throws Stale where somebody wrote since */
    public void act(UUID id, int version, Function<ThreatCase, ThreatCommand> asked) {
        var c = cases.lock(id);
        if (c.version() != version) throw new Stale("threat case " + id);
        var decided = c.decide(asked.apply(c), now()).orThrow();
        cases.save(decided.state());
        facts.tell(decided.facts());
    }

    /** What was written goes with its key; the row says that one faded and no more. @return how many */
    int fade(UUID district, LocalDate today) {
        var due = cases.toFade(district, today);
        for (var c : due) {
            var decided = c.decide(new ThreatCommand.Fade(today, new By(NOBODY, "", TeamPart.MENTAL_HEALTH)), now())
                    .orThrow();
            fading.fades(c);
            cases.save(decided.state());
            shredding.shred(district, c.id());
            facts.tell(decided.facts());
        }
        return due.size();
    }

    /** @return how many were closed before the day and are gone now, with their keys */
    int forget(UUID district, LocalDate closedBefore) {
        var over = cases.closedBefore(district, closedBefore);
        over.forEach(id -> shredding.shred(district, id));
        cases.delete(district, over);
        return over.size();
    }

    static boolean isThere(ThreatCase c, LocalDate today) {
        return c.stage() != Stage.TRANSIENT || c.fadesOn() == null || today.isBefore(c.fadesOn());
    }

    private Instant now() {
        return clock.instant();
    }
}
