package org.daywatch.restorative.conferences;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is written of a conference, sealed.
 *
 * @param helpers adults who come with them, by name
 * @param counselor a counselor or other mental-health professional was there; empty words where nobody decided yet
 * @param talks days on which whoever leads it spoke with them after it
 */
public record ConferenceFile(List<Participant> participants, Context context, String helpers, String counselor,
        List<LocalDate> talks) {

    /**
     * What is known of what happened, in words of the labels.
     *
     * @param hour of the school's day, or empty. @param tags what lies behind it
     */
    public record Context(LocalDate day, String hour, String place, String motive, String others, List<String> tags) {}

    public static ConferenceFile fresh(List<Participant> participants, Context context) {
        return new ConferenceFile(List.copyOf(participants), context, "", "", List.of());
    }

    /** Each was asked once more before they went in, and still wanted to. */
    public boolean isAllAtDoor() {
        return participants.stream().allMatch(Participant::atDoor);
    }

    ConferenceFile each(UnaryOperator<Participant> change) {
        return new ConferenceFile(participants.stream().map(change).toList(), context, helpers, counselor, talks);
    }

    ConferenceFile one(UUID participant, UnaryOperator<Participant> change) {
        return each(p -> p.id().equals(participant) ? change.apply(p) : p);
    }

    ConferenceFile held(String with, String counselorThere) {
        return new ConferenceFile(participants, context, with, counselorThere, talks);
    }

    ConferenceFile talked(LocalDate day) {
        return new ConferenceFile(participants, context, helpers, counselor,
                Stream.concat(talks.stream(), Stream.of(day)).distinct().sorted().toList());
    }
}
