package org.daywatch.planning.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who may enter which agreement: an officer those that speak of him or of everybody where he stands, others those of their schools. */
@Component
class AgreementDoor {

    private final AgreementStore agreements;
    private final SchoolPlaces places;
    private final SchoolOfficers officers;
    private final Clock clock;

    AgreementDoor(AgreementStore agreements, SchoolPlaces places, SchoolOfficers officers, Clock clock) {
        this.agreements = agreements;
        this.places = places;
        this.officers = officers;
        this.clock = clock;
    }

    /** @throws NotFound when it is not there, another organisation's, or none of his */
    Agreement mine(Actor actor, UUID id) {
        var g = agreements.find(id).orElseThrow(() -> new NotFound("agreement " + id));
        places.get(actor, g.schoolId());
        var own = officers(actor);
        if (own.isPresent() && g.officerId() != null && !own.get().contains(g.officerId())) throw new NotFound("agreement " + id);
        return g;
    }

    Campus school(Actor actor, UUID school) {
        return places.get(actor, school);
    }

    LocalDate today(Campus school) {
        return clock.instant().atZone(school.zone()).toLocalDate();
    }

    Optional<Set<UUID>> schools(Actor actor) {
        return places.only(actor);
    }

    /** The officer files of an officer; empty for everybody else, who reads those of all. */
    Optional<Set<UUID>> officers(Actor actor) {
        if (actor.role() != Role.OFFICER) return Optional.empty();
        return Optional.of(places.of(actor).stream().flatMap(s -> officers.since(s.id(), today(s).minusYears(1)).stream()).filter(o -> o.person().equals(actor.person()))
                .map(SchoolOfficers.Worked::officer).collect(Collectors.toSet()));
    }

    /** Does it and leads back to the agreement; what was refused or wrong is said there. */
    ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String said, Runnable work) {
        mine(actor, id);
        return Act.on(page, response, "/service-agreements/" + id, said, work);
    }

    /** The same for a form of its page in which something is typed. */
    ModelAndView typed(Page page, Actor actor, UUID id, Map<String, String> input, HttpServletResponse response, String said, Function<Page, ModelAndView> again, Runnable work) {
        mine(actor, id);
        return Act.typed(page, response, "/service-agreements/" + id, said, said, input, again, work);
    }
}
