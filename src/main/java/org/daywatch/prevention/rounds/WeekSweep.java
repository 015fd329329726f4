package org.daywatch.prevention.rounds;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The door sweeps of one school and week taken together: a door was looked at on whichever of them somebody stood
 * there.
 */
public record WeekSweep(List<Walk> walks) {

    /** @param due outer doors that were there when it began. @param seen whatever somebody stood at */
    public record Walk(Instant began, Set<UUID> due, Set<UUID> seen) {}

    public WeekSweep {
        walks = walks.stream().sorted(Comparator.comparing(Walk::began)).toList();
    }

    /**
     * How many doors were to be looked at: a door that was entered or given up during the week counts as it was on the
     * last walk.
     */
    public int doors() {
        return walks.isEmpty() ? 0 : walks.getLast().due().size();
    }

    /** Of those, the ones nobody stood at. */
    public Set<UUID> left() {
        return walks.isEmpty() ? Set.of() : left(walks.size());
    }

    /** After one of the walks nothing was left; a door that is entered later in the week does not undo it. */
    public boolean whole() {
        for (int walked = 1; walked <= walks.size(); walked++)
            if (!walks.get(walked - 1).due().isEmpty() && left(walked).isEmpty()) return true;
        return false;
    }

    private Set<UUID> left(int walked) {
        var left = new HashSet<>(walks.get(walked - 1).due());
        walks.subList(0, walked).forEach(w -> left.removeAll(w.seen()));
        return left;
    }
}
