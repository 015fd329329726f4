package org.daywatch.prevention.findings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.texts.Texts;
import org.daywatch.prevention.PreventionEvent.FindingOpened;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it must be. It is closed only after somebody who neither mended nor owns it has looked.
 *
 * @param interim what protects until it is mended, or until {@code interimUntil} where that is less
 * @param due by when it is to be mended
 * @param seenAgain how often somebody came by and found it as it was
 */
public record Finding(UUID agencyId, UUID id, UUID districtId, UUID schoolId, Origin origin, String what, Where where,
        Rating rating, String interim,
        @Nullable LocalDate interimUntil, @Nullable Owner owner, LocalDate due, int seenAgain, State state,
        int version) {

    public enum Source { ROUND, ASSESSMENT, BY_HAND, DRILL }

    public enum CostClass { NONE, LOW, CAPITAL }

    /**
     * @param sourceId the round, assessment or drill; @param item of the {@code instrument}, in whatever
     * edition; @param earlierId closed before, at the same checkpoint
     */
    public record Origin(Source source, @Nullable UUID sourceId, @Nullable UUID checkpointId, String instrument,
            String item, @Nullable UUID earlierId, Instant at, By by) {}

    /** @param mark where it stands on a site plan; null where nobody marked it */
    public record Where(String place, @Nullable Mark mark) {}

    /** @param across percent from the left edge, {@code down} from the upper one */
    public record Mark(UUID plan, double across, double down) {}

    /**
     * @param cost null: nobody has said yet. @param estimate in dollars; null is unknown and never counts as nothing
     */
    public record Rating(int severity, int likelihood, @Nullable CostClass cost, @Nullable Integer estimate) {

        public Rating {
            if (severity < 1 || severity > 5 || likelihood < 1 || likelihood > 5)
                throw new IllegalArgumentException(
                        "Severity and likelihood are 1 to 5, not " + severity + " and " + likelihood + ".");
        }

        public int risk() {
            return severity * likelihood;
        }
    }

    /** By name or office; {@code person} where they have an account. */
    public record Owner(String name, @Nullable UUID person) {}

    /** Who, when, and in which words. */
    public record Word(By by, Instant at, String words) {}

    /** The last time it was not as somebody had said. */
    public record Returned(String by, Instant at, String why) {}

    /**
     * What a round saw, as it was tapped, so that it can be said in any language.
     *
     * @param result how it was, and what was {@code done} at once, by the words of a round. @param point as the
     * checkpoint was called. @param note in the words of whoever saw it
     */
    public record Breach(String result, String done, String point, String note) {

        public String in(Texts texts, String language) {
            return texts.of(language, "rounds.breach." + result, point) + (note.isEmpty() ? "" : " " + sentence(note))
                    + (done.isEmpty() ? "" : " " + texts.of(language, "rounds.breach.done." + done));
        }

        /** What is typed on a phone seldom ends with a full stop, and another sentence follows. */
        private static String sentence(String note) {
            return note.matches("(?s).*[.!?…]\\s*") ? note : note + ".";
        }
    }

    /**
     * A line of its history. @param breach what {@code words} say where a round saw it; null: they are somebody's own
     */
    public record Line(Instant at, Kind kind, String words, String by, @Nullable Breach breach) {

        public Line(Instant at, Kind kind, String words, String by) {
            this(at, kind, words, by, null);
        }

        public enum Kind {
            OPENED, SEEN_AGAIN, NOTE, INTERIM, RATED, ASSIGNED, FIXED, VERIFIED, RETURNED, RISK_ACCEPTED, REOPENED,
            CLOSED, PHOTO, PLACED
        }
    }

    public sealed interface State {

        record Open(@Nullable Returned returned) implements State {}

        record Assigned(@Nullable Returned returned) implements State {}

        record Fixed(Word fixed) implements State {}

        record Verified(Word fixed, Word verified) implements State {}

        record Closed(Word fixed, Word verified, Word closed) implements State {}

        record RiskAccepted(Word accepted, LocalDate reviewBy) implements State {}

        default String code() {
            return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        }

        /** Somebody still has to do something about the thing itself. */
        default boolean toMend() {
            return this instanceof Open || this instanceof Assigned;
        }
    }

    FindingOpened opened() {
        return new FindingOpened(agencyId, id, origin.at(), districtId, schoolId, what, where.place(),
                rating.severity(), rating.likelihood(), origin.by().name());
    }

    /** Not over when it should be: unverified is late too, and so is an accepted risk nobody looked at again. */
    public boolean late(LocalDate today) {
        return switch (state) {
            case State.Closed _ -> false;
            case State.RiskAccepted(var _, var reviewBy) -> reviewBy.isBefore(today);
            case State.Open _,State.Assigned _,State.Fixed _,State.Verified _ -> due.isBefore(today);
        };
    }

    /** Until when the next thing has to happen. */
    public LocalDate next() {
        return state instanceof State.RiskAccepted(var _, var reviewBy) ? reviewBy : due;
    }

    public Decision<Finding> decide(FindingCommand command, Instant now) {
        return new FindingDecision(this, now).on(command);
    }

    Finding in(State then) {
        return new Finding(agencyId, id, districtId, schoolId, origin, what, where, rating, interim, interimUntil,
                owner, due, seenAgain, then, version + 1);
    }

    Finding due(LocalDate then) {
        return new Finding(agencyId, id, districtId, schoolId, origin, what, where, rating, interim, interimUntil,
                owner, then, seenAgain, state, version);
    }

    Finding owned(Owner then) {
        return new Finding(agencyId, id, districtId, schoolId, origin, what, where, rating, interim, interimUntil, then,
                due, seenAgain, state, version);
    }

    Finding rated(Rating then) {
        return new Finding(agencyId, id, districtId, schoolId, origin, what, where, then, interim, interimUntil, owner,
                due, seenAgain, state, version);
    }

    /** What was to protect until it is mended does so no more, and it is not mended. */
    public boolean unprotected(LocalDate today) {
        return interimUntil != null && interimUntil.isBefore(today) && (state.toMend() || state instanceof State.Fixed);
    }

    Finding protectedBy(String then, @Nullable LocalDate until) {
        return new Finding(agencyId, id, districtId, schoolId, origin, what, where, rating, then,
                then.isEmpty() ? null : until, owner, due, seenAgain, state, version);
    }

    Finding seen() {
        return new Finding(agencyId, id, districtId, schoolId, origin, what, where, rating, interim, interimUntil,
                owner, due, seenAgain + 1, state, version);
    }
}
