package org.daywatch.directory.imports;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
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
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @LocalServerPort int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
    private Story.Cast cast;
    private String seen = "";

    @BeforeEach
    void theCoordinatorIsSignedIn() {
        cast = story.cast();
        signIn(cast.coordinator());
    }

    @Test
    void aListIsPreviewedImportedAndUndone() throws Exception {
        var preview = upload("nces", Path.of("docs/formats/examples/nces.csv"), "");
        assertThat(preview.body()).contains("Would be created", "Import the 10 good rows", "was rounded by a spreadsheet",
                "Count as open: Added 1");
        assertThat(schools()).as("a preview writes nothing").isZero();
        String here = preview.uri().getPath();

        var done = post(here + "/intake");
        assertThat(done.body()).contains("Imported", "Undo this import");
        assertThat(schools()).isEqualTo(10);

        assertThat(get(here + "/reversal").body()).contains("10 rows it created are removed");
        assertThat(post(here + "/reversal").body()).contains("Undone: 14 rows removed");
        assertThat(schools()).isZero();
    }

    @Test
    void refusedRowsCanBeTakenHomeAsCsvThatRunsNothing() throws Exception {
        var preview = upload("nces", Path.of("docs/formats/examples/nces.csv"), "");
        var csv = get(preview.uri().getPath() + "/refused.csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body().lines()).hasSize(9).contains("\"\",14,\"School Name\",\"'=HYPERLINK(\"\"x\"\")\","
                + "\"starts with = like a spreadsheet formula; remove the sign or export values instead of formulas\"");
    }

    @Test
    void aFileOfTheWrongKindIsRefusedWithAdvice() throws Exception {
        Path workbook = Files.writeString(Files.createTempFile("schools", ".csv"), "PK\3\4 [Content_Types].xml xl/workbook.xml");
        assertThat(upload("nces", workbook, "").body()).contains("File refused", "is an Excel workbook");
    }

    @Test
    void anEmptyFileIsToldToBeEmptyAndNotToBeMissing() throws Exception {
        assertThat(upload("nces", Files.createTempFile("schools", ".csv"), "").body()).contains("File refused", "is empty. Export or download it again.");
    }

    @Test
    void aCalendarIsImportedForTheDistrictChosen() throws Exception {
        var preview = upload("calendar", Path.of("docs/formats/examples/calendar.ics"), cast.mesquite().toString());
        assertThat(preview.body()).contains("Ready to import", "does not say whether school is open");
        assertThat(post(preview.uri().getPath() + "/intake").body()).contains("Imported");
    }

    @Test
    void theFormSaysWhatIsMissing() throws Exception {
        assertThat(get("/imports").body()).as("no district is chosen beforehand").containsPattern("<option value=\"\"[^>]*>\\s*Choose for a calendar");
        assertThat(upload("", null, "").body()).contains("Choose what the file is.", "Choose a file.");
        assertThat(upload("calendar", Path.of("docs/formats/examples/calendar.ics"),
                "").body()).contains("Choose the district the calendar is for.");
    }

    @Test
    void aDistrictSeesItsOwnKindsAndNobodyElsesRuns() throws Exception {
        var preview = upload("nces", Path.of("docs/formats/examples/nces.csv"), "");
        UUID director = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.mesquite(),
                "director" + cast.suffix() + "@imports.example", "Jo Palo", Role.SAFETY_DIRECTOR, null));
        signIn(director);
        assertThat(get("/imports").body()).doesNotContain("nces.csv").doesNotContain("value=\"nces\"").contains("value=\"calendar\"");
        assertThat(get(preview.uri().getPath()).statusCode()).isEqualTo(404);
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
        var cookie = new HttpCookie("daywatch_session", sessions.open(person, "PASSWORD", "test"));
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build());
    }

    private HttpResponse<String> post(String path) throws Exception {
        String form = "_csrf=" + URLEncoder.encode(token(), StandardCharsets.UTF_8);
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
            body.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(file.getFileName())
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(Files.readString(file)).append("\r\n");
        }
        body.append("--").append(edge).append("--\r\n");
        return send(HttpRequest.newBuilder(at("/imports")).header("Accept", "text/html").header("Content-Type",
                "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    private static void part(StringBuilder body, String edge, String name, String value) {
        body.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n");
    }

    /** The token of the form that stands on the page last seen, as a browser sends it; the list's where none was seen yet. */
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
