package org.daywatch.prevention.findings;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.prevention.findings.Finding.Line;
import org.daywatch.prevention.findings.Finding.Rating;
import org.jspecify.annotations.Nullable;

/** What becomes of a finding. Each is a line of its history. */
public sealed interface FindingCommand {

    By by();

    Line.Kind kind();

    String words();

    /** As its history says it. */
    default String line() {
        return words().strip();
    }

    /** @param leads answers for the school or the district. @param accepts may answer for leaving a risk as it is */
    record By(UUID person, String name, boolean leads, boolean accepts) {

        public By(UUID person, String name) {
            this(person, name, false, false);
        }
    }

    /** @param latest by when it is to be mended by the rule; a later day needs a reason */
    record Assign(String owner, @Nullable UUID ownerPerson, LocalDate due, LocalDate latest, String words,
            By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.ASSIGNED;
        }

        @Override
        public String line() {
            return words.isBlank() ? owner : owner + ". " + words.strip();
        }
    }

    /**
     * What protects until it is mended; blank where nothing does any more. @param until its last day; null: until it is
     * mended
     */
    record SetInterim(String words, @Nullable LocalDate until, By by) implements FindingCommand {

        public SetInterim(String words, By by) {
            this(words, null, by);
        }

        @Override
        public Line.Kind kind() {
            return Line.Kind.INTERIM;
        }
    }

    /** @param due by the rule, for a severity that is another one; what is late today stays late */
    record Rate(Rating rating, LocalDate due, LocalDate today, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.RATED;
        }

        @Override
        public String words() {
            return rating.severity() + " × " + rating.likelihood();
        }
    }

    record SayFixed(String words, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.FIXED;
        }
    }

    /** Somebody else has looked, and it is so. */
    record Verify(String words, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.VERIFIED;
        }
    }

    /** Somebody has looked, and it is not so. */
    record Return(String words, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.RETURNED;
        }
    }

    record Close(String words, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.CLOSED;
        }
    }

    /**
     * A named person answers for leaving it as it is. @param latest the last day the rule allows for looking at it
     * again
     */
    record AcceptRisk(String words, LocalDate reviewBy, LocalDate today, LocalDate latest,
            By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.RISK_ACCEPTED;
        }
    }

    /** @param due by the rule, counted from today */
    record Reopen(String words, LocalDate due, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.REOPENED;
        }
    }

    /**
     * Somebody came by and found it as it was. @param due by the rule, counted from today: for what had been said to be
     * fixed
     */
    record SeeAgain(String words, LocalDate due, By by) implements FindingCommand {
        @Override
        public Line.Kind kind() {
            return Line.Kind.SEEN_AGAIN;
        }
    }
}
