package org.daywatch.bench.roster.peer;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A seat whose officer the peer decides; only officers may be tried whom every rule about the two alone allows. */
@PlanningEntity(comparatorClass = PeerSeat.RarestLast.class)
public class PeerSeat {

    /** The peer's construction takes entities from the last one down: the rarest seat first, as our own greedy does. */
    public static final class RarestLast implements Comparator<PeerSeat> {
        @Override
        public int compare(PeerSeat a, PeerSeat b) {
            return Comparator.comparingInt((PeerSeat s) -> -s.candidates.size()).thenComparingInt(s -> -s.number)
                    .compare(a, b);
        }
    }

    @PlanningId private int number;
    private int start;
    private int end;
    private int day;
    private int school;
    @ValueRangeProvider private List<PeerOfficer> candidates = List.of();
    private Map<PeerOfficer, Long> worth = Map.of();
    @PlanningVariable(allowsUnassigned = true) private @Nullable PeerOfficer officer;

    public PeerSeat() {}

    PeerSeat(int number, int start, int end, int day, int school, List<PeerOfficer> candidates,
            Map<PeerOfficer, Long> worth) {
        this.number = number;
        this.start = start;
        this.end = end;
        this.day = day;
        this.school = school;
        this.candidates = candidates;
        this.worth = worth;
    }

    public int getNumber() { return number; }

    public int getStart() { return start; }

    public int getEnd() { return end; }

    public int getDay() { return day; }

    public int getSchool() { return school; }

    public int minutes() {
        return end - start;
    }

    public List<PeerOfficer> getCandidates() { return candidates; }

    public @Nullable PeerOfficer getOfficer() { return officer; }

    public void setOfficer(@Nullable PeerOfficer officer) { this.officer = officer; }

    long points() {
        return officer == null ? 0 : worth.get(officer);
    }
}
