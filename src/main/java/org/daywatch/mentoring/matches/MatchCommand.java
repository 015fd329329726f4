package org.daywatch.mentoring.matches;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody does about a match. */
public sealed interface MatchCommand {

    By by();

    enum Part {
        COUNSELOR, MENTOR,
        /** Nobody does it: a day has come, or consent went. */
        NOBODY
    }

    record By(UUID person, String name, Part part) {}

    /** @param stands everybody whose consent counts has given it */
    record RecordConsent(boolean stands, By by) implements MatchCommand {}

    /** @param until the last day of the first of their papers that ends; null: one is missing */
    record Screening(UUID mentor, String name, @Nullable LocalDate until) {}

    /** @param termEnds so long their papers must hold. @param isFull they carry as many matches as they may */
    record Screen(Screening of, LocalDate termEnds, boolean isFull, List<String> why, LocalDate today,
            By by) implements MatchCommand {}

    /** The student does not want this mentor. */
    record Veto(By by) implements MatchCommand {}

    /** The student and the mentor have each said yes. */
    record Agree(LocalDate today, By by) implements MatchCommand {}

    /** @param week minutes of this week so far. @param longest minutes of one, @param most of a week */
    record Limits(int week, int longest, int most) {}

    /** @param consent it stands at this moment */
    record Meet(MentorSession session, LocalDate day, boolean consent, Limits limits,
            By by) implements MatchCommand {}

    /** The counselor spoke with the mentor. */
    record NoteContact(LocalDate day, By by) implements MatchCommand {}

    /** @param earliest the first day that leaves time to say goodbye */
    record AnnounceEnd(LocalDate on, LocalDate earliest, By by) implements MatchCommand {}

    /** @param student what they say, @param mentor what they say of the time together */
    record Close(String student, String mentor, LocalDate today, By by) implements MatchCommand {}

    record EndEarly(EndReason reason, String words, LocalDate today, By by) implements MatchCommand {}

    record Decline(EndReason reason, String words, LocalDate today, By by) implements MatchCommand {}

    record LoseConsent(LocalDate today, By by) implements MatchCommand {}

    record HandOver(UUID counselor, By by) implements MatchCommand {}
}
