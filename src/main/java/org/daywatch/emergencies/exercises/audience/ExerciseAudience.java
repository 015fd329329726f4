package org.daywatch.emergencies.exercises.audience;

import java.util.HashSet;
import java.util.Set;
import org.daywatch.platform.identity.Role;

/**
 * Whom an exercise reaches, and by which ways. Real alerts have none: they reach everybody.
 *
 * @param people names of roles that may be left out of a drill; who leads never is
 * @param ways SCREEN and names of ways for messages
 */
public record ExerciseAudience(Set<String> people, Set<String> ways) {

    private static final Set<String> LEAVABLE = Set.of("TEACHER", "FRONT_OFFICE", "OFFICER");
    private static final Set<String> WAYS = Set.of("SCREEN", "PUSH", "SMS", "EMAIL");

    public static final ExerciseAudience EVERYBODY = new ExerciseAudience(LEAVABLE, WAYS);

    public ExerciseAudience {
        people = Set.copyOf(people);
        ways = Set.copyOf(ways);
    }

    /** @param role name of a {@link Role} */
    public boolean tells(String role) {
        return !LEAVABLE.contains(role) || people.contains(role);
    }

    public boolean goes(String way) {
        return ways.contains(way);
    }

    /** Whether screens show it to people of this role. */
    public boolean shows(Role role) {
        return !LEAVABLE.contains(role.name()) || people.contains(role.name()) && goes("SCREEN");
    }

    /** Two drills that stand as one exercise reach whomever either would. */
    ExerciseAudience and(ExerciseAudience other) {
        var all = new HashSet<>(people);
        all.addAll(other.people);
        var by = new HashSet<>(ways);
        by.addAll(other.ways);
        return new ExerciseAudience(all, by);
    }
}
