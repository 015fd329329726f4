package org.daywatch.bench.roster.peer;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.toList;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;

/**
 * The rules and points of the roster that look at more than one seat, as constraint streams; all others lie in
 * candidates and worth.
 */
public final class PeerRules implements ConstraintProvider {

    /** Set before a solver is made: the peer makes its providers itself. */
    static volatile Weights weights = Weights.NONE;
    static volatile boolean spells;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory from) {
        var all = new ArrayList<>(List.of(worth(from), overlap(from), week(from), day(from)));
        if (spells) all.add(spell(from));
        if (weights.face() != 0) all.add(face(from));
        if (weights.share().points() != 0) all.add(share(from));
        if (!weights.fair().isEmpty()) all.add(fair(from));
        if (weights.wish().days() != 0) all.add(days(from));
        return all.toArray(Constraint[]::new);
    }

    private static Constraint worth(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).reward(HardSoftScore.ONE_SOFT, PeerSeat::points).asConstraint("worth");
    }

    private static Constraint overlap(ConstraintFactory from) {
        return from
                .forEachUniquePair(PeerSeat.class, Joiners.equal(PeerSeat::getOfficer),
                        Joiners.overlapping(PeerSeat::getStart, PeerSeat::getEnd))
                .penalize(HardSoftScore.ONE_HARD,
                        (a, b) -> Math.min(a.getEnd(), b.getEnd()) - Math.max(a.getStart(), b.getStart()))
                .asConstraint("overlap");
    }

    private static Constraint week(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).groupBy(PeerSeat::getOfficer, sum(PeerSeat::minutes))
                .filter((officer, minutes) -> minutes > officer.weekLeft())
                .penalize(HardSoftScore.ONE_HARD, (officer, minutes) -> minutes - officer.weekLeft())
                .asConstraint("week");
    }

    private static Constraint day(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).groupBy(PeerSeat::getOfficer, PeerSeat::getDay, sum(PeerSeat::minutes))
                .filter((officer, day, minutes) -> minutes > officer.left(day))
                .penalize(HardSoftScore.ONE_HARD, (officer, day, minutes) -> minutes - officer.left(day))
                .asConstraint("day");
    }

    private static Constraint spell(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).filter(seat -> seat.getOfficer().spellsCount())
                .groupBy(PeerSeat::getOfficer, toList())
                .penalize(HardSoftScore.ONE_HARD,
                        (officer, seats) -> officer.tooLong(seats.stream()
                                .flatMapToInt(s -> java.util.stream.IntStream.of(s.getStart(), s.getEnd())).toArray()))
                .asConstraint("spell");
    }

    private static Constraint face(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).filter(seat -> !seat.getOfficer().ofCore(seat.getSchool()))
                .groupBy(PeerSeat::getOfficer, PeerSeat::getSchool)
                .penalize(HardSoftScore.ofSoft(weights.face())).asConstraint("face");
    }

    private static Constraint share(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).groupBy(PeerSeat::getOfficer, PeerSeat::getSchool, count())
                .filter((officer, school, n) -> n > weights.share().most())
                .penalize(HardSoftScore.ofSoft(weights.share().points()),
                        (officer, school, n) -> n - weights.share().most())
                .asConstraint("share");
    }

    private static Constraint fair(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).groupBy(PeerSeat::getOfficer, sum(PeerSeat::minutes))
                .penalize(HardSoftScore.ONE_SOFT,
                        (officer, minutes) -> fair(officer.credited() + minutes) - fair(officer.credited()))
                .asConstraint("fair");
    }

    private static long fair(long minutes) {
        return weights.fair().stream().mapToLong(band -> Math.max(0, minutes - band.over().toMinutes()) * band.points())
                .sum();
    }

    private static Constraint days(ConstraintFactory from) {
        return from.forEach(PeerSeat.class).groupBy(PeerSeat::getOfficer, count())
                .filter((officer, n) -> n > officer.mostDays())
                .penalize(HardSoftScore.ofSoft(weights.wish().days()), (officer, n) -> n - officer.mostDays())
                .asConstraint("days");
    }
}
