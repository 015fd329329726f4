package org.daywatch.emergencies.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.INCIDENT;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ENTRY;
import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;
import static org.daywatch_db.emergencies.Tables.TIP_REASON;
import static org.daywatch_db.emergencies.Tables.TIP_WORDS;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.retention.Retention;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What people outside say about danger at a school: written down, told once, decided by people. It raises nothing.
 *
 * <p>A-18, P-13 of docs/security.
 */
@DaywatchIT
class TipsIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired TipDesk desk;
    @Autowired List<LaneListener> lane;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private Visit office;
    private Visit teacher;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principal = member(day.cast.mesquite(), "principal", Role.PRINCIPAL, day.school);
        office = member(day.cast.mesquite(), "office", Role.FRONT_OFFICE, day.school);
        teacher = member(day.cast.mesquite(), "teacher", Role.TEACHER, day.school);
    }

    @Test
    void aCallIsWrittenDownHeldAgainstTheSchoolAndDecided() {
        String group = led(office.post("/tips", "form", Ids.next().toString(), "how", "PHONE", "room", "999", "words",
                "A caller says they are in 999 with a rifle."));
        assertThat(office.get(group).body()).contains("A caller says they are in 999 with a rifle.", "1 tip",
                "Awaiting a decision", "tel:911", "recorded by");
        assertThat(principal.get("/inbox").body()).contains("Tip about");
        assertThat(principal.post(group + "/decision", "decision", "NOTHING", "reason", "").body())
                .contains("Give a short reason");
        assertThat(principal.post(group + "/decision", "decision", "", "reason", "x").body())
                .contains("Choose an outcome", ">x</textarea>");
        principal.post(group + "/decision", "decision", "NOTHING", "reason", "Police traced the call; no such room.");
        assertThat(office.get(group).body()).contains("No threat found", "Police traced the call; no such room.")
                .doesNotContain("Save decision");
        assertThat(office.post(group + "/decision", "decision", "ALERT", "reason", "late").body())
                .contains("has already decided about these tips");
        assertThat(principal.get("/tips?state=NOTHING").body()).contains(group);
        assertThat(principal.get("/tips?state=WAITING").body()).doesNotContain(group);
        assertThat(principal.get("/tips.csv").body()).contains(",1,NOTHING,").doesNotContain("rifle");
    }

    @Test
    void fiveHundredTipsAtOnceAreOneThingToLookAtToldOnceAndNoAlert() throws Exception {
        var school = story.as(day.cast.mesquite(), () -> campuses.find(day.school)).orElseThrow();
        var calls = new ArrayList<Callable<UUID>>();
        for (int i = 0; i < 500; i++) {
            int n = i;
            UUID form = Ids.next();
            calls.add(() -> story.as(day.cast.mesquite(),
                    () -> desk.take(day.cast.agency(), school,
                            new TipDesk.Said(Tips.How.PHONE, "", "Shooter, call " + n),
                            new By(Ids.next(), "Caller desk", false), form)));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var groups = new HashSet<UUID>();
            for (var done : pool.invokeAll(calls)) groups.add(done.get());
            assertThat(groups).hasSize(1);
        }
        assertThat(count(TIP)).isEqualTo(500);
        assertThat(count(ALERT)).as("nobody has pressed").isZero();
        assertThat(count(INCIDENT)).isZero();
        assertThat(told()).as("each of those who lead once").isOne();
        assertThat(principal.get("/tips").body()).contains(">500<");
    }

    @Test
    void whileNobodyDecidesAFurtherTipTellsAgainAfterTheTimeOfTheRuleAndADecisionMakesTheNextOneNews() {
        String group = tip(office, Ids.next());
        clock.move(Duration.ofMinutes(29));
        assertThat(tip(office, Ids.next())).isEqualTo(group);
        assertThat(told()).isOne();
        clock.move(Duration.ofMinutes(1));
        tip(office, Ids.next());
        assertThat(told()).isEqualTo(2);
        principal.post(group + "/decision", "decision", "PASSED_ON", "reason", "Police have it.");
        assertThat(tip(office, Ids.next())).isNotEqualTo(group);
        assertThat(told()).isEqualTo(3);
    }

    @Test
    void theSameFormTwiceIsOneTipAndWhatIsMissingIsNamedWithNothingLost() {
        UUID form = Ids.next();
        assertThat(tip(office, form)).isEqualTo(tip(office, form));
        assertThat(count(TIP)).isOne();
        var wrong = office.post("/tips", "form", Ids.next().toString(), "how", "PIGEON", "room", "Gym", "words", " ");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Choose how the tip was received.", "Enter what the person said.",
                "value=\"Gym\"");
    }

    @Test
    void aTeacherWritesDownAndReadsNothingAndNoOtherSchoolOrAgencyKnowsOfIt() {
        var answer = teacher.post("/tips", "form", Ids.next().toString(), "how", "ONLINE", "words",
                "A picture of our school with a threat.");
        assertThat(led(answer)).isEqualTo("/tips/new");
        assertThat(teacher.get("/tips").statusCode()).isEqualTo(403);
        String group = "/tips/"
                + story.as(day.cast.mesquite(), () -> db.select(TIP_GROUP.ID).from(TIP_GROUP).fetchOne(TIP_GROUP.ID));
        assertThat(principal.get(group).statusCode()).isEqualTo(200);
        var far = member(day.cast.saguaro(), "far", Role.SAFETY_DIRECTOR, null);
        assertThat(far.get(group).statusCode()).isEqualTo(404);
        assertThat(far.post(group + "/decision", "decision", "NOTHING", "reason", "x").statusCode()).isEqualTo(404);
        assertThat(far.post("/tips", "form", Ids.next().toString(), "school", day.school.toString(), "how", "PHONE",
                "words", "x").statusCode()).as("not one of their schools").isEqualTo(400);
        assertThat(story.as(story.cast().agency(), () -> db.fetchCount(TIP))).as("another agency").isZero();
    }

    @Test
    void whatIsUnderWayIsHeldAgainstItAndLearnsOfItInOneLine() {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Ana Cruz",
                null,
                clock.instant());
        lane.forEach(listener -> listener.store(List.of(press)));
        Awaitility.await().atMost(Duration.ofSeconds(40))
                .until(() -> story.as(day.cast.agency(), () -> db.fetchExists(INCIDENT, INCIDENT.ID.eq(press.id()))));
        String group = tip(office, Ids.next());
        tip(office, Ids.next());
        assertThat(office.get(group).body()).contains("/incidents/" + press.id(), "2 tips");
        assertThat(
                story.as(day.cast.agency(),
                        () -> db.fetchCount(INCIDENT_ENTRY,
                                INCIDENT_ENTRY.INCIDENT_ID.eq(press.id()).and(INCIDENT_ENTRY.KIND.eq("TipsCameIn")))))
                .isOne();
        assertThat(principal.get("/incidents/" + press.id()).body()).contains("Tip received");
        assertThat(count(ALERT)).isOne();
    }

    @Test
    void tipsAreNeverChangedAndGoByRetentionOnceSomebodyHasDecided() {
        String decided = tip(office, Ids.next());
        principal.post(decided + "/decision", "decision", "NOTHING", "reason", "A wrong number.");
        tip(office, Ids.next());
        assertThatThrownBy(
                () -> story.run(day.cast.agency(), () -> db.execute("update emergencies.tip set words = 'x'")))
                .rootCause().hasMessageContaining("stands in emergencies.tip_words");
        assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute("delete from emergencies.tip")))
                .rootCause().hasMessageContaining("only retention deletes");
        clock.move(Duration.ofDays(1096));
        for (var organization : List.of(day.cast.agency(), day.cast.mesquite()))
            app.getBean(Retention.class).apply(organization);
        assertThat(count(TIP)).as("the one that waits stays").isOne();
        story.run(day.cast.mesquite(), () -> {
            assertThat(db.fetchCount(TIP_WORDS)).as("words go with their tip").isOne();
            assertThat(db.fetchCount(TIP_REASON)).isZero();
        });
        assertThat(count(TIP_GROUP)).isOne();
    }

    private String tip(Visit by, UUID form) {
        return led(by.post("/tips", "form", form.toString(), "how", "PHONE", "words", "Somebody is coming."));
    }

    private static String led(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("location").orElseThrow()).getPath();
    }

    /** How often the principal was told. */
    private int told() {
        return story.as(day.cast.mesquite(),
                () -> db.fetchCount(DSL.select(DELIVERY.ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                        .on(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("TIPS")).and(DELIVERY.PERSON_ID.eq(principalId))
                        .and(DELIVERY.CHANNEL.eq("IN_APP"))));
    }

    private int count(Table<?> table) {
        return story.as(day.cast.agency(), () -> db.fetchCount(table));
    }

    private UUID principalId;

    private Visit member(UUID district, String who, Role role, UUID at) {
        var person = story.as(district,
                () -> organizations.join(district, who + day.cast.suffix() + "@story.example", who, role, at));
        if (role == Role.PRINCIPAL) principalId = person;
        return visitor.signedIn(person, district, role);
    }
}
