package org.daywatch.scheduling.hours;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What an officer does with an hour. Which kinds a limit counts is the department's choice, so it is data. */
public enum HourKind {
    DUTY, OVERTIME, COURT, LEAVE, SICK, SUSPENDED, COMP, OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE;

    public static final Set<HourKind> OFF_DUTY = Set.copyOf(EnumSet.of(OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE));
    /** Hours in which they are somewhere and cannot be elsewhere. */
    public static final Set<HourKind> WORKED = Set
            .copyOf(EnumSet.of(DUTY, OVERTIME, COURT, OFF_DUTY_HERE, OFF_DUTY_ELSEWHERE));
    /**
     * Hours of duty they do not work. Leave and comp time are their own; sickness and suspension keep them from other
     * work too.
     */
    public static final Set<HourKind> ABSENT = Set.copyOf(EnumSet.of(LEAVE, SICK, SUSPENDED, COMP));

    /** What can be recorded by hand: all but the hours of shifts, which come of the shifts themselves. */
    public static final Set<HourKind> BY_HAND = Collections
            .unmodifiableSet(EnumSet.complementOf(EnumSet.of(OFF_DUTY_HERE)));

    public boolean isWorked() { return WORKED.contains(this); }

    /** Nobody stands at a school in hours they are recorded as ill or suspended. */
    public boolean barsOtherWork() {
        return this == SICK || this == SUSPENDED;
    }

    /**
     * Reads a list as policies write it: names of kinds, or {@code WORKED}, {@code OFF_DUTY}, {@code ABSENT} for a
     * group.
     */
    public static Set<HourKind> set(Collection<String> words) {
        var kinds = EnumSet.noneOf(HourKind.class);
        for (String word : words) {
            switch (word) {
                case "WORKED" -> kinds.addAll(WORKED);
                case "OFF_DUTY" -> kinds.addAll(OFF_DUTY);
                case "ABSENT" -> kinds.addAll(ABSENT);
                default -> kinds.add(valueOf(word));
            }
        }
        return Set.copyOf(kinds);
    }
}
