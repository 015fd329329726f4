package org.daywatch.bench.roster.peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.HardSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roster the peer works on; points over the costs of officers who stand nowhere. */
@PlanningSolution
public class PeerRoster {

    @PlanningEntityCollectionProperty private List<PeerSeat> seats = List.of();
    @PlanningScore private @Nullable HardSoftScore score;

    public PeerRoster() {}

    PeerRoster(List<PeerSeat> seats) {
        this.seats = seats;
    }

    public List<PeerSeat> getSeats() { return seats; }

    public @Nullable HardSoftScore getScore() { return score; }

    public void setSeats(List<PeerSeat> seats) { this.seats = seats; }

    public void setScore(@Nullable HardSoftScore score) { this.score = score; }
}
