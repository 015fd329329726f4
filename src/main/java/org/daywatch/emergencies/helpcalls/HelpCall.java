package org.daywatch.emergencies.helpcalls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.lane.LaneEntry.Kind;

/**
 * A call for help, with who answered it.
 *
 * @param callers who pressed. @param seen who knows of it by an act of theirs, the first of them first
 * @param going who said that they are on their way and has not said otherwise since
 */
public record HelpCall(Alert alert, ZoneId zone, Set<UUID> callers, List<Answer> seen, List<Answer> going) {

    public record Answer(UUID person, String name, Instant at) {}

    /** One receipt, as it is kept. */
    record Said(UUID person, String name, Kind kind, Instant at) {}

    static HelpCall of(Alert alert, ZoneId zone, Set<UUID> callers, Collection<Said> receipts) {
        var seen = new LinkedHashMap<UUID, Answer>();
        var going = new LinkedHashMap<UUID, Answer>();
        for (var said : receipts.stream().sorted(Comparator.comparing(Said::at)).toList()) {
            if (callers.contains(said.person()) || said.kind() == Kind.DELIVERED) continue;
            var answer = new Answer(said.person(), said.name(), said.at());
            seen.putIfAbsent(said.person(), answer);
            if (said.kind() == Kind.GOING) going.putIfAbsent(said.person(), answer);
            else if (said.kind() != Kind.SEEN) going.remove(said.person()); // they said something else since
        }
        return new HelpCall(alert, zone, callers, List.copyOf(seen.values()), List.copyOf(going.values()));
    }

    public boolean calledBy(UUID person) {
        return callers.contains(person);
    }

    /** Nobody else called as well: who called may take it back. */
    public boolean onlyBy(UUID person) {
        return callers.equals(Set.of(person));
    }

    public boolean isGoing(UUID person) {
        return going.stream().anyMatch(answer -> answer.person().equals(person));
    }

    public List<String> goingNames() {
        return going.stream().map(Answer::name).toList();
    }
}
