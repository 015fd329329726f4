package org.daywatch.staffing.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.places.Distance;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.OfficerMissedShift;
import org.daywatch.staffing.StaffingEvent.ShiftEnded;
import org.daywatch.staffing.StaffingEvent.ShiftStarted;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.shifts.Punch.Place;
import org.daywatch.staffing.shifts.Punch.Position;
import org.daywatch.staffing.shifts.Punch.Proof;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftCommand.*;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final Instant START = Instant.parse("2026-08-03T14:10:00Z");
    private static final Window POST = Window.of(START, Duration.ofHours(7));
    private static final Punctuality RULES = new Punctuality(Duration.ofMinutes(30), Duration.ofMinutes(5),
            Duration.ofMinutes(15));
    private static final Position AT_SCHOOL = new Position(33.45, -112.07, 12, Place.ON_CAMPUS, 40);
    private static final Position ELSEWHERE = new Position(33.50, -112.07, 12, Place.OFF_CAMPUS, 5560);
    private static final Punch PUNCH = new Punch(START, Proof.DESK_CODE, null, List.of());
    private static final Punch UNPROVEN = new Punch(START, Proof.POSITION, AT_SCHOOL, List.of());
    private static final Window WORKED = Window.of(START, Duration.ofMinutes(20));

    private static final List<State> STATES = List.of(new State.Scheduled(), new State.OnPost(UNPROVEN),
            new State.Ended(UNPROVEN, START, ""),
            new State.NoShow(START), new State.Cancelled(START, "ill"), new State.GivenBack(START, "court"));

    private static final Map<String, ShiftCommand> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("confirm acceptance", new ConfirmAcceptance());
        COMMANDS.put("check in", withCode());
        COMMANDS.put("confirm presence", new ConfirmPresence());
        COMMANDS.put("check out", new CheckOut("gate 4 sticks"));
        COMMANDS.put("give back", new GiveBack("court"));
        COMMANDS.put("cancel", new Cancel("school closed"));
        COMMANDS.put("mark no-show", new MarkNoShow(RULES));
        COMMANDS.put("record worked", new RecordWorked(WORKED, "", "phone was flat"));
        COMMANDS.put("reverse check-in", new ReverseCheckIn("wrong school", false));
        COMMANDS.put("reverse check-out", new ReverseCheckOut("pressed too early", false));
        COMMANDS.put("reinstate", new Reinstate("was there after all"));
    }

    /** The whole life of a shift, twenty minutes after its start: what each command makes of each state, or why not. */
    private static final String LIFE = """
            command            | SCHEDULED              | ON_POST             | ENDED               | NO_SHOW                | CANCELLED              | GIVEN_BACK
            confirm acceptance | SCHEDULED              | ON_POST             | ENDED               | - SHIFT_FALLEN_AWAY    | - SHIFT_FALLEN_AWAY    | - SHIFT_FALLEN_AWAY
            check in           | ON_POST                | - SHIFT_NOT_SCHEDULED | - SHIFT_ENDED       | - SHIFT_MISSED         | - SHIFT_FALLEN_AWAY    | - SHIFT_FALLEN_AWAY
            confirm presence   | - SHIFT_NOT_BEGUN      | ON_POST             | ENDED               | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN
            check out          | - SHIFT_NOT_BEGUN      | ENDED               | - SHIFT_ENDED       | - SHIFT_MISSED         | - SHIFT_FALLEN_AWAY    | - SHIFT_FALLEN_AWAY
            give back          | GIVEN_BACK             | - SHIFT_NOT_SCHEDULED | - SHIFT_NOT_SCHEDULED | - SHIFT_NOT_SCHEDULED  | - SHIFT_NOT_SCHEDULED  | - SHIFT_NOT_SCHEDULED
            cancel             | CANCELLED              | - SHIFT_NOT_SCHEDULED | - SHIFT_ENDED       | - SHIFT_MISSED         | - SHIFT_FALLEN_AWAY    | - SHIFT_FALLEN_AWAY
            mark no-show       | NO_SHOW                | - SHIFT_NOT_SCHEDULED | - SHIFT_NOT_SCHEDULED | - SHIFT_NOT_SCHEDULED  | - SHIFT_NOT_SCHEDULED  | - SHIFT_NOT_SCHEDULED
            record worked      | ENDED                  | ENDED               | ENDED               | ENDED                  | - SHIFT_FALLEN_AWAY    | - SHIFT_FALLEN_AWAY
            reverse check-in   | - SHIFT_NOT_BEGUN      | SCHEDULED           | - SHIFT_NOT_BEGUN   | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN
            reverse check-out  | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN   | ON_POST             | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN      | - SHIFT_NOT_BEGUN
            reinstate          | - SHIFT_STANDS         | - SHIFT_STANDS      | - SHIFT_STANDS      | SCHEDULED              | SCHEDULED              | SCHEDULED
            """;

    @Test
    void everyCommandHasItsAnswerInEveryState() {
        var lines = new StringBuilder(row("command", STATES.stream().map(State::code).toList()));
        COMMANDS.forEach(
                (name, command) -> lines.append(row(name, STATES.stream().map(s -> answer(s, command)).toList())));
        assertThat(lines.toString()).isEqualTo(LIFE.lines().map(l -> row(l.split("\\|")[0].strip(),
                List.of(l.split("\\|")).subList(1, 7).stream().map(String::strip).toList()))
                .collect(Collectors.joining()));
    }

    @Test
    void thePictureOfAShiftsLifeIsDrawnFromItsAnswers() {
        var picture = new StatePicture();
        COMMANDS.forEach((name, command) -> STATES.stream().filter(s -> !answer(s, command).startsWith("-"))
                .forEach(s -> picture.step(s.code(), name, answer(s, command))));
        picture.isCommittedAs("shift");
    }

    @Test
    void refusesACheckInBeforeItOpensAndSaysHowLongToWait() {
        var refused = refused(
                shift(new State.Scheduled()).decide(withCode(), START.minus(Duration.ofMinutes(30)).minusSeconds(1)));
        assertThat(refused.code()).isEqualTo(StaffingRefusal.TOO_EARLY);
        assertThat(refused.details()).isEqualTo(Map.of("opens", 30L, "wait", 1L));
        assertThat(shift(new State.Scheduled()).decide(withCode(), START.minus(Duration.ofMinutes(30))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aCheckInIsLateOnlyAfterTheToleranceAndThenCountsFromTheStart() {
        assertThat(started(START.plus(Duration.ofMinutes(5))).late()).isZero();
        assertThat(started(START.plus(Duration.ofMinutes(6))).late()).isEqualTo(6);
    }

    @Test
    void aCheckInAfterTheGraceIsLateAsLongAsNobodyMarkedItMissed() {
        assertThat(started(START.plus(Duration.ofMinutes(40))).late()).isEqualTo(40);
        assertThat(refused(shift(new State.Scheduled()).decide(withCode(), POST.end())).code())
                .isEqualTo(StaffingRefusal.SHIFT_OVER);
    }

    @Test
    void aPositionOnCampusAloneStartsTheShiftUnproven() {
        var decided = shift(new State.Scheduled()).decide(new CheckIn(AT_SCHOOL, null, List.of(), true, RULES), START);
        var punch = ((State.OnPost) decided.orThrow().state().state()).punch();
        assertThat(punch.proof()).isEqualTo(Proof.POSITION);
        assertThat(punch.proven()).isFalse();
        var seen = decided.orThrow().state().decide(new ConfirmPresence(), START.plusSeconds(60)).orThrow().state();
        assertThat(((State.OnPost) seen.state()).punch().proof()).isEqualTo(Proof.DESK_PERSON);
        assertThat(refused(seen.decide(new ConfirmPresence(), START.plusSeconds(90))).code())
                .isEqualTo(StaffingRefusal.PRESENCE_CONFIRMED);
    }

    @Test
    void aPositionElsewhereIsRefusedWithTheDistanceUnlessTheDeskVouches() {
        var refused = refused(
                shift(new State.Scheduled()).decide(new CheckIn(ELSEWHERE, null, List.of(), true, RULES), START));
        assertThat(refused.code()).isEqualTo(StaffingRefusal.NOT_ON_CAMPUS);
        assertThat(refused.details()).containsEntry("meters", new Distance(5560));
        var vouched = shift(new State.Scheduled())
                .decide(new CheckIn(ELSEWHERE, DeskCode.RIGHT, List.of(), true, RULES), START).orThrow().state();
        assertThat(((State.OnPost) vouched.state()).punch())
                .isEqualTo(new Punch(START, Proof.DESK_CODE, ELSEWHERE, List.of()));
    }

    @Test
    void aSchoolWithoutAKnownPlaceTakesTheDeskCodeOnly() {
        var somewhere = new Position(33.45, -112.07, 12, Place.SCHOOL_UNKNOWN, null);
        assertThat(refused(
                shift(new State.Scheduled()).decide(new CheckIn(somewhere, null, List.of(), true, RULES), START))
                .code())
                .isEqualTo(StaffingRefusal.NO_PROOF);
    }

    @Test
    void aWrongDeskCodeIsRefusedEvenOnCampus() {
        assertThat(refused(shift(new State.Scheduled())
                .decide(new CheckIn(AT_SCHOOL, DeskCode.WRONG, List.of(), true, RULES), START)).code())
                .isEqualTo(StaffingRefusal.WRONG_DESK_CODE);
    }

    @Test
    void theSitePackComesBeforeTheFirstMinute() {
        assertThat(refused(
                shift(new State.Scheduled()).decide(new CheckIn(null, DeskCode.RIGHT, List.of(), false, RULES), START))
                .code())
                .isEqualTo(StaffingRefusal.SITE_PACK_UNREAD);
    }

    @Test
    void anOfficerIsMissedOnlyAfterTheWholeGrace() {
        var refused = refused(
                shift(new State.Scheduled()).decide(new MarkNoShow(RULES), START.plus(Duration.ofMinutes(14))));
        assertThat(refused.details()).isEqualTo(Map.of("wait", 1L));
        var missed = shift(new State.Scheduled()).decide(new MarkNoShow(RULES), START.plus(Duration.ofMinutes(15)))
                .orThrow();
        assertThat(missed.facts()).singleElement().isInstanceOfSatisfying(OfficerMissedShift.class,
                f -> assertThat(f.window()).isEqualTo(POST));
    }

    @Test
    void whoAcceptsAfterThePostBeganHasTheWholeGraceFromThenOn() {
        var accepted = START.plus(Duration.ofMinutes(116));
        var late = shift(new State.Scheduled(), new Shift.Acceptance(accepted, null, null, "{}"));
        var refused = refused(late.decide(new MarkNoShow(RULES), accepted.plus(Duration.ofMinutes(1))));
        assertThat(refused.details()).isEqualTo(Map.of("wait", 14L));
        assertThat(late.decide(new MarkNoShow(RULES), accepted.plus(Duration.ofMinutes(15))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whoAcceptsAfterThePostBeganIsLateOnlyByTheMinutesSinceThen() {
        var accepted = START.plus(Duration.ofMinutes(116));
        var late = shift(new State.Scheduled(), new Shift.Acceptance(accepted, null, null, "{}"));
        assertThat(startedLate(late, accepted.plus(Duration.ofMinutes(5)))).isZero();
        assertThat(startedLate(late, accepted.plus(Duration.ofMinutes(12)))).isEqualTo(12);
    }

    @Test
    void aShiftReinstatedAfterItsGraceIsNotMissedAgainTheSameMinute() {
        var again = shift(new State.NoShow(START.plus(Duration.ofMinutes(15))))
                .decide(new Reinstate("was stuck at the gate"), START.plus(Duration.ofMinutes(40))).orThrow().state();
        assertThat(refused(again.decide(new MarkNoShow(RULES), START.plus(Duration.ofMinutes(41)))).details())
                .isEqualTo(Map.of("wait", 14L));
        assertThat(startedLate(again, START.plus(Duration.ofMinutes(42)))).as("late all the same").isEqualTo(42);
    }

    @Test
    void leavingEarlyIsRecordedInStartedMinutes() {
        var ended = (ShiftEnded) shift(new State.OnPost(PUNCH)).decide(new CheckOut(" "), POST.end().minusSeconds(61))
                .orThrow().facts().getFirst();
        assertThat(ended.early()).isEqualTo(2);
        var full = (ShiftEnded) shift(new State.OnPost(PUNCH)).decide(new CheckOut(""), POST.end()).orThrow().facts()
                .getFirst();
        assertThat(full.early()).isZero();
    }

    @Test
    void theOfficerTakesBackTheirOwnPunchForFiveMinutes() {
        var own = new ReverseCheckIn("wrong button", true);
        assertThat(shift(new State.OnPost(PUNCH)).decide(own, START.plus(Duration.ofMinutes(5))))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(refused(shift(new State.OnPost(PUNCH)).decide(own, START.plus(Duration.ofMinutes(5)).plusSeconds(1)))
                .code())
                .isEqualTo(StaffingRefusal.NO_UNDO_NOW);
    }

    @Test
    void hoursRecordedAfterwardsMayNotLieInTheFuture() {
        var tomorrow = new RecordWorked(POST, "", "phone was flat");
        assertThat(refused(shift(new State.NoShow(START)).decide(tomorrow, POST.end().minusSeconds(1))).code())
                .isEqualTo(StaffingRefusal.TIMES_IMPOSSIBLE);
    }

    @Test
    void nothingIsTakenBackWithoutAReason() {
        for (var command : List.of(new GiveBack(" "), new Cancel(""), new RecordWorked(WORKED, "", ""),
                new ReverseCheckIn("", false),
                new ReverseCheckOut("", false), new Reinstate(" "))) {
            for (var state : STATES)
                assertThat(refused(shift(state).decide(command, POST.end())).code())
                        .isEqualTo(StaffingRefusal.REASON_MISSING);
        }
    }

    @Test
    void anAcceptanceByTheOfficerThemselvesNeedsNoConfirmation() {
        var own = new Shift.Acceptance(START, null, null, "{}");
        assertThat(refused(shift(new State.Scheduled(), own).decide(new ConfirmAcceptance(), START)).code())
                .isEqualTo(StaffingRefusal.NOTHING_TO_CONFIRM);
    }

    private static CheckIn withCode() {
        return new CheckIn(null, DeskCode.RIGHT, List.of(), true, RULES);
    }

    private static ShiftStarted started(Instant at) {
        return (ShiftStarted) shift(new State.Scheduled()).decide(withCode(), at).orThrow().facts().getFirst();
    }

    private static long startedLate(Shift shift, Instant at) {
        return ((ShiftStarted) shift.decide(withCode(), at).orThrow().facts().getFirst()).late();
    }

    private static String answer(State state, ShiftCommand command) {
        return switch (shift(state).decide(command, START.plus(Duration.ofMinutes(20)))) {
            case Decision.Accepted<Shift> accepted -> accepted.state().state().code();
            case Decision.Rejected<Shift>(var code, _) -> "- " + code;
        };
    }

    private static String row(String name, List<String> cells) {
        return name + " | " + String.join(" | ", cells) + "\n";
    }

    private static Decision.Rejected<Shift> refused(Decision<Shift> decision) {
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return (Decision.Rejected<Shift>) decision;
    }

    private static Shift shift(State state) {
        return shift(state, new Shift.Acceptance(START.minus(Duration.ofDays(7)),
                new Shift.Call("Officer Vega, 480 555 0142", START.minus(Duration.ofDays(8))), null, "{}"));
    }

    private static Shift shift(State state, Shift.Acceptance acceptance) {
        var id = new UUID(0, 7);
        return new Shift(id, id, id, id, id, id, id, "Dana Vega", id, POST, acceptance, state, 0);
    }
}
