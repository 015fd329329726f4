package org.daywatch.scheduling.check.files;

import java.util.EnumSet;
import java.util.Set;

/** What an officer does with an hour, as the file spells it. */
public enum Kind {
    DUTY, OVERTIME, COURT, LEAVE, SICK, SUSPENDED, COMP, OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE;

    static final Set<Kind> OFF_DUTY = Set.of(OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE);
    static final Set<Kind> WORKED = Set.of(DUTY, OVERTIME, COURT, OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE);
    public static final Set<Kind> ABSENT = Set.of(LEAVE, SICK, SUSPENDED, COMP);
    /** In these they can stand at no school. */
    public static final Set<Kind> ELSEWHERE = Set.of(DUTY, OVERTIME, COURT, OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE, SICK,
            SUSPENDED);

    /** A kind, or a group by its name. */
    static Set<Kind> named(Cell word) {
        return switch (word.text()) {
            case "WORKED" -> WORKED;
            case "OFF_DUTY" -> OFF_DUTY;
            case "ABSENT" -> ABSENT;
            default -> Set.of(word.oneOf(Kind.class));
        };
    }

    static Set<Kind> all(Iterable<Cell> words) {
        var kinds = EnumSet.noneOf(Kind.class);
        for (var word : words) kinds.addAll(named(word));
        return kinds;
    }
}
