package org.daywatch.staffing.replacement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ReplacementEvent.*;
import org.daywatch.staffing.ReplacementEvent;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.replacement.ReplacementCommand.*;
import org.daywatch.staffing.standby.StandbyCandidate;

/**
 * The search for somebody to take the place of an officer who called off or did not come: in waves, until the first
 * valid acceptance, until nobody is left, or until it is not needed any more.
 *
 * @param shiftId whose place it is
 * @param asked officers asked so far
 * @param declined of them, who said no
 */
public record Replacement(UUID agencyId, UUID id, UUID districtId, UUID schoolId, UUID postId, UUID shiftId,
        Cause cause, Instant startedAt, Window window,
        int asked, int declined, State state, int version) {

    public enum Cause { GIVEN_BACK, CANCELLED, NO_CHECK_IN }

    public sealed interface State {

        /**
         * @param wave the last one sent; 0 before the first
         * @param nextAt when the next one is due
         */
        record Searching(int wave, Instant nextAt) implements State {}

        record Filled(Instant at, UUID officer, int wave) implements State {}

        record Exhausted(Instant at, int wave) implements State {}

        record Withdrawn(Instant at, int wave, String reason) implements State {}

        default String code() {
            return switch (this) {
                case Searching _ -> "SEARCHING";
                case Filled _ -> "FILLED";
                case Exhausted _ -> "EXHAUSTED";
                case Withdrawn _ -> "WITHDRAWN";
            };
        }

        default int wave() {
            return switch (this) {
                case Searching s -> s.wave;
                case Filled f -> f.wave;
                case Exhausted e -> e.wave;
                case Withdrawn w -> w.wave;
            };
        }
    }

    public Decision<Replacement> decide(ReplacementCommand command, Instant now) {
        return switch (command) {
            case SendWave wave -> sendWave(wave, now);
            case Decline(var officer, var others) -> decline(officer, others, now);
            case Fill(var officer) -> fill(officer, now);
            case Withdraw(var reason) -> withdraw(reason, now);
        };
    }

    private Decision<Replacement> sendWave(SendWave command, Instant now) {
        if (!(state instanceof State.Searching(int wave, Instant nextAt)))
            return refuse(StaffingRefusal.REPLACEMENT_OVER);
        if (now.isBefore(nextAt)) return refuse(StaffingRefusal.WAVE_NOT_DUE);
        if (!now.isBefore(window.end())) return withdraw("the post is over", now);
        if (command.unasked().isEmpty()) {
            return Decision.accept(in(asked, declined, new State.Exhausted(now, wave)),
                    new ReplacementExhausted(agencyId, id, now, postId, schoolId, wave, asked, declined));
        }
        int rank = command.unasked().getFirst().departmentRank(); // one department at a time, each under its own rules
        List<UUID> officers = command.unasked().stream().filter(c -> c.departmentRank() == rank).limit(command.size())
                .map(StandbyCandidate::officer).toList();
        Instant until = now.plus(command.expiry()).isBefore(window.end()) ? now.plus(command.expiry()) : window.end();
        return Decision.accept(in(asked + officers.size(), declined, new State.Searching(wave + 1, until)),
                new WaveSent(agencyId, id, now, postId, schoolId, wave + 1, rank, officers, until));
    }

    /** When nobody is left who might still say yes, the next ones are asked at once. */
    private Decision<Replacement> decline(UUID officer, int others, Instant now) {
        if (!(state instanceof State.Searching(int wave, Instant nextAt)))
            return refuse(StaffingRefusal.REPLACEMENT_OVER);
        return Decision.accept(
                in(asked, declined + 1, new State.Searching(wave, others == 0 && now.isBefore(nextAt) ? now : nextAt)),
                new ReplacementDeclined(agencyId, id, now, postId, schoolId, officer));
    }

    private Decision<Replacement> fill(UUID officer, Instant now) {
        return switch (state) {
            case State.Searching _,State.Exhausted _ ->
                Decision.accept(in(asked, declined, new State.Filled(now, officer, state.wave())),
                        new ReplacementFilled(agencyId, id, now, postId, schoolId, officer, state.wave(),
                                Duration.between(startedAt, now).toSeconds()));
            case State.Filled _,State.Withdrawn _ -> refuse(StaffingRefusal.REPLACEMENT_OVER);
        };
    }

    private Decision<Replacement> withdraw(String reason, Instant now) {
        if (reason.isBlank()) return refuse(StaffingRefusal.REASON_MISSING);
        return switch (state) {
            case State.Searching _,State.Exhausted _ ->
                Decision.accept(in(asked, declined, new State.Withdrawn(now, state.wave(), reason.strip())),
                        new ReplacementWithdrawn(agencyId, id, now, postId, schoolId, reason.strip()));
            case State.Filled _,State.Withdrawn _ -> refuse(StaffingRefusal.REPLACEMENT_OVER);
        };
    }

    private Replacement in(int nowAsked, int nowDeclined, State next) {
        return new Replacement(agencyId, id, districtId, schoolId, postId, shiftId, cause, startedAt, window, nowAsked,
                nowDeclined, next, version);
    }

    private static Decision<Replacement> refuse(StaffingRefusal why) {
        return Decision.refuse(why);
    }

    static ReplacementEvent began(Replacement r, Instant now, Instant nextAt) {
        return new ReplacementBegan(r.agencyId, r.id, now, r.postId, r.schoolId, r.shiftId, r.cause.name(), nextAt);
    }
}
