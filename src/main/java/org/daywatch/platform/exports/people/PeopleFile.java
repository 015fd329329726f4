package org.daywatch.platform.exports.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file with rows about people that somebody asked for. It is downloaded once, by who asked.
 *
 * @param school whose people; null: those of all schools. @param second whether it waits for a second person
 */
public record PeopleFile(UUID id, UUID person, String name, @Nullable UUID school, String about, int rows,
        String reason, boolean second, Instant askedAt, @Nullable Answer answer, @Nullable Instant takenAt) {

    /** So long after a yes, or after it was asked for where nobody needs to say one, it can be downloaded. */
    static final Duration LASTS = Duration.ofHours(24);
    /** So long a question waits. */
    static final Duration WAITS = Duration.ofDays(7);

    public record Answer(boolean yes, UUID by, String name, Instant at) {}

    public enum State {
        READY, WAITING, DECLINED, TAKEN, LAPSED
    }

    public State state(Instant now) {
        if (takenAt != null) return State.TAKEN;
        if (answer != null && !answer.yes()) return State.DECLINED;
        if (second && answer == null) return now.isAfter(askedAt.plus(WAITS)) ? State.LAPSED : State.WAITING;
        return now.isAfter(until()) ? State.LAPSED : State.READY;
    }

    /** Of one that nobody needs to wait for. */
    public Instant until() {
        return (answer == null ? askedAt : answer.at()).plus(LASTS);
    }

    /** Whether somebody of this school, or of the whole organization, may answer for it. */
    public boolean within(@Nullable UUID theirs) {
        return theirs == null || theirs.equals(school);
    }

    public Optional<PeopleFileRefusal> refusesAnswer(UUID by, Instant now) {
        if (by.equals(person)) return Optional.of(PeopleFileRefusal.PEOPLE_FILE_OWN);
        return switch (state(now)) {
            case WAITING -> Optional.empty();
            case LAPSED -> Optional.of(PeopleFileRefusal.PEOPLE_FILE_LAPSED);
            default -> Optional.of(PeopleFileRefusal.PEOPLE_FILE_ANSWERED);
        };
    }

    /** @param found how many rows it would have now: nobody gets more than was asked for and allowed */
    public Optional<PeopleFileRefusal> refusesDownload(int found, Instant now) {
        return switch (state(now)) {
            case READY -> found > rows ? Optional.of(PeopleFileRefusal.PEOPLE_FILE_GROWN) : Optional.empty();
            case WAITING -> Optional.of(PeopleFileRefusal.PEOPLE_FILE_WAITS);
            case DECLINED -> Optional.of(PeopleFileRefusal.PEOPLE_FILE_DECLINED);
            case LAPSED -> Optional.of(PeopleFileRefusal.PEOPLE_FILE_LAPSED);
            case TAKEN -> Optional.of(PeopleFileRefusal.PEOPLE_FILE_TAKEN);
        };
    }
}
