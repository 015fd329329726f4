package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch.relationships.tips.door.DoorLooks.look;
import static org.daywatch.relationships.tips.door.DoorLooks.picture;
import static org.daywatch_db.relationships.Tables.TIP_PICTURE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.thread.TipPicture;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A picture comes with a tip, is read where the tip is read, and one goes back to whoever has the digits.
 *
 * <p>A-15, A-16, A-22 of docs/security.
 */
@TipDoorApp
@ExtendWith(OutputCaptureExtension.class)
class TipPictureIT {

    private static final String WORDS = "They sent me this.\nI am afraid.";
    private static final String PLANTED = "planted-beside-the-dots-4711";

    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired RingBeat beat;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired MultipartConfigElement uploads;
    @LocalServerPort int port;
    @Value("${daywatch.database.directory}") Path home;
    private Chromium chromium;
    private UUID district;
    private UUID ada;
    private String name;
    private DoorVisitor visitor;

    @BeforeEach
    void aSchool() {
        var cast = story.cast();
        district = cast.mesquite();
        name = "Ironwood School " + cast.suffix();
        DoorVisitor.unreadSchool(story, db, cast, district, name);
        ada = story.join(district, "Ada Cole", Role.TIP_ANALYST, null);
        schools.refresh();
        DoorVisitor.quarterHourLater(clock, beat);
        chromium = new Chromium();
        visitor = new DoorVisitor(door.port());
    }

    @AfterEach
    void nothingWentWrongBehindThePages() {
        chromium.closeWithoutComplaint();
    }

