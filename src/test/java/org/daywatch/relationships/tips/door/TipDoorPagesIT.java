package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.UUID;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.HostileTexts;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch_db.relationships.Tables;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The door in a real browser: with and without script, on a small phone and at a desk, in both languages.
 *
 * <p>A-16, A-21 of docs/security.
 */
@TipDoorApp
class TipDoorPagesIT {

    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired RingBeat beat;
    @Autowired TipThreads threads;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    private final TreeSet<String> asked = new TreeSet<>();
    private Chromium chromium;
    private Story.Cast cast;
    private String name;
    private Page page;

    @BeforeEach
    void aSchoolAndABrowser() {
        cast = story.cast();
        name = "Ocotillo School " + cast.suffix();
        DoorVisitor.school(story, db, cast, cast.mesquite(), name);
        schools.refresh();
        DoorVisitor.quarterHourLater(clock, beat);
        chromium = new Chromium();
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasAsked() {
        chromium.closeWithoutComplaint();
        assertThat(asked).allMatch(url -> url.startsWith(home()));
    }

    private String home() {
        return "http://localhost:" + door.port();
    }

    private BrowserContext browser(int width, boolean script) {
        var context = chromium.context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setJavaScriptEnabled(script), DoorVisitor.GUARD.toMillis());
        page = chromium.page(context);
        page.onRequest(request -> asked.add(request.url()));
        return context;
    }

