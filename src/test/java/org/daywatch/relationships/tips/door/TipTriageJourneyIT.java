package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch.relationships.tips.door.DoorLooks.look;
import static org.daywatch.relationships.tips.door.DoorLooks.picture;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.QUEUED_TIP;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Chromium;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.triage.duty.TipCalls;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * At night a student writes on a phone; the analyst reads at a desk, the principal on a phone; the student comes back.
 */
@TipDoorApp
class TipTriageJourneyIT {

    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired RingBeat beat;
    @Autowired TipCalls calls;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private Chromium chromium;
    private Story.Cast cast;
    private UUID district;
    private UUID school;
    private UUID director;
    private String name;
    private Page writer;

    @BeforeEach
    void aSchoolWhereNobodyReadsYet() {
        cast = story.cast();
        district = cast.mesquite();
        name = "Sotol School " + cast.suffix();
        school = DoorVisitor.unreadSchool(story, db, cast, district, name);
        director = story.join(district, "Taylor Winslow", Role.SAFETY_DIRECTOR, null);
        schools.refresh();
        DoorVisitor.quarterHourLater(clock, beat);
        chromium = new Chromium();
        writer = page(360, "en-US");
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        chromium.closeWithoutComplaint();
    }

    @Test
    void aTipIsReadAnsweredRoutedAndClosedAndTheWriterReadsTheAnswer() {
        write("There is a knife in a locker in hall B.", "no");
        assertThat(writer.locator("#school-wrong").textContent()).contains("Nobody here reads tips", "911", "988");
        assertThat(writer.locator("main").textContent()).doesNotContain("People who help at your school read it");
        assertThat(writer.locator("#words").inputValue()).isEqualTo("There is a knife in a locker in hall B.");
        picture(writer, "tip-door-unread-360");

        invite();
        var ada = story.join(district, "Ada Cole", Role.TIP_ANALYST, null); // as whoever accepts the invitation
        var robin = story.join(district, "Robin Sage", Role.PRINCIPAL, school);
        schools.refresh();
        String receipt = sent("There is a knife in a locker in hall B.", "no");
        DoorVisitor.quarterHourLater(clock, beat);

        var analyst = at(ada, Role.TIP_ANALYST, 1280, "en-US");
        go(analyst, "/");
        assertThat(analyst.url()).endsWith("/nameless-tips");
        look(analyst, "tip-queue-1280");
        assertThat(analyst.locator(".nametips-list").textContent()).contains(name, "Danger word", "New")
                .doesNotContain("knife", "locker");
        analyst.locator(".nametips-list a").first().click();
        assertThat(analyst.locator("#tip-words").textContent()).contains("a knife in a locker in hall B");
        String at = analyst.url().substring(analyst.url().indexOf("/nameless-tips"));
        press(analyst, "Save class");
        assertThat(analyst.locator("#field-category-error").textContent()).contains("Choose what it is about");
        look(analyst, "tip-wrong-1280");
        analyst.locator("#field-category").selectOption("WEAPON");
        press(analyst, "Save class");
        press(analyst, "Route tip");
        analyst.locator("#answer-words").fill("Thank you. Are you safe now?");
        press(analyst, "Send answer");
        look(analyst, "tip-routed-1280");

        come(receipt);
        assertThat(writer.locator("main").textContent()).contains("Somebody who reads tips",
                "Thank you. Are you safe now?").doesNotContain("knife");
        writer.locator("#words").fill("Yes. I am at home.");
        writer.locator("main form button").last().click();
        writer.locator(".notice").waitFor();
        DoorVisitor.quarterHourLater(clock, beat);

        var principal = at(robin, Role.PRINCIPAL, 360, "es-US");
        go(principal, "/nameless-tips");
        look(principal, "tip-queue-es-360");
        go(principal, at);
        assertThat(principal.locator("main").textContent()).contains("There is a knife", "Yes. I am at home.");
        press(principal, "Confirmar reporte");
        press(principal, "Empezar la atención");
        look(principal, "tip-working-es-360");
        principal.locator("summary").getByText("Cerrarlo").click();
        principal.locator("label[for='field-isPOLICE_ACTION']").click();
        principal.locator("#close-words").fill("Found and taken away.");
        press(principal, "Cerrar reporte");
        look(principal, "tip-closed-es-360");
        come(receipt);
        assertThat(writer.locator("main").textContent()).contains("The principal").doesNotContain("taken away");
        picture(writer, "tip-thread-opened-360");
    }

