package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PaperText;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.Due;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Schools;
import org.daywatch.planning.PlanningEvent.DrillConcluded;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programs.totals.MeterQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who is told of a drill beforehand, how long before, and who is not. */
@DaywatchIT
class DrillNoticesIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Facts facts;

    private PostedDay day;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-04T16:00:00Z");
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
        office = member("office", Role.FRONT_OFFICE, day.school);
    }

    @Test
    void texasFamiliesAreToldOfAnActiveThreatExerciseFourteenDaysBeforeAndOfALockdownWhenever() {
        var texas = story.as(day.cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(day.cast.mesquite(), "Palo Duro High", SchoolLevel.HIGH, "9", "12",
                                900, "1 Mesa Drive",
                                "Llano", "TX", "79101", "", ZoneId.of("America/Chicago"))));
        var head = member("texan", Role.PRINCIPAL, texas);
        var thirteen = head.post("/drills/schools/" + texas + "/new", "kind", "ACTIVE_THREAT", "day", "2026-08-17",
                "at", "09:30", "announced", "yes", "simulation", "no", "form", UUID.randomUUID().toString());
        assertThat(thirteen.statusCode()).as("thirteen days ahead").isBetween(400, 499);
        assertThat(thirteen.body()).contains("The earliest day is Aug 18, 2026");
        var id = scheduled(head, texas, "ACTIVE_THREAT", "2026-08-18", "yes");
        assertThat(head.post("/drills/" + id + "/notices/families", "how", "Paper sent home").statusCode())
                .isEqualTo(302);
        var later = scheduled(head, texas, "ACTIVE_THREAT", "2026-08-19", "yes");
        clock.setTo("2026-08-06T16:00:00Z");
        var tooLate = head.post("/drills/" + later + "/notices/families", "how", "Paper sent home");
        assertThat(tooLate.statusCode()).as("the sheet is given out thirteen days before").isBetween(400, 499);
        assertThat(tooLate.body()).contains("The earliest day is Aug 20, 2026");
        var lockdown = scheduled(head, texas, "LOCKDOWN", "2026-08-07", "yes");
        assertThat(head.post("/drills/" + lockdown + "/notices/families", "how", "Paper sent home").statusCode())
                .as("tomorrow, and no rule asks when").isEqualTo(302);
        visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR).post("/calendars", "district",
                day.cast.mesquite().toString(), "name", "Year", "firstDay", "2026-08-03",
                "lastDay", "2027-05-21");
        clock.setTo("2026-08-18T17:00:00Z");
        story.run(day.cast.agency(),
                () -> facts.tell(new DrillConcluded(day.cast.agency(), id, clock.instant(), day.cast.mesquite(), texas,
                        "DRILL:ACTIVE_THREAT", LocalDate.of(2026, 8, 18), clock.instant(),
                        20, List.of(), "Pat Greer")));
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> app.getBean(MeterQueries.class)
                        .of(app.getBean(Campuses.class).find(texas).orElseThrow(), LocalDate.of(2026, 8, 18))
                        .due("NOTICE:EXERCISE"))).singleElement().satisfies(due -> {
                            assertThat(due.state()).isEqualTo(Due.State.DONE);
                            assertThat(due.by()).isEqualTo(LocalDate.of(2026, 8, 4));
                            assertThat(due.evidence()).isEqualTo("/drills/" + id);
                        }));
    }

    @Test
    void anUnannouncedDrillIsToldToThePrincipalAloneAndItsRecordSaysSo() {
        var teacher = member("teacher", Role.TEACHER, day.school);
        var surprise = scheduled(principal, day.school, "FIRE", "2026-08-06", "no");
        var known = scheduled(principal, day.school, "HOLD", "2026-08-07", "yes");
        principal.post("/drills/" + surprise + "/notices/staff");
        for (var nobody : List.of(teacher, office))
            assertThat(nobody.get("/inbox").body()).as("neither the drill nor its day").doesNotContain("Fire drill",
                    "August 6");
        assertThat(principal.get("/inbox").body().split("<th scope=\"row\">Fire drill on Thursday, August 6, 2026", -1))
                .as("told once").hasSize(2);
        principal.post("/drills/" + known + "/notices/staff");
        for (var everybody : List.of(teacher, office, principal))
            assertThat(everybody.get("/inbox").body()).as("one that is announced")
                    .contains("Hold drill on Friday, August 7, 2026");
        assertThat(PaperText.of(principal.bytes("/drills/" + surprise + "/record.pdf"))).contains("Not announced");
        assertThat(PaperText.of(principal.bytes("/drills/" + known + "/record.pdf"))).doesNotContain("Not announced");
    }

    private UUID scheduled(Visit who, UUID school, String kind, String on, String announced) {
        var answer = who.post("/drills/schools/" + school + "/new", "kind", kind, "day", on, "at", "09:30", "announced",
                announced, "simulation", "no", "form", UUID.randomUUID().toString());
        String to = answer.headers().firstValue("location").orElse("");
        assertThat(to).as(answer.body()).contains("/drills/");
        return UUID.fromString(to.substring(to.lastIndexOf('/') + 1));
    }

    private Visit member(String name, Role role, UUID school) {
        var person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                name + day.cast.suffix() + "@story.example", name, role, school));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
