package org.daywatch.planning.operationsplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
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
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An officer reads the plan of the school where they stand, with a reason, while they stand there. */
@DaywatchIT
class PlanOnPostIT {

    private static final Instant BEGINS = Instant.parse("2026-08-05T14:30:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired PlanCommands commands;

    @Test
    void theOfficerReadsItFromHalfAnHourBeforeTheirShiftAndTheDistrictSeesThatTheyDid() {
        var day = new PostedDay(app);
        String here = "/operations-plans/" + approved(day);
        var dana = day.officer("Dana Vega");
        var post = day.post(BEGINS);
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        clock.setTo(BEGINS.minus(Duration.ofHours(2)));
        var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(officer.get(here).statusCode()).as("two hours before").isEqualTo(404);
        clock.setTo(BEGINS.minus(Duration.ofMinutes(20)));
        assertThat(officer.get("/operations-plans").body()).contains("Ocotillo High");
        assertThat(officer.get(here).body()).contains("Open for 15 minutes").doesNotContain("Who opened it",
                "Begin next edition");
        String open = officer.post(here + "/openings", "purpose", "Before my first shift").headers()
                .firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        assertThat(officer.get(open + "?step=courses").body()).contains("Lock every door.").doesNotContain("/parts/");
        var director = visitor.signedIn(join(day, "chief", Role.SAFETY_DIRECTOR), day.cast.mesquite(),
                Role.SAFETY_DIRECTOR);
        assertThat(director.get(here).body()).contains("Dana Vega", "Before my first shift");
        clock.move(Duration.ofMinutes(15));
        assertThat(officer.get(open).statusCode()).isEqualTo(409);
    }

    private UUID approved(PostedDay day) {
        var school = story.as(day.cast.mesquite(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        var writer = actor(day, join(day, "writer", Role.SAFETY_DIRECTOR));
        var approver = actor(day, join(day, "approver", Role.SAFETY_DIRECTOR));
        return story.as(day.cast.mesquite(), () -> {
            UUID plan = commands.begin(writer, school);
            commands.write(writer, plan, "BASIC", empty -> WholePlan.of(empty
                    .with(new Member(Ids.next(), "Lee Park", TeamRole.LEADER, ""))
                    .with(new Hazard(Ids.next(), "Heat", 3, 2, 1, 4, ""))
                    .with(BasicSection.INTRODUCTION, "Signed.").with("LOCKDOWN", new Annex(
                            java.util.Map.of(Phase.DURING, new Course("Nobody is seen.", "", "Lock every door."))))));
            commands.submit(writer, plan, school, lacks -> lacks.gaps().toString());
            commands.approve(approver, plan, school, commands.today(school));
            return plan;
        });
    }

    private static Actor actor(PostedDay day, UUID person) {
        return new Actor(person, "Sam Sage", day.cast.mesquite(), "Mesquite", Role.SAFETY_DIRECTOR,
                Role.SAFETY_DIRECTOR.defaults(), null, Capacity.NONE, Ids.next(), "en");
    }

    private UUID join(PostedDay day, String who, Role role) {
        return story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                who + day.cast.suffix() + "@story.example", who + " Sage", role, null));
    }
}
