package org.daywatch.mentoring.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.mentoring.matches.MatchCommand.*;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;

/** The order of a match: nobody meets before consent and screening, and nobody leaves without a goodbye or a reason. */
class MatchTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final LocalDate TERM = LocalDate.of(2026, 12, 18);
    private static final UUID MENTOR = new UUID(1, 3);
    private static final By COUNSELOR = new By(new UUID(1, 1), "Ana Cruz", Part.COUNSELOR);
    private static final By OTHER = new By(new UUID(1, 9), "Lee Mesa", Part.COUNSELOR);
    private static final By OFFICER = new By(MENTOR, "Sam Cholla", Part.MENTOR);
    private static final By NOBODY = new By(new UUID(0, 0), "", Part.NOBODY);
    private static final Limits LIMITS = new Limits(0, 45, 90);

    @Test
    void everyStageAnswersEveryCommandAndNoneIsLeftOut() {
        var lines = new ArrayList<String>();
        stages().forEach((stage, m) -> commands().forEach((name, command) -> lines
                .add(stage + " " + name + " → " + answer(m.decide(command, NOW)))));
        assertThat(lines).hasSize(MatchStage.values().length * MatchCommand.class.getPermittedSubclasses().length);
        assertThat(lines.stream().filter(line -> !line.endsWith("MATCH_NOT_NOW")).toList()).containsExactly(
                "REFERRED RecordConsent → CONSENTED MatchMoved",
                "REFERRED Decline → DECLINED MatchMoved",
                "REFERRED LoseConsent → DECLINED MatchMoved",
                "REFERRED HandOver → REFERRED MatchWritten",
                "CONSENTED Screen → SCREENED MatchMoved",
                "CONSENTED Decline → DECLINED MatchMoved",
                "CONSENTED LoseConsent → DECLINED MatchMoved",
                "CONSENTED HandOver → CONSENTED MatchWritten",
                "SCREENED Veto → CONSENTED MatchMoved",
                "SCREENED Agree → MATCHED MatchMoved",
                "SCREENED Decline → DECLINED MatchMoved",
                "SCREENED LoseConsent → DECLINED MatchMoved",
                "SCREENED HandOver → SCREENED MatchWritten",
                "MATCHED Meet → ACTIVE MentorSessionLogged",
                "MATCHED NoteContact → MATCHED MatchWritten",
                "MATCHED EndEarly → CLOSED MatchMoved",
                "MATCHED LoseConsent → CLOSED MatchMoved",
                "MATCHED HandOver → MATCHED MatchWritten",
                "ACTIVE Meet → ACTIVE MentorSessionLogged",
                "ACTIVE NoteContact → ACTIVE MatchWritten",
                "ACTIVE AnnounceEnd → CLOSING MatchMoved",
                "ACTIVE EndEarly → CLOSED MatchMoved",
                "ACTIVE LoseConsent → CLOSED MatchMoved",
                "ACTIVE HandOver → ACTIVE MatchWritten",
                "CLOSING Meet → CLOSING MentorSessionLogged",
                "CLOSING NoteContact → CLOSING MatchWritten",
                "CLOSING Close → CLOSED MatchMoved",
                "CLOSING EndEarly → CLOSED MatchMoved",
                "CLOSING LoseConsent → CLOSED MatchMoved",
                "CLOSING HandOver → CLOSING MatchWritten");
        new StatePicture().answers(lines).drawsEvery(MatchCommand.class).isCommittedAs("match");
    }

    @Test
    void theMentorLogsMeetingsAndDecidesNothingElse() {
        stages().forEach((stage, m) -> commands().forEach((name, command) -> {
            if (name.equals("Meet")) return;
            assertThat(answer(m.decide(by(command, OFFICER), NOW))).as(stage + " " + name)
                    .isIn("MATCH_NOT_NOW", "MATCH_NOT_YOURS");
        }));
    }

    @Test
    void aCounselorOfOthersOnlyTakesOver() {
        stages().forEach((stage, m) -> commands().forEach((name, command) -> {
            if (name.equals("HandOver")) return;
            assertThat(answer(m.decide(by(command, OTHER), NOW))).as(stage + " " + name)
                    .isIn("MATCH_NOT_NOW", "MATCH_NOT_YOURS");
        }));
        var given = next(stages().get(MatchStage.ACTIVE), new HandOver(OTHER.person(), OTHER));
        assertThat(given.counselor()).isEqualTo(OTHER.person());
        assertThat(answer(given.decide(new NoteContact(TODAY, COUNSELOR), NOW))).isEqualTo("MATCH_NOT_YOURS");
    }

    @Test
    void withoutConsentNothingBegins() {
        var referred = stages().get(MatchStage.REFERRED);
        assertThat(answer(referred.decide(new RecordConsent(false, NOBODY), NOW))).isEqualTo("MATCH_NO_CONSENT");
        assertThat(answer(stages().get(MatchStage.ACTIVE)
                .decide(new Meet(session(30, MentorSession.Attendance.MET), TODAY, false, LIMITS, OFFICER), NOW)))
                .isEqualTo("MATCH_NO_CONSENT");
    }

    @Test
    void aMentorWhosePapersLackOrEndIsNotMatched() {
        var consented = stages().get(MatchStage.CONSENTED);
        assertThat(answer(consented.decide(screen(null, false), NOW))).isEqualTo("MATCH_NOT_SCREENED");
        assertThat(answer(consented.decide(screen(TODAY.minusDays(1), false), NOW))).isEqualTo("MATCH_NOT_SCREENED");
        assertThat(answer(consented.decide(screen(TERM.minusDays(1), false), NOW))).isEqualTo("MATCH_SCREENING_ENDS");
        assertThat(answer(consented.decide(screen(TERM, true), NOW))).isEqualTo("MATCH_MENTOR_FULL");
        assertThat(next(consented, screen(TERM, false)).mentor()).isEqualTo(MENTOR);
    }

    @Test
    void whomTheStudentRefusedIsNotChosenAgain() {
        var refused = next(stages().get(MatchStage.SCREENED), new Veto(COUNSELOR));
        assertThat(refused.mentor()).isNull();
        assertThat(answer(refused.decide(screen(TERM, false), NOW))).isEqualTo("MATCH_VETOED");
    }

    @Test
    void onlyAHeldMeetingIsService() {
        var matched = stages().get(MatchStage.MATCHED);
        var missed = next(matched,
                new Meet(session(0, MentorSession.Attendance.STUDENT_ABSENT), TODAY, true, LIMITS, OFFICER));
        assertThat(missed.stage()).isEqualTo(MatchStage.MATCHED);
        assertThat(missed.days().firstMet()).isNull();
        var met = next(missed, meet(30));
        assertThat(met.days().firstMet()).isEqualTo(TODAY);
    }

    @Test
    void aMeetingIsNeitherAheadNorLongerThanTheRuleSays() {
        var active = stages().get(MatchStage.ACTIVE);
        assertThat(answer(active.decide(meet(46), NOW))).isEqualTo("MATCH_SESSION_LONG");
        assertThat(answer(active.decide(meet(45), NOW))).startsWith("ACTIVE");
        assertThat(answer(active.decide(new Meet(session(30, MentorSession.Attendance.MET), TODAY, true,
                new Limits(61, 45, 90), OFFICER), NOW))).isEqualTo("MATCH_SESSION_WEEK");
        var ahead = new MentorSession(new UUID(4, 4), NOW.minusSeconds(60), 30, "3", "Library", "Ms. Reed",
                Casel.SELF_AWARENESS, "Be on time", MentorSession.Attendance.MET, null, null);
        assertThat(answer(active.decide(new Meet(ahead, TODAY, true, LIMITS, OFFICER), NOW)))
                .isEqualTo("MATCH_SESSION_AHEAD");
        assertThat(answer(active.decide(new Meet(session(30, MentorSession.Attendance.MET), TODAY.minusDays(1), true,
                LIMITS, OFFICER), NOW))).isEqualTo("MATCH_SESSION_BEFORE");
    }

    @Test
    void anEndIsAnnouncedWeeksAheadAndBothSayGoodbye() {
        var active = stages().get(MatchStage.ACTIVE);
        assertThat(answer(active.decide(new AnnounceEnd(TODAY.plusDays(27), TODAY.plusDays(28), COUNSELOR), NOW)))
                .isEqualTo("MATCH_END_SOON");
        var closing = next(active, new AnnounceEnd(TODAY.plusDays(28), TODAY.plusDays(28), COUNSELOR));
        assertThat(answer(closing.decide(new Close("Thanks", "Proud of you", TODAY, COUNSELOR), NOW)))
                .isEqualTo("MATCH_END_NOT_YET");
        assertThat(answer(closing.decide(new Close(" ", "Proud of you", TODAY.plusDays(28), COUNSELOR), NOW)))
                .isEqualTo("MATCH_BOTH_SIDES");
        var closed = next(closing, new Close("Thanks", "Proud of you", TODAY.plusDays(28), COUNSELOR));
        assertThat(closed.ended()).isEqualTo(EndReason.AS_PLANNED);
        assertThat(closed.assigned()).as("the mentor reads it no more").containsExactly(COUNSELOR.person());
    }

    @Test
    void anEarlyEndHasAReasonThatSomebodyChose() {
        var active = stages().get(MatchStage.ACTIVE);
        for (var reason : EndReason.values())
            assertThat(answer(active.decide(new EndEarly(reason, "", TODAY, COUNSELOR), NOW))).isEqualTo(
                    reason == EndReason.AS_PLANNED || reason == EndReason.CONSENT_WITHDRAWN
                            ? "MATCH_REASON"
                            : "CLOSED MatchMoved");
    }

    private static MatchCommand by(MatchCommand command, By by) {
        return switch (command) {
            case RecordConsent c -> new RecordConsent(c.stands(), by);
            case Screen c -> new Screen(c.of(), c.termEnds(), c.isFull(), c.why(), c.today(), by);
            case Veto _ -> new Veto(by);
            case Agree c -> new Agree(c.today(), by);
            case Meet c -> new Meet(c.session(), c.day(), c.consent(), c.limits(), by);
            case NoteContact c -> new NoteContact(c.day(), by);
            case AnnounceEnd c -> new AnnounceEnd(c.on(), c.earliest(), by);
            case Close c -> new Close(c.student(), c.mentor(), c.today(), by);
            case EndEarly c -> new EndEarly(c.reason(), c.words(), c.today(), by);
            case Decline c -> new Decline(c.reason(), c.words(), c.today(), by);
            case LoseConsent c -> new LoseConsent(c.today(), by);
            case HandOver c -> new HandOver(c.counselor(), by);
        };
    }

    private static Map<String, MatchCommand> commands() {
        var all = new LinkedHashMap<String, MatchCommand>();
        for (var command : List.of(new RecordConsent(true, NOBODY), screen(TERM, false), new Veto(COUNSELOR),
                new Agree(TODAY, COUNSELOR), meet(30), new NoteContact(TODAY, COUNSELOR),
                new AnnounceEnd(TODAY.plusDays(28), TODAY.plusDays(28), COUNSELOR),
                new Close("Thanks", "Proud of you", TODAY.plusDays(28), COUNSELOR),
                new EndEarly(EndReason.STUDENT_MOVED, "Moved away", TODAY, COUNSELOR),
                new Decline(EndReason.OTHER_HELP, "A tutor is what they want", TODAY, COUNSELOR),
                new LoseConsent(TODAY, NOBODY), new HandOver(OTHER.person(), COUNSELOR)))
            all.put(command.getClass().getSimpleName(), command);
        return all;
    }

    private static Map<MatchStage, Match> stages() {
        var referred = accepted(Match.refer(new UUID(3, 1), new UUID(3, 2), new UUID(3, 3), new UUID(3, 4),
                COUNSELOR.person(),
                MatchFile.fresh("Yucca, Dana", Set.of("chess"), Set.of("en"), null, Set.of("MONDAY 3")),
                TODAY, NOW, "Robin Sage"));
        var consented = next(referred, new RecordConsent(true, NOBODY));
        var screened = next(consented, screen(TERM, false));
        var matched = next(screened, new Agree(TODAY, COUNSELOR));
        var active = next(matched, meet(30));
        var closing = next(active, new AnnounceEnd(TODAY.plusDays(28), TODAY.plusDays(28), COUNSELOR));
        var stages = new LinkedHashMap<MatchStage, Match>();
        for (var m : List.of(referred, consented, screened, matched, active, closing,
                next(closing, new Close("Thanks", "Proud of you", TODAY.plusDays(28), COUNSELOR)),
                next(referred, new Decline(EndReason.OTHER_HELP, "", TODAY, COUNSELOR))))
            stages.put(m.stage(), m);
        assertThat(stages.keySet()).containsExactly(MatchStage.values());
        return stages;
    }

    private static Screen screen(LocalDate until, boolean full) {
        return new Screen(new Screening(MENTOR, "Sam Cholla", until), TERM, full, List.of("chess"), TODAY, COUNSELOR);
    }

    private static Meet meet(int minutes) {
        return new Meet(session(minutes, MentorSession.Attendance.MET), TODAY, true, LIMITS, OFFICER);
    }

    private static MentorSession session(int minutes, MentorSession.Attendance attendance) {
        return new MentorSession(new UUID(4, minutes), NOW.minusSeconds(60L * minutes), minutes, "3", "Library",
                "Ms. Reed", Casel.SELF_AWARENESS, "Be on time", attendance, MentorSession.Feeling.GOOD, true);
    }

    private static Match next(Match m, MatchCommand command) {
        return accepted(m.decide(command, NOW));
    }

    private static Match accepted(Decision<Match> decision) {
        return decision.orThrow().state();
    }

    private static String answer(Decision<Match> decision) {
        return switch (decision) {
            case Decision.Accepted<Match>(var then, var facts) ->
                then.stage() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<Match>(var code, var _) -> code.name();
        };
    }
}
