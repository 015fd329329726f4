package org.daywatch.prevention.assessments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.emergencies.ResponseTimes;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.SiteAssessment.Response;
import org.daywatch.prevention.places.PreventionPlaces;
import org.daywatch.staffing.OfficerFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may enter which assessment, and as whom. */
@Component
public class AssessmentDoor {

    private final AssessmentStore assessments;
    private final PreventionPlaces places;
    private final OfficerFiles officers;
    private final ResponseTimes responses;
    private final ProgramRules rules;

    AssessmentDoor(AssessmentStore assessments, PreventionPlaces places, OfficerFiles officers, ResponseTimes responses,
            ProgramRules rules) {
        this.assessments = assessments;
        this.places = places;
        this.officers = officers;
        this.responses = responses;
        this.rules = rules;
    }

    /** @throws NotFound when it is not there, another organization's, or at a school where they are not */
    public SiteAssessment mine(Actor actor, UUID id) {
        var a = assessments.find(id).orElseThrow(() -> new NotFound("assessment " + id));
        places.get(actor, a.schoolId());
        return a;
    }

    /** The same for what a phone kept: also where the clock saw them that day. */
    public SiteAssessment walked(Actor actor, UUID id, Instant at) {
        var a = assessments.find(id).orElseThrow(() -> new NotFound("assessment " + id));
        places.walked(actor, a.schoolId(), at);
        return a;
    }

    public Campus school(Actor actor, SiteAssessment a) {
        return places.get(actor, a.schoolId());
    }

    public By by(Actor actor) {
        return new By(actor.person(), actor.name(),
                actor.role() == Role.OFFICER ? officers.ofPerson(actor.person()).orElse(null) : null, leads(actor),
                actor.role());
    }

    /** They answer for the safety of the district. */
    public static boolean leads(Actor actor) {
        return actor.role() == Role.SAFETY_DIRECTOR;
    }

    public static boolean edits(Actor actor) {
        return actor.may(Permission.ASSESSMENTS_EDIT);
    }

    /** The middle one of the arrivals that were measured here in the last years; null where there are none. */
    public @Nullable Response measured(Campus school, Instant now) {
        var since = now.minus(365L * rule("RESPONSE_YEARS", school), ChronoUnit.DAYS);
        return Response.middle(responses.of(school.id(), since).stream().map(ResponseTimes.Arrival::seconds).toList())
                .orElse(null);
    }

    /** A provider from outside has to stand in a register of the state before their assessment counts. */
    public boolean registerAsked(Campus school) {
        return rule("ASSESSOR_REGISTERED", school) > 0;
    }

    private int rule(String code, Campus school) {
        return rules.book()
                .get(code, places.today(school), "DISTRICT:" + school.districtId(), RuleBook.state(school.state()))
                .number();
    }
}
