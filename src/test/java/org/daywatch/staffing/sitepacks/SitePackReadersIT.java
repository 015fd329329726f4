package org.daywatch.staffing.sitepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;

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
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Where a school keeps its keys is read by the officers who need it. A-01 of docs/security. */
@DaywatchIT
class SitePackReadersIT {

    private static final Instant START = Instant.parse("2026-08-18T14:10:00Z"); // Tuesday 07:10 in Phoenix
    private static final String KEYS = "Key box by the kiln";

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired SitePacks packs;
    @Autowired Campuses campuses;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;

    @BeforeEach
    void aSchoolWroteDownWhereItsKeysAre() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        story.run(day.cast.agency(), () -> packs.write(day.cast.agency(), campuses.find(day.school).orElseThrow(),
                new SitePack.Content("Office 480 555 0100", KEYS, "Channel 3", "All doors lock", "Gate at seven"), 0,
                null));
    }

    @Test
    void anOfficerReadsThemFromAWeekBeforeAShiftThereUntilItEnds() {
        var post = day.post(START);
        assertThat(read(dana)).as("no shift there").isEqualTo(409);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/offers");
        assertThat(phone.post("/offers/" + post + "/acceptance").body()).contains("The post is yours");
        clock.setTo(START.minus(Duration.ofDays(8)));
        assertThat(read(dana)).as("eight days before").isEqualTo(409);
        assertThat(site(dana).body()).contains("from 7 days before a shift there").doesNotContain(KEYS);
        assertThat(Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER).get("/my-day").body())
                .as("no way that leads nowhere").doesNotContain("Read site pack");
        clock.setTo(START.minus(Duration.ofDays(7)));
        assertThat(site(dana).body()).contains(KEYS, "I have read it");
        clock.setTo(START.plus(Duration.ofHours(6)));
        assertThat(read(dana)).as("while it goes on").isEqualTo(200);
        clock.setTo(START.plus(Duration.ofHours(12)));
        assertThat(read(dana)).as("after it").isEqualTo(409);
    }

    @Test
    void whileAnEmergencyThereIsRealEveryOfficerReadsThemAndInADrillNobodyMore() {
        var lee = day.officer("Lee Ortega");
        assertThat(read(lee)).isEqualTo(409);
        var drill = alert("EXERCISE");
        assertThat(read(lee)).as("a drill").isEqualTo(409);
        var real = alert("ACTUAL");
        assertThat(site(lee).body()).contains(KEYS);
        for (var over : new UUID[] {drill, real})
            story.run(day.cast.agency(),
                    () -> db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.ENDED_BY, "Kit and Lee")
                            .where(ALERT.ID.eq(over))
                            .execute());
        assertThat(read(lee)).as("once it is over").isEqualTo(409);
    }

    private int read(PostedDay.Officer officer) {
        return site(officer).statusCode();
    }

    private java.net.http.HttpResponse<String> site(PostedDay.Officer officer) {
        return Browser.of(app, port, officer.person(), day.cast.agency(), Role.OFFICER)
                .get("/schools/" + day.school + "/site-pack");
    }

    private UUID alert(String status) {
        var id = Ids.next();
        story.run(day.cast.agency(), () -> db.insertInto(ALERT).set(ALERT.AGENCY_ID, day.cast.agency())
                .set(ALERT.ID, id).set(ALERT.DISTRICT_ID, campuses.find(day.school).orElseThrow().districtId())
                .set(ALERT.SCHOOL_ID, day.school).set(ALERT.STATUS, status).set(ALERT.ACTION, "LOCKDOWN")
                .set(ALERT.DETAIL, "").set(ALERT.PLACE, "").set(ALERT.PRESSER, "Robin Sage")
                .set(ALERT.RAISED_AT, clock.instant()).set(ALERT.STATE, "ACTIVE").set(ALERT.SINCE, clock.instant())
                .set(ALERT.VERSION, 1).execute());
        return id;
    }
}
