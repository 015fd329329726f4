package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.Chromium;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.sealing.DoorSealer;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch_db.relationships.Tables;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A network that opens TLS and writes down everything learns that somebody was here: no word, no digit, no answer, and
 * not what they did.
 *
 * <p>A-13 of docs/security.
 */
@TipDoorApp
class SealedDoorIT {

    private static final String SENDS = "**/{en,es}";

    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired RingBeat beat;
    @Autowired TipThreads threads;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    private final List<Request> sent = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private DoorVisitor visitor;
    private Story.Cast cast;
    private String name;
    private Page page;

    /** What a network that opens TLS has of one request and its answer. */
    private record Recorded(String url, byte[] form, int status, Map<String, String> headers, byte[] answer,
            double took) {}

    @BeforeEach
    void aSchool() {
        cast = story.cast();
        name = "Ironwood School " + cast.suffix();
        DoorVisitor.school(story, db, cast, cast.mesquite(), name);
        schools.refresh();
        visitor = new DoorVisitor(door.port());
        DoorVisitor.quarterHourLater(clock, beat);
    }

    private DoorSealer sealer() {
        return new DoorSealer(visitor.get("/door.key").body());
    }

    private String tip(String words) {
        return DoorVisitor.form("step", "tip", "form", UUID.randomUUID().toString(), "school", name, "words", words,
                "life", "no");
    }

