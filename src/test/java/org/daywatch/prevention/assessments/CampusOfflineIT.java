package org.daywatch.prevention.assessments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.ASSESSMENT_ANSWER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.Phone;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A campus assessed on a phone that has no connection: answers with their note and place, and a photo, arrive once. */
@DaywatchIT
class CampusOfflineIT {

    private static final Instant POST = Instant.parse("2026-09-09T14:10:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Sessions sessions;
    @Autowired Campuses campuses;
    @Autowired Instruments instruments;
    @Autowired AssessmentCommands commands;
    @Autowired AssessmentAnswers answers;
    @Autowired SitePlans plans;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PostedDay day;
    private UUID assessment;
    private UUID plan;
    private Phone phone;

    @BeforeEach
    void anOfficerOnPostWithAnOpenAssessment() throws IOException {
        clock.setTo("2026-09-08T15:00:00Z");
        day = new PostedDay(app);
        Campus school = story.as(day.cast.agency(), () -> campuses.find(day.school).orElseThrow());
        var drawing = picture();
        plan = story.as(day.cast.mesquite(), () -> {
            var added = plans.add(Ids.next(), school, "Grounds", drawing);
            plans.place(school, added, new SitePlan.Mark(Ids.next(), SitePlan.Kind.DOOR, null, "Door 7", 52, 24));
            return added;
        });
        var dana = day.officer("Dana Vega");
        var post = day.post(POST);
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
        clock.setTo(POST.plus(Duration.ofMinutes(20)));
        assessment = story.as(day.cast.agency(), () -> commands.begin(school, instruments.get("CAMPUS", 1), null,
                new By(dana.person(), "Dana Vega", dana.id(), false, Role.OFFICER), Ids.next()));
        String session = sessions.open(dana.person(), "PASSKEY", "test");
        sessions.actFor(session, day.cast.agency(), Role.OFFICER);
        phone = new Phone(port, session);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        phone.close();
        assertThat(phone.wentWrong).isEmpty();
    }

    @Test
    void answersPlacesNotesAndAPhotoGivenWithoutAConnectionArriveOnce() throws IOException {
        phone.ready(walk(), "daywatchWalks.profile()?.walks?.length === 1");
        phone.context.setOffline(true);
        tap("B-01", "NOT");
        assertThat(item("B-01").locator("[data-part=unsent]")).isVisible();
        assertThat(phone.page.locator("#assessments-unsent")).containsText("NOT SENT: 1");
        phone.open(walk()); // they close the page and open it again
        assertThat(phone.page.locator("h1")).hasText("Site assessment");
        assertThat(phone.page.locator("body")).containsText("No connection");
        assertThat(item("B-01").locator(".assess-answer[value=NOT]")).hasAttribute("aria-pressed", "true");
        assertThat(phone.page.locator("[data-part=here]")).hasText("1 of 19 here");
        partlyWithNotePlaceAndPhoto();
        tap("B-03", "IN_PLACE");
        takeBack("B-03");
        phone.picture("campus-walk-offline");
        phone.open("/assessments");
        assertThat(phone.page.locator("[data-part=choice] li").nth(3)).containsText("2 of 19 answered");
        assertThat(phone.page.locator("#assessments-unsent")).containsText("NOT SENT: 5");
        assertThat(stored()).as("nothing has arrived").isZero();
        String kept = (String) phone.page.evaluate("localStorage.getItem('daywatch.assessments-entries')");
        phone.context.setOffline(false);
        arrived();
        phone.page.evaluate("kept => localStorage.setItem('daywatch.assessments-entries', kept)", kept); // as if no answer had come back
        phone.page.evaluate("""
                async () => {
                  const canvas = document.createElement('canvas'), photo = daywatchWalks.entries().find(e => e.file)
                  await daywatchFiles.put(photo.file, await new Promise(ok => canvas.toBlob(ok, 'image/jpeg')))
                }""");
        phone.open(walk());
        arrived();
        assertThat(phone.page.locator("h1")).hasText("Building doors and walls");
        assertThat(item("B-02").locator("[name=evidence]")).hasValue("Stops a hand's breadth open.");
        phone.picture("campus-walk-sent");
    }

    private void partlyWithNotePlaceAndPhoto() throws IOException {
        var item = item("B-02");
        item.locator("[data-part=more] summary").click();
        item.locator("[name=evidence]").fill("Stops a hand's breadth open.");
        item.locator("[name=spot]").selectOption("Door 7");
        tap("B-02", "PARTLY");
        item.locator("summary", new Locator.LocatorOptions().setHasText("Add photo")).click();
        item.locator("[name=photo]").setInputFiles(new FilePayload("door.png", "image/png", picture()));
        item.locator("[name=caption]").fill("The gap");
        item.locator("[data-form=photo] button").click();
        assertThat(item.locator("[data-part=photos] canvas")).isVisible();
        assertThat(item.locator("[data-part=photos]")).containsText("The gap NOT SENT");
    }

    private void takeBack(String item) {
        item(item).locator("[data-part=more] summary").click();
        item(item).locator("button[value=UNKNOWN]").click();
    }

    /** Once, whatever the phone sends. */
    private void arrived() {
        phone.until("daywatchWalks.entries().length === 0");
        assertThat(phone.page.locator("#assessments-unsent")).isHidden();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(stored()).isEqualTo(2));
        story.run(day.cast.agency(), () -> {
            var found = answers.of(assessment).get("B-02");
            assertThat(found.place()).isEqualTo("Door 7");
            assertThat(found.evidence()).isEqualTo("Stops a hand's breadth open.");
            assertThat(found.mark()).isEqualTo(new Mark(plan, 52, 24));
            assertThat(answers.photos(assessment)).singleElement().satisfies(photo -> {
                assertThat(photo.caption()).isEqualTo("The gap");
                assertThat(photo.mark()).as("it stands where its item does").isEqualTo(new Mark(plan, 52, 24));
            });
        });
    }

    private int stored() {
        return story.as(day.cast.agency(),
                () -> db.fetchCount(ASSESSMENT_ANSWER, ASSESSMENT_ANSWER.ASSESSMENT_ID.eq(assessment)));
    }

    private void tap(String item, String answer) {
        item(item).locator(".assess-answer[value=" + answer + "]").click();
    }

    private Locator item(String id) {
        return phone.page.locator("#item-" + id);
    }

    private String walk() {
        return "/assessments/" + assessment + "/walk/BUILDING_PERIMETER";
    }
}
