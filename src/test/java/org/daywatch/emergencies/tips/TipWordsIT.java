package org.daywatch.emergencies.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.TIP;
import static org.daywatch_db.emergencies.Tables.TIP_GROUP;
import static org.daywatch_db.emergencies.Tables.TIP_REASON;
import static org.daywatch_db.emergencies.Tables.TIP_WORDS;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.cipher.Renewal;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.personal.PersonalData;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/**
 * What was said about danger at a school is the school's, sealed; its agency sees that it happened.
 *
 * <p>A-02 of docs/security.
 */
@DaywatchIT
class TipWordsIT {

    private static final String SAID = "zqsaid A caller names a boy";
    private static final String WHY = "zqwhy The boy was at the dentist";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Renewal renewal;
    @Autowired DSLContext db;
    @Value("${daywatch.database.directory}") Path database;

    private PostedDay day;
    private UUID principalId;
    private Visit principal;
    private String group;

    @BeforeEach
    void aTipAboutWhichSomebodyDecided() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principalId = story.join(day.cast.mesquite(), "Robin Sage", Role.PRINCIPAL, day.school);
        principal = visitor.signedIn(principalId, day.cast.mesquite(), Role.PRINCIPAL);
        group = URI.create(principal.post("/tips", "form", Ids.next().toString(), "how", "PHONE", "room", "zqroom 999",
                "words", SAID).headers().firstValue("location").orElseThrow()).getPath();
        principal.post(group + "/decision", "decision", "NOTHING", "reason", WHY);
    }

    @Test
    void theAgencySeesThatATipCameInAndNotOneWord() {
        assertThat(principal.get(group).body()).contains(SAID, "zqroom 999", WHY);
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get(group).body()).contains("1 tip", "No threat found", "By phone",
                "The school has what was said").doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
        for (var page : List.of("/tips", "/tips.csv", "/tips?q=zqwhy", "/inbox"))
            assertThat(coordinator.get(page).body()).as(page).doesNotContain("zqsaid", "zqroom", "The boy");
        story.run(day.cast.agency(), () -> {
            assertThat(db.fetchCount(TIP_WORDS) + db.fetchCount(TIP_REASON)).as("rows of the district").isZero();
            assertThat(db.selectFrom(TIP).fetch().toString() + db.selectFrom(TIP_GROUP).fetch()
                    + db.selectFrom(AUDIT_LINE).fetch() + db.selectFrom(OUTBOUND_MESSAGE).fetch())
                    .doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
        });
        story.run(day.cast.mesquite(), () -> {
            assertThat(new String(db.selectFrom(TIP_WORDS).fetchSingle().getBody(), StandardCharsets.ISO_8859_1)
                    + new String(db.selectFrom(TIP_REASON).fetchSingle().getBody(), StandardCharsets.ISO_8859_1))
                    .as("sealed").doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
            var own = app.getBeansOfType(PersonalData.class).values().stream().map(room -> room.about(principalId))
                    .filter(held -> held.containsKey("tipsDecided")).findFirst().orElseThrow();
            assertThat(own.get("tipsDecided")).singleElement().satisfies(
                    row -> assertThat(row).containsEntry("reason", "WITHHELD_STAYS_WITH_THE_SCHOOL"));
            assertThat(own.toString()).doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
        });
    }

    @Test
    void anOfficerThereReadsItAsTheSchoolsAgentAndNotAsAPeaceOfficer() {
        var officer = day.officer("Sam Cholla");
        onPost(officer);
        var visit = visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER);
        as(officer, Capacity.SCHOOL_AGENT);
        assertThat(visit.get(group).body()).contains(SAID, WHY);
        as(officer, Capacity.PEACE_OFFICER);
        assertThat(visit.get(group).body()).contains("1 tip").doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
        var next = URI.create(principal.post("/tips", "form", Ids.next().toString(), "how", "PHONE", "words", "zqnext")
                .headers().firstValue("location").orElseThrow()).getPath();
        assertThat(visit.get(next).body()).doesNotContain("zqnext", "Save decision");
        assertThat(visit.post(next + "/decision", "decision", "NOTHING", "reason", "x").body())
                .contains("What was said stays with the school");
        as(officer, Capacity.SCHOOL_AGENT);
        assertThat(visit.get(next).body()).contains("zqnext", "Save decision");
    }

    @Test
    void whatAnOlderReleaseKeptInTheClearIsReadBySchoolsAndMovesSealedAndWholeAlsoAfterAKill() throws Exception {
        inTheClear();
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(principal.get(group).body()).as("before it moved").contains(SAID, "zqroom 999", "zqfinding", WHY);
        assertThat(coordinator.get(group).body()).doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
        var store = app.getBean(TipWordStore.class);
        assertThatThrownBy(() -> story.run(day.cast.mesquite(), () -> {
            assertThat(store.renew()).as("the tip and the decision").isEqualTo(2);
            throw new IllegalStateException("killed in the middle");
        })).hasMessageContaining("killed in the middle");
        assertThat(principal.get(group).body()).as("none is lost").contains(SAID, "zqroom 999", WHY);
        renewal.run();
        renewal.run();
        assertThat(principal.get(group).body()).contains(SAID, "zqroom 999", "zqfinding", WHY);
        assertThat(coordinator.get(group).body()).doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
        story.run(day.cast.mesquite(), () -> {
            assertThat(db.selectFrom(TIP).fetch().toString() + db.selectFrom(TIP_GROUP).fetch())
                    .doesNotContain("zqsaid", "zqroom", "zqwhy", "zqfinding");
            assertThat(db.fetchCount(TIP_WORDS)).isOne();
            assertThat(db.fetchCount(TIP_REASON)).isOne();
        });
        assertThatThrownBy(() -> story.run(day.cast.mesquite(), () -> db.update(TIP).set(TIP.WORDS, "zq").execute()))
                .rootCause().hasMessageContaining("stands in emergencies.tip_words");
    }

    /** As rows of release 0.1.0 stand: the same words, in the table that the agency reads. */
    private void inTheClear() throws Exception {
        var tip = story.as(day.cast.mesquite(), () -> db.selectFrom(TIP).fetchSingle().getId());
        try (var connection = superuser(); var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("update emergencies.tip set words = '" + SAID
                    + "', room = 'zqroom 999', findings = '{ROOM_UNKNOWN|zqfinding}' where id = '"
                    + tip + "'");
            sql.execute("update emergencies.tip_group set reason = '" + WHY + "' where id = '"
                    + group.substring(group.lastIndexOf('/') + 1) + "'");
            sql.execute("delete from emergencies.tip_words where tip_id = '" + tip + "'");
            sql.execute("delete from emergencies.tip_reason where group_id = '"
                    + group.substring(group.lastIndexOf('/') + 1) + "'");
        }
    }

    private Connection superuser() throws Exception {
        var running = EmbeddedPostgres.running(database).orElseThrow();
        return DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres", running.secrets().superuser());
    }

    private void as(PostedDay.Officer officer, Capacity capacity) {
        app.getBean(Sessions.class).setCapacity(officer.person(), day.cast.agency(), capacity);
    }

    private void onPost(PostedDay.Officer officer) {
        var post = day.post(TestClock.START);
        story.run(day.cast.agency(), () -> db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, day.cast.agency())
                .set(SHIFT.ID, Ids.next()).set(SHIFT.DISTRICT_ID, day.cast.mesquite()).set(SHIFT.SCHOOL_ID, day.school)
                .set(SHIFT.POST_ID, post).set(SHIFT.OFFICER_ID, officer.id()).set(SHIFT.PERSON_ID, officer.person())
                .set(SHIFT.OFFICER_NAME, "Sam Cholla").set(SHIFT.DEPARTMENT_ID, day.cast.department())
                .set(SHIFT.STARTS_AT, TestClock.START).set(SHIFT.ENDS_AT, TestClock.START.plusSeconds(25_200))
                .set(SHIFT.STATE, "ON_POST").set(SHIFT.ACCEPTED_AT, TestClock.START).set(SHIFT.ACCEPTED_BY, "OFFICER")
                .set(SHIFT.CHECKED_IN_AT, TestClock.START).set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").execute());
    }
}
