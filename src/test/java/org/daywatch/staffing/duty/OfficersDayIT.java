package org.daywatch.staffing.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftStore;
import org.daywatch.staffing.sitepacks.SitePack;
import org.daywatch.staffing.sitepacks.SitePacks;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * From the offer to the check-out, as a phone without script does it.
 *
 * <p>A-33 of docs/security.
 */
@DaywatchIT
class OfficersDayIT {

    private static final Instant START = Instant.parse("2026-08-04T14:10:00Z"); // Tuesday 07:10 in Phoenix

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired ShiftStore shifts;
    @Autowired SitePacks packs;
    @Autowired Campuses campuses;
    @Autowired ShiftTimers timers;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID post;
    private Browser phone;

    @BeforeEach
    void aPostIsOpenAndDanaHasAPhone() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        post = day.post(START);
        phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
    }

    @Test
    void anOfficerSeesAnOfferAcceptsChecksInAndChecksOut() {
        assertThat(phone.get("/my-day").body()).contains("No upcoming shift");
        assertThat(phone.get("/offers").body()).contains("Ocotillo High", "Tue, Aug 4", "7:10 AM – 2:10 PM");
        assertThat(phone.get("/offers?q=ocotillo&sort=wished").body()).contains("Ocotillo High");
        assertThat(phone.get("/offers?q=nowhere").body()).contains("No matches").doesNotContain("Ocotillo High");
        assertThat(phone.get("/offers.csv").body()).startsWith("day,school,starts_at")
                .contains("2026-08-04,Ocotillo High");
        var accepted = phone.post("/offers/" + post + "/acceptance");
        assertThat(accepted.body()).contains("The post is yours", "Scheduled");
        assertThat(day.stateOf(post)).isEqualTo("FILLED");
        var id = shiftIn(accepted.uri().getPath());

        assertThat(phone.get("/my-day").body()).contains("Check-in opens Tue, Aug 4, 6:40 AM");
        itIs(START.minus(Duration.ofMinutes(12)));
        assertThat(phone.get("/my-day").body()).contains("Front-desk code", "1 Ocotillo Way");
        assertThat(phone.post("/shifts/" + id + "/check-in", "code=WRONG-CODE").body())
                .contains("front-desk code. Ask at the front desk");
        assertThat(phone.post("/shifts/" + id + "/check-in", "code=" + day.deskCode().toLowerCase().replace("-", " "))
                .body())
                .contains("You are on post", "You are acting as school agent");

        clock.setTo(START.plus(Duration.ofHours(2)));
        assertThat(phone.post("/shifts/" + id + "/capacity", "capacity=PEACE_OFFICER", "why=").body())
                .contains("Give a short reason");
        assertThat(phone.post("/shifts/" + id + "/capacity", "capacity=PEACE_OFFICER", "why=assault reported").body())
                .contains("You are now acting as peace officer");
        assertThat(phone.post("/shifts/" + id + "/absences", "reason=escorting to the station").body())
                .contains("Off campus since 9:10 AM");
        assertThat(phone.post("/shifts/" + id + "/absences/end").body()).contains("Recorded: you are back");

        clock.setTo(START.plus(Duration.ofHours(7)));
        assertThat(phone.post("/shifts/" + id + "/check-out", "note=Gate 4 does not lock.").body())
                .contains("You have checked out", "Ended", "Gate 4 does not lock.");
        story.run(day.cast.agency(), () -> {
            var hours = db.selectFrom(HOUR_ENTRY).where(HOUR_ENTRY.SOURCE_ID.eq(id)).fetchSingle();
            assertThat(hours.getPlanned()).isFalse();
            assertThat(hours.getStartsAt()).isEqualTo(START.minus(Duration.ofMinutes(12)));
            assertThat(hours.getEndsAt()).isEqualTo(START.plus(Duration.ofHours(7)));
        });
    }

    @Test
    void theNoteOfTheOfficerBeforeIsReadAsSchoolAgentOnly() {
        var yesterday = accept(phone, post);
        itIs(START);
        phone.post("/shifts/" + yesterday + "/check-in", "code=" + day.deskCode());
        clock.setTo(START.plus(Duration.ofHours(7)));
        phone.post("/shifts/" + yesterday + "/check-out", "note=Visitors for room 12 at ten.");
        var lee = day.officer("Lee Ortega");
        var other = Browser.of(app, port, lee.person(), day.cast.agency(), Role.OFFICER);
        var today = accept(other, day.post(START.plus(Duration.ofDays(1))));
        clock.setTo(START.plus(Duration.ofDays(1)));
        other = Browser.of(app, port, lee.person(), day.cast.agency(), Role.OFFICER);
        assertThat(other.get("/my-day").body()).contains("Visitors for room 12 at ten.");
        other.post("/shifts/" + today + "/check-in", "code=" + day.deskCode());
        assertThat(
                other.post("/shifts/" + today + "/capacity", "capacity=PEACE_OFFICER", "why=arrest at the gate").body())
                .doesNotContain("Visitors for room 12").contains("you can read it only while acting as school agent");
    }

    @Test
    void aPositionAloneLeavesTheCheckInUnproven() {
        var id = accept(phone, post);
        itIs(START);
        assertThat(
                phone.post("/shifts/" + id + "/check-in", "latitude=33.60", "longitude=-112.07", "accuracy=10").body())
                .contains("You seem to be", "miles from the school");
        assertThat(phone.post("/shifts/" + id + "/check-in", "latitude=33.4485", "longitude=-112.0741", "accuracy=10")
                .body())
                .contains("The front desk must still confirm");
    }

    @Test
    void theSitePackIsReadBeforeTheFirstCheckInAndAgainWhenItChanges() {
        story.run(day.cast.agency(), () -> packs.write(day.cast.agency(), campuses.find(day.school).orElseThrow(),
                new SitePack.Content("Office 480 555 0100", "Key box", "Channel 3", "All doors lock", "Gate at seven"),
                0, null));
        var id = accept(phone, post);
        itIs(START);
        assertThat(phone.get("/my-day").body()).contains("Read site pack").doesNotContain("Front-desk code");
        assertThat(phone.post("/shifts/" + id + "/check-in", "code=" + day.deskCode()).body())
                .contains("Read and acknowledge the site pack");
        assertThat(phone.get("/schools/" + day.school + "/site-pack").body()).contains("Channel 3", "I have read it");
        assertThat(phone.post("/schools/" + day.school + "/site-pack/readings", "version=1").body())
                .contains("Front-desk code");
    }

    @Test
    void nobodySeesOrTouchesTheShiftOfAnother() {
        var id = accept(phone, post);
        var lee = Browser.of(app, port, day.officer("Lee Ortega").person(), day.cast.agency(), Role.OFFICER);
        lee.get("/my-day");
        assertThat(lee.get("/shifts/" + id).statusCode()).isEqualTo(404);
        lee.get("/offers");
        assertThat(lee.post("/shifts/" + id + "/return", "reason=not mine").statusCode()).isIn(403, 404);
        var stranger = new PostedDay(app);
        var theirs = Browser.of(app, port, stranger.cast.coordinator(), stranger.cast.agency(), Role.COORDINATOR);
        assertThat(theirs.get("/shifts/" + id).statusCode()).isEqualTo(404);
        var coordinator = Browser.of(app, port, day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/my-day").statusCode()).isEqualTo(403);
        assertThat(coordinator.get("/shifts/" + id).body()).contains("Dana Vega");
    }

    @Test
    void aShiftGivenBackIsOfferedAgainAndItsHoursAreFree() {
        var id = accept(phone, post);
        assertThat(phone.post("/shifts/" + id + "/return", "reason=").body()).contains("Give a reason");
        assertThat(phone.post("/shifts/" + id + "/return", "reason=court at nine").body()).contains("Given back",
                "court at nine");
        assertThat(day.stateOf(post)).isEqualTo("OPEN");
        story.run(day.cast.agency(), () -> {
            assertThat(db.fetchCount(OFFICER_BUSY)).isZero();
            assertThat(db.fetchCount(HOUR_ENTRY)).isZero();
        });
        assertThat(phone.get("/offers").body()).contains("Ocotillo High");
    }

    @Test
    void whoDoesNotComeIsMissedAfterTheGraceAndThePostIsFree() {
        var id = accept(phone, post);
        clock.setTo(START.plus(Duration.ofMinutes(19)));
        assertThat(asSystem(timers::markMissed)).isZero();
        clock.setTo(START.plus(Duration.ofMinutes(20)));
        assertThat(asSystem(timers::markMissed)).isOne();
        assertThat(asSystem(timers::markMissed)).isZero();
        assertThat(story.as(day.cast.agency(), () -> shifts.get(id)).state()).isInstanceOf(State.NoShow.class);
        assertThat(day.stateOf(post)).isEqualTo("OPEN");
    }

    @Test
    void pressingTwiceIsAcceptingOnce() {
        var first = accept(phone, post);
        assertThat(accept(phone, post)).isEqualTo(first);
    }

    /** Sessions last half a day: on another day the officer signs in again. */
    private void itIs(Instant instant) {
        clock.setTo(instant);
        phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
    }

    private int asSystem(java.util.function.IntSupplier work) {
        return org.daywatch.platform.tenancy.Tenancy.as(org.daywatch.platform.tenancy.Scope.system(day.cast.agency()),
                work::getAsInt);
    }

    private UUID accept(Browser who, UUID which) {
        who.get("/offers");
        return shiftIn(who.post("/offers/" + which + "/acceptance").uri().getPath());
    }

    private static UUID shiftIn(String path) {
        assertThat(path).startsWith("/shifts/");
        return UUID.fromString(path.substring("/shifts/".length()));
    }
}
