package org.daywatch.training.sessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.training.sessions.LessonSession.Account;
import org.daywatch.training.sessions.LessonSession.Content;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.daywatch.training.sessions.timetable.Slot;

/** Everything that happens to a lesson after it was planned. */
public sealed interface LessonSessionCommand {

    record By(UUID person, String name) {}

    /**
     * @param day of the tap, by the school's clock. @param at when it was tapped; a phone without a connection says so
     * later
     */
    record Begin(LocalDate day, Instant at, By by) implements LessonSessionCommand {}

    record End(Instant at, By by) implements LessonSessionCommand {}

    /**
     * @param content the edition and language that were used. @param day on which it was taught, by the school's clock
     */
    record Teach(Content content, Account account, LocalDate day, By by) implements LessonSessionCommand {}

    /** The record of a lesson that was taught, written anew. */
    record Correct(Content content, Account account, LocalDate day, String why,
            By by) implements LessonSessionCommand {}

    record Move(Slot slot, Teacher teacher, By by) implements LessonSessionCommand {}

    record CallOff(String why, By by) implements LessonSessionCommand {}

    /** Its day has passed. @param today by the school's clock */
    record Miss(LocalDate today) implements LessonSessionCommand {}
}
