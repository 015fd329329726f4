package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.daywatch._story.Chromium;
import org.daywatch._story.FreshInstallation;
import org.daywatch._story.Newcomer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real agency's first days, from an empty folder to a worked shift on the payroll export: nobody has ever seen
 * Daywatch, nothing of the demonstration is there, and each step is found by what the page before it says comes next.
 * Once with mail, once with signed papers and printed slips only. From where the officer is in both go the same way: in
 * the short form the one without mail goes it to the payroll export, the one with mail ends there; in the long form
 * both go it.
 */
class FirstWeekJourneyIT {

    private static final ZoneId CENTRAL = ZoneId.of("America/Chicago");
    private static final Instant SATURDAY = LocalDateTime.of(2026, 8, 15, 13, 0).atZone(CENTRAL).toInstant();
    private static final String PASSWORD = "a quiet morning at school";
    private static final String OFFICERS_OWN = "the north gate latch sticks";
    private static final FilePayload SIGNED = new FilePayload("signed-terms.pdf", "application/pdf",
            "%PDF-1.7 signed by the chief".getBytes(StandardCharsets.US_ASCII));

    private static final boolean LONG = Boolean.getBoolean("daywatch.long");
    private static Browser chromium;

    @TempDir Path folder;

    @BeforeAll
    static void chromium() {
        chromium = Chromium.shared();
    }

    @AfterAll
    static void close() {
        Chromium.closeContexts();
    }

    @Test
    void withMailTheDepartmentConfirmsOverItsLinkAndTheOfficerComesInByTheirs() throws Exception {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try (var house = FreshInstallation.start(folder, SATURDAY, Map.of())) {
            var admin = new Newcomer(chromium, house, 1280);
            found(house, admin);
            admin.follow("Set up email");
            admin.fill("host", "127.0.0.1").fill("port", "" + smtp.getSmtp().getPort()).fill("tls", "NONE")
                    .fill("from", "daywatch@agency.example").press("Save email server");
            admin.press("Send test email");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(
                    () -> assertThat(smtp.getReceivedMessagesForDomain("ada@agency.example")).hasSize(1));
            department(admin);
            admin.fill("how", "LINK").fill("email", "chief@police.example").press("Save terms");
            assertThat(admin.text()).contains("Awaiting department");
            var chief = new Newcomer(chromium, house, 360);
            chief.page.navigate(link(smtp, "chief@police.example", "/terms/"));
            chief.fill("name", "Lee Park").fill("title", "Deputy chief").press("Confirm terms");
            assertThat(chief.text()).contains("Lee Park, Deputy chief confirmed these terms");

            school(admin);
            officer(admin);
            admin.press("Invite 1 person");
            var officer = new Newcomer(chromium, house, 360);
            officer.page.navigate(link(smtp, "dana@police.example", "/invitation"));
            officer.fill("password", OFFICERS_OWN).press("Accept");
            if (LONG) coverAndWork(house, admin, officer);
            else isIn(officer, admin);
        } finally {
            smtp.stop();
        }
    }

    @Test
    void withoutAnyMailTheSignedPaperAndAPrintedSlipAreEnough() throws Exception {
        try (var house = FreshInstallation.start(folder, SATURDAY, Map.of())) {
            var admin = new Newcomer(chromium, house, 1280);
            found(house, admin);
            department(admin);
            admin.page.setInputFiles("[name=paper]", SIGNED);
            admin.fill("signedBy", "Lee Park").press("Save terms");
            assertThat(admin.text()).contains("The terms are in effect.");

            everyFormOnAPhoneInSpanish(house, admin);
            byKeyboardAlone(admin);
            school(admin);
            officer(admin);
            admin.press("Invite 1 person");
            var code = Pattern.compile("\\b[A-Z0-9]{4}(?:[- ][A-Z0-9]{4}){3}\\b").matcher(admin.text());
            assertThat(code.find()).as("a code on the slip: " + admin.text()).isTrue();
            var officer = new Newcomer(chromium, house, 360);
            officer.page.navigate(house.address("/start"));
            officer.fill("code", code.group()).press("Continue");
            officer.fill("password", OFFICERS_OWN).press("Accept");
            coverAndWork(house, admin, officer);
        }
    }

