package org.daywatch.restorative.diversions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.restorative.RestorativeEvent.DiversionWritten;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about help before exclusion, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class DiversionCommands {

    private final DiversionStore diversions;
    private final Shredding shredding;
    private final Facts facts;
    private final Clock clock;

    DiversionCommands(DiversionStore diversions, Shredding shredding, Facts facts, Clock clock) {
        this.diversions = diversions;
        this.shredding = shredding;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param id of the form: sent twice it is one
     * @throws org.daywatch.platform.errors.Refused where another one of the student goes on
     */
    public void begin(Entry at, UUID id, UUID counselor, DiversionFile file) {
        var district = at.school().districtId();
        var fresh = new Diversion(district, id, at.school().id(), at.today(), counselor, file, 0);
        if (diversions.begin(fresh))
            facts.tell(List.of(new DiversionWritten(district, id, clock.instant(),
                    at.school().id(), "Begin", at.actor().name())));
    }

    /**
     * @param version the one its reader had before them
     * @throws Stale where somebody wrote since
     */
    public Diversion act(UUID id, int version, DiversionCommand command) {
        var d = diversions.lock(id);
        if (d.version() != version) throw new Stale("diversion " + id);
        var decided = d.decide(command, clock.instant()).orThrow();
        diversions.save(decided.state());
        facts.tell(decided.facts());
        return decided.state();
    }

    /** @return how many were begun before the day and are gone now, with their keys */
    int forget(UUID district, LocalDate begunBefore) {
        var over = diversions.begunBefore(district, begunBefore);
        over.forEach(id -> shredding.shred(district, id));
        diversions.forget(district, over);
        return over.size();
    }
}
