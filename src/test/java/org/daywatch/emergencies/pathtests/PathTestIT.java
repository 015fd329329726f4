package org.daywatch.emergencies.pathtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlanStore;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The weekly silent test through the whole way, and the page that shows where it breaks. */
@DaywatchIT
class PathTestIT {

    private static final Instant TUESDAY = Instant.parse("2026-08-11T17:20:00Z"); // 10:20 in Phoenix

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired PathTests tests;
    @Autowired PathTestStore store;
    @Autowired List<LaneListener> listeners;
    @Autowired DSLContext db;

    private PostedDay day;
    private UUID district;
    private UUID person;
    private Visit principal;
    private Visit teacher;
    private final UUID gym = Ids.next();
    private final UUID library = Ids.next();

    @BeforeEach
    void aSchoolWithTwoDevices() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        person = member("principal", Role.PRINCIPAL);
        principal = visitor.signedIn(person, district, Role.PRINCIPAL);
        teacher = visitor.signedIn(member("teacher", Role.TEACHER), district, Role.TEACHER);
        name(teacher, gym, "Gym");
        name(principal, library, "Library");
    }

    @Test
    void onceAWeekByTheSchoolsClockAndItEndsByItself() throws Exception {
        clock.setTo(TUESDAY.minusSeconds(1));
        round();
        assertThat(last()).isEmpty();
        clock.setTo(TUESDAY);
        round();
        round();
        assertThat(last()).hasSize(1);
        var test = last().getFirst();
        assertThat(stateOf(test)).isEqualTo("TEST ACTIVE");
        clock.move(Duration.ofMinutes(9));
        round();
        assertThat(stateOf(test)).isEqualTo("TEST ACTIVE");
        clock.move(Duration.ofMinutes(1));
        round();
        assertThat(stateOf(test)).isEqualTo("TEST ENDED");
        assertThat(last().getFirst().endedAt()).isEqualTo(clock.instant());
        assertThat(story.as(district, () -> db.fetchCount(REACH_ATTEMPT))).as("nobody is disturbed").isZero();
        clock.setTo(TUESDAY.plus(Duration.ofDays(7)));
        round();
        assertThat(last()).hasSize(2);
    }

    @Test
    void aPlaceWhoseDevicesStaySilentTwiceIsADeadZone() throws Exception {
        assertThat(principal.get("/alerts/path-tests.csv").body())
                .as("before two tests dead places are unknown, not none").contains("Ocotillo High,,,2,\r\n");
        for (int week = 0; week < 2; week++) {
            clock.setTo(TUESDAY.plus(Duration.ofDays(7L * week)));
            round();
            var test = last().getFirst();
            stateOf(test);
            answer(test, library.toString());
            answer(test, "");
            clock.move(Duration.ofMinutes(10));
            round();
        }
        signInAnew();
        var map = principal.get("/alerts/path-tests/" + day.school).body();
        assertThat(map).contains("Places where no device answered twice in a row: 1");
        assertThat(map.indexOf("<h2>Gym")).as("dead places first").isBetween(0, map.indexOf("<h2>Library"));
        assertThat(map).contains("1 of 2");
        assertThat(principal.get("/alerts/path-tests").body()).contains("Ocotillo High", "1 of 2");
        assertThat(principal.get("/alerts/path-tests.csv").body()).contains(",1,2,1\r\n");
        assertThat(teacher.get("/alerts/path-tests").statusCode()).isEqualTo(403);
        assertThat(principal.post("/alerts/path-tests/" + day.school + "/devices/" + gym + "/removal").statusCode())
                .isEqualTo(302);
        assertThat(principal.get("/alerts/path-tests/" + day.school).body()).doesNotContain("Gym");
    }

    /** The plan is sealed: whoever looks where the dead rooms lie opens it, and that is written down. */
    @Test
    void deadRoomsAndOthersAreDrawnOnTheSitePlan() throws Exception {
        story.run(day.cast.agency(), () -> {
            var building = app.getBean(Schools.class).addBuilding(day.school, "Main");
            app.getBean(Schools.class).addRoom(day.school, building, "Room 12", "1", null);
            app.getBean(Schools.class).addRoom(day.school, building, "Room 13", "1", null);
        });
        var rooms = story.as(day.cast.agency(), () -> app.getBean(SchoolRooms.class).of(day.school));
        var campus = story.as(district, () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        var plans = app.getBean(SitePlans.class);
        var plan = story.as(district, () -> plans.add(person, campus, "Main building",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\"><rect width=\"400\" height=\"200\"/></svg>"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var devices = List.of(Ids.next(), Ids.next());
        for (int i = 0; i < 2; i++) {
            var room = rooms.get(i);
            int across = 20 + 50 * i;
            story.run(district, () -> plans.place(campus, plan,
                    new SitePlan.Mark(Ids.next(), SitePlan.Kind.ROOM, room.id(), room.name(), across, 50)));
            assertThat(principal.post("/alerts/device", "device", devices.get(i).toString(), "school",
                    day.school.toString(), "room", room.id().toString()).statusCode()).isEqualTo(302);
        }
        for (int week = 0; week < 2; week++) {
            clock.setTo(TUESDAY.plus(Duration.ofDays(7L * week)));
            round();
            var test = last().getFirst();
            stateOf(test);
            answer(test, devices.get(1).toString());
            clock.move(Duration.ofMinutes(10));
            round();
        }
        signInAnew();
        assertThat(principal.get("/alerts/path-tests/" + day.school).body()).contains("Open plan Main building");
        var opened = principal.post("/alerts/path-tests/" + day.school + "/plans/" + plan + "/openings").headers()
                .firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        var drawn = principal.get(opened).body();
        assertThat(drawn).containsPattern("plan-dead\" cx=\"20.0%\"").containsPattern("plan-heard\" cx=\"70.0%\"")
                .doesNotContain("plan-dead\" cx=\"70.0%\"");
        assertThat(drawn).containsSubsequence("Show as a list", "Room 12", "dead zone: no device answered", "Room 13",
                "a device answered");
        assertThat(story.as(district, () -> app.getBean(SitePlanStore.class).openings(plan))).singleElement()
                .satisfies(o -> assertThat(o.purpose()).isEqualTo("Weekly test: which rooms alerts reach"));
        assertThat(teacher.post("/alerts/path-tests/" + day.school + "/plans/" + plan + "/openings").statusCode())
                .isEqualTo(403);
        clock.move(Duration.ofMinutes(15));
        assertThat(principal.get(opened).statusCode()).as("closed again").isEqualTo(409);
    }

    @Test
    void aPlaceNeedsAWordAndARoomMustBeOneOfTheSchool() {
        assertThat(
                teacher.post("/alerts/device", "device", gym.toString(), "school", day.school.toString()).statusCode())
                .isEqualTo(400);
        assertThat(teacher.post("/alerts/device", "device", gym.toString(), "school", day.school.toString(), "room",
                Ids.next().toString()).statusCode()).isEqualTo(400);
        assertThat(teacher
                .post("/alerts/device", "device", gym.toString(), "school", Ids.next().toString(), "place", "Gym")
                .statusCode()).isEqualTo(404);
        assertThat(teacher.get("/alerts/device").body()).contains("Ocotillo High", "data-device");
    }

    /** Weeks have passed, and the sessions are over. */
    private void signInAnew() {
        principal = visitor.signedIn(person, district, Role.PRINCIPAL);
        teacher = visitor.signedIn(member("teacher", Role.TEACHER), district, Role.TEACHER);
    }

    private void name(Visit who, UUID device, String place) {
        assertThat(
                who.post("/alerts/device", "device", device.toString(), "school", day.school.toString(), "place", place)
                        .statusCode())
                .isEqualTo(302);
    }

    private UUID member(String who, Role role) {
        return story.as(district,
                () -> organizations.join(district, who + day.cast.suffix() + "@story.example", who, role, day.school));
    }

    private void round() {
        Tenancy.run(Scope.system(day.cast.agency()), () -> tests.round(day.cast.agency()));
    }

    private void answer(PathTest test, String device) {
        var ack = new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, test.alert(), 1,
                LaneEntry.Kind.DELIVERED, person, "principal", device, clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(ack))));
    }

    private List<PathTest> last() {
        return story.as(day.cast.agency(), () -> store.last(day.school, 9));
    }

    /** The lane brings the press into the database a moment later. */
    private String stateOf(PathTest test) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var state = story.as(day.cast.agency(), () -> db.select(ALERT.STATUS, ALERT.STATE).from(ALERT)
                    .where(ALERT.ID.eq(test.alert())).fetchOptional(r -> r.value1() + " " + r.value2()));
            if (state.isPresent()) return state.get();
            Thread.sleep(50);
        }
        throw new AssertionError("the test did not reach the database");
    }
}
