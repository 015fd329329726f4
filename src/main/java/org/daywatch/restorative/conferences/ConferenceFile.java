package org.daywatch.restorative.conferences;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a conference, sealed.
 *
 * @param helpers adults who come with them, by name
 * @param counselor a counselor or other mental-health professional was there; empty words where nobody decided yet
 * @param meeting when and where they meet; null: nobody has said yet
 * @param talks days on which whoever leads it spoke with them after it
 */
public record ConferenceFile(List<Participant> participants, Context context, @Nullable Meeting meeting,
        String helpers, String counselor, List<LocalDate> talks) {

    /** @param at by the school's clock */
    public record Meeting(LocalDate day, LocalTime at, String place) {}

    /**
     * What is known of what happened, in words of the labels.
     *
     * @param hour of the school's day, or empty. @param tags what lies behind it
     */
    public record Context(LocalDate day, String hour, String place, String motive, String others, List<String> tags) {}

    public static ConferenceFile fresh(List<Participant> participants, Context context) {
        return new ConferenceFile(List.copyOf(participants), context, null, "", "", List.of());
    }

    /** Each was asked once more before they went in, and still wanted to. */
    public boolean isAllAtDoor() {
        return participants.stream().allMatch(Participant::atDoor);
    }

    ConferenceFile each(UnaryOperator<Participant> change) {
        return new ConferenceFile(participants.stream().map(change).toList(), context, meeting, helpers, counselor,
                talks);
    }

    ConferenceFile one(UUID participant, UnaryOperator<Participant> change) {
        return each(p -> p.id().equals(participant) ? change.apply(p) : p);
    }

    ConferenceFile meeting(@Nullable Meeting then) {
        return new ConferenceFile(participants, context, then, helpers, counselor, talks);
    }

    ConferenceFile held(String with, String counselorThere) {
        return new ConferenceFile(participants, context, meeting, with, counselorThere, talks);
    }

    ConferenceFile talked(LocalDate day) {
        return new ConferenceFile(participants, context, meeting, helpers, counselor,
                Stream.concat(talks.stream(), Stream.of(day)).distinct().sorted().toList());
    }
}