    /** From the link on the console to the first step. */
    private static void found(FreshInstallation house, Newcomer admin) throws Exception {
        assertThat(house.console().strip().lines().reduce((a, b) -> b).orElse("")).as("the last line of the console")
                .contains("/welcome?code=");
        assertThat(house.console()).as("nothing before it looks like a fault").doesNotContain("WARN", "ERROR",
                "Exception");
        var stranger = new Newcomer(chromium, house, 360);
        stranger.page.navigate(house.address("/"));
        assertThat(stranger.text()).as("who comes without the link reads where it is").contains("console");
        admin.page.navigate(Pattern.compile("http\\S+/welcome\\?code=\\S+").matcher(house.console()).results()
                .reduce((a, b) -> b).orElseThrow().group());
        admin.fill("agency", "Prairie School Safety").fill("state", "KS").fill("name", "Ada Alder")
                .fill("email", "ada@agency.example").fill("password", PASSWORD).press("Create agency");
        assertThat(admin.page.url()).endsWith("/setup");
        assertThat(admin.text()).contains("Set up your agency", "There are no departments yet.");
        admin.nothingSerious();
    }

    private static void department(Newcomer admin) {
        admin.goTo("/board"); // the empty board leads to the set-up
        admin.follow("Add department");
        admin.fill("name", "Milo Creek Police Department").fill("ori", "KS0460100").fill("contactName", "Lee Park")
                .fill("contactEmail", "chief@police.example").press("Save department");
        assertThat(admin.text()).contains("Next, enter the terms agreed with it.");
    }

    /**
     * Where the set-up leads: nothing runs out of the screen, nothing is missing for a screen reader, and no text stays
     * English.
     */
    private static void everyFormOnAPhoneInSpanish(FreshInstallation house, Newcomer admin) {
        var phone = new Newcomer(chromium, house, 360);
        phone.context.addCookies(admin.context.cookies());
        phone.context.addCookies(List.of(new Cookie("lang", "es").setUrl(house.address("/"))));
        for (String path : List.of("/setup", "/agency", "/outgoing", "/users/new", "/departments", "/departments/new",
                "/districts", "/districts/new", "/schools/new", "/calendars", "/bells/templates",
                "/officers/new", "/officers/letting-in", "/agreements/new")) {
            phone.goTo(path);
            phone.nothingSerious();
            assertThat(phone.page.locator("html").getAttribute("lang")).as(path).isEqualTo("es");
        }
        phone.goTo("/setup");
        assertThat(phone.text()).contains("Configure su agencia", "Todavía no hay distritos.")
                .doesNotContain("There is no", "Set up");
        assertThat(phone.wentWrong).isEmpty();
        phone.context.close();
    }

    private static void byKeyboardAlone(Newcomer admin) {
        admin.goTo("/setup");
        for (int press = 0; press < 120; press++) {
            admin.page.keyboard().press("Tab");
            if ("Add a district".equals(admin.page.evaluate("document.activeElement.innerText.trim()"))) {
                admin.page.waitForNavigation(() -> admin.page.keyboard().press("Enter"));
                assertThat(admin.page.url()).endsWith("/districts/new");
                return;
            }
        }
        throw new AssertionError("the next step cannot be reached with the Tab key");
    }

    /** It comes a moment after its page; a button that moves under the finger is missed. */
    private static void theBarMovesNothing(Newcomer admin) {
        var late = new ArrayList<Route>();
        admin.page.route("**/setup/strip", late::add);
        admin.goTo("/districts/new");
        admin.page.waitForCondition(() -> !late.isEmpty());
        double before = admin.page.locator("main button.usa-button[type=submit]").boundingBox().y;
        late.forEach(Route::resume);
        admin.page.waitForSelector(".setup-strip");
        assertThat(admin.page.locator("main button.usa-button[type=submit]").boundingBox().y).isEqualTo(before);
        admin.page.unroute("**/setup/strip");
    }

    private static void school(Newcomer admin) {
        admin.goTo("/setup");
        admin.follow("Add a district");
        theBarMovesNothing(admin);
        admin.fill("name", "Prairie Unified").press("Save district");
        admin.fill("name", "Lark High School").fill("level", "HIGH").fill("city", "Salina").press("Add");
        admin.next("School year");
        admin.fill("name", "2026-27").fill("firstDay", "2026-08-12").fill("lastDay", "2027-05-21")
                .press("Add school year");
        admin.next("Bell times");
        admin.fill("HIGH.REGULAR.first", "08:00").fill("HIGH.REGULAR.last", "15:00").fill("validFrom", "2026-08-15")
                .press("Preview changes");
        admin.press("Set bell times of one school");
    }

