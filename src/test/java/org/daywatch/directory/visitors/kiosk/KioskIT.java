package org.daywatch.directory.visitors.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.BARRED_PERSON;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.VISITOR;
import static org.daywatch_db.directory.Tables.VISITOR_KIOSK;
import static org.daywatch_db.directory.Tables.WAITING_VISITOR;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A device at the door: paired by the office, with no session of anybody; visitors sign in and out, and a name like one
 * on a list gets no badge before the office has decided.
 */
@DaywatchIT
class KioskIT {

    private static final Pattern CODE = Pattern.compile("visitor-number\">([A-Z0-9]{4} [A-Z0-9]{4})<");
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private Story.Cast cast;
    private SchoolRoll roll;
    private Visitor.Visit office;

    @BeforeEach
    void aSchoolWithAFrontOffice() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2));
        office = visitor.signedIn(join("office", Role.FRONT_OFFICE), cast.mesquite(), Role.FRONT_OFFICE);
    }

    @Test
    void aDeviceIsPairedOnceByACodeAndOpensNothingButItsPage() {
        assertThat(office.get("/visitors/kiosks").body()).contains("No kiosk yet");
        assertThat(office.post("/schools/" + roll.school() + "/kiosks", "label", "Door", "pin", "12").body())
                .contains("PIN of 4 to 8 digits");
        var code = code(made());
        var device = visitor.stranger();
        assertThat(device.get("/kiosk").body()).contains("Pairing code").doesNotContain("Sign out");
        assertThat(device.post("/kiosk/pairing", "code", "CCCC CCCC").body()).contains("This code does not work");
        assertThat(device.post("/kiosk/pairing", "code", code.toLowerCase()).statusCode()).isEqualTo(302);
        assertThat(device.get("/kiosk").body()).contains("Welcome to Quail Run School", "Sign in", "Badge number")
                .doesNotContain("href=\"/visitors\"").doesNotContain("class=\"rail").doesNotContain("masthead");
        assertThat(visitor.stranger().post("/kiosk/pairing", "code", code).body()).as("a code counts once")
                .contains("This code does not work");
        for (String page : List.of("/visitors", "/not-admitted", "/alert", "/board"))
            assertThat(device.get(page).statusCode()).as(page).isNotEqualTo(200);
        var late = code(made());
        clock.move(Duration.ofMinutes(16));
        assertThat(visitor.stranger().post("/kiosk/pairing", "code", late).body()).contains("This code does not work");
    }

    @Test
    void whoeverIsSignedInOnTheDeviceIsSignedOutWhenItBecomesAKiosk() {
        var clerk = join("clerk", Role.FRONT_OFFICE);
        var device = visitor.signedIn(clerk, cast.mesquite(), Role.FRONT_OFFICE);
        assertThat(device.get("/visitors").statusCode()).isEqualTo(200);
        device.post("/kiosk/pairing", "code", code(made()));
        assertThat(device.get("/visitors").statusCode()).isNotEqualTo(200);
        assertThat(device.get("/kiosk").body()).contains("Welcome to");
    }

    @Test
    void aVisitorSignsInGetsANumberAndLeavesByIt() {
        var device = paired();
        assertThat(device.post("/kiosk/visits", "name", "Dana", "visits", "").body())
                .contains("Enter first and last name", "Enter the person or office visited");
        var said = device.post("/kiosk/visits", "name", "Dana Mendez", "visits", "Room 12", "purpose", "Repair").body();
        assertThat(said).contains("Your badge number is 1");
        assertThat(office.get("/visitors").body()).contains("Dana Mendez", "Repair", "ID not checked");
        assertThat(device.get("/kiosk").body()).as("it names nobody").doesNotContain("Dana");
        assertThat(device.post("/kiosk/departure", "badge", "9").body()).contains("No one in the school has badge 9");
        assertThat(device.post("/kiosk/departure", "badge", "1").body()).contains("Signed out");
        assertThat(count(VISITOR.LEFT_AT.isNotNull())).isOne();
    }

    @Test
    void aNameLikeOneOnAListGetsNoBadgeAndReadsNoReasonAndTheOfficeDecides() {
        office.post("/not-admitted", "name", "Jamie Yucca", "school", roll.school().toString(), "reason",
                "Threatened a teacher in May", "source", "Trespass notice, file 12", "from", "2026-01-01", "form",
                UUID.randomUUID().toString());
        story.run(cast.mesquite(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.MAY_COLLECT, "NO")
                .where(GUARDIANSHIP.STUDENT_ID.eq(roll.students().getFirst())).execute());
        var device = paired();
        var said = device.post("/kiosk/visits", "name", "Jaimie Yuca", "visits", "Counselor").body();
        assertThat(said).contains("Please wait for the office").doesNotContain("badge number is", "Threatened", "list");
        assertThat(device.post("/kiosk/visits", "name", "Guardian000 Yucca00", "visits", "Room 1").body())
                .contains("Please wait for the office");
        assertThat(count(org.jooq.impl.DSL.noCondition())).as("badges").isZero();
        assertThat(office.get("/inbox").body()).contains("a visitor is waiting for the office")
                .doesNotContain("Jaimie");
        assertThat(office.get("/visitors").body()).contains("Jaimie Yuca is waiting for the office",
                "Threatened a teacher in May (Trespass notice, file 12)", "Not allowed to pick up a student here",
                "/students/" + roll.students().getFirst() + "/guardians");
        assertThat(office.post(decision("Jaimie Yuca"), "decision", "turn", "why", "No").body())
                .contains("Say in 5 to 300 characters");
        office.post(decision("Jaimie Yuca"), "decision", "turn", "why", "It is Jamie; the officer came.");
        office.post(decision("Guardian000 Yucca00"), "decision", "admit", "why", "Another person: born 1961.");
        assertThat(count(org.jooq.impl.DSL.noCondition())).as("badges").isOne();
        assertThat(office.get("/visitors").body()).contains("Decided today (2)", "not admitted by Kai office",
                "Another person: born 1961.");
        assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.update(WAITING_VISITOR)
                .set(WAITING_VISITOR.ADMITTED, false).where(WAITING_VISITOR.VISITOR_ID.isNotNull()).execute()))
                .as("a badge without an admission").hasMessageContaining("waiting_visitor_check");
    }

    @Test
    void theOfficesOwnDeskAsksTheSameLists() {
        office.post("/not-admitted", "name", "Jamie Yucca", "school", roll.school().toString(), "reason",
                "Threatened a teacher in May", "source", "Trespass notice", "from", "2026-01-01", "form",
                UUID.randomUUID().toString());
        assertThat(office.post("/schools/" + roll.school() + "/visitors", "name", "Jamie Yucca", "visits", "Room 12")
                .headers().firstValue("location").orElse("")).contains("/visitors").doesNotContain("/badge");
        assertThat(count(org.jooq.impl.DSL.noCondition())).isZero();
    }

    @Test
    void theListOfPeopleNotAdmittedIsKeptByTheOfficeAndCountsFromDayToDay() {
        assertThat(office.get("/not-admitted").body()).contains("No one is on the list");
        assertThat(office.post("/not-admitted", "name", "Jamie", "reason", "x", "source", "", "from", "2026-01-01",
                "school", roll.school().toString(), "form", UUID.randomUUID().toString()).body())
                .contains("Enter first and last name");
        office.post("/not-admitted", "name", "Jamie Yucca", "school", "", "reason", "Threatened a teacher", "source",
                "Trespass notice", "from", "2026-01-01", "to", "2026-01-31", "form", UUID.randomUUID().toString());
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(BARRED_PERSON,
                BARRED_PERSON.SCHOOL_ID.eq(roll.school())))).as("a clerk speaks for their school").isOne();
        assertThat(office.get("/not-admitted").body()).contains("Jamie Yucca", "Over");
        assertThat(office.get("/not-admitted?q=nobody").body()).doesNotContain("Jamie Yucca");
        var device = paired();
        assertThat(device.post("/kiosk/visits", "name", "Jamie Yucca", "visits", "Office").body())
                .as("its days are over").contains("Your badge number is 1");
        var id = story.as(cast.mesquite(), () -> db.select(BARRED_PERSON.ID).from(BARRED_PERSON)
                .fetchSingle(BARRED_PERSON.ID));
        office.post("/not-admitted/" + id + "/withdrawal", "reason", "Entered by mistake", "form",
                UUID.randomUUID().toString());
        assertThat(office.get("/not-admitted").body()).contains("Removed");
        assertThat(visitor.signedIn(join("teacher", Role.TEACHER), cast.mesquite(), Role.TEACHER).get("/not-admitted")
                .statusCode()).isEqualTo(403);
        for (UUID other : List.of(cast.agency(), cast.saguaro()))
            for (var table : List.of(BARRED_PERSON, VISITOR_KIOSK, WAITING_VISITOR))
                assertThat(story.as(other, () -> db.fetchCount(table))).as(table + " for " + other).isZero();
    }

    @Test
    void nobodyLeavesThePageWithoutThePinAndARevokedDeviceIsNoKiosk() {
        var device = paired();
        assertThat(device.post("/kiosk/exit", "pin", "9999").body()).contains("This PIN is wrong");
        assertThat(device.get("/kiosk").body()).contains("Welcome to");
        assertThat(device.post("/kiosk/exit", "pin", "2468").statusCode()).isEqualTo(302);
        assertThat(device.get("/kiosk").body()).contains("Pairing code");
        var other = paired();
        var id = story.as(cast.mesquite(), () -> db.select(VISITOR_KIOSK.ID).from(VISITOR_KIOSK)
                .where(VISITOR_KIOSK.REVOKED_AT.isNull()).fetchSingle(VISITOR_KIOSK.ID));
        office.post("/schools/" + roll.school() + "/kiosks/" + id + "/revocation");
        assertThat(other.get("/kiosk").body()).contains("Pairing code");
        assertThat(other.post("/kiosk/visits", "name", "Dana Mendez", "visits", "Room 12").statusCode()).isEqualTo(302);
        assertThat(count(org.jooq.impl.DSL.noCondition())).isZero();
    }

    @Test
    void aScannerThatTypesFillsInTheNameAndNothingElseLeavesTheDevice() {
        var code = code(made());
        try (var shared = new Chromium()) {
            var page = shared.browser().newPage();
            page.navigate("http://localhost:" + port + "/kiosk");
            page.getByLabel("Pairing code").fill(code);
            page.getByText("Pair device").click();
            page.waitForSelector("[data-kiosk-form]");
            assertThat(Axe.serious(page)).isEmpty();
            var sent = new StringBuilder();
            page.onRequest(request -> sent.append(request.url()).append(' ')
                    .append(request.postData() == null ? "" : request.postData()).append('\n'));
            for (String line : List.of("@", "ANSI 636026080102DL00410288ZA03290015DLDAQD12345678", "DCSYUCCA", "DDEN",
                    "DACJAMIE", "DADLEE", "DBB01311990", "DAG1 OCOTILLO WAY")) {
                page.keyboard().type(line);
                page.keyboard().press("Enter");
            }
            assertThat(page.locator("[name=name]")).hasValue("Jamie Yucca");
            assertThat(page.locator("[name=visits]")).isFocused();
            page.locator("[name=visits]").fill("Counselor");
            page.locator("[data-kiosk-form] button[type=submit]").click();
            assertThat(page.locator(".kiosk-said")).containsText("Your badge number is");
            assertThat(sent.toString()).contains("Jamie").doesNotContain("D12345678", "OCOTILLO", "01311990");
            page.goBack(new Page.GoBackOptions().setTimeout(3000));
            assertThat(page.url()).as("back leads nowhere").contains("/kiosk");
        }
    }

    private HttpResponse<String> made() {
        return office.post("/schools/" + roll.school() + "/kiosks", "label", "Main entrance", "pin", "2468");
    }

    private Visitor.Visit paired() {
        var device = visitor.stranger();
        device.post("/kiosk/pairing", "code", code(made()));
        return device;
    }

    private static String code(HttpResponse<String> page) {
        var code = CODE.matcher(page.body());
        assertThat(code.find()).as("a code on the page").isTrue();
        return code.group(1);
    }

    private String decision(String name) {
        var id = story.as(cast.mesquite(), () -> db.select(WAITING_VISITOR.ID).from(WAITING_VISITOR)
                .where(WAITING_VISITOR.NAME.eq(name)).fetchSingle(WAITING_VISITOR.ID));
        return "/schools/" + roll.school() + "/visitors/waiting/" + id;
    }

    private int count(org.jooq.Condition which) {
        return story.as(cast.mesquite(), () -> db.fetchCount(VISITOR, which));
    }

    private UUID join(String name, Role role) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kai " + name, role, roll.school()));
    }
}
