package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.emergencies.reach.escalation.Attempt.Fate;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;

/** Fifty-five people of a school, some of them in the dark. */
@DaywatchIT
class ReachIT extends FiftyFivePeople {

    @Test
    void ofFiftyFiveDevicesFourteenAreDarkAndExactlyThoseAreNamedAndSentToAfterFifteenSeconds() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        round();
        var lit = new ArrayList<>(staff.keySet()).subList(0, 41);
        var dark = new HashSet<>(new ArrayList<>(staff.keySet()).subList(41, 55));
        pass(Duration.ofSeconds(2));
        for (var person : lit) {
            hear(ack(alert, person, Kind.DELIVERED));
            hear(ack(alert, person, Kind.SEEN));
        }
        var record = app.getBean(org.daywatch.emergencies.ReachRecord.class);
        var half = story.as(day.cast.agency(), () -> record.reached(alert, 50));
        assertThat(half).as("28 of 55 had seen it two seconds after the press").contains(clock.instant());
        assertThat(story.as(day.cast.agency(), () -> record.reached(alert, 95))).as("14 have not").isEmpty();
        pass(Duration.ofSeconds(12)); // 14 s
        round();
        assertThat(outlets.offered()).as("screens may still answer").isEmpty();
        pass(Duration.ofSeconds(1));
        round();
        round(); // once more within the same second sends nothing twice
        assertThat(outlets.offeredTo(Way.PUSH)).containsExactlyInAnyOrderElementsOf(dark);
        assertThat(outlets.offered()).hasSize(14);
        assertThat(board.tally(alert).orElseThrow()).isEqualTo(new Tally(55, 41, 41, 0, 0, 0));
        var page = principal.get("/alerts/" + alert + "/reach").body();
        assertThat(page).contains("Seen by 41 of 55", "Not reached (14)");
        String missing = page.substring(page.indexOf("Not reached (14)"), page.indexOf("Seen, no answer (41)"));
        staff.forEach((person, name) -> assertThat(missing.contains(">" + name + "<")).as(name)
                .isEqualTo(dark.contains(person)));
        assertThat(principal.get("/alerts/" + alert + "/reach/line").body()).contains("Seen by 41 of 55",
                "Not seen yet (14)");
        assertThat(teacher.get("/alerts/" + alert + "/reach").statusCode()).as("names are for those who lead")
                .isEqualTo(403);
    }

    @Test
    void theSameReceiptTwiceCountsOnceAndPresenceIsNotAttention() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        var person = staff.keySet().iterator().next();
        var once = ack(alert, person, Kind.DELIVERED);
        for (int i = 0; i < 3; i++) hear(once);
        assertThat(count(alert)).isOne();
        assertThat(board.tally(alert).orElseThrow()).isEqualTo(new Tally(55, 1, 0, 0, 0, 0));
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).contains("Seen by 0 of 55",
                "Delivered, not seen (1)");
    }

    @Test
    void whoHasNotSeenItIsNamedWithoutBeingAskedForAfterFifteenSeconds() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        var line = "/alerts/" + alert + "/reach/line";
        clock.move(Duration.ofMillis(14_999));
        assertThat(principal.get(line).body()).contains("id=\"reach-missing\"><summary>Not seen yet (55)");
        clock.move(Duration.ofMillis(1));
        assertThat(principal.get(line).body()).contains("id=\"reach-missing\" open><summary>Not seen yet (55)");
    }

    @Test
    void aReceiptThatCanNeverBeStoredDoesNotKeepTheOthersOut() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        var persons = List.copyOf(staff.keySet());
        var poison = new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, alert, 1, Kind.SEEN,
                Ids.next(), "no\u0000name", "", clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l
                .store(List.of(ack(alert, persons.get(5), Kind.SEEN), poison, ack(alert, persons.get(6), Kind.SAFE)))));
        assertThat(states(alert, persons.get(5))).isEqualTo("SEEN");
        assertThat(states(alert, persons.get(6))).isEqualTo("SAFE");
        assertThat(count(alert)).isEqualTo(2);
    }

    @Test
    void receiptsThatDoNotComeLeadToTheNextWayAndALateOneIsStillOne() {
        var alert = raise(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        round();
        var persons = List.copyOf(staff.keySet());
        persons.subList(1, 55).forEach(p -> hear(ack(alert, p, Kind.SEEN)));
        UUID dark = persons.getFirst();
        pass(Duration.ofSeconds(15));
        round();
        outlets.says(Way.PUSH, Fate.SENT);
        pass(Duration.ofSeconds(9));
        round();
        assertThat(outlets.ways(dark)).containsExactly(Way.PUSH);
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.ways(dark)).containsExactly(Way.PUSH, Way.SMS);
        outlets.says(Way.SMS, Fate.LOST); // taken with 200, and then lost
        round();
        assertThat(outlets.ways(dark)).containsExactly(Way.PUSH, Way.SMS, Way.EMAIL);
        assertThat(outlets.subjects()).allMatch(s -> s.startsWith("DRILL / SIMULACRO: "));
        outlets.says(Way.PUSH, Fate.RECEIVED); // late
        round();
        round();
        assertThat(states(alert, dark)).isEqualTo("DELIVERED");
        assertThat(story
                .as(district,
                        () -> reach.of(alert).stream().filter(r -> r.person().equals(dark)).findFirst().orElseThrow())
                .state().way()).isEqualTo(Way.PUSH);
        assertThat(outlets.ways(dark)).hasSize(3);
    }

    @Test
    void aTabInTheBackgroundIsNotAttentionAndWhoeverHasNotSeenItIsSentToAllTheSame() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        round();
        var persons = List.copyOf(staff.keySet());
        UUID hidden = persons.getFirst();
        pass(Duration.ofSeconds(1));
        hear(ack(alert, hidden, Kind.DELIVERED));
        persons.subList(1, 55).forEach(p -> hear(ack(alert, p, Kind.SEEN)));
        pass(Duration.ofSeconds(13)); // 14 s
        round();
        assertThat(outlets.offered()).isEmpty();
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.offered()).extracting("way", "person")
                .containsExactly(org.assertj.core.api.Assertions.tuple(Way.PUSH, hidden));
        outlets.says(Way.PUSH, Fate.RECEIVED); // their phone has it too, in their bag
        pass(Duration.ofSeconds(9));
        round();
        assertThat(outlets.ways(hidden)).as("they may still look").containsExactly(Way.PUSH);
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.ways(hidden)).containsExactly(Way.PUSH, Way.SMS);
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).contains("Delivered, not seen (1)",
                "Push notification: received");
        hear(ack(alert, hidden, Kind.SEEN));
        pass(Duration.ofMinutes(5));
        round();
        assertThat(outlets.ways(hidden)).as("they have seen it").hasSize(2);
    }

    @Test
    void aWayThatBreaksForOnePersonKeepsNobodyElseWaiting() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.EVACUATE);
        round();
        outlets.breaksFor(staff.keySet().iterator().next());
        pass(Duration.ofSeconds(15));
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).hasSize(54);
    }

    @Test
    void whatHasNotLeftWhenItIsOverIsMarkedAndNotSent() {
        var alert = raise(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        round();
        pass(Duration.ofSeconds(15));
        round();
        story.run(district, () -> db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.SINCE, clock.instant())
                .set(ALERT.ENDED_BY, "two").where(ALERT.ID.eq(alert)).execute());
        pass(Duration.ofSeconds(30));
        round();
        assertThat(outlets.expired()).hasSize(55);
        assertThat(
                story.as(district,
                        () -> db.fetchCount(REACH_ATTEMPT,
                                REACH_ATTEMPT.ALERT_ID.eq(alert).and(REACH_ATTEMPT.STATE.eq("EXPIRED")))))
                .isEqualTo(55);
        assertThat(outlets.offered()).as("nothing new after the end").hasSize(55);
    }

    @Test
    void aDrillReachesWhomTheSchoolsDrillPlanNamesAndByItsWaysWhileTheRealThingReachesEverybody() {
        var drill = Ids.next();
        story.run(day.cast.agency(), () -> app.getBean(ExerciseAudiences.class).keep(day.cast.agency(), district, drill,
                List.of("FRONT_OFFICE"), List.of("SCREEN", "SMS"), clock.instant()));
        hear(press(drill, AlertStatus.EXERCISE, ProtocolAction.HOLD));
        round();
        assertThat(board.tally(drill).orElseThrow().expected()).as("the principal and two of the front office")
                .isEqualTo(3);
        pass(Duration.ofSeconds(15));
        round();
        var told = new ArrayList<>(staff.keySet()).subList(0, 3);
        assertThat(outlets.offered()).hasSize(3).allSatisfy(o -> assertThat(o.way()).as("no push").isEqualTo(Way.SMS));
        assertThat(outlets.offeredTo(Way.SMS)).containsExactlyInAnyOrderElementsOf(told);
        assertThat(principal.get("/alerts/screen").body()).contains(drill.toString()).contains("\"apart\":[]");
        assertThat(teacher.get("/alerts/screen").body()).as("their screens leave it out")
                .contains("\"apart\":[\"" + drill + "\"]").contains("\"alerts\":[]");

        var byHand = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        assertThat(board.tally(byHand).orElseThrow().expected()).isEqualTo(55);
        assertThat(teacher.get("/alerts/screen").body()).contains("\"alert\":\"" + byHand + "\"");
    }

    @Test
    void aTestWakesPhonesInSilenceSendsNoOtherMessageAndACallForHelpIsForThoseWhoLead() {
        var test = raise(AlertStatus.TEST, ProtocolAction.HOLD);
        var help = raise(AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL);
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).as("the phones of everybody, at once")
                .containsExactlyInAnyOrderElementsOf(staff.keySet());
        assertThat(outlets.subjects()).allMatch(s -> s.startsWith("TEST / PRUEBA: "));
        pass(Duration.ofMinutes(2));
        round();
        round();
        var help3 = new ArrayList<>(staff.keySet()).subList(0, 3);
        assertThat(outlets.offered().subList(55, outlets.offered().size()))
                .as("messages about the call for help, none about the test").extracting("person").hasSize(3)
                .containsExactlyInAnyOrderElementsOf(help3);
        assertThat(board.tally(test).orElseThrow().expected()).isEqualTo(55);
        assertThat(board.tally(help).orElseThrow().expected()).isEqualTo(3);
    }
}
