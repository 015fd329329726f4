package org.daywatch.planning.operationsplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_OPENING;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.planning.operationsplans.content.BasicSection;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Member;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;
import org.daywatch.planning.operationsplans.content.WholePlan;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Pages of a sealed plan, read by whoever holds a link for responders: its owner hears of every opening.
 *
 * <p>A-12 of docs/security.
 */
@DaywatchIT
class LinkedExcerptsIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired PlanCommands commands;
    @Autowired List<LaneListener> lane;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private Campus school;
    private Visitor.Visit principal;

    @BeforeEach
    void aSchoolWhosePlanHolds() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        school = story.as(cast.mesquite(), () -> campuses.find(roll.school()).orElseThrow());
        UUID writer = join("principal", Role.PRINCIPAL, school.id());
        principal = visitor.signedIn(writer, cast.mesquite(), Role.PRINCIPAL);
        var writes = actor(writer, Role.PRINCIPAL);
        UUID plan = story.as(cast.mesquite(), () -> {
            UUID begun = commands.begin(writes, school);
            commands.write(writes, begun, "BASIC", empty -> WholePlan.of(empty
                    .with(new Member(Ids.next(), "Lee Park", TeamRole.LEADER, ""))
                    .with(new Hazard(Ids.next(), "Heat", 3, 2, 1, 4, ""))
                    .with(BasicSection.INTRODUCTION, "Signed by the principal.").with("LOCKDOWN", new Annex(
                            Map.of(Phase.DURING, new Course("Nobody is seen.", "", "Lock with the spare key"))))));
            commands.submit(writes, begun, school, lacks -> lacks.gaps().toString());
            return begun;
        });
        var approves = actor(join("director", Role.SAFETY_DIRECTOR, null), Role.SAFETY_DIRECTOR);
        story.run(cast.mesquite(), () -> commands.approve(approves, plan, school, commands.today(school)));
    }

    @Test
    void eachFurtherDeviceOfALinkAndOneThatComesBackAfterAPauseIsToldToThePlansOwner() {
        var press = new LaneEntry.Press(Ids.next(), cast.agency(), cast.mesquite(), school.id(), AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        var made = principal.post("/alerts/" + press.id() + "/links", "forWhom", "Mesquite dispatch", "hours", "4")
                .body();
        var address = Pattern.compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>").matcher(made);
        assertThat(address.find()).as(made).isTrue();
        String link = address.group(1);
        var first = visitor.stranger();
        for (int i = 0; i < 3; i++) assertThat(first.get(link).body()).contains("the spare key");
        assertThat(told()).as("one device that loads its page again")
                .containsExactly("Plan of " + school.name() + " was opened");
        clock.move(Duration.ofMinutes(2));
        visitor.stranger().get(link);
        assertThat(told()).as("another device").hasSize(2).last()
                .isEqualTo("Plan of " + school.name() + " was opened once more through a link");
        for (int minutes = 0; minutes < 40; minutes += 20) {
            clock.move(Duration.ofMinutes(20));
            first.get(link);
        }
        assertThat(told()).as("it was never away for long").hasSize(2);
        clock.move(Duration.ofMinutes(31));
        first.get(link);
        assertThat(told()).as("it came back after a pause").hasSize(3);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(OPERATIONS_PLAN_OPENING)))
                .as("the seal was broken once, for the link").isOne();
    }

    private List<String> told() {
        return story.as(cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.SUBJECT).from(OUTBOUND_MESSAGE)
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("OPERATIONS_PLAN_OPENED")).orderBy(OUTBOUND_MESSAGE.ID)
                        .fetch(OUTBOUND_MESSAGE.SUBJECT));
    }

    private Actor actor(UUID person, Role role) {
        return new Actor(person, "Sam Sage", cast.mesquite(), "Mesquite", role, role.defaults(),
                role == Role.PRINCIPAL ? school.id() : null, Capacity.NONE, Ids.next(), "en");
    }

    private UUID join(String who, Role role, UUID at) {
        return story.as(cast.agency(), () -> organizations.join(cast.mesquite(), who + cast.suffix() + "@story.example",
                who + " Sage", role, at));
    }
}
