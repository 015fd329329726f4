package org.daywatch.planning.meetings.team;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A member of a school's safety team.
 *
 * @param name empty for whoever speaks for the students
 * @param officer their file, where they are an officer of the program
 * @param person their account, where they have one and it is known
 * @param funded the program pays for this place
 * @param to the last day of the term; null while it goes on
 */
public record TeamMember(UUID id, UUID schoolId, TeamRole role, String name, @Nullable UUID officer,
        @Nullable UUID person, boolean funded, LocalDate from,
        @Nullable LocalDate to) {

    private static final int LONGEST_NAME = 120;

    /** @throws InvalidInput naming the field */
    public static TeamMember of(UUID id, UUID school, TeamRole role, String name, @Nullable UUID officer,
            boolean funded, LocalDate from, @Nullable LocalDate to) {
        String called = role == TeamRole.STUDENT ? "" : name.strip();
        if (role != TeamRole.STUDENT && called.isEmpty()) throw new InvalidInput("name", name, "team.wrong.name");
        if (called.length() > LONGEST_NAME)
            throw new InvalidInput("name", called.substring(0, 40) + "…", "team.wrong.nameLong");
        if (role != TeamRole.OFFICER && officer != null)
            throw new InvalidInput("officer", officer.toString(), "team.wrong.officer");
        if (to != null && to.isBefore(from)) throw new InvalidInput("to", to.toString(), "team.wrong.term");
        return new TeamMember(id, school, role, called, officer, null, funded, from, to);
    }

    /** Whoever speaks for the students has no account here. */
    public TeamMember as(@Nullable UUID account) {
        return new TeamMember(id, schoolId, role, name, officer, role == TeamRole.STUDENT ? null : account, funded,
                from, to);
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
