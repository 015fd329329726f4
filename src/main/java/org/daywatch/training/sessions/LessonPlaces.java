package org.daywatch.training.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ClockRecords;
import org.daywatch.staffing.OfficerNames;
import org.daywatch.staffing.OfficerSchools;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.stereotype.Component;

/**
 * At which schools somebody teaches and reads of lessons: an officer where they stand or lately stood, people of one
 * school there, others in their organization.
 */
@Component
public class LessonPlaces {

    /** A lesson is planned weeks ahead, from home as well: whoever worked there lately plans there. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final Campuses campuses;
    private final OfficerSchools officers;
    private final ClockRecords clocks;
    private final SchoolOfficers worked;
    private final OfficerNames files;
    private final Organizations organizations;
    private final Clock clock;

    LessonPlaces(Campuses campuses, OfficerSchools officers, ClockRecords clocks, SchoolOfficers worked,
            OfficerNames files, Organizations organizations, Clock clock) {
        this.campuses = campuses;
        this.officers = officers;
        this.clocks = clocks;
        this.worked = worked;
        this.files = files;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** By name; for an officer where they are now before all. */
    public List<Campus> of(Actor actor) {
        var now = actor.role() == Role.OFFICER ? officers.of(actor.person()).keySet() : Set.<UUID>of();
        var all = only(actor).map(campuses::list)
                .orElseGet(() -> actor.role().organizationKind().equals("DISTRICT")
                        ? campuses.list(CalendarScope.all(actor.tenant()))
                        : campuses.search("", null));
        return all.stream().sorted(Comparator.comparing((Campus c) -> !now.contains(c.id())).thenComparing(Campus::name)
                .thenComparing(Campus::id)).toList();
    }

    /** Of which schools they may read; empty: all of the organization that is bound. */
    public Optional<Set<UUID>> only(Actor actor) {
        if (actor.role() == Role.OFFICER) {
            var theirs = new HashSet<>(officers.of(actor.person()).keySet());
            var now = clock.instant();
            clocks.of(actor.person(), new Window(now.minus(LATELY), now.plusSeconds(1)))
                    .forEach(record -> theirs.add(record.schoolId()));
            return Optional.of(theirs);
        }
        if (!actor.role().atOneSchool() && actor.school() == null) return Optional.empty();
        return Optional.of(actor.school() == null ? Set.of() : Set.of(actor.school()));
    }

    /** @throws NotFound when it is none of theirs: for them it is not there */
    public Campus get(Actor actor, UUID school) {
        return campuses.get(actor, only(actor), school);
    }

    /** A school of their organization, whether they work there now or not. */
    public Campus any(Actor actor, UUID school) {
        return campuses.get(actor, Optional.empty(), school);
    }

    /** Officers who stood there lately, for those who plan a lesson for one of them. */
    public List<SchoolOfficers.Worked> officers(Campus school) {
        return worked.since(school.id(), LocalDate.now(clock.withZone(school.zone())).minusDays(LATELY.toDays()));
    }

    /** @throws NotFound where an officer's account has no file */
    public UUID officerFile(Actor actor) {
        return files.ofPerson(actor.person())
                .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person())).officer();
    }

    /** The agency that runs the program the actor's organization is in. */
    public UUID agency(Actor actor) {
        return organizations.agencyOf(actor);
    }

    /** What the school's clock shows. */
    public LocalTime now(Campus school) {
        return LocalTime.now(clock.withZone(school.zone()));
    }

    public LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }
}
