package org.daywatch.planning.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_OPENING;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.Retention;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody did in this room stands in the file of their own data, and in nobody else's. */
@DaywatchIT
class PlanningDataIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Retention retention;
    @Autowired DSLContext db;
    private final JsonMapper json = JsonMapper.builder().build();
    private Story.Cast cast;
    private UUID school;
    private Visit principal;
    private Visit director;

    @BeforeEach
    void aSchoolWithAPrincipalAndADistrictWithADirector() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1)).school();
        principal = member("principal", Role.PRINCIPAL, school);
        director = member("director", Role.SAFETY_DIRECTOR, null);
    }

    @Test
    void whichSealedPlansIOpenedAndWhyIsInMyOwnDataAndIsNeverForgotten() {
        String plan = principal.post("/schools/" + school + "/operations-plans").headers().firstValue("location")
                .orElseThrow();
        assertThat(mine(principal).get("operationsPlansOpened")).as("not before they opened one").isEmpty();
        principal.post(plan + "/openings", "purpose", "Writing the chapter on floods");
        director.post(plan + "/openings", "purpose", "Reading before the board meets");
        var opened = mine(principal).get("operationsPlansOpened");
        assertThat(opened.size()).isOne();
        assertThat(opened.get(0).get("purpose").asString()).isEqualTo("Writing the chapter on floods");
        assertThat(plan).endsWith(opened.get(0).get("plan_id").asString());
        assertThat(mine(director).get("operationsPlansOpened").toString()).contains("Reading before the board meets")
                .doesNotContain("floods");
        clock.move(Duration.ofDays(4000));
        retention.apply(cast.mesquite());
        assertThat((int) story.as(cast.mesquite(), () -> db.fetchCount(OPERATIONS_PLAN_OPENING)))
                .as("the rule says that it is kept").isEqualTo(2);
        assertThat((int) story.as(cast.saguaro(), () -> db.fetchCount(OPERATIONS_PLAN_OPENING)))
                .as("another district sees none of them").isZero();
    }

    @Test
    void whatIObservedAndVerifiedIsInMyOwnData() {
        String drill = principal.post("/drills/schools/" + school + "/new", "kind", "FIRE", "day", "2026-08-03", "at",
                "10:00", "announced", "yes", "simulation", "no", "form",
                UUID.randomUUID().toString()).headers().firstValue("location").orElseThrow();
        principal.post(drill + "/start");
        director.post(drill + "/observing", "place", "North gate", "HEARD", "YES", "words", "The gate was open.");
        assertThat(mine(director).get("drillsObserved").toString()).contains("North gate", "The gate was open.",
                "HEARD");
        assertThat(mine(principal).get("drillsObserved")).isEmpty();
        principal.post("/improvements", "school", school.toString(), "issue", "The gate was open", "action", "A lock",
                "owner", "Facilities", "external", "true", "due", "2026-09-01", "form", UUID.randomUUID().toString());
        String page = principal.get("/improvements").body();
        int at = page.indexOf("href=\"/improvements/0") + 6;
        String improvement = page.substring(at, page.indexOf('"', at));
        principal.post(improvement + "/done", "words", "A lock hangs there.");
        director.post(improvement + "/verification", "words", "Rattled it.");
        assertThat(mine(principal).get("improvementsDone").toString()).contains("The gate was open");
        assertThat(mine(director).get("improvementsVerified").toString()).contains("The gate was open");
        assertThat(mine(director).get("improvementsDone")).isEmpty();
    }

    private JsonNode mine(Visit who) {
        var answer = who.get("/me/export.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private Visit member(String name, Role role, UUID at) {
        var person = story.as(cast.agency(),
                () -> organizations.join(cast.mesquite(), name + cast.suffix() + "@story.example", name, role, at));
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
