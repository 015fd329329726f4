package org.daywatch.directory.sites.map;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.OwnTiles;
import org.daywatch._story.Story;
import org.daywatch.directory.CheckInPlace;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Position;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch_db.directory.tables.records.SchoolRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A coordinator shows on a map where a school is, in a real browser and with tiles from this machine. */
@DaywatchIT
class SchoolMapIT {

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    @Autowired Story story;
    @Autowired Schools schools;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private final List<String> wentWrong = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private com.microsoft.playwright.Browser chromium;
    private BrowserContext context;
    private Story.Cast cast;
    private UUID school;
    private Page page;

    @BeforeEach
    void aSchoolAndABrowser() {
        OwnTiles.refuse(false);
        cast = story.cast();
        school = school("Ocotillo High", "85003");
        var neighbor = school("Palo Verde Middle", "85003");
        story.run(cast.agency(), () -> schools.locate(neighbor, new Position(33.45, -112.08, 150, List.of())));
        chromium = Chromium.shared();
        as(DESK, "en-US");
    }

    @AfterEach
    void nothingWentWrongBehindThePage() {
        OwnTiles.refuse(false);
        Chromium.closeContexts();
        Assertions.assertThat(wentWrong).isEmpty();
    }

    @Test
    void nothingIsAskedOfTheOutsideBeforeTheButtonAndNothingIsToldToIt() {
        var answer = openSchool();
        Assertions.assertThat(answer).as("pictures of the map service may be shown here")
                .contains("img-src 'self' data: " + OwnTiles.origin());
        assertThat(page.locator("[data-lead]")).containsText("The map comes from 127.0.0.1, outside Daywatch.");
        Assertions.assertThat(requests).as("neither map nor its script")
                .noneMatch(url -> url.startsWith(OwnTiles.origin()) || url.contains("leaflet"));
        Assertions.assertThat(OwnTiles.ASKED).isEmpty();
        showMap();
        Assertions.assertThat(OwnTiles.ASKED).isNotEmpty().as("no page, no cookie")
                .allMatch(asked -> asked.told().isEmpty());
        Assertions.assertThat(page.navigate(home() + "/schools").headerValue("content-security-policy"))
                .as("other pages show no pictures from outside").doesNotContain(OwnTiles.origin());
    }

