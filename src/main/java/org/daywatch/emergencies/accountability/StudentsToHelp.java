package org.daywatch.emergencies.accountability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.assistance.AssistanceNotes;
import org.daywatch.directory.assistance.AssistanceNoteStore;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.emergencies.accountability.RollCall.Person;
import org.daywatch.emergencies.accountability.RollCall.Place;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollCall.Statement;
import org.daywatch.planning.StudentPlansInAnEmergency;
import org.daywatch.planning.StudentPlansInAnEmergency.Need;
import org.daywatch.platform.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Note and plan of each student who needs help, for the adult who has them beside them: those of their own class, and
 * those who strayed to them, where they said so.
 */
@Component
public class StudentsToHelp {

    private final AssistanceNotes notes;
    private final AssistanceNoteStore storedNotes;
    private final StudentPlansInAnEmergency plans;
    private final AlertsAtSchool alerts;
    private final RollQueries queries;

    StudentsToHelp(AssistanceNotes notes, AssistanceNoteStore storedNotes, StudentPlansInAnEmergency plans,
            AlertsAtSchool alerts, RollQueries queries) {
        this.notes = notes;
        this.storedNotes = storedNotes;
        this.plans = plans;
        this.alerts = alerts;
        this.queries = queries;
    }

    /** @param note empty where there is none. @param plan what their plan says for now; null where there is none */
    public record Help(String name, String note, @Nullable Need plan) {

        /** What to do, each sentence once, though note and plan may both say it. */
        public List<String> words() {
            return Stream.of(note, plan == null ? "" : plan.now()).map(String::strip).filter(w -> !w.isEmpty())
                    .distinct().toList();
        }
    }

    /**
     * In a drill, when it is over on their screen, and to anybody who does not have the student beside them, nothing is
     * opened. @param own whether it is their class
     */
    List<Help> of(Actor actor, RollCall call, Place place, boolean own, Collection<Person> expected) {
        if (call.status() != AlertStatus.ACTUAL || alerts.underWay(call.schoolId(), actor.person()).stream()
                .noneMatch(a -> a.status() == AlertStatus.ACTUAL))
            return List.of();
        var beside = Stream.concat(own ? expected.stream() : Stream.empty(), strayed(actor, call, place).stream())
                .filter(p -> p.kind() == Kind.STUDENT && p.personId() != null).distinct().toList();
        var ids = ids(beside);
        if (ids.isEmpty()) return List.of();
        var written = notes.duringEmergency(call.schoolId(), ids);
        var planned = plans.during(call.schoolId(), ids,
                alerts.find(call.alertId()).map(a -> a.action().name()).orElse(call.action()));
        return beside.stream().filter(p -> written.containsKey(p.personId()) || planned.containsKey(p.personId()))
                .map(p -> new Help(p.name(), written.getOrDefault(p.personId(), ""), planned.get(p.personId())))
                .toList();
    }

    /** Whether there would be something to read in an actual emergency; nobody reads it by that. */
    boolean some(RollCall call, Collection<Person> expected) {
        var ids = ids(expected);
        return !ids.isEmpty() && (!storedNotes.noted(ids).isEmpty() || !plans.planned(call.schoolId(), ids).isEmpty());
    }

    private static List<UUID> ids(Collection<Person> people) {
        return people.stream().map(Person::personId).filter(Objects::nonNull).toList();
    }

    private List<Person> strayed(Actor actor, RollCall call, Place place) {
        var said = queries.saidBy(call.id(), place.id(), actor.person());
        if (said.isEmpty()) return List.of();
        var here = stillHere(said, queries.statements(call.id()), place.id());
        return queries.people(call.id()).stream().filter(p -> here.contains(p.id()) && !place.id().equals(p.placeId()))
                .toList();
    }

    /** Of those they said are with them: who has not been missed by this room since, nor been seen later by another. */
    static Set<UUID> stillHere(Set<UUID> said, List<Statement> statements, UUID place) {
        Map<UUID, Map<UUID, Statement>> last = new HashMap<>();
        for (var s : statements) {
            if (s.placeId() != null && said.contains(s.person()))
                last.computeIfAbsent(s.person(), p -> new HashMap<>()).merge(s.placeId(), s,
                        (a, b) -> b.at().isBefore(a.at()) ? a : b);
        }
        var here = new ArrayList<UUID>();
        last.forEach((person, rooms) -> seenIn(rooms.values()).filter(place::equals).ifPresent(p -> here.add(person)));
        return Set.copyOf(here);
    }

    private static Optional<UUID> seenIn(Collection<Statement> lastOfEachRoom) {
        return lastOfEachRoom.stream().filter(s -> s.says() != Says.MISSING)
                .max(java.util.Comparator.comparing(Statement::at)).map(Statement::placeId);
    }
}
