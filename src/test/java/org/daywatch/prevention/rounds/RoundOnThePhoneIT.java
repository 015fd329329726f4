package org.daywatch.prevention.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.CHECKPOINT;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.ROUND;
import static org.daywatch_db.prevention.Tables.SIGHTING;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.prevention.Phone;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Rounds without a connection: by the labels on cameras and radios, in Spanish; a sweep that leaves doors out, sent at
 * night; one that was broken off.
 */
@DaywatchIT
class RoundOnThePhoneIT {

    private static final int DOORS = 5;
    private static final Instant POST = Instant.parse("2026-09-09T14:10:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 9);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired CheckpointCommands checkpoints;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;
    private String shift;
    private Phone phone;

    @BeforeEach
    void aSchoolWithDoorsACameraAndARadioAndAnOfficerOnPost() {
        clock.setTo("2026-07-01T15:00:00Z");
        day = new PostedDay(app);
        var school = story.as(day.cast.agency(), () -> campuses.find(day.school).orElseThrow());
        story.run(day.cast.mesquite(), () -> {
            for (int door = 1; door <= DOORS; door++) point(school, "DOOR", "Door " + door, "yes");
            point(school, "CAMERA", "Camera 1", "no");
            point(school, "RADIO", "Radio 1", "no");
        });
        dana = day.officer("Dana Vega");
        var post = day.post(POST);
        var desk = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        desk.get("/offers");
        shift = desk.post("/offers/" + post + "/acceptance").uri().getPath();
        clock.setTo(POST);
        desk = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        desk.get("/my-day");
        desk.post(shift + "/check-in", "code=" + day.deskCode());
        clock.setTo(POST.plus(Duration.ofMinutes(40)));
    }

    private void phone(String language) {
        phone = new Phone(port, session(), language);
        phone.context.clock().setFixedTime(Date.from(clock.instant()));
    }

    private void point(Campus school, String kind, String name, String outer) {
        checkpoints.add(day.cast.agency(), school,
                CheckpointForm.read(Map.of("kind", kind, "name", name, "outer", outer)), "Pat Greer");
    }

    private String session() {
        String session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        return session;
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        phone.close();
        assertThat(phone.wentWrong).isEmpty();
    }

    @Test
    void theLabelsOfABrokenCameraAndASilentRadioLeadToTwoFindingsWithoutAConnectionAndToNoSweep() throws Exception {
        phone("es-US");
        phone.context.addCookies(List.of(new Cookie("lang", "es").setDomain("localhost").setPath("/")));
        phone.ready("/my-day", "daywatchRounds.profile()?.schools?.[0]?.points?.length === 7");
        assertThat(
                phone.page.evaluate("daywatchRounds.profile().schools[0].points.filter(p => p.due && !p.outer).length"))
                .as("nobody looked at them in weeks").isEqualTo(2);
        phone.open("/checkpoints/labels?school=" + day.school);
        phone.picture("labels");
        String camera = label("Camera 1");
        String radio = label("Radio 1");
        assertThat(camera).isEqualTo("http://localhost:" + port + "/rounds/at/" + id("Camera 1"));
        phone.context.setOffline(true);
        phone.page.navigate(camera);
        assertThat(phone.page.locator("h1")).hasText("Iniciar una ronda");
        assertThat(phone.page.locator("[data-part=due-count]")).hasText("7 puntos de control por revisar");
        phone.page.locator("[data-act=start][data-kind=INSPECTION]").click();
        assertThat(phone.page.locator("[data-part=point]")).hasText("Camera 1");
        breach("TOLD", "Imagen negra.");
        phone.page.navigate(radio); // a second label, while the round goes on
        assertThat(phone.page.locator("[data-part=progress]")).hasText("1 de 7");
        assertThat(phone.page.locator("[data-part=point]")).hasText("Radio 1");
        phone.picture("round-label-offline-es");
        breach("NOTHING", "Muda.");
        assertThat(phone.page.locator("[data-part=point]")).hasText("Door 1");
        phone.page.locator("[data-act=see][data-result=AS_IT_MUST_BE]").click();
        clock.move(Duration.ofMinutes(25)); // a walk that took no time is no work
        phone.context.clock().setFixedTime(Date.from(clock.instant()));
        phone.page.locator("[data-act=finish]").click();
        assertThat(phone.page.locator("[data-part=done]")).hasText("3 de 7 revisados, 2 con hallazgos.");
        assertThat(phone.page.locator("#rounds-unsent")).containsText("SIN ENVIAR: 5");
        phone.context.setOffline(false);
        var round = arrived("INSPECTION", "FINISHED");
        assertThat(story.as(day.cast.agency(),
                () -> db.select(CHECKPOINT.NAME, SIGHTING.WAY).from(SIGHTING).join(CHECKPOINT)
                        .on(CHECKPOINT.ID.eq(SIGHTING.CHECKPOINT_ID)).where(SIGHTING.ROUND_ID.eq(round))
                        .fetchMap(CHECKPOINT.NAME, SIGHTING.WAY)))
                .isEqualTo(Map.of("Camera 1", "QR", "Radio 1", "QR", "Door 1", "LIST"));
        assertThat(story.as(day.cast.agency(),
                () -> db.select(FINDING.WHAT).from(FINDING).where(FINDING.SCHOOL_ID.eq(day.school))
                        .and(FINDING.SOURCE_ID.eq(round)).fetch(FINDING.WHAT)))
                .containsExactlyInAnyOrder("Camera 1 is broken. Imagen negra. The office was notified.",
                        "Radio 1 is broken. Muda. No immediate action was possible.");
        phone.open("/rounds/walk");
        phone.until(
                "daywatchRounds.profile().schools[0].points.filter(p => p.due).map(p => p.name).join() === 'Door 2,Door 3,Door 4,Door 5'");
        countsAsAWalkAndNotAsTheSweepOfTheWeek();
        anotherSchoolsLabelIsNotThere();
    }

    private void countsAsAWalkAndNotAsTheSweepOfTheWeek() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                () -> db.select(ACTIVITY.KIND, ACTIVITY.SUBJECT).from(ACTIVITY)
                        .where(ACTIVITY.SCHOOL_ID.eq(day.school)).and(ACTIVITY.DAY.eq(DAY))
                        .and(ACTIVITY.KIND.in("PERIMETER", "DOOR_SWEEP")).fetch(r -> r.value1() + " " + r.value2())))
                .isNotEmpty().containsOnly("PERIMETER "));
        assertThat(visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER).get("/rounds/sweeps/" + day.school)
                .body()).contains("0 of ").doesNotContain("All doors checked");
    }

    private void anotherSchoolsLabelIsNotThere() {
        var foreign = story.as(day.cast.saguaro(), () -> {
            var roll = SchoolRoll.write(db, day.cast, day.cast.saguaro(), 1, 1);
            point(campuses.find(roll.school()).orElseThrow(), "DOOR", "Foreign door", "yes");
            return db.select(CHECKPOINT.ID).from(CHECKPOINT).where(CHECKPOINT.SCHOOL_ID.eq(roll.school()))
                    .fetchSingle(CHECKPOINT.ID);
        });
        var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(officer.get("/rounds/at/" + foreign).statusCode()).isEqualTo(404);
        assertThat(officer.get("/rounds/at/" + id("Radio 1")).statusCode()).isEqualTo(200);
    }

    @Test
    void threeDoorsLeftOutWithAReasonAndAWalkThatWasBrokenOffAreSentAtNightAfterSigningInAgain() {
        phone("en-US");
        phone.ready("/my-day", "daywatchRounds.profile()?.schools?.[0]?.points?.length === 7");
        phone.context.setOffline(true);
        phone.open("/rounds/walk");
        phone.page.locator("[data-act=start][data-kind=SWEEP]").click();
        for (int door = 1; door <= 2; door++) {
            assertThat(phone.page.locator("[data-part=point]")).hasText("Door " + door);
            phone.page.locator("[data-act=see][data-result=AS_IT_MUST_BE]").click();
        }
        phone.page.locator("[data-act=finish]").click();
        assertThat(phone.page.locator("[data-part=missing-count]")).hasText("3 doors have no result yet.");
        phone.picture("round-left-out-offline");
        phone.page.locator("[data-act=finish-anyway][data-reason=NO_KEY]").click();
        assertThat(phone.page.locator("[data-part=done]")).hasText("2 of 5 checked, 0 with findings.");
        phone.page.locator("[data-act=again]").click();
        phone.page.locator("[data-act=start][data-kind=PATROL]").click();
        phone.page.locator("details.round-break summary").click();
        phone.page.locator("details.round-break [type=submit]").click();
        assertThat(phone.page.locator("[data-section=walk]")).isVisible(); // without a why they are still on it
        phone.page.locator("#round-why").fill("Called to the gate.");
        phone.page.locator("details.round-break [type=submit]").click();
        assertThat(phone.page.locator("[data-part=done]")).hasText("ended early");
        assertThat(phone.page.locator("#rounds-unsent")).containsText("NOT SENT: 9");
        clock.setTo(POST.plus(Duration.ofHours(7)));
        visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER).post(shift + "/check-out", "note", "");
        clock.setTo("2026-09-10T05:30:00Z"); // half past ten at night in Phoenix
        phone.context.clock().setFixedTime(Date.from(clock.instant()));
        phone.context.clearCookies();
        phone.context.setOffline(false);
        assertThat(phone.page.locator("#rounds-unsent"))
                .containsText("NOT SENT: 9 Saved on this phone. Sign in to send it.");
        assertThat(count("FINISHED") + count("ABANDONED")).isZero();
        phone.context
                .addCookies(List.of(new Cookie("daywatch_session", session()).setDomain("localhost").setPath("/")));
        phone.open("/my-day");
        var sweep = arrived("SWEEP", "FINISHED");
        var patrol = arrived("PATROL", "ABANDONED");
        assertThat(story.as(day.cast.agency(), () -> db.selectFrom(ROUND).where(ROUND.ID.eq(sweep)).fetchSingle()))
                .satisfies(r -> {
                    assertThat(r.getDay()).as("of the day on which they walked").isEqualTo(DAY);
                    assertThat(r.getChecked()).isEqualTo(2);
                    assertThat(r.getCheckpoints()).isEqualTo(DOORS);
                });
        assertThat(story.as(day.cast.agency(),
                () -> db.select(SIGHTING.RESULT, SIGHTING.REASON).from(SIGHTING).where(SIGHTING.ROUND_ID.eq(sweep))
                        .fetch(r -> r.value1() + " " + r.value2())))
                .containsExactlyInAnyOrder("AS_IT_MUST_BE NONE", "AS_IT_MUST_BE NONE", "NOT_REACHED NO_KEY",
                        "NOT_REACHED NO_KEY", "NOT_REACHED NO_KEY");
        var officer = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(officer.get("/rounds/" + patrol).body()).as("their own they read at home too")
                .contains("Ended early", "Called to the gate.");
        assertThat(officer.get("/rounds/" + sweep).body()).contains("2 of 5 checked", "No key");
        var office = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                "office" + day.cast.suffix() + "@phone.example", "Sam Field", Role.PRINCIPAL, day.school));
        assertThat(visitor.signedIn(office, day.cast.mesquite(), Role.PRINCIPAL).get("/rounds/sweeps/" + day.school)
                .body()).as("a sweep that left doors out does not make the week")
                .contains("2 of 5 checked", "No key").doesNotContain("All doors checked");
    }

    private UUID arrived(String kind, String state) {
        var which = ROUND.WALKER_PERSON.eq(dana.person()).and(ROUND.KIND.eq(kind)).and(ROUND.STATE.eq(state));
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> story.as(day.cast.agency(), () -> db.fetchCount(ROUND, which)) == 1);
        return story.as(day.cast.agency(), () -> db.select(ROUND.ID).from(ROUND).where(which).fetchSingle(ROUND.ID));
    }

    private int count(String state) {
        return story.as(day.cast.agency(),
                () -> db.fetchCount(ROUND, ROUND.WALKER_PERSON.eq(dana.person()).and(ROUND.STATE.eq(state))));
    }

    private UUID id(String name) {
        return story.as(day.cast.agency(), () -> db.select(CHECKPOINT.ID).from(CHECKPOINT)
                .where(CHECKPOINT.SCHOOL_ID.eq(day.school)).and(CHECKPOINT.NAME.eq(name)).fetchSingle(CHECKPOINT.ID));
    }

    private void breach(String done, String note) {
        phone.page.locator("[data-act=see][data-result=BROKEN]").click();
        phone.page.locator("[data-part=breach] [value=" + done + "]").check();
        phone.page.locator("#round-note").fill(note);
        phone.page.locator("[data-part=breach] [type=submit]").click();
    }

    /** What a camera reads off the sheet that is cut up. */
    private String label(String name) throws Exception {
        var shot = ImageIO.read(new ByteArrayInputStream(
                phone.page.locator(".checkpoint-sheet li:has(strong:text-is(\"" + name + "\")) svg").screenshot()));
        var pixels = shot.getRGB(0, 0, shot.getWidth(), shot.getHeight(), null, 0, shot.getWidth());
        String read = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(shot.getWidth(), shot.getHeight(), pixels))))
                .getText();
        assertThat(URI.create(read).getPath()).startsWith("/rounds/at/");
        return read;
    }
}
