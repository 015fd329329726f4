package org.daywatch.mentoring.matches;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A student of the roster and the one mentor they have, or wait for.
 *
 * @param counselor whom the referral went to
 * @param mentor the officer's account. @param mentorName as it was at the time
 */
public record Match(UUID district, UUID id, UUID school, UUID student, MatchStage stage, UUID counselor,
        @Nullable UUID mentor, String mentorName, Days days, @Nullable EndReason ended, MatchFile file, int version) {

    /**
     * @param chosen their mentor, whose papers hold on that day. @param matched both said yes. @param firstMet first
     * service. @param ends announced
     */
    public record Days(LocalDate referred, @Nullable LocalDate chosen, @Nullable LocalDate matched,
            @Nullable LocalDate firstMet, @Nullable LocalDate lastMet, @Nullable LocalDate ends,
            @Nullable LocalDate closed) {

        Days chosen(@Nullable LocalDate on) {
            return new Days(referred, on, matched, firstMet, lastMet, ends, closed);
        }

        Days matched(LocalDate on) {
            return new Days(referred, chosen, on, firstMet, lastMet, ends, closed);
        }

        /** Meetings may be written down late: the first and the last are those by their days. */
        Days met(LocalDate on) {
            return new Days(referred, chosen, matched, firstMet == null || on.isBefore(firstMet) ? on : firstMet,
                    lastMet == null || on.isAfter(lastMet) ? on : lastMet, ends, closed);
        }

        Days ends(LocalDate on) {
            return new Days(referred, chosen, matched, firstMet, lastMet, on, closed);
        }

        Days closed(LocalDate on) {
            return new Days(referred, chosen, matched, firstMet, lastMet, ends, on);
        }
    }

    public static Decision<Match> refer(UUID district, UUID id, UUID school, UUID student, UUID counselor,
            MatchFile file, LocalDate today, Instant now, String by) {
        return Decision.accept(
                new Match(district, id, school, student, MatchStage.REFERRED, counselor, null, "",
                        new Days(today, null, null, null, null, null, null), null, file, 0),
                new MatchEvent.MatchReferred(district, id, now, school, by));
    }

    public Decision<Match> decide(MatchCommand command, Instant now) {
        return new MatchDecision(this, now).on(command);
    }

    /** Whom it was given to. */
    public Set<UUID> assigned() {
        return mentor == null || !stage.meets() ? Set.of(counselor) : Set.of(counselor, mentor);
    }

    Match with(MatchFile then) {
        return new Match(district, id, school, student, stage, counselor, mentor, mentorName, days, ended, then,
                version + 1);
    }

    Match in(MatchStage then) {
        return new Match(district, id, school, student, then, counselor, mentor, mentorName, days, ended, file,
                version);
    }

    Match mentor(@Nullable UUID who, String name) {
        return new Match(district, id, school, student, stage, counselor, who, name, days, ended, file, version);
    }

    Match days(Days then) {
        return new Match(district, id, school, student, stage, counselor, mentor, mentorName, then, ended, file,
                version);
    }

    Match given(UUID to) {
        return new Match(district, id, school, student, stage, to, mentor, mentorName, days, ended, file, version + 1);
    }

    Match over(MatchStage then, EndReason why, LocalDate on) {
        return new Match(district, id, school, student, then, counselor, mentor, mentorName,
                days.closed(on), why, file, version);
    }
}
