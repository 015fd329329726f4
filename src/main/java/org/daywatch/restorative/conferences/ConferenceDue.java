package org.daywatch.restorative.conferences;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.agreements.Promise.Kept;

/** What whoever leads it does next, and by which day. Pure. */
public record ConferenceDue(Kind kind, LocalDate by) {

    public enum Kind {
        LOOK_AT_IT, PREPARE, MEET, MEET_ON, PROMISE, CHECK, TALK, MEET_AGAIN, CLOSE, NOTHING
    }

    /**
     * Days.
     *
     * @param answer until somebody looks at a referral. @param meet until they meet. @param first and @param second
     * talk after they promised something. @param again until they meet again
     */
    public record Rhythm(int answer, int meet, int first, int second, int again) {}

    public static ConferenceDue of(Conference c, Rhythm rule) {
        var d = c.days();
        return switch (c.stage()) {
            case REFERRED -> new ConferenceDue(Kind.LOOK_AT_IT, d.referred().plusDays(rule.answer()));
            case GATED -> new ConferenceDue(Kind.PREPARE, d.referred().plusDays(rule.meet()));
            case PREPARED -> c.file().meeting() != null
                    ? new ConferenceDue(Kind.MEET_ON, c.file().meeting().day())
                    : new ConferenceDue(Kind.MEET,
                            d.agreed() == null
                                    ? d.referred().plusDays(rule.meet())
                                    : d.agreed().plusDays(rule.again()));
            case RECONVENED -> new ConferenceDue(Kind.PREPARE,
                    Objects.requireNonNull(d.agreed()).plusDays(rule.again()));
            case HELD -> new ConferenceDue(Kind.PROMISE, Objects.requireNonNull(d.held()));
            case AGREED -> Stream.concat(promises(c), talks(c, rule)).min(Comparator.comparing(ConferenceDue::by))
                    .orElseThrow();
            case KEPT -> talks(c, rule).findFirst()
                    .orElse(new ConferenceDue(Kind.CLOSE, Objects.requireNonNull(d.agreed()).plusDays(rule.second())));
            case BROKEN -> new ConferenceDue(Kind.MEET_AGAIN,
                    Objects.requireNonNull(d.agreed()).plusDays(rule.again()));
            case CLOSED -> new ConferenceDue(Kind.NOTHING, LocalDate.MAX);
        };
    }

    private static Stream<ConferenceDue> promises(Conference c) {
        return c.promises().stream().filter(p -> p.kept() == Kept.OPEN).map(Promise::by)
                .map(by -> new ConferenceDue(Kind.CHECK, by));
    }

    /** A talk that came later counts for the first that was still to be had. */
    private static Stream<ConferenceDue> talks(Conference c, Rhythm rule) {
        var agreed = Objects.requireNonNull(c.days().agreed());
        long had = c.file().talks().stream().filter(day -> day.isAfter(agreed)).count();
        return IntStream.of(rule.first(), rule.second()).skip(had).mapToObj(agreed::plusDays)
                .map(day -> new ConferenceDue(Kind.TALK, day));
    }

    public boolean isLate(LocalDate today) {
        return today.isAfter(by);
    }
}
