package org.daywatch.prevention.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.HAPPENING;
import static org.daywatch_db.prevention.Tables.PATROL_PLAN;
import static org.daywatch_db.prevention.Tables.PATROL_STOP;
import static org.daywatch_db.prevention.Tables.ZONE;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.IncidentEvent.IncidentOpened;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What happens becomes numbers without people, and numbers become walks nobody can foretell.
 *
 * <p>A-41 of docs/security.
 */
@DaywatchIT
class PatternsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> lane;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-04T19:20:00Z"); // Tuesday, twenty past twelve in Phoenix
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school, day.cast.mesquite());
        office = member("office", Role.FRONT_OFFICE, day.school, day.cast.mesquite());
        for (String zone : List.of("Cafeteria", "North hall", "Bus loop", "Gym"))
            principal.post("/patrols/" + day.school + "/zones", "name", zone);
    }

    @Test
    void anAlertIsCountedByHourAndPlaceAndACallForOneChildIsNot() {
        var fight = pressed(AlertStatus.ACTUAL, ProtocolAction.HELP_FIGHT, "Cafeteria, by the stage");
        pressed(AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL, "Cafeteria");
        pressed(AlertStatus.EXERCISE, ProtocolAction.SECURE, "Office");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> db.selectFrom(HAPPENING).fetch()))
                        .singleElement().satisfies(h -> {
                            assertThat(h.getId()).isEqualTo(fight);
                            assertThat(h.getHour()).isEqualTo(12);
                            assertThat(h.getKind()).isEqualTo("FIGHT");
                            assertThat(h.getZoneId()).as("named in the words of the place")
                                    .isEqualTo(zone("Cafeteria"));
                        }));
        principal.post("/alerts/" + fight + "/over", "how", "FALSE_ALARM", "why", "Two friends wrestling.");
        office.post("/alerts/" + fight + "/over", "how", "FALSE_ALARM", "why", "Two friends wrestling.");
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                        story.as(day.cast.agency(), () -> db.fetchCount(HAPPENING, HAPPENING.DROPPED_AT.isNull())))
                        .as("it was none").isZero());
    }

    @Test
    void anIncidentWithoutAnAlertIsCountedUnderItsOwnHourAndOneWithAnAlertOnce() {
        var opened = Ids.next();
        for (int i = 0; i < 2; i++)
            told(new IncidentOpened(day.cast.agency(), opened, Instant.parse("2026-08-04T14:59:00Z"),
                    day.cast.mesquite(), day.school, AlertStatus.ACTUAL, "Water main broke", "Pat Greer"));
        told(new IncidentOpened(day.cast.agency(), Ids.next(), clock.instant(), day.cast.mesquite(), day.school,
                AlertStatus.EXERCISE, "Table top: water main", "Pat Greer"));
        told(new IncidentOpened(day.cast.agency(), Ids.next(), clock.instant(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, "", "Pat Greer")); // of an alert about one child
        var lockdown = pressed(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "Gym");
        told(new IncidentOpened(day.cast.agency(), lockdown, clock.instant(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, "", "Pat Greer"));
        Awaitility.await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(), () -> db.selectFrom(HAPPENING).fetch()))
                        .extracting(h -> h.getId() + " " + h.getKind() + " " + h.getSource() + " " + h.getHour())
                        .containsExactlyInAnyOrder(opened + " OTHER INCIDENT 7", lockdown + " PROTECTION ALERT 12"));
    }

    private void told(IncidentOpened fact) {
        story.run(day.cast.agency(), () -> app.getBean(Facts.class).tell(fact));
    }

    @Test
    void numbersAreShownOnceTheFourMonthsAreOverAndStandFromThenOn() {
        for (int i = 0; i < 4; i++) noted("FIGHT", "2026-08-0" + (3 + i % 2), "12:10", "Cafeteria");
        noted("THEFT", "2026-08-04", "09:30", "Gym");
        assertThat(principal.get("/patterns").body()).contains("No records for this time").doesNotContain("in all");
        clock.setTo("2026-11-09T16:00:00Z");
        principal = member("principal", Role.PRINCIPAL, day.school, day.cast.mesquite());
        var body = principal.get("/patterns").body();
        assertThat(body).contains("hidden", "to be confirmed", "Location not entered");
        assertThat(body).as("one theft among five: its number would follow from the sums").doesNotContain("5 in total");
        assertThat(principal.get("/patterns?from=2026-03-01").body()).contains("No records for this time");
        for (int i = 0; i < 2; i++) noted("THEFT", "2026-08-05", "09:30", "Gym");
        assertThat(numbers(principal.get("/patterns").body())).as("written down afterward, it counts in none")
                .isEqualTo(numbers(body));
        assertThat(principal.post("/patterns/" + day.school, "kind", "FIGHT", "day", "2030-01-01", "at", "12:00",
                "form", Ids.next().toString()).body()).contains("Choose a day within the last year");
        var elsewhere = member("elsewhere", Role.SAFETY_DIRECTOR, null, day.cast.saguaro());
        assertThat(elsewhere.get("/patterns/" + day.school + "/new").statusCode()).isEqualTo(404);
    }

    @Test
    void theWeekIsDrawnOnceWalkedByTheOfficerAndCanBeDrawnAgain() {
        var dana = day.officer("Dana Vega").person();
        var post = day.post(Instant.parse("2026-08-04T14:30:00Z"));
        clock.setTo("2026-08-04T13:00:00Z");
        Tenancy.as(new Scope(day.cast.agency(), dana), () -> app.getBean(Acceptances.class).accept(dana, post));
        clock.setTo("2026-08-04T19:20:00Z");
        var officer = visitor.signedIn(dana, day.cast.agency(), Role.OFFICER);
        for (int i = 0; i < 2; i++) principal.post("/patrols/" + day.school + "/plans");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PATROL_PLAN))).isOne();
        assertThat(principal.get("/patrols/" + day.school).body())
                .contains("Checked: drawing it again gives the same plan.");
        assertThat(officer.get("/my-day").body()).contains("stops left on today");
        var stop = story.as(day.cast.agency(), () -> db.selectFrom(PATROL_STOP)
                .where(PATROL_STOP.DAY.eq(LocalDate.of(2026, 8, 4))).and(PATROL_STOP.POSITION.eq(1)).fetchSingle());
        String walk = begun(officer);
        assertThat(stopped(officer, walk, stop.getPlanId(), "1")).isEqualTo(200);
        clock.move(Duration.ofMinutes(9));
        assertThat(stopped(principal, begun(principal), stop.getPlanId(), "1")).isEqualTo(200);
        assertThat(story.as(day.cast.agency(),
                () -> db.selectFrom(PATROL_STOP).where(PATROL_STOP.SEEN_AT.isNotNull()).fetchSingle().getSeenBy()))
                .as("who was there first").isEqualTo("Dana Vega");
        assertThat(stopped(officer, walk, stop.getPlanId(), "99")).isEqualTo(404);
        assertThat(stopped(principal, walk, stop.getPlanId(), "2")).as("the walk is theirs alone").isEqualTo(409);
        for (int i = 0; i < 2; i++)
            assertThat(officer.queued("/rounds/entries", "id", Ids.next().toString(), "round", walk, "act", "FINISH")
                    .statusCode()).isEqualTo(200);
        assertThat(stopped(officer, walk, stop.getPlanId(), "2")).as("it is over").isEqualTo(409);
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.selectFrom(ACTIVITY).where(ACTIVITY.KIND.eq("PERIMETER"))
                                .and(ACTIVITY.OFFICER_ID.isNotNull()).fetch()))
                        .as("one line of their log, and no more").singleElement().satisfies(line -> {
                            assertThat(line.getOrigin()).isEqualTo("round " + walk);
                            assertThat(line.getMinutes()).isEqualTo(9);
                        }));
        String first = story.as(day.cast.agency(),
                () -> db.select(ZONE.NAME).from(ZONE).where(ZONE.ID.eq(stop.getZoneId())).fetchSingle(ZONE.NAME));
        assertThat(officer.get("/rounds/" + walk).body()).contains("Parts of the school walked", first);
        assertThat(officer.get("/patrols/" + day.school).body()).contains("Dana Vega", "/rounds/" + walk);
        story.run(day.cast.agency(), () -> db.execute("update prevention.patrol_plan set seed = seed + 1"));
        assertThat(principal.get("/patrols/" + day.school).body()).contains("drawing it again gives a different plan");
        assertThat(officer.post("/patrols/" + day.school + "/zones", "name", "Roof").statusCode()).isEqualTo(403);
    }

    private static String numbers(String body) {
        return body.substring(body.indexOf("<table class=\"patterns-grid\""),
                body.indexOf("</ul></section>", body.indexOf("patterns-list")));
    }

    private String begun(Visit who) {
        String id = Ids.next().toString();
        assertThat(who.queued("/rounds/entries", "id", Ids.next().toString(), "round", id, "act", "START", "school",
                day.school.toString(), "kind", "PATROL").statusCode()).isEqualTo(200);
        return id;
    }

    private static int stopped(Visit who, String round, UUID plan, String position) {
        return who.queued("/rounds/entries", "id", Ids.next().toString(), "round", round, "act", "STOP", "plan",
                plan.toString(), "position", position).statusCode();
    }

    private void noted(String kind, String on, String at, String zone) {
        assertThat(principal.post("/patterns/" + day.school, "kind", kind, "day", on, "at", at, "zone",
                zone(zone).toString(), "form", Ids.next().toString()).statusCode()).isBetween(300, 399);
    }

    private UUID zone(String name) {
        return story.as(day.cast.agency(), () -> db.select(ZONE.ID).from(ZONE).where(ZONE.NAME.eq(name))
                .and(ZONE.SCHOOL_ID.eq(day.school)).fetchSingle(ZONE.ID));
    }

    private UUID pressed(AlertStatus status, ProtocolAction action, String place) {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, status, action,
                "", null, place, "", LaneEntry.Source.WEB, UUID.randomUUID(), "Quinn Moss", null,
                clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        return press.id();
    }

    private Visit member(String name, Role role, @Nullable UUID at, UUID org) {
        var person = story.as(day.cast.agency(),
                () -> organizations.join(org, name + day.cast.suffix() + "@story.example", name, role, at));
        return visitor.signedIn(person, org, role);
    }
}
