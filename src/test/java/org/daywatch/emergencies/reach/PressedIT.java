package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who presses is one of those who are reached, and what is known of them before the database knows the alert. */
@DaywatchIT
class PressedIT extends FiftyFivePeople {

    @Autowired KnownPeople known;

    @Test
    void whoPressedHasSeenItByPressingAndNobodyNeedsToShowThem() {
        var people = List.copyOf(staff.keySet());
        var first = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(3));
        for (int i = 0; i < 3; i++) hear(first);
        round();
        assertThat(board.tally(first.id()).orElseThrow()).isEqualTo(new Tally(55, 1, 1, 0, 0, 0));
        hear(press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(4)));
        hear(press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.HOLD, people.get(5)));
        round();
        assertThat(states(first.id(), people.get(4))).as("their press joined the same alert").isEqualTo("SEEN");
        assertThat(states(first.id(), people.get(5))).as("they asked for less, and do not know of the lockdown")
                .isEqualTo("NOT_REACHED");
        assertThat(count(first.id())).as("each press once").isEqualTo(2);
        pass(Duration.ofSeconds(15));
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).hasSize(53).doesNotContain(people.get(3), people.get(4))
                .contains(people.get(5));
        assertThat(principal.get("/alerts/" + first.id() + "/reach").body()).contains("Seen by 2 of 55");
    }

    @Test
    void whileTheDatabaseIsAwayTheFiguresOfAnAlertItDoesNotKnowAreToldAllTheSame() {
        var people = List.copyOf(staff.keySet());
        var press = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(3));
        memory(press);
        memory(ack(press.id(), people.get(4), Kind.DELIVERED));
        memory(ack(press.id(), people.get(5), Kind.NEED_HELP));
        assertThat(board.figures(List.of(press.id())).get(press.id())).as("nobody can say of how many")
                .containsEntry("status", "ACTUAL").containsEntry("expected", 0)
                .containsEntry("delivered", 3).containsEntry("seen", 2).containsEntry("needHelp", 1);
        hear(press);
        round();
        assertThat(board.figures(List.of(press.id())).get(press.id())).as("the database is back")
                .containsEntry("expected", 55).containsEntry("delivered", 3).containsEntry("seen", 2);
    }

    @Test
    void inMemoryToWhoJoinsByPressingForTheSameHasSeenItAndWhoPressedForLessHasNotWhenTheSchoolIsToldMore() {
        var people = List.copyOf(staff.keySet());
        var hold = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.HOLD, people.get(3));
        var more = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(4));
        var same = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(5));
        for (var press : List.of(hold, more, same)) {
            listeners.forEach(l -> l.heard(press));
            listeners.forEach(l -> l.named(press, hold.id()));
        }
        Tenancy.run(Scope.system(day.cast.agency()), () -> known.read(day.cast.agency()));
        clock.move(Duration.ofSeconds(4));
        assertThat(board.figures(List.of(hold.id())).get(hold.id())).containsEntry("from", "LIST")
                .containsEntry("seen", 2).containsEntry("expected", 55);
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(hold, more, same))));
        round();
        assertThat(board.tally(hold.id()).orElseThrow().seen()).as("as the records say").isEqualTo(2);
    }

    @Test
    void whatTwoNodesRaisedAtOnceUnderTwoNamesLosesNoAnswerWhenItIsFoundToBeOne() {
        var people = List.copyOf(staff.keySet());
        var here = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(3));
        clock.move(Duration.ofMillis(-20));
        var earlierElsewhere = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(4));
        clock.move(Duration.ofMillis(20));
        memory(here);
        memory(ack(here.id(), people.get(6), Kind.SEEN));
        listeners.forEach(l -> l.heardFromOutside(earlierElsewhere));
        listeners.forEach(l -> l.named(earlierElsewhere, earlierElsewhere.id()));
        assertThat(board.figures(List.of(here.id()))).isEmpty();
        assertThat(board.figures(List.of(earlierElsewhere.id())).get(earlierElsewhere.id()))
                .as("both who pressed and who answered").containsEntry("seen", 3);
    }

    @Test
    void theBoardSaysGoThereInTheMomentInWhichTheAgencysOwnRuleSendsTheFirstMessage() {
        var shipped = story.as(day.cast.agency(), () -> app.getBean(ProgramRules.class).book().get("REACH_STREAM",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"))));
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.agency(),
                "rules" + day.cast.suffix() + "@story.example", "Rule Keeper", Role.AGENCY_ADMIN, null));
        var keeper = visitor.signedIn(person, day.cast.agency(), Role.AGENCY_ADMIN);
        var set = keeper.post("/rules/own", "rule", shipped.version(), "scope", shipped.scope(), "value", "10", "from",
                LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix")).toString(),
                "source", "Agreement with the district", "words",
                "Whom open screens have not reached after 10 seconds is sent a message by the next way.");
        assertThat(set.statusCode()).as("%s", set.body()).isEqualTo(302);
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        round();
        pass(Duration.ofSeconds(9));
        round();
        assertThat(outlets.offered()).isEmpty();
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).doesNotContain("go there or call");
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).hasSize(55);
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).contains("go there or call");
    }

    @Test
    void whoPressedForLessIsToldWhenTheSchoolIsToldMore() {
        var people = List.copyOf(staff.keySet());
        var hold = press(Ids.next(), AlertStatus.EXERCISE, ProtocolAction.HOLD, people.get(3));
        hear(hold);
        hear(press(Ids.next(), AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, people.get(4)));
        round();
        assertThat(states(hold.id(), people.get(3))).as("they know of the hold only").isEqualTo("NOT_REACHED");
        assertThat(states(hold.id(), people.get(4))).isEqualTo("SEEN");
    }

    @Test
    void whoPressesForATestOfTheWaysHasBeenToldNothingByIt() {
        var test = press(Ids.next(), AlertStatus.TEST, ProtocolAction.HOLD, List.copyOf(staff.keySet()).get(3));
        hear(test);
        round();
        assertThat(board.tally(test.id()).orElseThrow()).isEqualTo(new Tally(55, 0, 0, 0, 0, 0));
    }
}