    @Test
    void aSealedTipIsKeptOnceHoweverOftenItIsSentAndOnlyItsSenderReadsTheDigits() {
        var sender = sealer();
        var form = tip("sealed on a phone");
        byte[] body = sender.sealed("/en", "/en", form);
        var kept = visitor.sealed("/en", body);
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("content-type")).hasValue("application/x-daywatch-sealed");
        assertThat(kept.headers().firstValue("cache-control")).hasValue("no-store");
        var answer = sender.answer(kept.body()).orElseThrow();
        assertThat(answer.head()).isEqualTo("200");
        assertThat(text(answer.body())).contains("We have your tip", "id=\"digits\"");
        assertThat(sealer().answer(kept.body())).isEmpty();
        refused(visitor.sealed("/en", body));
        var again = sealer();
        var same = again.answer(visitor.sealed("/es", again.sealed("/es", "/en", form)).body()).orElseThrow();
        assertThat(same.body()).as("sealed anew it is the same form, and its receipt").isEqualTo(answer.body());
        assertThat(beat.ring().orElseThrow().waiting()).isOne();
        var wrong = sealer();
        var said = wrong.answer(visitor.sealed("/en", wrong.sealed("/en", "/es", "step=tip")).body()).orElseThrow();
        assertThat(said.head()).as("inside").isEqualTo("422");
        assertThat(text(said.body())).contains("<html lang=\"es\"");
    }

    @Test
    void whateverIsWrongWithASealedFormIsAnsweredAlike() {
        byte[] body = sealer().sealed("/en", "/en", tip("wrong"));
        var wrong = new LinkedHashMap<String, byte[]>();
        wrong.put("nothing", new byte[0]);
        wrong.put("cut", java.util.Arrays.copyOf(body, 500));
        wrong.put("too large", new byte[700_000]);
        wrong.put("too large, and sealed", sealer().sealed("/en", "/en", "words=" + "x".repeat(5_000_000)));
        for (int at : new int[] {0, 1, 9, 40, 80, body.length - 1}) {
            byte[] changed = body.clone();
            changed[at] ^= 1;
            wrong.put("byte " + at, changed);
        }
        wrong.forEach((kind, bytes) -> assertThat(refused(visitor.sealed("/en", bytes))).as(kind)
                .isEqualTo(refused(visitor.sealed("/en", new byte[] {9}))));
        refused(visitor.sealed("/es", body));
        assertThat(visitor.sealed("/en", body).statusCode()).as("as it was").isEqualTo(200);
        assertThat(beat.ring().orElseThrow().waiting()).isOne();
        assertThat(visitor.sealed("/door.key", body).statusCode()).isEqualTo(404);
    }

    private static Map<String, List<String>> refused(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        return answer.headers().map();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String home() {
        return "http://localhost:" + door.port();
    }

    private BrowserContext browser(Chromium chromium, int width, boolean script) {
        var context = chromium.context(new Browser.NewContextOptions().setViewportSize(width, 740)
                .setJavaScriptEnabled(script), DoorVisitor.GUARD.toMillis());
        page = chromium.page(context);
        page.onRequest(request -> {
            if (request.method().equals("POST")) sent.add(request);
        });
        return context;
    }

    /** Before the next page, with which the browser forgets it. */
    private void record() {
        for (var request : sent.subList(recorded.size(), sent.size()))
            recorded.add(new Recorded(request.url(), request.postDataBuffer(), request.response().status(),
                    request.response().headers(), request.response().body(), request.timing().responseStart));
    }

    /** A page on which the script has said that it seals. */
    private void open(String language) {
        record();
        page.navigate(home() + "/" + language);
        page.locator("#write [data-way=sealed]").waitFor();
    }

    private void write(String words) {
        page.locator("#school").fill(name);
        page.locator("#words").fill(words);
        page.locator("input[name=life][value=no]").check();
    }

    private void drawn(String heading) {
        page.locator("h1", new Page.LocatorOptions().setHasText(heading)).waitFor();
    }

    @Test
    void tenStepsLookAlikeOnTheWireAndNoneOfThemSaysAnything() {
        try (var chromium = new Chromium()) {
            browser(chromium, 1280, true);
            open("en");
            page.locator("#send").click();
            page.locator("#words-wrong").waitFor(); // 1: something is missing
            write("Zqwords were said to me");
            page.locator(".plain").click();
            page.locator("html[lang=es]").waitFor(); // 2: the other language
            page.locator(".plain").click();
            page.locator("html[lang=en]").waitFor(); // 3: and back
            assertThat(page.locator("#words").inputValue()).isEqualTo("Zqwords were said to me");
            page.locator("#send").click();
            String receipt = page.locator("#digits").textContent(); // 4: a tip
            DoorVisitor.quarterHourLater(clock, beat);
            story.run(cast.mesquite(), () -> threads.say(cast.mesquite(),
                    db.select(Tables.TIP.ID).from(Tables.TIP).fetchSingle().value1(), Part.COUNSELOR,
                    "Zqanswer to you"));
            open("en");
            page.locator("#receipt").fill("12 34");
            page.locator("#open").click();
            page.locator("#receipt-wrong").waitFor(); // 5: digits that are none
            page.locator("#receipt").fill("0000 0000 0000 0000");
            page.locator("#open").click();
            drawn("We found nothing"); // 6: digits of nobody
            page.locator("#receipt").fill(receipt);
            page.locator("#open").click();
            page.locator(".said").waitFor(); // 7: what was answered
            assertThat(page.locator(".said .words").textContent()).isEqualTo("Zqanswer to you");
            page.locator("#words").fill("Zqwords again");
            page.locator("#send").click();
            page.locator(".notice").waitFor(); // 8: more words
            open("en");
            page.locator("summary").click();
            page.locator("#board-school").fill(name);
            page.locator("#look").click();
            page.locator("#unknown").waitFor(); // 9: the board
            open("en");
            page.locator("#words").fill("Zqlong ".repeat(900));
            page.locator("#send").click();
            page.locator("#words-wrong").waitFor(); // 10: far too long
            record();
            assertThat(recorded).hasSize(10).allSatisfy(one -> {
                assertThat(one.url()).isEqualTo(home() + "/en");
                assertThat(one.form()).hasSize(16 * 1024);
                assertThat(one.answer()).hasSize(64 * 1024);
                assertThat(one.status()).isEqualTo(200);
                assertThat(one.headers()).isEqualTo(recorded.getFirst().headers());
                assertThat(one.took()).as("no sooner than a beat").isGreaterThanOrEqualTo(249);
            });
            for (var clear : List.of("Zqwords", "Zqanswer", "Zqlong", name, "Ironwood", receipt,
                    receipt.replace(" ", ""),
                    receipt.replace(" ", "+"), "words=", "<html", "step=", "School"))
                assertThat(recorded).as(clear)
                        .noneMatch(one -> holds(one.form(), clear) || holds(one.answer(), clear));
            chromium.closeWithoutComplaint();
        }
    }

    private static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"360, en", "1280, es"})
    void thePageSaysThatItIsSealedAndDrawsWhatComesInItsPlace(int width, String language) {
        try (var chromium = new Chromium()) {
            var context = browser(chromium, width, true);
            context.route("https://www.weather.gov/**", route -> route.fulfill(
                    new Route.FulfillOptions().setContentType("text/html").setBody("<p id=elsewhere>rain")));
            open(language);
            picture("front", width, language);
            assertThat(page.locator("[data-way=arrival]:visible").count()).isZero();
            String title = page.title();
            write("two taps");
            page.locator("#send").dblclick();
            page.locator("#digits").waitFor();
            picture("kept", width, language);
            assertThat(sent).as("sent once").hasSize(1);
            assertThat(page.evaluate("[document.title, history.length, scrollY, document.activeElement.tagName,"
                    + " document.getElementById('says').textContent]")).isEqualTo(List.of(title, 2, 0, "H1", ""));
            assertThat(page.url()).isEqualTo(home() + "/" + language);
            page.locator("#away").click();
            page.locator("#elsewhere").waitFor();
            page.goBack();
            assertThat(page.url()).as("nothing of it is in the history").isEqualTo("about:blank");
            chromium.closeWithoutComplaint();
        }
    }

    private void picture(String what, int width, String language) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(
                        Path.of("target/screenshots/tip-door-sealed-" + what + "-" + width + "-" + language + ".png")));
    }

    @ParameterizedTest
    @CsvSource({"no script, 360", "no secure context, 360", "no key, 1280"})
    void whereItCannotSealThePageSaysSoAndTheFormGoesAsItDid(String without, int width) {
        try (var chromium = new Chromium()) {
            var context = browser(chromium, width, !without.equals("no script"));
            if (without.equals("no key")) context.route("**/door.key", Route::abort);
            if (without.equals("no secure context"))
                context.addInitScript("Object.defineProperty(window, 'isSecureContext', { value: false })");
            page.navigate(home() + "/en");
            assertThat(page.locator("[data-way=sealed]:visible").count()).isZero();
            assertThat(page.locator("#write [data-way=arrival]").textContent()).contains("sealed when it gets to us");
            assertThat(page.locator("[data-way=arrival]:visible").count()).as("beside each button, and above")
                    .isEqualTo(3);
            picture("arrival", width, "en");
            write("in the clear");
            page.locator("#send").click();
            page.locator("#digits").waitFor();
            assertThat(text(sent.getFirst().postDataBuffer())).contains("in the clear");
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void whenItDoesNotGoThroughTheWordsStayAndItGoesOnceAfterThat() {
        try (var chromium = new Chromium()) {
            var context = browser(chromium, 360, true);
            page.clock().install();
            open("en");
            write("I will not lose this.");
            context.route(SENDS, Route::abort);
            failed("It did not go through");
            assertThat(page.locator("#send").textContent()).isEqualTo("Send");
            picture("broken", 360, "en");
            context.unroute(SENDS);
            context.route(SENDS, route -> route.fulfill(new Route.FulfillOptions().setStatus(400)));
            failed("could not be sent sealed");
            assertThat(sent).as("sealed anew once, and then said").hasSize(3);
            context.unroute(SENDS);
            context.route(SENDS, route -> route.fulfill(new Route.FulfillOptions().setStatus(200)
                    .setContentType("application/x-daywatch-sealed").setBodyBytes(new byte[65_536])));
            failed("It did not go through");
            context.unroute(SENDS);
            context.route(SENDS, route -> {});
            page.locator("#send").click();
            page.locator("#send", new Page.LocatorOptions().setHasText("Sending…")).waitFor();
            page.clock().fastForward(46_000);
            page.locator("#failed", new Page.LocatorOptions().setHasText("It takes too long")).waitFor();
            context.unroute(SENDS);
            page.locator("#send").click();
            page.locator("#digits").waitFor();
            assertThat(beat.ring().orElseThrow().waiting()).isOne();
        }
    }

    private void failed(String words) {
        page.locator("#send").click();
        page.locator("#failed", new Page.LocatorOptions().setHasText(words)).waitFor();
        assertThat(page.locator("#words").inputValue()).isEqualTo("I will not lose this.");
        assertThat(page.locator("#failed").count()).isOne();
    }

    @Test
    void aPageThatStandsOpenOverNightSealsWithTheKeyOfTheNewDay() {
        try (var chromium = new Chromium()) {
            browser(chromium, 360, true);
            open("en");
            var shown = visitor.get("/door.key").body();
            write("written last night");
            clock.move(Duration.ofHours(25));
            assertThat(visitor.get("/door.key").body()).isNotEqualTo(shown);
            clock.move(Duration.ofHours(2));
            page.locator("#send").click();
            page.locator("#digits").waitFor();
            assertThat(sent).hasSize(2);
            assertThat(beat.ring().orElseThrow().waiting()).isOne();
        }
        DoorVisitor.quarterHourLater(clock, beat); // the next test begins before this day
    }
}
