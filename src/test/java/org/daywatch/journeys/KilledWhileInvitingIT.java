package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch._story.Installed.freePort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.daywatch.Daywatch;
import org.daywatch._story.Guest;
import org.daywatch._story.OwnProcess;
import org.daywatch.platform.outgoing.ScriptedMailServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People are invited at once, and the machine loses power while the letters leave: everybody still gets one that works.
 * Twenty-four of them in the short form, sixty in the long.
 */
class KilledWhileInvitingIT {

    private static final String PASSWORD = "a quiet morning at school";
    private static final int PEOPLE = Boolean.getBoolean("daywatch.long") ? 60 : 24;

    @TempDir Path folder;

    @Test
    void whoeverWasInvitedGetsALetterThatWorksThoughTheServerIsKilledWhileSending() throws Exception {
        try (var mail = new ScriptedMailServer()) {
            mail.pauseMillis = 3000 / PEOPLE;
            int port = freePort();
            var first = serve("one", port, mail.port());
            try (var founder = new Guest(port)) {
                String code = Files.readString(folder.resolve("one.out")).replaceFirst("(?s).*welcome\\?code=(\\S+).*",
                        "$1");
                String token = founder.get("/welcome?code=" + code).body()
                        .replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
                assertThat(founder.postWith(token, "/welcome", "code", code, "agency", "Sonoran Cooperative", "state",
                        "AZ", "name", "Ada Alder", "email", "ada@agency.example",
                        "password", PASSWORD).location()).isEqualTo("/setup");
                String org = founder.get("/users/new").body().replaceFirst("(?s).*name=\"org\" value=\"([^\"]+)\".*",
                        "$1");
                for (int n = 0; n < PEOPLE; n++)
                    founder.post("/users/invitations", "org", org, "email", email(n), "name", "Person " + n, "role",
                            "COORDINATOR", "by", "MAIL");
                await().atMost(Duration.ofSeconds(30)).until(() -> mail.letters.size() > 5);
            } finally {
                first.destroyForcibly().waitFor();
            }
            int before = mail.letters.size();
            assertThat(before).as("killed while they left").isLessThan(PEOPLE);
            var second = serve("two", port, mail.port());
            try (var person = new Guest(port)) {
                await().atMost(Duration.ofMinutes(1)).until(() -> IntStream.range(0, PEOPLE)
                        .allMatch(n -> mail.letters.stream().anyMatch(l -> l.contains("To: " + email(n)))));
                for (int each = 0; each < PEOPLE; each++) {
                    int n = each; // the one that was leaving when it was killed is sent anew, and its first letter then opens nothing
                    await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1))
                            .untilAsserted(() -> assertThat(person.get("/invitation?code=" + code(mail, n)).status())
                                    .as(email(n)).isEqualTo(200));
                }
                assertThat(mail.letters.size()).as("letters sent for %s people, %s of them before", PEOPLE, before)
                        .isBetween(PEOPLE, PEOPLE + 1);
            } finally {
                second.destroy(); // its database server stops with it
                if (!second.waitFor(30, TimeUnit.SECONDS)) second.destroyForcibly().waitFor();
            }
        }
    }

    private static String email(int n) {
        return "person" + n + "@mail.example";
    }

    private static String code(ScriptedMailServer mail, int n) {
        var letter = mail.letters.stream().filter(l -> l.contains("To: " + email(n))).toList().getLast()
                .replace("=\n", "").replace("=3D", "=");
        var found = Pattern.compile("code=([A-Za-z0-9_-]+)").matcher(letter);
        assertThat(found.find()).as(letter).isTrue();
        return found.group(1);
    }

    private Process serve(String name, int port, int mail) throws Exception {
        var out = folder.resolve(name + ".out");
        var building = new ProcessBuilder(OwnProcess.ofTheApplication(List.of(), Daywatch.class, "serve", "--data",
                folder.resolve("data").toString(), "--port", "" + port,
                "--lane-port", "" + freePort(), "--management-port", "-1")).redirectErrorStream(true)
                .redirectOutput(out.toFile());
        building.environment()
                .putAll(java.util.Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", "" + mail,
                        "DAYWATCH_MAIL_FROM", "daywatch@agency.example",
                        "DAYWATCH_INVITATIONS_CLAIM", "5s"));
        var process = building.start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || Files.readString(out).contains("Daywatch answers at"));
        return process;
    }
}