    @Test
    void aClickSetsThePointWhereItWasAndTheStoredPositionIsTheSame() {
        openSchool();
        showMap();
        var there = place(200, 150);
        page.locator(".school-map-canvas")
                .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(200, 150));
        assertThat(page.locator(".leaflet-marker-icon")).isVisible();
        assertThat(page.locator("[data-says]")).containsText("Point set: 33.");
        Assertions.assertThat(meters(there, fields())).as("meters between the place clicked and the fields")
                .isLessThan(20);
        assertThat(page.locator("path.leaflet-interactive, .leaflet-overlay-pane path")).hasCount(1);
        page.getByText("Save location").click();
        page.waitForURL("**/schools/" + school);
        var row = row();
        Assertions.assertThat(meters(there, new double[] {row.getLatitude(), row.getLongitude()})).isLessThan(20);
        Assertions.assertThat(row.getRadiusM()).as("feet on the page, meters in the table").isEqualTo(150);
        assertThat(page.locator("main")).containsText("within 492 feet");
    }

    @Test
    void thePointIsDraggedAndMovedByArrowKeysAndTheFieldsFollow() {
        openSchool();
        showMap();
        page.locator("[data-middle]").click();
        assertThat(page.locator(".leaflet-marker-icon")).isFocused();
        var before = fields();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Shift+ArrowRight");
        var after = fields();
        Assertions.assertThat(after[0]).as("north").isGreaterThan(before[0]);
        Assertions.assertThat(after[1]).as("east, ten times as far").isGreaterThan(before[1]);
        Assertions.assertThat((after[1] - before[1]) / (after[0] - before[0])).isBetween(8.0, 14.0);
        var box = page.locator(".leaflet-marker-icon").boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 - 60, box.y + box.height / 2 + 40,
                new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        var dragged = fields();
        Assertions.assertThat(dragged[0]).isLessThan(after[0]);
        Assertions.assertThat(dragged[1]).isLessThan(after[1]);
    }

    @Test
    void thePointFollowsWhatIsTypedOrPastedAndTheCircleItsRadius() {
        openSchool();
        showMap();
        page.locator("#field-latitude").fill("33.6310, -112.4390");
        Assertions.assertThat(fields()).containsExactly(33.6310, -112.4390);
        assertThat(page.locator(".leaflet-marker-icon")).isVisible();
        double small = page.locator(".leaflet-overlay-pane path").boundingBox().width;
        page.locator("#field-radius").fill("984");
        double large = page.locator(".leaflet-overlay-pane path").boundingBox().width;
        Assertions.assertThat(large / small).as("984 feet are twice 492").isBetween(1.9, 2.1);
        page.locator("#field-longitude").fill("");
        assertThat(page.locator(".leaflet-marker-icon")).hasCount(0);
    }

    @Test
    void whereTilesAreRefusedThePageSaysSoAndTheCoordinatesStayUsable() {
        OwnTiles.refuse(true);
        openSchool();
        page.locator("[data-show]").click();
        assertThat(page.locator("[data-says]"))
                .hasText("The map from 127.0.0.1 cannot be loaded here. Type or paste the coordinates instead.");
        assertThat(page.locator(".school-map-canvas")).isHidden();
        OwnTiles.refuse(false);
        showMap();
        assertThat(page.locator("[data-says]")).isHidden();
        OwnTiles.refuse(true);
        page.reload();
        page.locator("details:has(school-map) > summary").click();
        page.locator("[data-show]").click();
        assertThat(page.locator("[data-says]")).containsText("cannot be loaded here");
        page.locator("#field-latitude").fill("33.4485, -112.0740");
        page.getByText("Save location").click();
        page.waitForURL("**/schools/" + school);
        Assertions.assertThat(row().getLatitude()).isEqualTo(33.4485);
    }

    @Test
    void aPersonAtTheSchoolTakesThePositionOfTheirDevice() {
        context.grantPermissions(List.of("geolocation"));
        context.setGeolocation(new Geolocation(33.4512, -112.0739).setAccuracy(30));
        openSchool();
        page.locator("[data-here]").click();
        assertThat(page.locator("[data-says]")).containsText("accurate to about 98 feet");
        Assertions.assertThat(fields()).containsExactly(33.4512, -112.0739);
        Assertions.assertThat(OwnTiles.ASKED).as("no map is needed for it").isEmpty();
    }

    @Test
    void aNewSchoolIsPutOnTheMapToo() {
        open("/schools/new?district=" + cast.mesquite());
        showMap();
        page.locator("#field-name").fill("Mesa Verde Elementary");
        var there = place(120, 200);
        page.locator(".school-map-canvas")
                .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(120, 200));
        page.getByText("Add school").click();
        page.waitForURL("**/schools/*-*");
        var row = story.as(cast.agency(), () -> db.selectFrom(SCHOOL).where(SCHOOL.NAME.eq("Mesa Verde Elementary"))
                .and(SCHOOL.AGENCY_ID.eq(cast.agency())).fetchSingle());
        Assertions.assertThat(meters(there, new double[] {row.getLatitude(), row.getLongitude()})).isLessThan(20);
    }

    @Test
    void theMapBeginsAtTheNeighborsElseAtTheZipCodeElseAtTheState() {
        Assertions.assertThat(start("district=" + cast.mesquite() + "&school=" + school + "&zip=85364"))
                .contains("\"south\":33.45", "\"zoom\":14");
        Assertions.assertThat(start("district=" + cast.saguaro() + "&zip=85364")).as("Yuma").contains("\"south\":32.7",
                "\"zoom\":14");
        Assertions.assertThat(start("district=" + cast.saguaro() + "&state=AZ")).contains("\"south\":33.6",
                "\"zoom\":7");
        Assertions.assertThat(start("")).contains("\"south\":24.5", "\"north\":49.4");
    }

    @Test
    void onAPhoneAndAtADeskInBothLanguagesItIsReadable() {
        for (var look : List.of("en-US " + PHONE, "es-US " + PHONE, "en-US " + DESK, "es-US " + DESK)) {
            as(Integer.parseInt(look.split(" ")[1]), look.split(" ")[0]);
            openSchool();
            page.locator("school-map [data-show]").click();
            page.waitForSelector(".leaflet-tile-loaded");
            page.locator("school-map [data-middle]").click();
            look("school " + look);
            open("/schools/new?district=" + cast.mesquite());
            page.locator("school-map [data-show]").click();
            page.waitForSelector(".leaflet-tile-loaded");
            look("new " + look);
        }
    }

    private void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/map/" + name.replace(' ', '-') + ".png"))
                .setFullPage(true));
        Assertions.assertThat(Axe.serious(page)).as("axe, " + name).isEmpty();
        Assertions.assertThat(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("scrolls sideways, " + name).isFalse();
    }

    private UUID school(String name, String zip) {
        return story.as(cast.agency(),
                () -> schools.add(new Schools.NewSchool(cast.mesquite(), name, SchoolLevel.HIGH, "09", "12", 800,
                        "1 Main St", "Mesquite", "AZ", zip, "555-0100",
                        ZoneId.of("America/Phoenix"))));
    }

    private void as(int width, String locale) {
        if (context != null) context.close();
        context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900).setLocale(locale));
        var session = sessions.open(cast.coordinator(), "PASSKEY", "test");
        sessions.actFor(session, cast.agency(), Role.COORDINATOR);
        context.addCookies(List.of(new Cookie("daywatch_session", session).setUrl(home())));
        context.addCookies(List.of(new Cookie("lang", locale.substring(0, 2)).setUrl(home())));
        page = context.newPage();
        requests.clear();
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(error -> wentWrong.add(error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("403")) wentWrong.add(message.text());
        });
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private String open(String path) {
        return page.navigate(home() + path).headerValue("content-security-policy");
    }

    private String openSchool() {
        var policy = open("/schools/" + school);
        page.locator("details:has(school-map) > summary").click();
        return policy;
    }

    private void showMap() {
        page.locator("[data-show]").click();
        page.waitForSelector(".leaflet-tile-loaded");
    }

    private String start(String query) {
        return context.request().get(home() + "/schools/map-start?" + query).text();
    }

    private double[] fields() {
        return new double[] {Double.parseDouble(page.locator("#field-latitude").inputValue()),
                Double.parseDouble(page.locator("#field-longitude").inputValue())};
    }

    private SchoolRecord row() {
        return story.as(cast.agency(), () -> db.selectFrom(SCHOOL).where(SCHOOL.ID.eq(school)).fetchSingle());
    }

    private static double meters(double[] a, double[] b) {
        return CheckInPlace.meters(a[0], a[1], b[0], b[1]);
    }

    /**
     * Where on earth a point of the canvas lies, told by the tile beneath it and not by the map: the address of a tile
     * says what it shows.
     */
    @SuppressWarnings("unchecked")
    private double[] place(int x, int y) {
        var canvas = page.locator(".school-map-canvas").boundingBox();
        var tiles = (List<Map<String, Object>>) page.evaluate(
                "[...document.querySelectorAll('.leaflet-tile')].map(t => { const b = t.getBoundingClientRect(); return {src: t.src, x: b.x, y: b.y, size: b.width} })");
        for (var tile : tiles) {
            double size = number(tile.get("size"));
            double across = (canvas.x + x - number(tile.get("x"))) / size;
            double down = (canvas.y + y - number(tile.get("y"))) / size;
            if (across < 0 || across >= 1 || down < 0 || down >= 1) continue;
            var address = String.valueOf(tile.get("src")).replaceFirst(".*/tile/", "").split("/");
            double n = Math.pow(2, Integer.parseInt(address[0]));
            double longitude = (Integer.parseInt(address[2]) + across) / n * 360 - 180;
            double latitude = Math
                    .toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (Integer.parseInt(address[1]) + down) / n))));
            return new double[] {latitude, longitude};
        }
        throw new AssertionError("no tile at " + x + ", " + y + " of " + tiles);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