    private static void officer(Newcomer admin) {
        admin.next("Officers");
        admin.fill("name", "Dana Vega").fill("email", "dana@police.example")
                .fill("department", "Milo Creek Police Department").fill("badge", "4101")
                .fill("permittedUntil", "2026-12-31").press("Save officer");
        admin.next("Access for officers");
    }

    private static void coverAndWork(FreshInstallation house, Newcomer admin, Newcomer officer) throws Exception {
        admin.goTo("/setup");
        admin.follow("Cover schools");
        admin.fill("lastDay", "2027-05-21").fill("department", "Milo Creek Police Department").press("Preview posts");
        admin.page.waitForSelector("[name=openTo]");
        admin.press("Agree");
        admin.page.waitForSelector("text=posts open through");
        admin.follow("Open the coverage board");
        assertThat(admin.page.url()).as("the board is the board now").contains("/board");
        assertThat(admin.text()).doesNotContain("Set up your agency");

        officer.goTo("/offers");
        officer.nothingSerious();
        officer.press("Accept");
        officer.page.waitForURL("**/shifts/*"); // before the clock goes on
        house.itIs(LocalDateTime.of(2026, 8, 17, 7, 35).atZone(CENTRAL).toInstant());
        admin.signIn("ada@agency.example", PASSWORD);
        admin.goTo("/schools");
        admin.follow("Lark High School");
        admin.follow("Open front-desk sheet");
        var code = Pattern.compile("\\b[A-Z0-9]{4}-[A-Z0-9]{4}\\b").matcher(admin.text()).results().findFirst()
                .orElseThrow().group();
        officer.signIn("dana@police.example", OFFICERS_OWN);
        officer.goTo("/my-day");
        officer.fill("code", code).press("Check in");
        assertThat(officer.text()).contains("Check out");
        admin.goTo("/board");
        assertThat(admin.text()).contains("Lark High School", "Covered");

        house.itIs(LocalDateTime.of(2026, 8, 17, 15, 16).atZone(CENTRAL).toInstant());
        officer.goTo("/my-day");
        officer.press("Check out");
        house.itIs(LocalDateTime.of(2026, 8, 17, 15, 40).atZone(CENTRAL).toInstant());
        admin.signIn("ada@agency.example", PASSWORD);
        var payroll = admin.context.request().get(house.address("/shifts/worked.csv?from=2026-08-17&to=2026-08-17"));
        assertThat(payroll.status()).isEqualTo(200);
        assertThat(payroll.text().lines().toList()).hasSize(2).last().asString().contains("Dana Vega",
                "Milo Creek Police Department", "Lark High School", "2026-08-17", "DESK_CODE", "7.50");
        System.out.println("forms the administrator sent: " + admin.forms.size() + " " + admin.forms + "; the officer: "
                + officer.forms.size() + " " + officer.forms);
        assertThat(admin.forms.size()).as("forms for one district, one school, one officer: " + admin.forms)
                .isLessThanOrEqualTo(14);
        assertThat(admin.wentWrong).isEmpty();
        assertThat(officer.wentWrong).isEmpty();
    }

    private static void isIn(Newcomer officer, Newcomer admin) {
        officer.goTo("/me");
        assertThat(officer.page.url()).as("a page of their own, and not the way in").endsWith("/me");
        assertThat(officer.text()).contains("Dana Vega");
        assertThat(admin.wentWrong).isEmpty();
        assertThat(officer.wentWrong).isEmpty();
    }

    private static String link(GreenMail smtp, String to, String path) {
        var found = new ArrayList<String>();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (var mail : smtp.getReceivedMessagesForDomain(to)) {
                var link = Pattern.compile("http://\\S*" + path + "\\S+")
                        .matcher(GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "="));
                if (link.find()) found.add(link.group());
            }
            assertThat(found).as("a letter to " + to).isNotEmpty();
        });
        return found.getLast();
    }
}
