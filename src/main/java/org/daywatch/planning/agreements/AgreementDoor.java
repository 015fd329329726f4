package org.daywatch.planning.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.places.SchoolPlaces;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.staffing.SchoolOfficers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who may enter which agreement: an officer those that speak of them, wherever they stand, and those of everybody at a
 * school while they work there or worked there in their term; others those of their schools.
 */
@Component
class AgreementDoor {

    private final AgreementStore agreements;
    private final SchoolPlaces places;
    private final SchoolOfficers officers;
    private final OfficerFiles files;
    private final Campuses campuses;
    private final Clock clock;

    AgreementDoor(AgreementStore agreements, SchoolPlaces places, SchoolOfficers officers, OfficerFiles files,
            Campuses campuses, Clock clock) {
        this.agreements = agreements;
        this.places = places;
        this.officers = officers;
        this.files = files;
        this.campuses = campuses;
        this.clock = clock;
    }

    /**
     * What somebody may read.
     *
     * @param schools all agreements of these, or those of everybody where an officer reads; empty: of all schools
     * @param own null for whoever is no officer
     */
    record Reads(Optional<Set<UUID>> schools, @Nullable Own own) {}

    /**
     * What an officer reads besides. @param file null while they have none. @param worked agreements of everybody at
     * these schools, whose term meets those days
     */
    record Own(@Nullable UUID file, Map<UUID, SchoolOfficers.Span> worked) {}

    Reads reads(Actor actor) {
        return new Reads(places.only(actor),
                actor.role() != Role.OFFICER
                        ? null
                        : new Own(files.ofPerson(actor.person()).orElse(null), officers.worked(actor.person())));
    }

    /** @throws NotFound when it is not there, another organization's, or none of theirs */
    Agreement mine(Actor actor, UUID id) {
        var g = agreements.find(id).orElseThrow(() -> new NotFound("agreement " + id));
        if (actor.role() != Role.OFFICER) places.get(actor, g.schoolId());
        else if (!speaksTo(reads(actor), g)) throw new NotFound("agreement " + id);
        return g;
    }

    private static boolean speaksTo(Reads reads, Agreement g) {
        var own = Objects.requireNonNull(reads.own());
        if (g.officerId() != null) return g.officerId().equals(own.file());
        var worked = own.worked().get(g.schoolId());
        return reads.schools().orElseThrow().contains(g.schoolId())
                || worked != null && !worked.first().isAfter(g.ends()) && !worked.last().isBefore(g.start());
    }

    Campus school(Actor actor, UUID school) {
        return places.get(actor, school);
    }

    /** Of an agreement they may enter: an officer may stand elsewhere by now. */
    Campus schoolOf(Agreement g) {
        return campuses.find(g.schoolId()).orElseThrow(() -> new NotFound("school " + g.schoolId()));
    }

    LocalDate today(Campus school) {
        return clock.instant().atZone(school.zone()).toLocalDate();
    }

    /** Does it and leads back to the agreement; what was refused or wrong is said there. */
    ModelAndView act(Page page, Actor actor, UUID id, HttpServletResponse response, String said, Runnable work) {
        mine(actor, id);
        return Act.on(page, response, "/service-agreements/" + id, said, work);
    }

    /** The same for a form of its page in which something is typed. */
    ModelAndView typed(Page page, Actor actor, UUID id, Map<String, String> input, HttpServletResponse response,
            String said, Function<Page, ModelAndView> again, Runnable work) {
        mine(actor, id);
        return Act.typed(page, response, "/service-agreements/" + id, said, said, input, again, work);
    }
}