    @ParameterizedTest
    @CsvSource({"360, en, false", "1280, en, true", "360, es, true"})
    void aTipIsWrittenKeptAndReadOnAnyScreen(int width, String language, boolean script) {
        try (var context = browser(width, script)) {
            String shot = "tip-door-" + language + "-" + width + (script ? "-script" : "");
            page.navigate(home() + "/" + language);
            look(shot + "-front", script);
            page.locator("#school").fill("Ocotillo");
            page.locator("#words").fill("Somebody in my class wants to get hurt.\nI am scared.");
            page.locator("main button").first().click();
            page.locator("#life .wrong").waitFor();
            assertThat(page.locator("#words").inputValue())
                    .isEqualTo("Somebody in my class wants to get hurt.\nI am scared.");
            look(shot + "-wrong", script);
            page.locator("#school").fill(name);
            page.locator("input[name=life][value=no]").check();
            page.locator("main button").first().click();
            String receipt = page.locator("#digits").textContent();
            assertThat(receipt).matches("[0-9]{4}( [0-9]{4}){3}");
            look(shot + "-kept", script);
            assertThat(page.url()).as("one address for all").isEqualTo(home() + "/" + language);
            DoorVisitor.quarterHourLater(clock, beat);
            answer("Thank you for telling us. We are with them now.");
            page.navigate(home() + "/" + language);
            page.locator("#receipt").fill(receipt);
            page.locator("#open").click();
            page.locator(".said").waitFor();
            look(shot + "-thread", script);
            page.locator("#words").fill("Thank you.");
            page.locator("main button").click();
            page.locator(".notice").waitFor();
            look(shot + "-added", script);
            page.navigate(home() + "/" + language);
            page.locator("#receipt").fill("0000 0000 0000 0000");
            page.locator("#open").click();
            page.locator("main:not(:has(#write))").waitFor();
            look(shot + "-nothing", script);
            page.navigate(home() + "/" + language);
            page.locator("summary").click();
            page.locator("#board-school").fill(name);
            page.locator("#look").click();
            page.locator("#unknown").waitFor();
            look(shot + "-board", script);
            assertThat(context.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, false", "1280, true"})
    void whoeverChangesTheLanguageKeepsTheirWords(int width, boolean script) {
        try (var context = browser(width, script)) {
            page.navigate(home() + "/en");
            page.locator("#school").fill(name);
            page.locator("#words").fill("They said it\ntwice <today> & laughed.");
            page.locator("input[name=life][value=no]").check();
            page.locator("#receipt").fill("1234 5678");
            page.locator(".plain").click();
            page.locator("html[lang=es]").waitFor();
            assertThat(page.url()).as("nothing in the address").isEqualTo(home() + "/es");
            assertThat(page.locator("#words").inputValue()).isEqualTo("They said it\ntwice <today> & laughed.");
            assertThat(page.locator("#school").inputValue()).isEqualTo(name);
            assertThat(page.locator("input[name=life][value=no]").isChecked()).isTrue();
            assertThat(page.locator(".wrong").count()).as("nothing is wrong yet").isZero();
            assertThat(page.locator("#receipt").inputValue()).as("digits, where a script takes them along")
                    .isEqualTo(script ? "1234 5678" : "");
            look("tip-door-switched-" + width, script);
            page.locator("#school").press("Enter");
            String receipt = page.locator("#digits").textContent();
            assertThat(page.locator(".language").count()).as("what is shown once is not lost by a language").isZero();
            page.navigate(home() + "/es");
            page.locator("#receipt").fill(receipt);
            page.locator("#receipt").press("Enter");
            page.locator("main:not(:has(#school))").waitFor();
            page.locator("#words").fill("Y otra cosa.");
            page.locator(".plain").click();
            page.locator("html[lang=en]").waitFor();
            assertThat(page.locator("h1").textContent()).isEqualTo("Your tip");
            assertThat(page.locator("#words").inputValue()).isEqualTo("Y otra cosa.");
            assertThat(context.cookies()).isEmpty();
        }
        assertThat(beat.ring().orElseThrow().waiting()).as("changing the language sends nothing").isOne();
    }

    private void answer(String words) {
        var district = cast.mesquite();
        story.run(district, () -> {
            var tip = db.selectFrom(Tables.TIP).fetchSingle().getId();
            threads.opened(district, tip, Part.COUNSELOR);
            threads.say(district, tip, Part.COUNSELOR, words);
        });
    }

    /** A picture, nothing wider than the screen, and what readers of screens stumble over. */
    private void look(String shot, boolean script) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", shot + ".png")).setFullPage(true));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(shot)
                .isLessThanOrEqualTo(0);
        if (script) assertThat(Axe.serious(page)).as(shot).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void leavingLeadsElsewhereAndWithScriptBackDoesNotLeadHere(boolean script) {
        try (var context = browser(360, script)) {
            context.route("https://www.weather.gov/**", route -> {
                assertThat(route.request().headers()).doesNotContainKey("referer");
                route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<p id=elsewhere>rain"));
            });
            page.navigate(home() + "/en");
            page.locator("#words").fill("somebody comes in");
            page.locator("#away").click();
            page.locator("#elsewhere").waitFor();
            assertThat(page.url()).isEqualTo("https://www.weather.gov/");
            if (script) {
                page.goBack();
                assertThat(page.url()).isEqualTo("about:blank");
            }
            asked.removeIf(url -> url.startsWith("https://www.weather.gov/"));
        }
    }

    @Test
    void textsThatAreProgramsStandThereAsTexts() {
        DoorVisitor.school(story, db, cast, cast.mesquite(), HostileTexts.EVERYWHERE);
        schools.refresh();
        var visitor = new DoorVisitor(door.port());
        String receipt = visitor.kept(name, HostileTexts.EVERYWHERE, "no");
        DoorVisitor.quarterHourLater(clock, beat);
        var texts = HostileTexts.ALL.stream().map(HostileTexts.Text::words).filter(words -> !words.isBlank()).toList();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(200);
        texts.forEach(this::answer);
        try (var context = browser(1280, true)) {
            var dialogs = new ArrayList<String>();
            HostileTexts.listen(page, dialogs);
            page.navigate(home() + "/en");
            assertThat(HostileTexts.alive(page)).isEmpty();
            var reader = context.newPage(); // the door's own page lets no script parse anything
            for (var text : texts) {
                var wrong = visitor.post("en", "step", "tip", "school", text, "words", text, "life", text, "at", text,
                        "form", text);
                assertThat(wrong.statusCode()).isEqualTo(422);
                assertThat(HostileTexts.alive(reader, wrong.body())).as(text).isEmpty();
                var receiptField = visitor.post("en", "step", "more", "receipt", text, "words", text, "life", text);
                assertThat(HostileTexts.alive(reader, receiptField.body())).as(text).isEmpty();
            }
            page.locator("#receipt").fill(receipt);
            page.locator("#open").click();
            page.locator(".said").first().waitFor();
            assertThat(page.locator(".said").count()).isEqualTo(texts.size());
            assertThat(page.locator(".said .words").allTextContents()).contains(HostileTexts.ALL.getFirst().words());
            assertThat(HostileTexts.alive(page)).isEmpty();
            assertThat(dialogs).isEmpty();
            assertThat(UUID.fromString(page.locator("input[name=form]").inputValue())).isNotNull();
        }
    }
}
