package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address that takes anything is asked to make the real thing of a drill, with every name the wish could have.
 *
 * <p>A-27, P-08 of docs/security.
 */
@DaywatchIT
class DrillStaysADrillIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired LaneAddress lane;
    @Autowired LaneTokens tokens;
    @Autowired DSLContext db;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    @Test
    void noAddressOfThePagesOrOfTheLaneMakesTheRealThingOfIt() throws Exception {
        var day = new PostedDay(app);
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "p" + day.cast.suffix() + "@story.example", "Robin Sage", Role.PRINCIPAL, day.school));
        var principal = visitor.signedIn(person, day.cast.mesquite(), Role.PRINCIPAL);
        var token = tokens.seal(new LaneSender(day.cast.agency(), day.cast.mesquite(), false,
                Map.of(day.school, day.cast.mesquite()), person, "Robin Sage", true, true, true,
                clock.instant().plus(Duration.ofHours(1))));
        int port = URI.create(lane.get()).getPort();
        var drill = Ids.next();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(LaneScreen.press(client, port, token, LaneScreen.body(drill, day.school)).statusCode())
                    .isEqualTo(202);
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> status(day, drill).equals("EXERCISE") && !incident(day, drill).isEmpty());
            var asked = new ArrayList<String>();
            for (String address : takers()) {
                String path = address.replaceAll(
                        "\\{(person|link|photo|entry|task|resource|device|room|duty|student|card|place|note)}",
                        day.school.toString()).replaceAll("\\{[^}]+}", drill.toString());
                asked.add(path);
                principal.post(path, "id", drill.toString(), "alert", drill.toString(), "incident", drill.toString(),
                        "school", day.school.toString(), "status", "ACTUAL", "mode", "ACTUAL",
                        "alertStatus", "ACTUAL", "actual", "true", "exercise", "false", "action", "LOCKDOWN", "detail",
                        "", "why", "in earnest", "how", "FALSE_ALARM", "version", "1", "kind", "SEEN",
                        "ack", Ids.next().toString(), "room", day.school.toString(), "words", "in earnest");
            }
            assertThat(asked).contains("/alert", "/alerts/" + drill + "/change", "/alerts/" + drill + "/acks",
                    "/drills/" + drill + "/start", "/drills/" + drill + "/confirm").hasSizeGreaterThan(25);
            var again = LaneScreen.press(client, port, token,
                    LaneScreen.body(drill, day.school).replace("EXERCISE", "ACTUAL"));
            assertThat(again.body()).as("the same press is the same press").contains("\"alert\":\"" + drill + "\"");
            String ack = "{\"id\":\"%s\",\"alert\":\"%s\",\"version\":1,\"kind\":\"SEEN\",\"status\":\"ACTUAL\"}"
                    .formatted(Ids.next(), drill);
            assertThat(client
                    .send(LaneScreen.posting(port, "/lane/acks", token, ack), HttpResponse.BodyHandlers.ofString())
                    .statusCode()).isEqualTo(202);
        }
        assertThat(status(day, drill)).isEqualTo("EXERCISE");
        assertThat(incident(day, drill)).isEqualTo("EXERCISE");
        assertThat(principal.get("/alerts/" + drill).body()).contains("Drill: this is only a drill")
                .doesNotContain("Real: this is not a drill");
    }

    /**
     * Each of this room, and of drills, which begin as exercises, once: none of another room knows of alerts, which the
     * walls see to.
     */
    private List<String> takers() {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName()
                        .matches("org\\.daywatch\\.(emergencies|planning\\.drills)\\..*"))
                .map(Map.Entry::getKey)
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream()).distinct().sorted().toList();
    }

    private String status(PostedDay day, UUID alert) {
        return story.as(day.cast.agency(), () -> db.select(ALERT.STATUS).from(ALERT).where(ALERT.ID.eq(alert))
                .fetchOptional(ALERT.STATUS).orElse(""));
    }

    private String incident(PostedDay day, UUID alert) {
        return story.as(day.cast.agency(), () -> db.select(INCIDENT.STATUS).from(INCIDENT).where(INCIDENT.ID.eq(alert))
                .fetchOptional(INCIDENT.STATUS).orElse(""));
    }
}
