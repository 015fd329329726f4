package org.daywatch.restorative.restraints;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.restorative.RestorativeEvent.RestraintYearDeclared;
import org.daywatch.restorative.RestorativeRefusal;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do about restraints, each in one transaction with its facts. The district is bound. */
@Component
@Transactional
public class RestraintCommands {

    private final RestraintStore restraints;
    private final RestraintRules rules;
    private final Shredding shredding;
    private final Facts facts;
    private final Clock clock;

    RestraintCommands(RestraintStore restraints, RestraintRules rules, Shredding shredding, Facts facts, Clock clock) {
        this.restraints = restraints;
        this.rules = rules;
        this.shredding = shredding;
        this.facts = facts;
        this.clock = clock;
    }

    /** It was reported: what is counted of its year is no longer all. */
    void report(Restraint r, Campus school) {
        if (restraints.report(r)) restraints.open(r.school(), rules.year(school, r.reported()));
    }

    /**
     * @param version the one its reader had before them
     * @throws Stale where somebody wrote since
     */
    public Restraint act(UUID id, int version, RestraintCommand command, Campus school) {
        var r = restraints.lock(id);
        if (r.version() != version) throw new Stale("restraint " + id);
        var decided = r.decide(command, clock.instant()).orThrow();
        restraints.save(decided.state());
        facts.tell(decided.facts());
        if (!(command instanceof RestraintCommand.SpeakAfter)) {
            if (r.file() != null) restraints.open(r.school(), rules.year(school, r.file().day()));
            restraints.open(r.school(), rules.year(school, Objects.requireNonNull(decided.state().file()).day()));
        }
        return decided.state();
    }

    /**
     * The school says that every restraint of a year is written down: from then on an empty cell means none.
     *
     * @throws Refused while the year goes on, or while something reported in it is not written
     */
    public void declare(Entry at, LocalDate begins) {
        var next = begins.plusYears(1);
        if (at.today().isBefore(next)) throw new Refused(RestorativeRefusal.RESTRAINT_YEAR_RUNS);
        var school = at.school().id();
        if (restraints.ofSchool(school).stream().anyMatch(r -> r.file() == null && !r.reported().isBefore(begins)
                && r.reported().isBefore(next)))
            throw new Refused(RestorativeRefusal.RESTRAINT_OPEN);
        var said = new RestraintYears.Declared(at.today(), at.actor().name());
        if (restraints.declare(at.school().districtId(), school, begins, said))
            facts.tell(List.of(new RestraintYearDeclared(at.school().districtId(), school, clock.instant(), school,
                    begins, at.actor().name())));
    }

    /** @return how many were reported before the day and are gone now, with their keys */
    int forget(UUID district, LocalDate reportedBefore) {
        var over = restraints.reportedBefore(district, reportedBefore);
        over.forEach(id -> shredding.shred(district, id));
        restraints.forget(district, over);
        return over.size();
    }
}
