package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.directory.Tables.CALENDAR_DAY;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages as a browser without script uses them. */
@DaywatchIT
class ImportPagesIT {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    @Autowired Story story;
    @Autowired Sessions sessions;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private Story.Cast cast;
    private String seen = "";

    @BeforeEach
    void theCoordinatorIsSignedIn() {
        cast = story.cast();
        signIn(cast.coordinator());
    }

    @Test
    void aListIsPreviewedImportedAndUndone() throws Exception {
        String here = upload("nces", Path.of("docs/formats/examples/nces.csv"), "").uri().getPath();
        shows(here, "Would be created", "Import 10 valid rows", "was rounded by a spreadsheet",
                "Statuses counted as open: Added 1");
        assertThat(schools()).as("a preview writes nothing").isZero();

        post(here + "/intake");
        shows(here, "Imported", "Undo this import", "Next steps", "9 schools need a school year. Add it.",
                "href=\"/bells/templates\"");
        assertThat(schools()).isEqualTo(10);

        assertThat(get(here + "/reversal").body()).contains("10 rows created by the import will be removed");
        assertThat(post(here + "/reversal").body()).contains("Undone: 14 rows removed");
        assertThat(schools()).isZero();
    }

    @Test
    void refusedRowsCanBeTakenHomeAsCsvThatRunsNothing() throws Exception {
        var preview = upload("nces", Path.of("docs/formats/examples/nces.csv"), "");
        shows(preview.uri().getPath(), "Would be created");
        var csv = get(preview.uri().getPath() + "/refused.csv");
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body().lines()).hasSize(9).contains("\"\",14,\"School Name\",\"'=HYPERLINK(\"\"x\"\")\","
                + "\"starts with = like a spreadsheet formula; remove the sign or export values instead of formulas\"");
    }

    @Test
    void whatIsWrongReadsInSpanishForWhoReadsSpanishAndInEnglishForWhoReadsEnglish() throws Exception {
        accounts.setLanguage(cast.coordinator(), "es");
        signIn(cast.coordinator());
        String here = upload("nces", Path.of("docs/formats/examples/nces.csv"), "").uri().getPath();
        shows(here, "fue redondeado por una hoja de cálculo", "Estatus que se cuentan como abierta: Added 1");
        assertThat(get(here).body()).doesNotContain("was rounded by a spreadsheet", "Statuses counted as open");
        assertThat(get(here + "/refused.csv").body()).contains("empieza con = como una fórmula");
        get("/imports");
        shows(upload("nces", Files.createTempFile("schools", ".csv"), "").uri().getPath(),
                "está vacío. Expórtelo o descárguelo otra vez.");
        accounts.setLanguage(cast.coordinator(), "en");
        signIn(cast.coordinator());
        assertThat(get(here).body()).contains("was rounded by a spreadsheet", "Statuses counted as open: Added 1");
    }

    @Test
    void whatWasStoredInWordsIsShownAsItStands() throws Exception {
        String here = upload("nces", Path.of("docs/formats/examples/nces.csv"), "").uri().getPath();
        shows(here, "was rounded by a spreadsheet");
        UUID run = UUID.fromString(here.substring(here.lastIndexOf('/') + 1));
        story.run(cast.agency(), () -> db
                .execute("update directory.import_problem set reason = 'was told in old words' where run_id = ?", run));
        story.run(cast.agency(),
                () -> db.execute("update directory.import_run set summary = '[\"An old note.\"]' where id = ?", run));
        accounts.setLanguage(cast.coordinator(), "es");
        signIn(cast.coordinator());
        assertThat(get(here).body()).contains("was told in old words", "An old note.");
        accounts.setLanguage(cast.coordinator(), "en");
    }

    @Test
    void aFileOfTheWrongKindIsRefusedWithAdvice() throws Exception {
        Path workbook = Files.writeString(Files.createTempFile("schools", ".csv"),
                "PK\3\4 [Content_Types].xml xl/workbook.xml");
        shows(upload("nces", workbook, "").uri().getPath(), "File rejected", "is an Excel workbook");
    }

    @Test
    void anEmptyFileIsToldToBeEmptyAndNotToBeMissing() throws Exception {
        shows(upload("nces", Files.createTempFile("schools", ".csv"), "").uri().getPath(), "File rejected",
                "is empty. Export or download it again.");
    }

    @Test
    void aCalendarIsImportedForTheDistrictChosen() throws Exception {
        String here = upload("calendar", Path.of("docs/formats/examples/calendar.ics"), cast.mesquite().toString())
                .uri().getPath();
        shows(here, "Ready to import", "Titles to decide: 1", "It names only the beginning or end of a break");
        post(here + "/intake");
        shows(here, "Imported");
    }

    @Test
    void anAgencyWithOneDistrictNeedNotSayForWhichACalendarIs() throws Exception {
        story.run(cast.agency(), () -> db.execute(
                "delete from platform.organization where id in (select id from platform.organization where kind = 'DISTRICT' and parent_id = ? and id <> ?)",
                cast.agency(), cast.mesquite()));
        String here = upload("calendar", Path.of("docs/formats/examples/calendar.ics"), "").uri().getPath();
        shows(here, "Ready to import");
    }

    @Test
    void aTitleIsDecidedOnThePreviewKnownTheNextTimeAndForgotten() throws Exception {
        Path file = Path.of("docs/formats/examples/calendar.ics");
        String here = upload("calendar", file, cast.mesquite().toString()).uri().getPath();
        shows(here, "Spring break begins", "Not decided", "School days");
        assertThat(post(here + "/titles").body()).contains("No title was decided");
        assertThat(post(here + "/titles", "reads.85", "HOLIDAY").body()).contains("1 titles decided");
        shows(here, "Ready to import", "Decided by the district on ");
        assertThat(get(here).body()).doesNotContain("Titles to decide:");
        post(here + "/intake");
        shows(here, "Imported", "Open school years");
        assertThat(
                story.as(cast.agency(), () -> db.fetchCount(CALENDAR_DAY, CALENDAR_DAY.NOTE.eq("Spring break begins"))))
                .isEqualTo(1);

        String list = get("/calendars/titles").body();
        assertThat(list).contains("Spring break begins");
        var own = Pattern.compile("action=\"(/calendars/titles/[0-9a-f-]+)\"").matcher(list);
        assertThat(own.find()).isTrue();
        assertThat(post(own.group(1), "reads", "EARLY_RELEASE").body())
                .contains("has this meaning from the next import on");
        assertThat(get("/calendars/titles.csv").body()).contains("Spring break begins,EARLY_RELEASE");
        get("/calendars/titles");
        assertThat(post(own.group(1) + "/removal").body()).contains("on its own again", "No titles decided yet");
    }

    @Test
    void theFormSaysWhatIsMissing() throws Exception {
        assertThat(get("/imports").body()).as("no district is chosen beforehand")
                .containsPattern("<option value=\"\"[^>]*>\\s*Choose for a calendar");
        assertThat(upload("", null, "").body()).contains("Choose the kind of file.", "Choose a file.");
        assertThat(upload("calendar", Path.of("docs/formats/examples/calendar.ics"),
                "").body()).contains("Choose the district the calendar is for.");
    }

    @Test
    void aDistrictSeesItsOwnKindsAndNobodyElsesRuns() throws Exception {
        var preview = upload("nces", Path.of("docs/formats/examples/nces.csv"), "");
        UUID director = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.mesquite(),
                "director" + cast.suffix() + "@imports.example", "Jo Palo", Role.SAFETY_DIRECTOR, null));
        signIn(director);
        assertThat(get("/imports").body()).doesNotContain("nces.csv").doesNotContain("value=\"nces\"")
                .contains("value=\"calendar\"");
        assertThat(get(preview.uri().getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void aRosterThatNoLongerNamesManyStudentsIsTakenOnlyWhenSomebodySaysTheyHaveLeft() throws Exception {
        UUID director = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.mesquite(),
                "leavers" + cast.suffix() + "@imports.example", "Jo Palo", Role.SAFETY_DIRECTOR, null));
        signIn(director);
        String before = upload("oneroster", roster("nobody"), "").uri().getPath();
        shows(before, "Ready to import");
        post(before + "/intake");
        shows(before, "Undo this import");
        String here = upload("oneroster", roster("u-2,,,true,kid2,,Alex,Yucca,,,,,,,06,,,,,,,s-1,\n"), "").uri()
                .getPath();
        shows(here, "One student is not in this file and will be marked as no longer enrolled as of today.",
                "I checked: this student has left the school",
                "Sonoran School: users.csv no longer names 1 of 1 students.",
                "Sonoran School: the sourcedIds no longer in users.csv are u-2.");
        var asked = post(here + "/intake");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).as("the file is still there").contains("1 students are missing from this file",
                "Ready to import");
        post(here + "/intake", "leavers", "on");
        shows(here, "Imported", "One student was not in this file and is marked as no longer enrolled.");
    }

    /** As soon as the work has ended. */
    private void shows(String path, String... words) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(get(path).body()).contains(words));
    }

    /** The example as a zip, without these words. */
    private static Path roster(String without) throws Exception {
        Path zip = Files.createTempFile("roster", ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.list(Path.of("docs/formats/examples/oneroster"))) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry(file.getFileName().toString()));
                out.write(Files.readString(file).replace(without, "").getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void thoseWithoutThePermissionAreTurnedAway() throws Exception {
        UUID officer = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.agency(),
                "officer" + cast.suffix() + "@imports.example", "Sam Ocotillo", Role.OFFICER, null));
        signIn(officer);
        assertThat(get("/imports").statusCode()).isEqualTo(403);
    }

    private void signIn(UUID person) {
        cookies.getCookieStore().removeAll();
        seen = "";
        var cookie = new HttpCookie("daywatch_session", sessions.open(person, "PASSKEY", "test"));
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build());
    }

    private HttpResponse<String> post(String path, String... fields) throws Exception {
        String form = "_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8);
        for (int i = 0; i < fields.length; i += 2) form += "&" + fields[i] + "=" + fields[i + 1];
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").header("Content-Type",
                "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private HttpResponse<String> upload(String kind, Path file, String district) throws Exception {
        String edge = "edge" + UUID.randomUUID();
        var body = new StringBuilder();
        part(body, edge, "_csrf", token());
        part(body, edge, "kind", kind);
        part(body, edge, "district", district);
        if (file != null) {
            body.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(file.getFileName())
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).append("\r\n");
        }
        body.append("--").append(edge).append("--\r\n");
        return send(HttpRequest.newBuilder(at("/imports")).header("Accept", "text/html").header("Content-Type",
                "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.ISO_8859_1)).build()); // each byte as it is
    }

    private static void part(StringBuilder body, String edge, String name, String value) {
        body.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n");
    }

    /**
     * The token of the form that stands on the page last seen, as a browser sends it; the list's where none was seen
     * yet.
     */
    private String token() throws Exception {
        var found = TOKEN.matcher(seen.isEmpty() ? get("/imports").body() : seen);
        if (!found.find()) throw new IOException("the page has no token");
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        seen = answer.body();
        return answer;
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private int schools() {
        return story.as(cast.agency(), () -> db.fetchCount(SCHOOL));
    }
}
