package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed out at the page: the screen that stands open elsewhere goes dark and a press by that session is refused,
 * within two seconds.
 *
 * <p>A-09, P-15 of docs/security.
 */
@DaywatchIT
class ClosedSessionIT {

    private static final Duration PROMISE = Duration.ofSeconds(2);
    private static final Duration GUARD = PROMISE.multipliedBy(5); // the machine may be busy; the figure is printed

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired LaneAddress lane;
    @Autowired JsonMapper json;

    private int port;
    private UUID school;

    @Test
    void itsStreamEndsAndItsPressesAreRefusedWhileAnotherSessionOfThePersonGoesOn() throws Exception {
        var day = new PostedDay(app);
        school = day.school;
        port = URI.create(lane.get()).getPort();
        UUID teacher = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "teacher" + day.cast.suffix() + "@story.example", "Sasha Vandermeer", Role.TEACHER, school));
        var leaves = visitor.signedIn(teacher, day.cast.mesquite(), Role.TEACHER);
        var stays = visitor.signedIn(teacher, day.cast.mesquite(), Role.TEACHER);
        String token = token(leaves);
        String other = token(stays);
        try (var dark = new LaneScreen(port, token, 0);
                var lit = new LaneScreen(port, other, 0);
                var client = HttpClient.newHttpClient()) {
            assertThat(press(client, token)).isEqualTo(202);
            long began = System.nanoTime();
            assertThat(leaves.post("/sign-out").statusCode()).isEqualTo(302);
            await().atMost(GUARD).pollInterval(Duration.ofMillis(20)).until(() -> dark.ended);
            long ended = System.nanoTime();
            await().atMost(GUARD).pollInterval(Duration.ofMillis(20)).until(() -> press(client, token) == 401);
            System.out.printf(
                    "signed out: the stream ended after %d ms, presses were refused after at most %d ms (promised: %d)%n",
                    (ended - began) / 1_000_000, (System.nanoTime() - began) / 1_000_000,
                    PROMISE.toMillis());
            assertThat(press(client, other)).as("the session that was not closed").isEqualTo(202);
            assertThat(lit.ended).isFalse();
        }
    }

    private String token(Visitor.Visit visit) {
        return json.readTree(visit.get("/alerts/screen?words=false").body()).at("/lane/token").asString();
    }

    private int press(HttpClient client, String token) throws IOException, InterruptedException {
        return LaneScreen.press(client, port, token, LaneScreen.body(Ids.next(), school).replace("EXERCISE", "TEST"))
                .statusCode();
    }
}
