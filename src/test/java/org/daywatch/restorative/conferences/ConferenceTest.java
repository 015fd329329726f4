package org.daywatch.restorative.conferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.RestorativeEvent.ConferenceMoved;
import org.daywatch.restorative.agreements.Promise;
import org.daywatch.restorative.agreements.Promise.Kept;
import org.daywatch.restorative.agreements.PunishingPhrase.Found;
import org.daywatch.restorative.conferences.ConferenceCommand.*;
import org.daywatch.restorative.conferences.ConferenceFile.Context;
import org.daywatch.restorative.conferences.ConferenceFile.Meeting;
import org.daywatch.restorative.conferences.Screening.Answer;
import org.junit.jupiter.api.Test;

/** The order of a conference: nobody sits there who does not want to, and what was promised is looked at again. */
class ConferenceTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final By COUNSELOR = new By(new UUID(1, 1), "Ana Cruz", Part.LEAD);
    private static final By OTHER = new By(new UUID(1, 9), "Lee Mesa", Part.LEAD);
    private static final By TEACHER = new By(new UUID(1, 7), "Dana Reyes", Part.NOBODY);
    private static final By NOBODY = new By(new UUID(0, 0), "", Part.NOBODY);
    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID SECOND = new UUID(5, 2);
    private static final Screening CLEAR = new Screening(Answer.NO, Answer.NO, Answer.NO, Answer.YES);

    @Test
    void everyStageAnswersEveryCommandAndNoneIsLeftOut() {
        var lines = new ArrayList<String>();
        stages().forEach((stage, c) -> commands().forEach((name, command) -> lines
                .add(stage + " " + name + " → " + answer(c.decide(command, NOW)))));
        assertThat(lines)
                .hasSize(ConferenceStage.values().length * ConferenceCommand.class.getPermittedSubclasses().length);
        assertThat(lines.stream().filter(line -> !line.endsWith("CONFERENCE_NOT_NOW")).toList()).containsExactly(
                "REFERRED Accept → GATED ConferenceMoved",
                "REFERRED CallOff → CLOSED ConferenceMoved",
                "REFERRED LoseConsent → CLOSED ConferenceMoved",
                "REFERRED HandOver → REFERRED ConferenceWritten",
                "GATED Prepare → PREPARED ConferenceMoved",
                "GATED Invite → GATED ConferenceWritten",
                "GATED Arrange → GATED ConferenceWritten",
                "GATED CallOff → CLOSED ConferenceMoved",
                "GATED LoseConsent → CLOSED ConferenceMoved",
                "GATED HandOver → GATED ConferenceWritten",
                "PREPARED AskAtDoor → PREPARED ConferenceWritten",
                "PREPARED Invite → PREPARED ConferenceWritten",
                "PREPARED Arrange → PREPARED ConferenceWritten",
                "PREPARED Hold → HELD ConferenceMoved",
                "PREPARED CallOff → CLOSED ConferenceMoved",
                "PREPARED LoseConsent → CLOSED ConferenceMoved",
                "PREPARED HandOver → PREPARED ConferenceWritten",
                "HELD Agree → AGREED ConferenceMoved",
                "HELD PartWithout → CLOSED ConferenceMoved",
                "HELD LoseConsent → CLOSED ConferenceMoved",
                "HELD HandOver → HELD ConferenceWritten",
                "AGREED Check → KEPT ConferenceMoved",
                "AGREED Talk → AGREED ConferenceWritten",
                "AGREED LoseConsent → CLOSED ConferenceMoved",
                "AGREED HandOver → AGREED ConferenceWritten",
                "KEPT Talk → KEPT ConferenceWritten",
                "KEPT Close → CLOSED ConferenceMoved",
                "KEPT LoseConsent → CLOSED ConferenceMoved",
                "KEPT HandOver → KEPT ConferenceWritten",
                "BROKEN Talk → BROKEN ConferenceWritten",
                "BROKEN MeetAgain → RECONVENED ConferenceMoved",
                "BROKEN Close → CLOSED ConferenceMoved",
                "BROKEN LoseConsent → CLOSED ConferenceMoved",
                "BROKEN HandOver → BROKEN ConferenceWritten",
                "RECONVENED Prepare → PREPARED ConferenceMoved",
                "RECONVENED Invite → RECONVENED ConferenceWritten",
                "RECONVENED Arrange → RECONVENED ConferenceWritten",
                "RECONVENED CallOff → CLOSED ConferenceMoved",
                "RECONVENED LoseConsent → CLOSED ConferenceMoved",
                "RECONVENED HandOver → RECONVENED ConferenceWritten");
        var agreed = stages().get(ConferenceStage.AGREED);
        lines.add("AGREED Check → " + answer(agreed.decide(new Check(1, Kept.NOT_KEPT, COUNSELOR), NOW)));
        assertThat(lines.getLast()).isEqualTo("AGREED Check → BROKEN ConferenceMoved");
        for (var stage : List.of(ConferenceStage.GATED, ConferenceStage.RECONVENED))
            lines.add(stage + " Prepare → "
                    + answer(stages().get(stage).decide(new Prepare(SECOND, false, TODAY, COUNSELOR), NOW)));
        lines.add("PREPARED AskAtDoor → " + answer(
                stages().get(ConferenceStage.PREPARED).decide(new AskAtDoor(FIRST, false, TODAY, COUNSELOR), NOW)));
        new StatePicture().answers(lines).drawsEvery(ConferenceCommand.class).isCommittedAs("conference");
    }

    @Test
    void nobodyButWhoeverLeadsItDoesAnythingAndAnotherCounselorOnlyTakesOver() {
        stages().forEach((stage, c) -> commands().forEach((name, command) -> {
            for (var by : List.of(TEACHER, OTHER)) {
                if (name.equals("HandOver") && by == OTHER || name.equals("LoseConsent") && by == TEACHER) continue;
                assertThat(answer(c.decide(by(command, by), NOW))).as(stage + " " + name + " by " + by.name())
                        .isIn("CONFERENCE_NOT_NOW", "CONFERENCE_NOT_YOURS");
            }
        }));
        var given = next(stages().get(ConferenceStage.AGREED), new HandOver(OTHER.person(), OTHER));
        assertThat(given.lead()).isEqualTo(OTHER.person());
        assertThat(answer(given.decide(new Talk(TODAY, TODAY, COUNSELOR), NOW))).isEqualTo("CONFERENCE_NOT_YOURS");
    }

    @Test
    void oneNoEndsItAndNothingTellsWhoseItWas() {
        var gated = stages().get(ConferenceStage.GATED);
        var first = gated.decide(new Prepare(FIRST, false, TODAY, COUNSELOR), NOW).orThrow();
        var second = gated.decide(new Prepare(SECOND, false, TODAY, COUNSELOR), NOW).orThrow();
        var parent = gated.decide(new LoseConsent(TODAY, NOBODY), NOW).orThrow();
        assertThat(first.state()).isEqualTo(second.state()).isEqualTo(parent.state());
        assertThat(first.facts()).isEqualTo(second.facts()).isEqualTo(parent.facts());
        assertThat(first.state().ended()).isEqualTo(ConferenceEnd.NOT_WILLING);
        assertThat(first.state().file().participants()).noneMatch(p -> p.prepared() != null || p.atDoor());
        assertThat(((ConferenceMoved) first.facts().getFirst()).by()).isEmpty();
        var prepared = stages().get(ConferenceStage.PREPARED);
        assertThat(next(prepared, new AskAtDoor(FIRST, false, TODAY, COUNSELOR)))
                .as("at the door too").isEqualTo(next(prepared, new AskAtDoor(SECOND, false, TODAY, COUNSELOR)));
    }

    @Test
    void theyMeetOnlyWhenEachWasPreparedAndAskedAgainAtTheDoor() {
        var gated = next(stages().get(ConferenceStage.REFERRED), accept(ConferenceKind.CIRCLE, CLEAR));
        var half = next(gated, new Prepare(FIRST, true, TODAY, COUNSELOR));
        assertThat(half.stage()).isEqualTo(ConferenceStage.GATED);
        assertThat(next(half, new Prepare(FIRST, true, TODAY, COUNSELOR)).stage()).as("the same one twice")
                .isEqualTo(ConferenceStage.GATED);
        assertThat(answer(half.decide(new Prepare(new UUID(5, 9), true, TODAY, COUNSELOR), NOW)))
                .isEqualTo("CONFERENCE_NOBODY");
        var prepared = next(half, new Prepare(SECOND, true, TODAY, COUNSELOR));
        assertThat(answer(prepared.decide(hold(true), NOW))).isEqualTo("CONFERENCE_ASK_AT_DOOR");
        var one = next(prepared, new AskAtDoor(FIRST, true, TODAY, COUNSELOR));
        assertThat(answer(one.decide(hold(true), NOW))).isEqualTo("CONFERENCE_ASK_AT_DOOR");
        var both = next(one, new AskAtDoor(SECOND, true, TODAY, COUNSELOR));
        assertThat(answer(both.decide(hold(false), NOW))).as("a parent has not agreed")
                .isEqualTo("CONFERENCE_NO_CONSENT");
        assertThat(answer(both.decide(new Hold(true, false, " ", "", TODAY, COUNSELOR), NOW)))
                .as("no mental-health professional, and no word why").isEqualTo("CONFERENCE_COUNSELOR");
        assertThat(answer(both.decide(hold(true), NOW))).isEqualTo("HELD ConferenceMoved");
    }

    @Test
    void theySayWhenAndWhereTheyMeetAndWhoMeetsAgainSaysItAnew() {
        var gated = stages().get(ConferenceStage.GATED);
        assertThat(answer(gated.decide(arrange(TODAY.minusDays(1)), NOW))).isEqualTo("CONFERENCE_DAY");
        var prepared = next(stages().get(ConferenceStage.PREPARED), arrange(TODAY.plusDays(3)));
        var rhythm = new ConferenceDue.Rhythm(2, 14, 7, 28, 14);
        assertThat(ConferenceDue.of(prepared, rhythm))
                .isEqualTo(new ConferenceDue(ConferenceDue.Kind.MEET_ON, TODAY.plusDays(3)));
        assertThat(next(prepared, hold(true)).file().meeting()).as("it stays written").isNotNull();
        var broken = next(next(next(prepared, hold(true)), new Agree(List.of(promise(1, TODAY)), List.of(), TODAY,
                COUNSELOR)), new Check(1, Kept.NOT_KEPT, COUNSELOR));
        assertThat(next(broken, new MeetAgain(TODAY, COUNSELOR)).file().meeting()).isNull();
    }

    @Test
    void studentsMediateOnlyWhereNoWeaponAbuseOrPowerGapIsOrMayBe() {
        var referred = stages().get(ConferenceStage.REFERRED);
        for (var answer : Answer.values()) for (int which = 0; which < 3; which++) {
            var screening = new Screening(which == 0 ? answer : Answer.NO, which == 1 ? answer : Answer.NO,
                    which == 2 ? answer : Answer.NO, Answer.NOT_KNOWN);
            assertThat(answer(referred.decide(accept(ConferenceKind.PEER_MEDIATION, screening), NOW)))
                    .as(answer + " at " + which)
                    .isEqualTo(answer == Answer.NO ? "GATED ConferenceMoved" : "CONFERENCE_NO_MEDIATION");
        }
    }

    @Test
    void aConferenceNeedsWhoeverDidHarmToAdmitTheirPart() {
        var harm = referred(Side.DID_HARM, Side.WAS_HARMED);
        for (var admits : Answer.values())
            assertThat(answer(harm.decide(accept(ConferenceKind.CONFERENCE,
                    new Screening(Answer.NO, Answer.NO, Answer.NO, admits)), NOW)))
                    .isEqualTo(admits == Answer.YES ? "GATED ConferenceMoved" : "CONFERENCE_NOT_ADMITTED");
        assertThat(answer(harm.decide(accept(ConferenceKind.CIRCLE,
                new Screening(Answer.NO, Answer.NO, Answer.NO, Answer.NO)), NOW))).isEqualTo("GATED ConferenceMoved");
    }

    @Test
    void anOfficerComesOnlyWhereANamedEducatorInvitesAndTheirPartEndsWithIt() {
        var gated = stages().get(ConferenceStage.GATED);
        var officer = new UUID(1, 3);
        assertThat(answer(gated.decide(new Invite(officer, "Sam Cholla", " ", COUNSELOR), NOW)))
                .isEqualTo("CONFERENCE_EDUCATOR");
        var invited = next(gated, new Invite(officer, "Sam Cholla", "Casey Lin", COUNSELOR));
        assertThat(invited.assigned()).contains(officer);
        assertThat(next(invited, new Invite(null, "", "", COUNSELOR)).assigned()).doesNotContain(officer);
        assertThat(next(invited, new LoseConsent(TODAY, NOBODY)).assigned()).containsExactly(COUNSELOR.person());
    }

    @Test
    void whatWouldPunishOrLiesBehindIsSentBackAndNamed() {
        var held = stages().get(ConferenceStage.HELD);
        assertThat(answer(held.decide(new Agree(List.of(), List.of(), TODAY, COUNSELOR), NOW)))
                .isEqualTo("PROMISE_EMPTY");
        assertThat(held.decide(new Agree(List.of(promise(1, TODAY)), List.of(new Found("SHAME", "kneel")), TODAY,
                COUNSELOR), NOW)).isInstanceOfSatisfying(Decision.Rejected.class,
                        no -> assertThat(no.toString()).contains("PROMISE_PUNISHES", "SHAME", "kneel"));
        assertThat(answer(held.decide(new Agree(List.of(promise(1, TODAY.minusDays(1))), List.of(), TODAY,
                COUNSELOR), NOW))).isEqualTo("PROMISE_DAY");
    }

    @Test
    void keptIsItWhenAllAreAndOneThatWasNotIsEnoughToMeetAgain() {
        var two = next(stages().get(ConferenceStage.HELD), new Agree(
                List.of(promise(1, TODAY), promise(2, TODAY.plusDays(5))), List.of(), TODAY, COUNSELOR));
        var one = next(two, new Check(1, Kept.KEPT, COUNSELOR));
        assertThat(one.stage()).isEqualTo(ConferenceStage.AGREED);
        assertThat(next(one, new Check(2, Kept.KEPT, COUNSELOR)).stage()).isEqualTo(ConferenceStage.KEPT);
        var broken = next(one, new Check(2, Kept.NOT_KEPT, COUNSELOR));
        assertThat(broken.stage()).isEqualTo(ConferenceStage.BROKEN);
        assertThat(answer(one.decide(new Check(3, Kept.KEPT, COUNSELOR), NOW))).isEqualTo("PROMISE_UNKNOWN");
        assertThat(answer(one.decide(new Check(2, Kept.OPEN, COUNSELOR), NOW))).isEqualTo("PROMISE_UNKNOWN");
        var again = next(broken, new MeetAgain(TODAY, COUNSELOR));
        assertThat(again.file().participants()).as("each is asked anew").noneMatch(p -> p.prepared() != null);
        assertThat(again.promises()).as("what was promised stands until they promise anew").hasSize(2);
        assertThat(next(broken, new Close(TODAY, COUNSELOR)).ended()).isEqualTo(ConferenceEnd.NOT_KEPT);
    }

    @Test
    void aTalkLiesBetweenThePromiseAndToday() {
        var agreed = stages().get(ConferenceStage.AGREED);
        assertThat(answer(agreed.decide(new Talk(TODAY.plusDays(1), TODAY, COUNSELOR), NOW)))
                .isEqualTo("CONFERENCE_TALK_DAY");
        assertThat(answer(agreed.decide(new Talk(TODAY.minusDays(1), TODAY, COUNSELOR), NOW)))
                .isEqualTo("CONFERENCE_TALK_DAY");
    }

    @Test
    void itIsCalledOffForAReasonThatIsNobodysNo() {
        var gated = stages().get(ConferenceStage.GATED);
        for (var reason : ConferenceEnd.values())
            assertThat(answer(gated.decide(new CallOff(reason, TODAY, COUNSELOR), NOW)))
                    .isEqualTo(reason == ConferenceEnd.OTHER_WAY || reason == ConferenceEnd.MOVED
                            ? "CLOSED ConferenceMoved"
                            : "CONFERENCE_REASON");
    }

    private static ConferenceCommand by(ConferenceCommand command, By by) {
        return switch (command) {
            case Accept c -> new Accept(c.kind(), c.screening(), c.today(), by);
            case Prepare c -> new Prepare(c.participant(), c.willing(), c.today(), by);
            case AskAtDoor c -> new AskAtDoor(c.participant(), c.willing(), c.today(), by);
            case Invite c -> new Invite(c.officer(), c.name(), c.educator(), by);
            case Arrange c -> new Arrange(c.meeting(), c.today(), by);
            case Hold c -> new Hold(c.consented(), c.counselor(), c.without(), c.helpers(), c.today(), by);
            case Agree c -> new Agree(c.promises(), c.punishing(), c.today(), by);
            case PartWithout c -> new PartWithout(c.today(), by);
            case Check c -> new Check(c.promise(), c.kept(), by);
            case Talk c -> new Talk(c.day(), c.today(), by);
            case MeetAgain c -> new MeetAgain(c.today(), by);
            case Close c -> new Close(c.today(), by);
            case CallOff c -> new CallOff(c.reason(), c.today(), by);
            case LoseConsent c -> new LoseConsent(c.today(), by);
            case HandOver c -> new HandOver(c.lead(), by);
        };
    }

    private static Map<String, ConferenceCommand> commands() {
        var all = new LinkedHashMap<String, ConferenceCommand>();
        for (var command : List.of(accept(ConferenceKind.CIRCLE, CLEAR), new Prepare(SECOND, true, TODAY, COUNSELOR),
                new AskAtDoor(FIRST, true, TODAY, COUNSELOR),
                new Invite(new UUID(1, 3), "Sam Cholla", "Casey Lin", COUNSELOR),
                arrange(TODAY), hold(true),
                new Agree(List.of(promise(1, TODAY)), List.of(), TODAY, COUNSELOR), new PartWithout(TODAY, COUNSELOR),
                new Check(1, Kept.KEPT, COUNSELOR), new Talk(TODAY, TODAY, COUNSELOR),
                new MeetAgain(TODAY, COUNSELOR), new Close(TODAY, COUNSELOR),
                new CallOff(ConferenceEnd.OTHER_WAY, TODAY, COUNSELOR), new LoseConsent(TODAY, NOBODY),
                new HandOver(OTHER.person(), COUNSELOR)))
            all.put(command.getClass().getSimpleName(), command);
        return all;
    }

    private static Map<ConferenceStage, Conference> stages() {
        var referred = referred(Side.BOTH_ALIKE, Side.BOTH_ALIKE);
        var gated = next(next(referred, accept(ConferenceKind.CIRCLE, CLEAR)),
                new Prepare(FIRST, true, TODAY, COUNSELOR));
        var prepared = next(next(next(gated, new Prepare(SECOND, true, TODAY, COUNSELOR)),
                new AskAtDoor(FIRST, true, TODAY, COUNSELOR)), new AskAtDoor(SECOND, true, TODAY, COUNSELOR));
        var held = next(prepared, hold(true));
        var agreed = next(held, new Agree(List.of(promise(1, TODAY)), List.of(), TODAY, COUNSELOR));
        var broken = next(agreed, new Check(1, Kept.NOT_KEPT, COUNSELOR));
        var again = next(next(broken, new MeetAgain(TODAY, COUNSELOR)), new Prepare(FIRST, true, TODAY, COUNSELOR));
        var stages = new LinkedHashMap<ConferenceStage, Conference>();
        for (var c : List.of(referred, gated, prepared, held, agreed, next(agreed, new Check(1, Kept.KEPT, COUNSELOR)),
                broken, again, next(held, new PartWithout(TODAY, COUNSELOR))))
            stages.put(c.stage(), c);
        assertThat(stages.keySet()).containsExactly(ConferenceStage.values());
        return stages;
    }

    private static Conference referred(Side first, Side second) {
        return Conference.refer(new UUID(3, 1), new UUID(3, 2), new UUID(3, 3), new UUID(3, 4), ConferenceKind.CIRCLE,
                COUNSELOR.person(),
                ConferenceFile.fresh(
                        List.of(Participant.of(FIRST, new UUID(6, 1), "Yucca, Dana", first),
                                Participant.of(SECOND, new UUID(6, 2), "Sage, Kim", second)),
                        new Context(TODAY, "3", "HALLWAY", "UNCLEAR", "NONE", List.of("RUMOR"))),
                TODAY, NOW, "Robin Sage").orThrow().state();
    }

    private static Accept accept(ConferenceKind kind, Screening screening) {
        return new Accept(kind, screening, TODAY, COUNSELOR);
    }

    private static Arrange arrange(LocalDate day) {
        return new Arrange(new Meeting(day, LocalTime.of(10, 25), "Library"), TODAY, COUNSELOR);
    }

    private static Hold hold(boolean consented) {
        return new Hold(consented, true, "", "", TODAY, COUNSELOR);
    }

    private static Promise promise(int number, LocalDate by) {
        return new Promise(number, "Yucca, Dana", "Bring the book back", by, "The book is there", Kept.OPEN);
    }

    private static Conference next(Conference c, ConferenceCommand command) {
        return c.decide(command, NOW).orThrow().state();
    }

    private static String answer(Decision<Conference> decision) {
        return switch (decision) {
            case Decision.Accepted<Conference>(var then, var facts) ->
                then.stage() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<Conference>(var code, var _) -> code.name();
        };
    }
}
