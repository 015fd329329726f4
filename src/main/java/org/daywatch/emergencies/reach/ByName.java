package org.daywatch.emergencies.reach;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.exercises.audience.ExerciseAudience;

/**
 * Those about whom somebody must do something, by name, without the database: from a list of people and what was heard
 * of them. Each stands in one group.
 */
record ByName(List<String> needHelp, List<String> notReached, List<String> delivered) {

    /**
     * What the records would say: who is on the list and concerned is expected, others who answered are kept and not
     * counted, and whoever knows only what the school was told before is not reached.
     *
     * @param heard by person
     */
    static Collection<Reach> expected(Alert alert, Collection<SchoolPeople.Placed> list, ExerciseAudience audience,
            Map<UUID, Reach> heard) {
        var all = new LinkedHashMap<UUID, Reach>();
        for (var placed : SchoolPeople.concerned(list, alert, audience)) {
            var known = heard.get(placed.person());
            all.put(placed.person(),
                    known == null
                            ? Reach.fresh(alert.agencyId(), alert.id(), alert.districtId(), alert.schoolId(),
                                    placed.person(), placed.name(), placed.role(), true, 0, alert.raisedAt())
                            : known.as(placed.name(), placed.role(), true));
        }
        heard.forEach((person, reach) -> all.putIfAbsent(person, reach.as(reach.name(), reach.role(), false)));
        return told(alert, all.values());
    }

    /** Of what the school is told now. */
    static Collection<Reach> told(Alert alert, Collection<Reach> people) {
        return people.stream().map(
                reach -> reach.decide(new ReachCommand.Tell(alert.told()), alert.state().since()).orThrow().state())
                .toList();
    }

    static ByName of(Collection<Reach> people) {
        return new ByName(names(people, reach -> reach.state() instanceof Reach.State.NeedsHelp),
                names(people, reach -> reach.expected() && reach.state() instanceof Reach.State.NotReached),
                names(people, reach -> reach.expected() && reach.state() instanceof Reach.State.Delivered));
    }

    private static List<String> names(Collection<Reach> people, Predicate<Reach> which) {
        return people.stream().filter(which).map(Reach::name).sorted().toList();
    }
}
