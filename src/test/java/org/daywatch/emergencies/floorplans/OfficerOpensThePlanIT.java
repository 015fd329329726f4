package org.daywatch.emergencies.floorplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.PLAN_OPENING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertIntake;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * An officer is of the agency, the plan is the district's: where they are on post they lead, and open it in an alert.
 */
@DaywatchIT
class OfficerOpensThePlanIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired AlertIntake intake;
    @Autowired SitePlans plans;
    @Autowired DSLContext db;

    @Test
    void theOfficerOnPostOpensThePlanOfTheirSchoolAndReleasesOnItAndNobodyElseOfTheAgencyDoes() {
        clock.setTo(TestClock.START);
        var day = new PostedDay(app);
        var district = day.cast.mesquite();
        var room = story.as(day.cast.agency(), () -> {
            var schools = app.getBean(Schools.class);
            return schools.addRoom(day.school, schools.addBuilding(day.school, "Main"), "Room 12", "1", null);
        });
        var plan = story.as(district,
                () -> plans.add(day.cast.coordinator(), app.getBean(Campuses.class).find(day.school).orElseThrow(),
                        "Main", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)));
        var dana = day.officer("Dana Vega");
        var post = day.post(clock.instant().plus(Duration.ofMinutes(10)));
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), district, day.school, AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", room, "Room 12", "", LaneEntry.Source.WEB, null, "Ana Cruz", null,
                clock.instant());
        intake.store(java.util.List.of(press));
        String own = "/alerts/" + press.id() + "/floor-plan";
        var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(officer.get("/alerts/" + press.id()).body()).contains("Open floor plan");
        var form = Ids.next().toString();
        IntStream.range(0, 4)
                .mapToObj(tap -> CompletableFuture.supplyAsync(() -> officer.post(own + "/openings", "form", form)))
                .toList().forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(302));
        assertThat(officer.get(own).body()).contains("Room 12", "Not on the plan", "Alert raised here")
                .doesNotContain("Put rooms on the plan");
        assertThat(officer.get(own + "/" + plan + "/picture").statusCode()).isEqualTo(200);
        assertThat(story.as(district, () -> db.fetchCount(PLAN_OPENING))).as("a double tap opens it once").isOne();
        officer.post("/alerts/" + press.id() + "/rooms/" + room + "/release", "onPlan", "true");
        assertThat(officer.get(own).body()).contains("Released");

        var elsewhere = visitor.signedIn(day.officer("Lee Park").person(), day.cast.agency(), Role.OFFICER);
        assertThat(elsewhere.get(own).statusCode()).isEqualTo(404);
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get(own).statusCode()).isEqualTo(403);
    }
}
