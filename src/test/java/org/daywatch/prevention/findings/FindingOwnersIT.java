package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.findings.Finding.*;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who owns a finding, and what becomes of their words when an act is refused. */
@DaywatchIT
class FindingOwnersIT {

    private static final Instant BEGINS = Instant.parse("2026-08-04T14:30:00Z"); // Tuesday, half past seven in Phoenix

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired FindingStore findings;
    @Autowired FindingCommands commands;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PostedDay day;
    private Campus school;
    private Visit principal;
    private Visit director;
    private UUID dana;

    @BeforeEach
    void aSchoolWithItsPeople() {
        day = new PostedDay(app);
        school = story.as(day.cast.mesquite(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        dana = day.officer("Dana Vega").person();
        var post = day.post(BEGINS);
        Tenancy.as(new Scope(day.cast.agency(), dana), () -> app.getBean(Acceptances.class).accept(dana, post));
        clock.setTo(BEGINS.plus(Duration.ofMinutes(10)).toString());
        principal = member("principal", Role.PRINCIPAL, day.school);
        director = member("director", Role.SAFETY_DIRECTOR, null);
    }

    @Test
    void peopleOfTheSchoolAndOfficersWithAnAccountOwnOneAndSeeItOnTheirFirstScreen() {
        UUID id = open("Fence cut");
        var clerk = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                "desk" + day.cast.suffix() + "@story.example", "Sam Field", Role.FRONT_OFFICE, day.school));
        var desk = visitor.signedIn(clerk, day.cast.mesquite(), Role.FRONT_OFFICE);
        assertThat(principal.get("/findings/" + id).body()).contains("Sam Field, Front office",
                "director, District safety director");
        assertThat(principal.get("/findings/" + id).body()).contains("Moderate: 3 × 3 = 9",
                "Serious from 15, or from severity 5; moderate from 8 (rule of Jan 1, 2000",
                "officers who worked here in the last 60 days (rule of Jan 1, 2000)");
        assertThat(principal.get("/findings").body()).contains("Moderate: 3 × 3 = 9", "(rule of Jan 1, 2000");
        principal.post("/findings/" + id + "/assignment", "person", clerk.toString(), "due", "2026-08-10");
        assertThat(finding(id).owner()).isEqualTo(new Owner("Sam Field", clerk));
        assertThat(desk.get("/alert").body()).contains("Fix by", "Fence cut");
        assertThat(desk.get("/findings/" + id).body()).contains("Sam Field");
        desk.post("/findings/" + id + "/fixed", "words", "Wired shut.");
        assertThat(finding(id).state()).isInstanceOf(State.Fixed.class);
        desk.post("/findings/" + id + "/verification", "words", "I looked.");
        assertThat(finding(id).state()).as("their own work").isInstanceOf(State.Fixed.class);
        UUID gate = open("Gate B does not lock");
        var stranger = day.officer("Lee Ortega").person();
        principal.post("/findings/" + gate + "/assignment", "person", stranger.toString(), "due", "2026-08-10");
        assertThat(finding(gate).state()).as("an officer who never worked here").isInstanceOf(State.Open.class);
        var worked = Browser.of(app, port, dana, day.cast.agency(), Role.OFFICER);
        worked.get("/my-day");
        worked.post("/shifts/" + shift() + "/check-in", "code=" + day.deskCode());
        principal.post("/findings/" + gate + "/assignment", "person", dana.toString(), "due", "2026-08-10");
        assertThat(finding(gate).owner()).isEqualTo(new Owner("Dana Vega", dana));
        clock.move(Duration.ofDays(2));
        var officer = visitor.signedIn(dana, day.cast.agency(), Role.OFFICER);
        assertThat(officer.get("/my-day").body()).as("also when they stand nowhere").contains("Gate B does not lock");
        assertThat(officer.get("/findings/" + gate).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasTypedStaysWhereItWasTypedWhenAnActIsRefused() {
        UUID id = open("Fence cut");
        var late = principal.post("/findings/" + id + "/assignment", "owner", "Ada's Fence & Gate", "due",
                "2027-01-15");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("value=\"Ada&#39;s Fence &amp; Gate\"", "value=\"2027-01-15\"", "The rule requires a fix by")
                .contains("assign-due-error");
        var unreadable = principal.post("/findings/" + id + "/assignment", "owner", "Fence people", "due", "soon");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("value=\"Fence people\"");
        var risk = director.post("/findings/" + id + "/acceptance", "words", "The bond pays for it in 2030.", "review",
                "2030-01-01");
        assertThat(risk.body()).contains("The bond pays for it in 2030.</textarea>",
                "An accepted risk must be reviewed by");
        act(new FindingCommand.SayFixed("Mended.", new By(dana, "Dana Vega")), id);
        var officer = visitor.signedIn(dana, day.cast.agency(), Role.OFFICER);
        assertThat(officer.post("/findings/" + id + "/verification", "words", "I tried it and it holds.").body())
                .contains("a second person must verify it");
        assertThat(principal.post("/findings/" + id + "/return", "words", " ").body()).contains("Enter a short text",
                "verify-words-error");
        assertThat(principal
                .post("/findings/" + id + "/rating", "severity", "4", "likelihood", "9", "estimate", "about 900")
                .statusCode()).isEqualTo(400);
    }

    private UUID shift() {
        return story.as(day.cast.agency(), () -> db.select(SHIFT.ID).from(SHIFT).fetchSingle(SHIFT.ID));
    }

    private UUID open(String what) {
        return story.as(day.cast.mesquite(),
                () -> commands.open(school, what, new Where("North side", null), new Rating(3, 3, null, null), "",
                        new By(new UUID(5, 5), "Pat Greer", true, false),
                        Ids.next()).orElseThrow());
    }

    private void act(FindingCommand command, UUID id) {
        story.run(day.cast.mesquite(), () -> commands.handle(id, command));
    }

    private Finding finding(UUID id) {
        return story.as(day.cast.agency(), () -> findings.find(id).orElseThrow());
    }

    private Visit member(String name, Role role, @Nullable UUID at) {
        var person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                name + day.cast.suffix() + "@story.example", name, role, at));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