    @Test
    void aPictureIsSentWithoutAScriptReadAnsweredAndSeenWithTheDigits(CapturedOutput output) throws Exception {
        var before = temporary();
        byte[] shot = DoorPictures.planted(DoorPictures.screenshot(1080, 2200, "I know where you live"), PLANTED);
        byte[] reply = DoorPictures.planted(DoorPictures.screenshot(900, 600, "Room 12, ask for the counselor"),
                PLANTED);
        var writer = page(360, false);
        writer.navigate(home("/en"));
        fill(writer, shot);
        writer.locator("#send").click();
        assertThat(writer.locator("#picture-wrong").textContent()).contains("Choose the picture again");
        assertThat(writer.locator("#words").inputValue()).isEqualTo(WORDS);
        picture(writer, "tip-picture-again-360");
        fill(writer, shot);
        writer.locator("input[name=life][value=no]").check();
        writer.locator("#send").click();
        String receipt = writer.locator("#digits").textContent();
        assertThat(writer.locator(".notice").count()).isZero();
        assertThat(seen(writer, receipt)).as("who finds the digits does not find the picture").isZero();
        DoorVisitor.quarterHourLater(clock, beat);

        var analyst = staff(1280, "en-US");
        go(analyst, "/nameless-tips");
        analyst.locator(".nametips-list a").first().click();
        assertThat(analyst.locator(".nametips-picture img").getAttribute("alt")).isEqualTo("A picture the writer sent");
        assertThat(drawn(analyst)).isEqualTo(1);
        look(analyst, "tip-picture-1280");
        analyst.locator("#answer-words").fill("Come to us.");
        analyst.locator("input[name=picture]")
                .setInputFiles(file("x.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        press(analyst, "Send answer");
        assertThat(analyst.locator("#answer-words").inputValue()).isEqualTo("Come to us.");
        assertThat(analyst.locator("main").textContent()).contains("This file is not a JPEG or PNG");
        analyst.locator("input[name=picture]").setInputFiles(file("reply.png", reply));
        press(analyst, "Send answer");
        String at = analyst.url().substring(analyst.url().indexOf("/nameless-tips"));

        assertThat(seen(writer, receipt)).isEqualTo(1);
        assertThat(writer.locator(".said img").getAttribute("alt")).isEqualTo("A picture from the school");
        picture(writer, "tip-picture-thread-360");
        var desk = page(1280, true);
        assertThat(seen(desk, receipt)).isEqualTo(1);
        assertThat(Axe.serious(desk)).isEmpty();
        picture(desk, "tip-picture-thread-1280");
        desk.locator("#words").fill("And this one.");
        byte[] heavy = DoorPictures.noise(2400, 1800);
        desk.locator("#picture").setInputFiles(file("IMG_0042.HEIC", heavy));
        desk.waitForFunction(
                "() => picture.files[0].name == 'picture.jpg' && picture.files[0].size < " + heavy.length / 2);
        desk.locator("#send").click();
        assertThat(desk.locator(".notice").textContent()).contains("We have your words").doesNotContain("picture");
        DoorVisitor.quarterHourLater(clock, beat);

        var phone = staff(360, "es-US");
        go(phone, at);
        assertThat(drawn(phone)).isEqualTo(3);
        assertThat(phone.locator(".nametips-picture img").last().getAttribute("alt"))
                .isEqualTo("Una imagen que envió quien escribió");
        look(phone, "tip-picture-es-360");
        story.run(district,
                () -> assertThat(db.select(DSL.field("octet_length(body)", Integer.class)).from(TIP_PICTURE).fetch(0,
                        Integer.class))
                        .hasSize(3).containsOnly(48536));
        nowhere(output, shot, reply);
        assertThat(temporary()).as("no file on the way").isEqualTo(before);
        assertThat(uploads.getFileSizeThreshold()).as("nor where staff send one")
                .isGreaterThan(TipPicture.LARGEST_FILE);
    }

    /** Neither what came nor what was drawn of it, as bytes or as a page carries them. */
    private void nowhere(CapturedOutput output, byte[]... files) throws Exception {
        var disk = new PlantedOnDisk(home);
        assertThat(disk.where(PLANTED, output)).isEmpty();
        for (byte[] file : files) {
            byte[] jpeg = TipPicture.drawn(file, "picture").jpeg();
            for (byte[] bytes : List.of(file, jpeg)) {
                int from = bytes.length / 2 / 3 * 3;
                byte[] part = java.util.Arrays.copyOfRange(bytes, from, from + 24);
                assertThat(disk.where(new String(part, StandardCharsets.ISO_8859_1), output)).isEmpty();
                assertThat(disk.where(Base64.getEncoder().encodeToString(part), output)).isEmpty();
                // The database packs what can be packed, so that its files alone would not show it.
                story.run(district,
                        () -> assertThat(db.select(TIP_PICTURE.BODY).from(TIP_PICTURE).fetch(TIP_PICTURE.BODY))
                                .noneMatch(body -> new String(body, StandardCharsets.ISO_8859_1)
                                        .contains(new String(part, StandardCharsets.ISO_8859_1))));
            }
        }
    }

    @Test
    void whatIsNoPictureIsRefusedAtItsFieldInBothLanguagesAndTheWordsStay() throws IOException {
        var none = Map.of("PDF", "%PDF-1.7", "EICAR", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD", "SVG",
                "<svg onload='x()'/>", "HTML", "<!doctype html><script>x()</script>", "zip", "PK\3\4",
                "GIF and program",
                "GIF89a=1;x()//");
        none.forEach((kind, text) -> {
            var refused = visitor.postWith("en", "photo.jpg", text.getBytes(StandardCharsets.UTF_8), tip("no"));
            assertThat(refused.statusCode()).as(kind).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"picture-wrong\"", "JPEG and PNG pictures only", WORDS);
        });
        assertThat(visitor.postWith("es", "photo.jpg", "%PDF".getBytes(StandardCharsets.UTF_8), tip("no")).body())
                .contains("Solo podemos recibir imágenes JPEG y PNG", WORDS);
        assertThat(visitor.postWith("en", "photo.jpg", new byte[0], tip("no")).body())
                .contains("There is nothing in this file", WORDS);
        assertThat(visitor.postWith("en", "photo.jpg", org.daywatch._story.Bombs.darkness(60_000, 9_000), tip("no"))
                .body()).contains("This picture is too large", WORDS);
        var large = visitor.postWith("en", "photo.jpg", java.util.Arrays.copyOf(
                DoorPictures.screenshot(90, 60, "x"), (8 << 20) + 700_000), tip("no"));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("This picture is too large", WORDS, name);
        assertThat(beat.ring().orElseThrow().waiting()).as("none was kept").isZero();
        assertThat(visitor.postWith("en", "photo.jpg", "%PDF".getBytes(StandardCharsets.UTF_8), tip("yes")).body())
                .as("about a life words wait for no other picture").contains("We have your tip", "was not kept");
        assertThat(visitor.postWith("en", "", new byte[0], tip("no")).body()).contains("We have your tip");
        var other = visitor.post("es", "step", "tip", "school", name, "words", WORDS, "picture", "IMG_1.jpg", "switch",
                "es");
        assertThat(other.body()).contains("Elige la imagen otra vez", WORDS).contains("lang=\"es\"");
    }

    @Test
    void oneThatIsSentTwiceCountsOnceAndAnotherPictureIsAnotherTip() throws IOException {
        var fields = tip("no");
        byte[] one = DoorPictures.screenshot(300, 200, "one");
        String receipt = DoorVisitor.digits(visitor.postWith("en", "a.png", one, fields));
        assertThat(DoorVisitor.digits(visitor.postWith("en", "b.png", one, fields))).isEqualTo(receipt);
        assertThat(beat.ring().orElseThrow().waiting()).isOne();
        visitor.postWith("en", "a.png", DoorPictures.screenshot(300, 200, "another"), fields);
        assertThat(beat.ring().orElseThrow().waiting()).isEqualTo(2);
    }

    @Test
    void whereTooManyPicturesComeTheirWordsAreKeptAndThoseAboutALifeHaveRoom() throws IOException {
        byte[] large = DoorPictures.noise(1100, 900);
        for (int i = 0; i < 3; i++)
            assertThat(visitor.postWith("en", "a.jpg", large, tip("no")).body()).doesNotContain("was not kept");
        var full = visitor.postWith("en", "a.jpg", large, tip("no"));
        assertThat(full.body()).contains("The picture was not kept", "We have your tip");
        assertThat(
                visitor.postWith("en", "a.jpg", large, "step", "more", "form", UUID.randomUUID().toString(), "receipt",
                        DoorVisitor.digits(full), "words", "more").body())
                .contains("We have your words", "was not kept");
        String life = DoorVisitor.digits(visitor.postWith("en", "a.jpg", large, tip("yes")));
        await().atMost(DoorVisitor.GUARD).until(() -> story.as(district, () -> db.fetchCount(TIP_PICTURE)) == 1);
        assertThat(visitor.thread(life).body()).contains("Nobody has opened it yet").doesNotContain("data:image");
        DoorVisitor.quarterHourLater(clock, beat);
        story.run(district, () -> assertThat(db.fetchCount(TIP_PICTURE)).isEqualTo(4));
    }

    @Test
    void aFloodOfUploadsTakesNeitherWordsNorSmallPicturesAway() throws IOException {
        byte[] large = DoorPictures.noise(1100, 900);
        var flood = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 10; i++) {
                var socket = new Socket("127.0.0.1", door.port());
                flood.add(socket);
                socket.getOutputStream().write(("POST /en HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; "
                        + "boundary=x\r\nContent-Length: 8000000\r\n\r\n--x\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            await().atMost(DoorVisitor.GUARD).until(() -> visitor.postWith("en", "a.jpg", large, tip("no")).body()
                    .contains("The picture was not kept"));
            assertThat(visitor.postWith("en", "a.jpg", DoorPictures.screenshot(200, 100, "small"), tip("no")).body())
                    .contains("We have your tip").doesNotContain("was not kept");
            visitor.kept(name, "words alone", "no");
        } finally {
            for (var socket : flood) socket.close();
        }
        await().atMost(DoorVisitor.GUARD).until(() -> !visitor.postWith("en", "a.jpg", large, tip("yes")).body()
                .contains("was not kept"));
    }

    private String[] tip(String life) {
        return new String[] {"step", "tip", "form", UUID.randomUUID().toString(), "school", name, "words", WORDS,
                "life",
                life};
    }

    private void fill(Page writer, byte[] shot) {
        writer.locator("#school").fill(name);
        writer.locator("#words").fill(WORDS);
        writer.locator("#picture").setInputFiles(file("Screenshot of my phone.svg", shot));
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    /** So many pictures of answers whoever holds the digits sees. */
    private int seen(Page writer, String receipt) {
        writer.navigate(home("/en"));
        writer.locator("#receipt").fill(receipt);
        writer.locator("#open").click();
        writer.locator("main:not(:has(#school))").waitFor();
        return drawn(writer);
    }

    /** Pictures that the browser could draw. */
    private static int drawn(Page screen) {
        return (Integer) screen.evaluate(
                "[...document.querySelectorAll('main img')].filter(one => one.complete && one.naturalWidth > 100).length");
    }

    private String home(String path) {
        return "http://localhost:" + door.port() + path;
    }

    /** Files that somebody could have put there on the way. */
    private static Set<String> temporary() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 1)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("imageio") || file.startsWith("upload_"))
                    .collect(Collectors.toSet());
        }
    }

    private static void press(Page screen, String button) {
        screen.waitForNavigation(() -> screen.locator("button:text-is('" + button + "')").first().click());
    }

    private void go(Page screen, String path) {
        var answer = screen.navigate("http://localhost:" + port + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.headers().get("cache-control")).contains("no-store");
    }

    private Page staff(int width, String locale) {
        accounts.setLanguage(ada, locale.substring(0, 2));
        var session = sessions.open(ada, "PASSKEY", "test");
        sessions.actFor(session, district, Role.TIP_ANALYST);
        var page = page(width, true);
        page.context().addCookies(List.of(
                new Cookie("daywatch_session", session).setDomain("localhost").setPath("/")));
        return page;
    }

    private Page page(int width, boolean script) {
        return chromium.page(chromium.context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 740).setJavaScriptEnabled(script)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE),
                DoorVisitor.GUARD.toMillis()));
    }
}
