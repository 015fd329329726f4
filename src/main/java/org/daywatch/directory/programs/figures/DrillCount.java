package org.daywatch.directory.programs.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.daywatch.directory.Due.State;
import org.daywatch.directory.Due;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;

/**
 * A due list of drills in drills: one that meets several demands at once is one. Six emergency drills, four of them on
 * active threats and one within the first days, are six and not eleven. Pure.
 *
 * @param asked what was held, and the fewest that meet all that is still open
 * @param done drills that count for something, in time or late
 * @param late the fewest that make good what is late
 * @param missed likewise for what cannot be made good any more
 * @param tooMany held beyond what is allowed; nothing that was asked for and missed
 */
public record DrillCount(int asked, int done, int late, int missed, int tooMany) {

    /** Of any kind. */
    private static final String ANY = "DRILL:ANY";
    /** Of any kind but fire. */
    private static final String EMERGENCY = "DRILL:EMERGENCY";
    private static final String FIRE = "DRILL:FIRE";

    public static DrillCount of(Collection<Due> dues) {
        var drills = dues.stream().filter(d -> d.requirement().kind() == Kind.DRILL).toList();
        int done = held(drills);
        return new DrillCount(done + fewest(drills, d -> d.doneOn() == null), done,
                fewest(drills, d -> d.state() == State.LATE), fewest(drills, d -> d.state() == State.MISSED),
                held(dues.stream().filter(d -> d.requirement().kind() == Kind.CEILING).toList()));
    }

    private static int held(Collection<Due> dues) {
        return (int) dues.stream().filter(d -> d.doneOn() != null).map(d -> List.of(d.doneOn(), d.evidence()))
                .distinct().count();
    }

    /**
     * Of two demands of one kind the greater holds the smaller; a demand that leaves the kind open holds those that
     * name one.
     */
    private static int fewest(Collection<Due> drills, Predicate<Due> which) {
        var bySubject = new HashMap<String, Map<Requirement, Integer>>();
        drills.stream().filter(which)
                .forEach(d -> bySubject.computeIfAbsent(d.requirement().subject(), s -> new HashMap<>())
                        .merge(d.requirement(), 1, Integer::sum));
        var most = new HashMap<String, Integer>();
        bySubject.forEach(
                (subject, counts) -> most.put(subject, counts.values().stream().max(Integer::compare).orElse(0)));
        int any = taken(most, ANY);
        int emergency = taken(most, EMERGENCY);
        int fire = taken(most, FIRE);
        return Math.max(any, fire + Math.max(emergency, most.values().stream().mapToInt(Integer::intValue).sum()));
    }

    private static int taken(Map<String, Integer> most, String subject) {
        var count = most.remove(subject);
        return count == null ? 0 : count;
    }
}
