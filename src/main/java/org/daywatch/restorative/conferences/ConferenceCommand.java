package org.daywatch.restorative.conferences;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.agreements.Promise.Kept;
import org.daywatch.restorative.agreements.PunishingPhrase.Found;
import org.daywatch.restorative.conferences.ConferenceFile.Meeting;
import org.jspecify.annotations.Nullable;

/** What somebody does about a conference. */
public sealed interface ConferenceCommand {

    By by();

    enum Part {
        LEAD,
        /** Nobody does it: consent went. */
        NOBODY
    }

    record By(UUID person, String name, Part part) {}

    /** Whoever leads it has looked at it and chooses the form. */
    record Accept(ConferenceKind kind, Screening screening, LocalDate today, By by) implements ConferenceCommand {}

    /** A student was spoken with alone: do they want to come? */
    record Prepare(UUID participant, boolean willing, LocalDate today, By by) implements ConferenceCommand {}

    /** A student is asked again, alone, before they go in. */
    record AskAtDoor(UUID participant, boolean willing, LocalDate today, By by) implements ConferenceCommand {}

    /** @param officer null: nobody is invited any more. @param educator who invites, by name */
    record Invite(@Nullable UUID officer, String name, String educator, By by) implements ConferenceCommand {}

    /** When and where they will meet; said anew, it holds from then on. */
    record Arrange(Meeting meeting, LocalDate today, By by) implements ConferenceCommand {}

    /**
     * They met.
     *
     * @param consented everybody whose yes counts has given it, at this moment
     * @param counselor a counselor or other mental-health professional was there; @param without why not
     */
    record Hold(boolean consented, boolean counselor, String without, String helpers, LocalDate today,
            By by) implements ConferenceCommand {}

    /** @param punishing what of it a rule sends back */
    record Agree(List<Promise> promises, List<Found> punishing, LocalDate today, By by) implements ConferenceCommand {}

    record PartWithout(LocalDate today, By by) implements ConferenceCommand {}

    /** Whether a promise was kept. */
    record Check(int promise, Kept kept, By by) implements ConferenceCommand {}

    record Talk(LocalDate day, LocalDate today, By by) implements ConferenceCommand {}

    record MeetAgain(LocalDate today, By by) implements ConferenceCommand {}

    record Close(LocalDate today, By by) implements ConferenceCommand {}

    /** Before they have met: another way is better, or somebody moved. */
    record CallOff(ConferenceEnd reason, LocalDate today, By by) implements ConferenceCommand {}

    record LoseConsent(LocalDate today, By by) implements ConferenceCommand {}

    record HandOver(UUID lead, By by) implements ConferenceCommand {}
}
