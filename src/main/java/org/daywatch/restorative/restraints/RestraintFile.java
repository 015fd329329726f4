package org.daywatch.restorative.restraints;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.restorative.restraints.RestraintKind.Means;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a restraint, sealed.
 *
 * @param name of the student, as the roster has it
 * @param began by the school's clock
 * @param minutes of each means that was used; 0 is under a minute
 * @param arrest followed
 * @param place a word of the labels. @param danger what would have happened to whom. @param causes what led to it
 * @param tried words of the labels: what was tried before; empty where nothing was
 * @param people who did it, by name. @param trained whether all of them were
 * @param watched who watched the student all the time; empty: nobody
 * @param stopped it ended when the danger did
 * @param talk afterwards; null: not yet
 * @param changes what was corrected since, and why
 */
public record RestraintFile(UUID student, String name, Plan plan, LocalDate day, LocalTime began,
        Map<Means, Integer> minutes, boolean arrest, String place, String danger, String causes, List<String> tried,
        String people, Known trained, String watched, Known stopped, @Nullable Talk talk, List<Change> changes) {

    /** The student's plan on that day: an IEP under IDEA, Section 504 and no IEP, neither, or nobody knows. */
    public enum Plan {
        IDEA, SECTION_504, NONE, NOT_KNOWN
    }

    public enum Known {
        YES, NO, NOT_KNOWN
    }

    /** @param with who spoke with the student. @param parents were asked to come. @param next what will be different */
    public record Talk(LocalDate on, String with, boolean parents, String next, String by) {}

    public record Change(LocalDate on, String why, String by) {}

    public Set<RestraintKind> kinds() {
        return RestraintKind.of(minutes.keySet(), arrest);
    }

    RestraintFile talked(Talk then) {
        return new RestraintFile(student, name, plan, day, began, minutes, arrest, place, danger, causes, tried, people,
                trained, watched, stopped, then, changes);
    }

    /** What is written anew, with what was said and changed before. */
    RestraintFile after(RestraintFile before, Change change) {
        return new RestraintFile(student, name, plan, day, began, minutes, arrest, place, danger, causes, tried, people,
                trained, watched, stopped, before.talk,
                Stream.concat(before.changes.stream(), Stream.of(change)).toList());
    }
}
