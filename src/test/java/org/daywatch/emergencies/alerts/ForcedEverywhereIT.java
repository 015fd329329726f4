package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.personal.PersonalData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A safety director who is made to end a real alert and to close its incident: on every page and in every file they can
 * open both are done, and the others see the truth.
 *
 * <p>A-28 of docs/security.
 */
@DaywatchIT
class ForcedEverywhereIT {

    private static final Pattern LINK = Pattern
            .compile("<p class=\"responder-address\">https?://[^/]+(/r/[\\w-]+)</p>");
    private static final String HELD = "they are held in the office";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertIntake intake;
    @Autowired AlertStore alerts;

    private PostedDay day;
    private UUID forcedPerson;
    private Visit forced;
    private Visit other;
    private Visit outside;
    private UUID alert;
    private String link;

    /**
     * What stands at one address. @param shown to the person who was forced; an empty text asks for nothing. @param
     * truth the others read, and the person who was forced does not
     */
    private record Place(String path, String shown, String truth) {}

    @BeforeEach
    void theOfficerEndsAnAlertUnderForceAndClosesItsIncident() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        forcedPerson = join("forced");
        forced = visitor.signedIn(forcedPerson, day.cast.mesquite(), Role.SAFETY_DIRECTOR);
        other = visitor.signedIn(join("other"), day.cast.mesquite(), Role.SAFETY_DIRECTOR);
        outside = visitor.stranger();
        forced.post("/alerts/words/" + day.school, "word", "Blue heron");
        alert = Ids.next();
        intake.store(List.of(new LaneEntry.Press(alert, day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, ProtocolAction.SECURE, "", null, "Gym", "", LaneEntry.Source.WEB, null,
                "Ana Cruz", null, clock.instant())));
        hear();
        forced.post("/incidents/" + alert + "/command");
        forced.post("/incidents/" + alert + "/notes", "words", "gates are shut", "form", Ids.next().toString());
        link = made(forced, "Mesquite dispatch");
        later();
        other.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR");
        later();
        forced.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR", "word", "blue heron");
        hear();
        later();
        other.post("/incidents/" + alert + "/notes", "words", HELD, "form", Ids.next().toString());
        other.post("/incidents/" + alert + "/tasks", "form", UUID.randomUUID().toString(), "words",
                "go round by the gym, " + HELD, "owner", "Police",
                "minutes", "0");
        made(other, "Entry team");
        later();
        assertThat(forced.post("/incidents/" + alert + "/closing", "why", "all fine again").statusCode())
                .isEqualTo(302);
        later();
    }

    @Test
    void everywhereTheyFindBothDoneAndTheOthersTheTruth() throws IOException {
        String one = "/alerts/" + alert;
        String incident = "/incidents/" + alert;
        var all = new SoftAssertions();
        for (var place : List.of(
                new Place(one, "<strong>Ended</strong>", "used the duress code at"),
                new Place(one, "Alert ended", "<strong>Active</strong>"),
                new Place("/alerts", "Ended", "Active"), new Place("/alerts.csv", "ENDED", "ACTIVE"),
                new Place("/alerts/screen", "\"alerts\":[]", "\"action\":\"SECURE\""),
                new Place(one + "/reach", "", "Call 911 if you need police"),
                new Place(one + "/links", "Mesquite dispatch", "Entry team"),
                new Place("/incidents?state=OPEN", "", ">Ocotillo High"),
                new Place("/incidents?state=CLOSED", "Ocotillo High", ""),
                new Place("/incidents.csv", "CLOSED", "OPEN"),
                new Place(incident, "all fine again", "Closed under duress"),
                new Place(incident, "Incident closed", HELD), new Place(incident, "gates are shut", "Duress signaled"),
                new Place(incident + "/ics-201.pdf", "Ended", "Active"),
                new Place(incident + "/ics-201.pdf", "all fine again", HELD),
                new Place(incident + "/ics-214.pdf", "Incident closed", "Duress signaled"),
                new Place(incident + "/ics-214.pdf", "gates are shut", "Closed under duress"),
                new Place(incident + "/after-action.pdf", "Alert endedMon", "Alert endedNot measured"),
                new Place(incident + "/after-action.pdf", "Status Closed", "Status Active"),
                new Place(incident + "/after-action.pdf", "Incident closedMon", "Incident closedNot measured"),
                new Place("/audit", "AlertEnded", "DuressSignaled"),
                new Place("/audit?action=DuressSignaled", "", "alert " + alert),
                new Place("/audit?action=AlertEnded", "alert " + alert, ""),
                new Place("/audit?subject=ClosedUnderForce", "", "incident " + alert),
                new Place("/audit.csv", "IncidentClosed", "DuressSignaled"),
                new Place("/audit.csv", "AlertEnded", "Entry team"),
                new Place("/accountability?school=" + day.school, "No active alert", ""),
                new Place(link, "<strong>Ended</strong>", "<strong>Active</strong>"),
                new Place(link + "/alert.cap.xml", "<event>Over: Secure</event>", "<msgType>Alert</msgType>"),
                new Place("/inbox", "", "under duress"), new Place("/alerts/budget", "Ocotillo High", ""))) {
            String theirs = read(forced, place.path());
            all.assertThat(theirs).as("their %s", place.path()).contains(place.shown());
            if (place.truth().isEmpty()) continue;
            all.assertThat(theirs).as("their %s", place.path()).doesNotContain(place.truth());
            all.assertThat(read(other, place.path())).as("the others' %s", place.path()).contains(place.truth());
        }
        for (String file : List.of(link, link + "/alert.cap.xml", link + "/incident.eido.json")) {
            all.assertThat(read(outside, file)).as("whoever has no account reads the truth at %s", file)
                    .isNotEqualTo(read(forced, file)).doesNotContain("forced", "under duress", "used the duress code")
                    .doesNotContain("Ended");
        }
        all.assertThat(read(outside, link)).contains("<strong>Active</strong>").doesNotContain("Incident closed");
        var data = app.getBeansOfType(PersonalData.class).values().stream()
                .map(room -> story.as(day.cast.mesquite(), () -> room.about(forcedPerson)).toString()).toList()
                .toString();
        all.assertThat(data).contains("AlertEnded", "IncidentClosed").doesNotContain("DuressSignaled", "UnderForce");
        all.assertAll();
    }

    @Test
    void whatTheyDoToTheClosedIncidentIsAnsweredAsOfAClosedOneAndTheOthersWorkOn() {
        String incident = "/incidents/" + alert;
        forced.post(incident + "/stand-down", "why", "go home");
        assertThat(other.get(incident).body()).contains("Active").doesNotContain("go home");
        forced.post(incident + "/reopening", "why", "one more thing");
        assertThat(forced.get(incident).body()).contains("Incident reopened", "incidents/" + alert + "/closing")
                .doesNotContain("under force", "under duress", "used the duress code");
        assertThat(other.get(incident).body()).contains("Reopened under duress");
        forced.post(incident + "/closing", "why", "now it is");
        assertThat(forced.get(incident).body()).contains("now it is")
                .doesNotContain("incidents/" + alert + "/closing\"");
        assertThat(
                other.post(incident + "/notes", "words", "police are in", "form", Ids.next().toString()).statusCode())
                .isEqualTo(302);
        assertThat(other.get(incident).body()).contains("police are in");
        var teacher = visitor.signedIn(
                story.as(day.cast.mesquite(),
                        () -> organizations.join(day.cast.mesquite(), "t" + day.cast.suffix() + "@story.example",
                                "Lin Ash", Role.TEACHER, day.school)),
                day.cast.mesquite(), Role.TEACHER);
        teacher.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR");
        hear();
        assertThat(other.get("/alerts/" + alert).body()).as("two others end it").contains("<strong>Ended</strong>");
        other.post(incident + "/command", "why", "they are safe");
        other.post(incident + "/tasks/" + Pattern.compile("/tasks/([0-9a-f-]{36})/done")
                .matcher(other.get(incident).body()).results().findFirst().orElseThrow().group(1) + "/done");
        other.post(incident + "/closing", "why", "in earnest");
        assertThat(forced.get(incident).body()).as("what is real is shown to everybody").contains("in earnest");
    }

    private String read(Visit who, String path) throws IOException {
        if (!path.endsWith(".pdf")) return who.get(path).body();
        var all = new StringBuilder();
        try (var pdf = new PdfReader(who.bytes(path))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++)
                all.append(new PdfTextExtractor(pdf).getTextFromPage(page)).append(' ');
        }
        return all.toString().replaceAll("\\s+", " ");
    }

    private String made(Visit by, String forWhom) {
        var address = LINK.matcher(
                by.post("/alerts/" + alert + "/links", "forWhom", forWhom, "contact", "", "hours", "4").body());
        assertThat(address.find()).isTrue();
        return address.group(1);
    }

    private void hear() {
        story.run(day.cast.agency(), () -> app.getBean(IncidentCommands.class).hear(alerts.find(alert).orElseThrow()));
    }

    private void later() {
        clock.move(Duration.ofSeconds(20));
    }

    private UUID join(String who) {
        return story.as(day.cast.mesquite(),
                () -> organizations.join(day.cast.mesquite(), who + day.cast.suffix() + "@story.example",
                        who.equals("forced") ? "Lee Alder" : "Robin Sage", Role.SAFETY_DIRECTOR, null));
    }
}
