package org.daywatch.mentoring.matches;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a counselor does next for a match, and by which day. Pure. */
public record MatchDue(Kind kind, LocalDate by) {

    private static final int FIRST_MONTH = 30;

    public enum Kind {
        ASK_CONSENT, FIND_MENTOR, ASK_BOTH, MEET_FIRST, SPEAK_WITH_MENTOR, MEET_AGAIN, SAY_GOODBYE, NOTHING
    }

    /**
     * @param firstService days until they meet. @param rhythm days without a meeting. @param contacts of the first
     * month
     */
    public record Rhythm(int firstService, int rhythm, int contacts) {}

    public static MatchDue of(Match m, Rhythm rule) {
        var d = m.days();
        var first = d.referred().plusDays(rule.firstService());
        return switch (m.stage()) {
            case REFERRED -> new MatchDue(Kind.ASK_CONSENT, first);
            case CONSENTED -> new MatchDue(Kind.FIND_MENTOR, first);
            case SCREENED -> new MatchDue(Kind.ASK_BOTH, first);
            case MATCHED -> new MatchDue(Kind.MEET_FIRST, first);
            case ACTIVE -> active(m, rule);
            case CLOSING -> new MatchDue(Kind.SAY_GOODBYE, Objects.requireNonNull(d.ends()));
            case CLOSED, DECLINED -> new MatchDue(Kind.NOTHING, LocalDate.MAX);
        };
    }

    /** Whichever comes first: the next meeting, or a talk with the mentor in the first month. */
    private static MatchDue active(Match m, Rhythm rule) {
        var again = new MatchDue(Kind.MEET_AGAIN, Objects.requireNonNull(m.days().lastMet()).plusDays(rule.rhythm()));
        return contact(m, rule).filter(day -> day.isBefore(again.by))
                .map(day -> new MatchDue(Kind.SPEAK_WITH_MENTOR, day)).orElse(again);
    }

    /** The talks of the first month lie apart by equal parts of it. */
    private static Optional<LocalDate> contact(Match m, Rhythm rule) {
        var matched = Objects.requireNonNull(m.days().matched());
        long had = m.file().contacts().stream().filter(day -> day.isBefore(matched.plusDays(FIRST_MONTH + 1))).count();
        return had >= rule.contacts()
                ? Optional.empty()
                : Optional.of(matched.plusDays((had + 1) * FIRST_MONTH / rule.contacts()));
    }

    public boolean isLate(LocalDate today) {
        return today.isAfter(by);
    }

    /** Days from referral to the first meeting; null: they have not met, which is not zero. */
    public static @Nullable Long daysToService(Match m) {
        return m.days().firstMet() == null ? null : ChronoUnit.DAYS.between(m.days().referred(), m.days().firstMet());
    }
}
