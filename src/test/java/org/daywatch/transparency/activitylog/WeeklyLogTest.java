package org.daywatch.transparency.activitylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.transparency.activitylog.weeks.WeekContent;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog.Signature;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog.State;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand;
import org.daywatch.transparency.activitylog.weeks.WeeklyLogCommand.By;
import org.junit.jupiter.api.Test;

/** Two signatures, in their order, for what both have read. */
class WeeklyLogTest {

    private static final UUID ID = new UUID(0, 1);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final Instant NOW = Instant.parse("2026-11-13T22:45:00Z");
    private static final By OFFICER = new By(new UUID(0, 2), "Dana Reyes");
    private static final By PRINCIPAL = new By(new UUID(0, 3), "Morgan Sedgewick");
    private static final Signature SIGNED = new Signature(OFFICER.person(), OFFICER.name(), NOW);
    private static final WeekContent WEEK = new WeekContent(12, 2400, false, "digest");

    private static final List<State> STATES = List.of(new State.Open(),
            new State.SentBack(NOW, "Morgan Sedgewick", "Wednesday is missing"), new State.OfficerSigned(SIGNED),
            new State.Locked(SIGNED, new Signature(PRINCIPAL.person(), PRINCIPAL.name(), NOW)),
            new State.Reopened(NOW, "", "CLOCK_CORRECTED"));

    private static final Map<String, WeeklyLogCommand> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("Sign", new WeeklyLogCommand.Sign(OFFICER, WEEK, MONDAY.plusDays(4)));
        COMMANDS.put("Lock", new WeeklyLogCommand.Lock(PRINCIPAL, WEEK));
        COMMANDS.put("SendBack", new WeeklyLogCommand.SendBack(PRINCIPAL, "Wednesday is missing"));
        COMMANDS.put("Change", new WeeklyLogCommand.Change("", "CLOCK_CORRECTED"));
        COMMANDS.put("Change without a reason", new WeeklyLogCommand.Change("Dana Reyes", ""));
    }

    @Test
    void everyStateAnswersEveryCommandAsTheTableSays() {
        assertThat(table()).containsExactly(
                "OPEN Sign → OFFICER_SIGNED WeekSigned", "OPEN Lock → LOG_OFFICER_FIRST",
                "OPEN SendBack → LOG_OFFICER_FIRST", "OPEN Change → OPEN nothing",
                "OPEN Change without a reason → OPEN nothing",
                "SENT_BACK Sign → OFFICER_SIGNED WeekSigned", "SENT_BACK Lock → LOG_OFFICER_FIRST",
                "SENT_BACK SendBack → LOG_OFFICER_FIRST", "SENT_BACK Change → SENT_BACK nothing",
                "SENT_BACK Change without a reason → SENT_BACK nothing",
                "OFFICER_SIGNED Sign → LOG_SIGNED", "OFFICER_SIGNED Lock → LOCKED WeekLocked",
                "OFFICER_SIGNED SendBack → SENT_BACK WeekSentBack", "OFFICER_SIGNED Change → REOPENED WeekReopened",
                "OFFICER_SIGNED Change without a reason → LOG_WEEK_LOCKED",
                "LOCKED Sign → LOG_SIGNED", "LOCKED Lock → LOG_SIGNED", "LOCKED SendBack → LOG_SIGNED",
                "LOCKED Change → REOPENED WeekReopened", "LOCKED Change without a reason → LOG_WEEK_LOCKED",
                "REOPENED Sign → OFFICER_SIGNED WeekSigned", "REOPENED Lock → LOG_OFFICER_FIRST",
                "REOPENED SendBack → LOG_OFFICER_FIRST", "REOPENED Change → REOPENED nothing",
                "REOPENED Change without a reason → REOPENED nothing");
    }

    @Test
    void thePictureOfItsStatesIsDrawnFromTheseAnswers() {
        new StatePicture().answers(table()).isCommittedAs("weekly-log");
    }

    @Test
    void nobodySignsBeforeFridayWhileOnPostOrForNothing() {
        assertThat(answer(log(new State.Open()), new WeeklyLogCommand.Sign(OFFICER, WEEK, MONDAY.plusDays(3))))
                .isEqualTo("LOG_WEEK_NOT_OVER");
        assertThat(answer(log(new State.Open()),
                new WeeklyLogCommand.Sign(OFFICER, new WeekContent(12, 2400, true, ""), MONDAY.plusDays(4))))
                .isEqualTo("LOG_STILL_ON_POST");
        assertThat(answer(log(new State.Open()),
                new WeeklyLogCommand.Sign(OFFICER, new WeekContent(0, 0, false, ""), MONDAY.plusDays(4))))
                .isEqualTo("LOG_EMPTY");
    }

    @Test
    void nobodySignsForBothSides() {
        assertThat(answer(log(new State.OfficerSigned(SIGNED)), new WeeklyLogCommand.Lock(OFFICER, WEEK)))
                .isEqualTo("LOG_OWN_SIGNATURE");
    }

    @Test
    void sendingBackNeedsAReason() {
        assertThat(answer(log(new State.OfficerSigned(SIGNED)), new WeeklyLogCommand.SendBack(PRINCIPAL, "no")))
                .isEqualTo("LOG_REASON_MISSING");
    }

    @Test
    void aWeekIsMissingWhenItIsOverAndNotBothHaveSigned() {
        assertThat(log(new State.OfficerSigned(SIGNED)).missing(MONDAY.plusDays(7))).isTrue();
        assertThat(log(new State.OfficerSigned(SIGNED)).missing(MONDAY.plusDays(6))).isFalse();
        assertThat(log(STATES.get(3)).missing(MONDAY.plusDays(30))).isFalse();
    }

    private static List<String> table() {
        var lines = new ArrayList<String>();
        for (var state : STATES)
            COMMANDS.forEach(
                    (name, command) -> lines.add(state.code() + " " + name + " → " + answer(log(state), command)));
        return lines;
    }

    private static String answer(WeeklyLog log, WeeklyLogCommand command) {
        return switch (log.decide(command, NOW)) {
            case Decision.Accepted<WeeklyLog>(var next, var facts) ->
                next.state().code() + " " + (facts.isEmpty() ? "nothing" : facts.getFirst().getClass().getSimpleName());
            case Decision.Rejected<WeeklyLog>(var code, _) -> code.name();
        };
    }

    private static WeeklyLog log(State state) {
        return new WeeklyLog(ID, ID, ID, ID, ID, OFFICER.person(), OFFICER.name(), MONDAY, state, 0);
    }
}
