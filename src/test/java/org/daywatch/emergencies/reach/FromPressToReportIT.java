package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.ScriptedOutlets;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Elapsed;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * One lockdown drill from the press to the papers: every time in the report is the log's own, and the forms say who
 * commanded, what was handed over and what was corrected.
 */
@DaywatchIT
class FromPressToReportIT {

    private static final Pattern ROOM = Pattern.compile("/alerts/[0-9a-f-]{36}/rooms/([0-9a-f-]{36})/release");
    private static final Pattern MY_ROOM = Pattern.compile("/accountability/[0-9a-f-]{36}/places/[0-9a-f-]{36}");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired ReachStore reach;
    @Autowired ReachBoard board;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;

    private final List<UUID> staff = new ArrayList<>();
    private Story.Cast cast;
    private SchoolRoll roll;
    private Visit principal;
    private Visit office;
    private List<Visit> teachers;
    private ReachWatch watch;

    @BeforeEach
    void aSchoolOfTwoClassesInTwoRooms() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        var building = story.as(cast.agency(), () -> app.getBean(Schools.class).addBuilding(roll.school(), "Main"));
        for (String room : List.of("R100", "R101"))
            story.run(cast.agency(),
                    () -> app.getBean(Schools.class).addRoom(roll.school(), building, room, "1", null));
        principal = member("principal", "Pat Alder", Role.PRINCIPAL);
        office = member("office", "Oli Birch", Role.FRONT_OFFICE);
        teachers = List.of(member("teacher0-", "Kai Cedar", Role.TEACHER),
                member("teacher1-", "Kim Dove", Role.TEACHER));
        var elapsed = new Elapsed(clock, () -> clock.millis() * 1_000_000);
        watch = new ReachWatch(alerts, people, reach, board, new ScriptedOutlets().escalation(app, elapsed), elapsed,
                clock);
    }

    @Test
    void everyTimeOfTheReportComesFromTheLogAndThePapersSayWhatWasDone() throws Exception {
        var alert = pressed();
        seen(alert, 2, 3); // two of four after three seconds, all after five
        seen(alert, 4, 2);
        var own = "/incidents/" + heard(alert);
        clock.move(Duration.ofSeconds(15));
        principal.post(own + "/command");
        principal.post(own + "/command/offer", "to", "Oli Birch", "briefed", "The gym is still to be looked at.");
        office.post(own + "/command/acceptance");
        office.post(own + "/notes", "words", "Ambulance stands at door 4", "kind", "SITUATION", "form",
                Ids.next().toString());
        int line = story.as(cast.agency(), () -> db.select(INCIDENT_ENTRY.SEQ).from(INCIDENT_ENTRY)
                .where(INCIDENT_ENTRY.WORDS.eq("Ambulance stands at door 4")).fetchSingle(INCIDENT_ENTRY.SEQ));
        office.post(own + "/entries/" + line + "/correction", "words", "It stands at door 6.");
        clock.move(Duration.ofSeconds(40)); // 60 s after the press
        for (var teacher : teachers) everybodyIsThere(teacher);
        clock.move(Duration.ofMinutes(9));
        var rooms = ROOM.matcher(principal.get("/alerts/" + alert).body()).results().map(m -> m.group(1)).distinct()
                .toList();
        assertThat(rooms).hasSize(2);
        for (var room : rooms) principal.post("/alerts/" + alert + "/rooms/" + room + "/release");
        clock.move(Duration.ofMinutes(2));
        principal.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR");
        office.post("/alerts/" + alert + "/over", "how", "ALL_CLEAR");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(office.get(own).body()).contains("Alert ended"));
        clock.move(Duration.ofMinutes(3));
        office.post(own + "/closing", "why", "Everybody is back in class.");

        var report = text(principal.bytes(own + "/after-action.pdf"));
        assertThat(report).containsSubsequence("Alert raised", "-1.0 s", "Alert received", "Reached 50% of people",
                "+3.0 s", "Reached 95% of people", "+5.0 s", "Reached all people", "+5.0 s", "Command taken", "+20.0 s",
                "Everyone accounted for", "+0:01:00", "All rooms released", "+0:10:00", "Alert ended", "+0:12:00",
                "Incident closed", "+0:15:00");
        assertThat(report.split("Not measured", -1)).as("only students released, since nobody was reunited").hasSize(2);
        assertThat(text(principal.bytes(own + "/ics-201.pdf"))).contains("ICS 201", "Oli Birch",
                "The gym is still to be looked at.", "It stands at door 6.");
        assertThat(text(principal.bytes(own + "/ics-214.pdf"))).contains("ICS 214", "Pat Alder",
                "It stands at door 6.");
    }

    /** Of each page, that it is one of a drill; of the whole, its words. */
    private static String text(byte[] bytes) throws Exception {
        var said = new StringBuilder();
        try (var pdf = new PdfReader(bytes)) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                String words = new PdfTextExtractor(pdf).getTextFromPage(page);
                assertThat(words).as("page " + page).containsIgnoringCase("drill");
                said.append(words).append('\n');
            }
        }
        return said.toString().replaceAll("\\s+", " ");
    }

    private UUID pressed() {
        var now = clock.instant();
        var press = new LaneEntry.Press(Ids.next(), cast.agency(), cast.mesquite(), roll.school(), AlertStatus.EXERCISE,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null,
                "Kai Cedar", now.minusSeconds(1), now);
        hear(press);
        round();
        return press.id();
    }

    private void seen(UUID alert, int until, int seconds) {
        clock.move(Duration.ofSeconds(seconds));
        for (var person : staff.subList(until - 2, until))
            hear(new LaneEntry.Ack(Ids.next(), cast.agency(), cast.mesquite(), roll.school(), alert, 1, Kind.SEEN,
                    person, "Somebody", "", clock.instant()));
        round();
    }

    private void everybodyIsThere(Visit teacher) {
        var place = await().atMost(Duration.ofSeconds(40)).until(
                () -> MY_ROOM.matcher(teacher.get("/accountability").body()).results().map(m -> m.group()).findFirst(),
                found -> found.isPresent());
        teacher.post(place.orElseThrow(), "report", UUID.randomUUID().toString(), "everybody", "true", "secured",
                "yes");
    }

    private UUID heard(UUID alert) {
        await().atMost(Duration.ofSeconds(40)).until(() -> story.as(cast.agency(),
                () -> db.fetchExists(INCIDENT_ENTRY, INCIDENT_ENTRY.INCIDENT_ID.eq(alert))));
        return alert;
    }

    private void hear(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        Tenancy.run(Scope.system(cast.mesquite()), () -> listeners.forEach(l -> l.store(List.of(entry))));
    }

    private void round() {
        Tenancy.run(Scope.system(cast.agency()), () -> watch.round(cast.agency()));
    }

    private Visit member(String mail, String name, Role role) {
        var person = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                mail + cast.suffix() + "@story.example", name, role, roll.school()));
        staff.add(person);
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
