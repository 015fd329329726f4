package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch._story.Installed.freePort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.daywatch.Daywatch;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.Guest;
import org.daywatch._story.OwnProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody starts Daywatch on an empty machine, reads its console, and founds the agency. */
class EmptyInstallationIT {

    private static final String PASSWORD = "a quiet morning at school";

    @TempDir Path folder;

    private record Serving(Process process, List<String> said, int port) implements AutoCloseable {

        String link() {
            return said.getLast().strip().replaceFirst("^https?://[^/]+", "");
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theConsoleEndsWithTheLinkAndThePagesSayWhereItIs() throws Exception {
        String first;
        try (var serving = serve("one"); var visitor = new Guest(serving.port())) {
            assertThat(serving.said()).as("nothing that looks like a fault")
                    .noneMatch(line -> line.matches(".*\\b(WARN|ERROR)\\b.*|.*Exception.*"));
            assertThat(serving.said().get(serving.said().size() - 3))
                    .isEqualTo("Daywatch answers at http://localhost:" + serving.port());
            assertThat(serving.said().getLast())
                    .matches("  http://localhost:" + serving.port() + "/welcome\\?code=\\S+");
            first = serving.link();
            for (String page : List.of("/", "/sign-in", "/board")) {
                String to = visitor.get(page).location();
                if (to.startsWith("/sign-in")) to = visitor.get(to).location();
                assertThat(to).as(page).isEqualTo("/welcome");
            }
            assertThat(visitor.get("/welcome").body()).contains("not set up yet", "console")
                    .doesNotContain("type=\"password\"");
        }
        try (var again = serve("two"); var founder = new Guest(again.port()); var other = new Guest(again.port())) {
            assertThat(other.get(first).status()).as("the link another start printed").isEqualTo(200);
            theFormProposesTheZoneAndFits(again);
            String form = founder.get(again.link()).body();
            assertThat(form).contains("Arizona", "Time zone", "Coordinators’ phone");
            String code = again.link().replaceFirst(".*code=", "");
            assertThat(found(founder, form, code, "telephone", "call us").status()).isEqualTo(400);
            var founded = found(founder, form, code, "telephone", "602 555 0199");
            assertThat(founded.location()).isEqualTo("/setup");
            assertThat(founder.get("/agency").body()).contains("Sonoran Cooperative", "602 555 0199",
                    "value=\"America/Phoenix\" selected");
            assertThat(other.get(first).status()).as("once one was used").isEqualTo(404);
            assertThat(other.get("/").location()).isEqualTo("/sign-in");
        }
    }

    /** At the width of a phone, in both languages; what somebody chose by hand stays. */
    private static void theFormProposesTheZoneAndFits(Serving serving) throws Exception {
        try (var shared = new Chromium()) {
            var chromium = shared.browser();
            for (int width : new int[] {360, 1280}) for (String language : List.of("en", "es")) {
                var context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 740));
                context.addCookies(List.of(new Cookie("lang", language).setUrl("http://localhost:" + serving.port())));
                var page = context.newPage();
                Axe.onEvery(page);
                for (String path : List.of("/welcome", serving.link())) {
                    page.navigate("http://localhost:" + serving.port() + path);
                    assertThat((Boolean) page
                            .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                            .as(path + " is wider than " + width).isFalse();
                    assertThat(Axe.serious(page)).as(path + " at " + width + " in " + language).isEmpty();
                }
                page.locator("select[name=state]").selectOption("FL");
                assertThat(page.locator("select[name=zone]").inputValue()).isEqualTo("America/New_York");
                page.locator("select[name=zone]").selectOption("America/Chicago");
                page.locator("select[name=state]").selectOption("GA");
                assertThat(page.locator("select[name=zone]").inputValue()).isEqualTo("America/Chicago");
                context.close();
            }
        }
    }

    private static Guest.Answer found(Guest founder, String form, String code, String name, String value) {
        String token = form.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return founder.postWith(token, "/welcome", "code", code, "agency", "Sonoran Cooperative", "state", "AZ", "name",
                "Ada Alder", "email", "ada@agency.example", "password", PASSWORD, name, value);
    }

    private Serving serve(String name) throws Exception {
        int port = freePort();
        var out = folder.resolve(name + ".out");
        var process = new ProcessBuilder(OwnProcess.ofTheApplication(List.of(), Daywatch.class, "serve", "--data",
                folder.resolve("data").toString(), "--port", "" + port,
                "--lane-port", "" + freePort(), "--management-port", "-1")).redirectErrorStream(true)
                .redirectOutput(out.toFile()).start();
        Awaitility.await().atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || Files.readString(out).contains("Daywatch answers at"));
        return new Serving(process, Files.readAllLines(out), port);
    }
}
