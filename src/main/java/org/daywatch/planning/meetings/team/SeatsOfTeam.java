package org.daywatch.planning.meetings.team;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The seats that law and program demand, held against the members a team has. */
public record SeatsOfTeam(SeatRule rule, Standing standing, List<TeamMember> members) {

    public enum Standing {
        FILLED, MISSING,
        /** Demanded only if the program pays for somebody, or if there is anybody in the role; nobody is known. */
        ONLY_IF
    }

    /** @param funded roles the program pays for */
    public static List<SeatsOfTeam> of(Collection<SeatRule> rules, Collection<TeamMember> members,
            Collection<TeamRole> funded) {
        return rules.stream().map(rule -> {
            var theirs = members.stream().filter(m -> rule.roles().contains(m.role())).collect(Collectors.toList());
            boolean needed = switch (rule.needed()) {
                case ALWAYS -> true;
                case IF_FUNDED -> rule.roles().stream().anyMatch(funded::contains);
                case IF_ANY -> false;
            };
            var standing = theirs.size() >= rule.seats()
                    ? Standing.FILLED
                    : needed ? Standing.MISSING : Standing.ONLY_IF;
            return new SeatsOfTeam(rule, standing, theirs);
        }).toList();
    }

    public boolean missing() {
        return standing == Standing.MISSING;
    }
}
