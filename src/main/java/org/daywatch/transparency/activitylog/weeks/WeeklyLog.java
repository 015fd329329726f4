package org.daywatch.transparency.activitylog.weeks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.transparency.TransparencyEvent.OfLog;
import org.daywatch.transparency.TransparencyEvent.WeekLocked;
import org.daywatch.transparency.TransparencyEvent.WeekReopened;
import org.daywatch.transparency.TransparencyEvent.WeekSentBack;
import org.daywatch.transparency.TransparencyEvent.WeekSigned;
import org.daywatch.transparency.TransparencyRefusal;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand.Change;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand.Lock;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand.SendBack;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand.Sign;
import org.jspecify.annotations.Nullable;

/**
 * The log of one officer at one school in one week. The officer signs, then the school's administrator, and it is
 * locked. Both signed certain lines and no others: when one of them changes afterward, with a reason, it is open again
 * and both sign anew.
 *
 * @param person the officer's account
 * @param week its Monday
 */
public record WeeklyLog(UUID agencyId, UUID id, UUID districtId, UUID schoolId, UUID officerId, @Nullable UUID person,
        String officer, LocalDate week, State state, int version) {

    private static final int SHORTEST_REASON = 5;

    public record Signature(@Nullable UUID person, String name, Instant at) {}

    public sealed interface State {

        record Open() implements State {}

        /** The administrator did not sign. */
        record SentBack(Instant at, String by, String reason) implements State {}

        record OfficerSigned(Signature officer) implements State {}

        record Locked(Signature officer, Signature administrator) implements State {}

        /** A line changed after a signature. */
        record Reopened(Instant at, String by, String reason) implements State {}

        /** The state's word in the table: SENT_BACK. */
        default String code() {
            return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        }

        default boolean signed() {
            return this instanceof OfficerSigned || this instanceof Locked;
        }
    }

    public static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
    }

    public LocalDate lastDay() {
        return week.plusDays(6);
    }

    /** From this day on it may be signed. */
    public LocalDate friday() {
        return week.plusDays(4);
    }

    /** The week is over and not both have signed. */
    public boolean missing(LocalDate today) {
        return today.isAfter(lastDay()) && !(state instanceof State.Locked);
    }

    public Decision<WeeklyLog> decide(WeeklyLogCommand command, Instant now) {
        return switch (command) {
            case Sign sign -> sign(sign, now);
            case Lock(var by, var content) -> lock(by, content, now);
            case SendBack(var by, var reason) -> sendBack(by, reason, now);
            case Change(var by, var reason) -> change(by, reason, now);
        };
    }

    private Decision<WeeklyLog> sign(Sign command, Instant now) {
        if (state.signed()) return Decision.refuse(TransparencyRefusal.LOG_SIGNED);
        if (command.content().goesOn()) return Decision.refuse(TransparencyRefusal.LOG_STILL_ON_POST);
        if (command.content().lines() == 0) return Decision.refuse(TransparencyRefusal.LOG_EMPTY);
        if (command.today().isBefore(friday())) return Decision.refuse(TransparencyRefusal.LOG_WEEK_NOT_OVER);
        return accept(new State.OfficerSigned(command.by().at(now)),
                new WeekSigned(agencyId, id, now, districtId, schoolId, officerId, week, command.content().minutes(),
                        command.by().name()));
    }

    private Decision<WeeklyLog> lock(WeeklyLogCommand.By by, WeekContent content, Instant now) {
        return switch (state) {
            case State.OfficerSigned(var officer) when by.person().equals(person) ->
                Decision.refuse(TransparencyRefusal.LOG_OWN_SIGNATURE);
            case State.OfficerSigned(var officer) -> accept(new State.Locked(officer, by.at(now)),
                    new WeekLocked(agencyId, id, now, districtId, schoolId, officerId, week, content.minutes(),
                            by.name()));
            case State.Locked _ -> Decision.refuse(TransparencyRefusal.LOG_SIGNED);
            case State.Open _,State.SentBack _,State.Reopened _ ->
                Decision.refuse(TransparencyRefusal.LOG_OFFICER_FIRST);
        };
    }

    private Decision<WeeklyLog> sendBack(WeeklyLogCommand.By by, String reason, Instant now) {
        if (reason.strip().length() < SHORTEST_REASON) return Decision.refuse(TransparencyRefusal.LOG_REASON_MISSING);
        return switch (state) {
            case State.OfficerSigned _ -> accept(new State.SentBack(now, by.name(), reason.strip()),
                    new WeekSentBack(agencyId, id, now, schoolId, officerId, week, reason.strip(), by.name()));
            case State.Locked _ -> Decision.refuse(TransparencyRefusal.LOG_SIGNED);
            case State.Open _,State.SentBack _,State.Reopened _ ->
                Decision.refuse(TransparencyRefusal.LOG_OFFICER_FIRST);
        };
    }

    /** A line comes or goes. Nothing to decide while nobody has signed. */
    private Decision<WeeklyLog> change(String by, String reason, Instant now) {
        if (!state.signed()) return Decision.accept(this);
        if (reason.strip().length() < SHORTEST_REASON) return Decision.refuse(TransparencyRefusal.LOG_WEEK_LOCKED);
        return accept(new State.Reopened(now, by, reason.strip()),
                new WeekReopened(agencyId, id, now, schoolId, officerId, week, reason.strip(), by));
    }

    private Decision<WeeklyLog> accept(State next, OfLog fact) {
        return Decision.accept(
                new WeeklyLog(agencyId, id, districtId, schoolId, officerId, person, officer, week, next, version),
                fact);
    }
}