    @Test
    void aTipAboutALifeCallsTheNextPersonAndItsWriterIsToldWhenNobodyOpensIt() {
        var ada = story.join(district, "Ada Cole", Role.TIP_ANALYST, null);
        var lee = story.join(district, "Lee Moss", Role.TIP_ANALYST, null);
        schools.refresh();
        var desk = at(director, Role.SAFETY_DIRECTOR, 1280, "en-US");
        go(desk, "/tip-duty");
        look(desk, "tip-duty-none-1280");
        duty(desk, ada, 1);
        duty(desk, lee, 2);
        look(desk, "tip-duty-1280");
        var phone = at(director, Role.SAFETY_DIRECTOR, 360, "es-US");
        go(phone, "/tip-duty");
        look(phone, "tip-duty-es-360");

        String receipt = sent("She is on the roof.", "yes");
        await().atMost(DoorVisitor.GUARD).until(() -> story.as(district, () -> db.fetchCount(QUEUED_TIP)) == 1);
        assertThat(told()).containsExactly(ada);
        come(receipt);
        assertThat(writer.locator("#late").count()).isZero();
        clock.move(Duration.ofMinutes(5).plusSeconds(1));
        story.run(district, () -> calls.callAll(district));
        assertThat(told()).containsExactlyInAnyOrder(ada, lee);
        come(receipt);
        assertThat(writer.locator("#late").textContent()).contains("nobody has opened it yet", "Call 911");
        picture(writer, "tip-thread-late-360");

        var second = at(lee, Role.TIP_ANALYST, 360, "en-US");
        go(second, "/inbox");
        assertThat(second.locator("main").textContent()).contains("A tip about a life waits at " + name)
                .doesNotContain("roof");
        go(second, "/nameless-tips");
        look(second, "tip-queue-life-360");
        second.locator(".nametips-list a").first().click();
        assertThat(second.locator("#tip-words").textContent()).contains("She is on the roof.");
        look(second, "tip-life-360");
        come(receipt);
        assertThat(writer.locator("#late").count()).isZero();
        assertThat(writer.locator("main").textContent()).contains("Somebody who reads tips");
    }

    private java.util.Set<UUID> told() {
        return story.as(district, () -> db.selectDistinct(DELIVERY.PERSON_ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                .on(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).where(OUTBOUND_MESSAGE.TOPIC.eq("LIFE_TIP"))
                .fetchSet(DELIVERY.PERSON_ID));
    }

    private void duty(Page desk, UUID person, int rank) {
        desk.locator("#field-person").selectOption(person.toString());
        for (var day : java.time.DayOfWeek.values()) desk.locator("label[for='field-on" + day + "']").click();
        desk.locator("#field-from").fill("00:00");
        desk.locator("#field-until").fill("00:00");
        desk.locator("#field-rank").fill(Integer.toString(rank));
        press(desk, "Save duty");
    }

    /** The way by hand: the district's director finds the role on the page that invites. */
    private void invite() {
        var desk = at(director, Role.SAFETY_DIRECTOR, 1280, "en-US");
        go(desk, "/users/new");
        assertThat(desk.locator("main").textContent()).contains("Tip analyst");
    }

    private void write(String words, String life) {
        writer.navigate("http://localhost:" + door.port() + "/en");
        writer.locator("#school").fill(name);
        writer.locator("#words").fill(words);
        writer.locator("input[name=life][value=" + life + "]").check();
        writer.locator("main form button").first().click();
    }

    private String sent(String words, String life) {
        write(words, life);
        return writer.locator("#digits").textContent();
    }

    private void come(String receipt) {
        writer.navigate("http://localhost:" + door.port() + "/en");
        writer.locator("#receipt").fill(receipt);
        writer.locator("#open").click();
        writer.locator("main:not(:has(#school))").waitFor();
    }

    private static void press(Page screen, String button) {
        screen.waitForNavigation(() -> screen.locator("button:text-is('" + button + "')").first().click());
    }

    @Test
    void aStateLinesFileIsTakenInAtADeskAndWhatIsWrongInItIsNamed() {
        var ada = story.join(district, "Ada Cole", Role.TIP_ANALYST, null);
        var analyst = at(ada, Role.TIP_ANALYST, 1280, "en-US");
        go(analyst, "/nameless-tips");
        analyst.getByText("Take in tips of a state line").click();
        look(analyst, "line-tips-1280");
        analyst.locator("input[type=file]").setInputFiles(new FilePayload("tips.csv", "text/csv",
                ("line,id,received,school,category,about_a_life,language,words\nSchool Safety Hotline,AZ-1,2026-08-02 19:10,"
                        + name
                        + ",BULLYING,no,es,They take my lunch\nSchool Safety Hotline,AZ-2,yesterday,Nowhere High,,no,en,x\n")
                        .getBytes(StandardCharsets.UTF_8)));
        press(analyst, "Take in tips");
        assertThat(analyst.locator("main").textContent()).contains("Line 3, school: “Nowhere High” is no school",
                "Line 3, received: “yesterday” is no day and time");
        look(analyst, "line-tips-wrong-1280");
        var phone = at(ada, Role.TIP_ANALYST, 360, "es-US");
        go(phone, "/nameless-tips/import");
        look(phone, "line-tips-es-360");
        go(phone, "/nameless-tips");
        look(phone, "line-tips-queue-es-360");
        phone.locator(".nametips-list a").first().click();
        assertThat(phone.locator("main").textContent()).contains("Línea estatal: School Safety Hotline, número AZ-1");
        look(phone, "line-tip-es-360");
    }

    private void go(Page screen, String path) {
        assertThat(screen.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
    }

    private Page at(UUID person, Role role, int width, String locale) {
        accounts.setLanguage(person, locale.substring(0, 2));
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, district, role);
        var page = page(width, locale);
        page.context().addCookies(List.of(
                new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        return page;
    }

    private Page page(int width, String locale) {
        var context = chromium.context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setLocale(locale)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE), DoorVisitor.GUARD.toMillis());
        var page = chromium.page(context);
        return page;
    }
}
