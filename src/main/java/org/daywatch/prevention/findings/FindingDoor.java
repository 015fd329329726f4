package org.daywatch.prevention.findings;

import static org.daywatch_db.prevention.Tables.FINDING;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Who may enter which finding. Anyone who owns one follows it wherever they stand now, and an officer what they found
 * themselves.
 */
@Component
public class FindingDoor {

    private final FindingStore findings;
    private final PreventionPlaces places;

    FindingDoor(FindingStore findings, PreventionPlaces places) {
        this.findings = findings;
        this.places = places;
    }

    /** @throws NotFound when it is not there, another organization's, or neither at a school of theirs nor their own */
    public Finding mine(Actor actor, UUID id) {
        var finding = findings.find(id).orElseThrow(() -> new NotFound("finding " + id));
        boolean theirs = places.only(actor).map(schools -> schools.contains(finding.schoolId())).orElse(true);
        boolean owns = finding.owner() != null && actor.person().equals(finding.owner().person());
        if (!theirs && !owns
                && !(actor.role() == Role.OFFICER && finding.origin().by().person().equals(actor.person())))
            throw new NotFound("finding " + id);
        return finding;
    }

    public Campus school(Finding finding) {
        return places.campus(finding.schoolId());
    }

    public Condition readable(Actor actor) {
        var only = places.only(actor);
        if (only.isEmpty()) return DSL.noCondition();
        var here = FINDING.SCHOOL_ID.in(only.get()).or(FINDING.OWNER_PERSON.eq(actor.person()));
        return actor.role() == Role.OFFICER ? here.or(FINDING.OPENED_PERSON.eq(actor.person())) : here;
    }

    public static By by(Actor actor) {
        return new By(actor.person(), actor.name(),
                actor.role() == Role.PRINCIPAL || actor.role() == Role.SAFETY_DIRECTOR,
                actor.may(Permission.RISKS_ACCEPT));
    }
}
