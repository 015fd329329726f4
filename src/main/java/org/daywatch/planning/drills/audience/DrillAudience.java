package org.daywatch.planning.drills.audience;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.daywatch.platform.errors.InvalidInput;

/** Whom a drill reaches, and by which ways. The principal is always told: somebody must know that it is a drill. */
public record DrillAudience(Set<Group> people, Set<Way> ways) {

    /** Names of roles. */
    public enum Group { TEACHER, FRONT_OFFICE, OFFICER }

    public enum Way { SCREEN, PUSH, SMS, EMAIL }

    public static final DrillAudience EVERYBODY = new DrillAudience(EnumSet.allOf(Group.class),
            EnumSet.allOf(Way.class));

    /** @throws InvalidInput where no way is left */
    public DrillAudience {
        if (ways.isEmpty()) throw new InvalidInput("ways", "", "drills.told.wrong.ways");
        people = Set.copyOf(people);
        ways = Set.copyOf(ways);
    }

    public List<String> peopleCodes() {
        return people.stream().sorted().map(Enum::name).toList();
    }

    public List<String> wayCodes() {
        return ways.stream().sorted().map(Enum::name).toList();
    }
}
