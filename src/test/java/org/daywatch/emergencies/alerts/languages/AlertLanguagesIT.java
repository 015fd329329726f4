package org.daywatch.emergencies.alerts.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch.emergencies.alerts.languages.SpokenWords.fields;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.reach.escalation.AlertMessage;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A district's own words of alerts, from the form to screens, phones and messages, and the walls around them. */
@DaywatchIT
class AlertLanguagesIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertMessage message;
    @Autowired Campuses campuses;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit director;
    private Visit principal;
    private Visit teacher;

    @BeforeEach
    void aDistrictWithItsPeople() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        director = member(day.cast.mesquite(), "director", Role.SAFETY_DIRECTOR, null);
        principal = member(day.cast.mesquite(), "principal", Role.PRINCIPAL, day.school);
        teacher = member(day.cast.mesquite(), "teacher", Role.TEACHER, day.school);
    }

    @Test
    void oneEntersAnotherConfirmsTheSchoolChoosesAndOnlyThenItsScreensAndPhonesHaveTheWords() {
        String vietnamese = entered(director,
                SpokenWords.vietnamese("word.SECURE.adults", "<script>alert(1)</script> & khóa cửa"));
        assertThat(director.get(vietnamese).body())
                .contains("lang=\"vi\" dir=\"ltr\">Phong tỏa<", "&lt;script>alert(1)", "Draft: not shown")
                .doesNotContain("<script>alert(1)", "name=\"reads\"");
        assertThat(director.post(vietnamese + "/confirmation", "version", "0", "reads", "true").statusCode())
                .isEqualTo(302);
        assertThat(director.get(vietnamese).body()).as("by themselves").contains("Draft: not shown",
                "A second person who reads the language must confirm it.");
        assertThat(principal.post("/alerts/languages/schools/" + day.school, "language1", "vi").statusCode())
                .as("nobody has confirmed it").isEqualTo(400);
        assertThat(screen()).doesNotContain("Phong tỏa", "\"speaks\":{\"");

        principal.post(vietnamese + "/confirmation", "version", "0");
        assertThat(principal.get(vietnamese).body()).as("without saying that they read it")
                .contains("Draft: not shown");
        principal.post(vietnamese + "/confirmation", "version", "0", "reads", "true");
        assertThat(principal.get(vietnamese).body()).contains("Read and confirmed by")
                .doesNotContain("Draft: not shown");
        assertThat(screen()).as("the school has not chosen it").doesNotContain("Phong tỏa");

        var stamp = stamp();
        assertThat(principal.post("/alerts/languages/schools/" + day.school, "language1", "vi", "language2", "en")
                .statusCode()).isEqualTo(302);
        assertThat(screen()).contains(
                "Phong tỏa", "\"speaks\":{\"" + day.school + "\":[\""
                        + vietnamese.substring(vietnamese.lastIndexOf('/') + 1) + "\",\"en\"]}",
                "\"name\":\"Tiếng Việt\"");
        assertThat(stamp()).as("open pages see that there are other words").isNotEqualTo(stamp);
        assertThat(teacher.get("/alerts/screen?words=false").body()).doesNotContain("Phong tỏa");
        assertThat(teacher.get("/alert/mine").body()).contains("\"LOCKDOWN\":\"Phong tỏa\"")
                .containsOnlyOnce("\"HELP_FIGHT\":\"Help: fight\"");
        assertThat(principal.get("/schools/" + day.school).body()).contains("/alerts/languages/schools/" + day.school);

        assertThat(teacher.get("/alerts/cards").body()).as("on paper too")
                .contains("lang=\"vi\" dir=\"ltr\">Phong tỏa<");

        director.post(vietnamese + "/withdrawal");
        assertThat(screen()).doesNotContain("Phong tỏa");
        assertThat(principal.get("/alerts/languages/schools/" + day.school).body())
                .contains("No confirmed wording today: vi");
    }

    @Test
    void whoeverWantsItFirstGetsMessagesInItTooAndWhetherItIsMeantStandsFirstAsEver() {
        confirmed(SpokenWords.arabic());
        principal.post("/alerts/languages/schools/" + day.school, "language1", "en", "language2", "ar");
        var reader = person(day.cast.mesquite(), "reader", Role.TEACHER, day.school);
        visitor.signedIn(reader, day.cast.mesquite(), Role.TEACHER).post("/alerts/languages/mine", "tag", "ar");
        var school = story.as(day.cast.mesquite(), () -> campuses.find(day.school)).orElseThrow();
        var alert = new Alert(day.cast.agency(), UUID.randomUUID(), day.cast.mesquite(), day.school,
                AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, "", "", "Ana Cruz", clock.instant(),
                new Alert.State.Active(clock.instant(), null), java.util.Map.of(), 1, 1);
        var words = message.words(alert, school, "en", day.cast.mesquite(), reader);
        assertThat(words.subject()).startsWith("DRILL / SIMULACRO: Lockdown").endsWith("· إغلاق تام");
        assertThat(words.body()).startsWith("DRILL / SIMULACRO: Lockdown")
                .contains("\nتمرين: مجرد تمرين: إغلاق تام. أدخلوا");
        assertThat(message.words(alert, school, "en", day.cast.mesquite(), UUID.randomUUID()))
                .isEqualTo(message.words(alert, school, "en"));
    }

    @Test
    void whoIsAtOneSchoolEntersNothingAndATeacherSetsUpNothing() {
        assertThat(teacher.get("/alerts/languages").statusCode()).isEqualTo(403);
        assertThat(teacher.post("/alerts/languages", fields(SpokenWords.vietnamese())).statusCode()).isEqualTo(403);
        assertThat(teacher.post("/alerts/languages/schools/" + day.school, "language1", "es").statusCode())
                .isEqualTo(403);
        assertThat(principal.get("/alerts/languages/new").statusCode()).isEqualTo(403);
        assertThat(principal.post("/alerts/languages", fields(SpokenWords.vietnamese())).statusCode()).isEqualTo(403);
        var wrong = director.post("/alerts/languages",
                fields(SpokenWords.vietnamese("word.drill", "Real: not a drill")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).as("nothing that was typed is lost").contains("This is the same as another text here",
                "value=\"Phong tỏa\"");
    }

    @Test
    void aDistrictReadsWhatItsAgencyHasForAllAndNobodyReachesOverAWall() {
        var admin = member(day.cast.agency(), "admin", Role.AGENCY_ADMIN, null);
        var other = member(day.cast.agency(), "other", Role.AGENCY_ADMIN, null);
        String forAll = entered(admin, SpokenWords.vietnamese());
        String own = entered(director, SpokenWords.arabic());
        assertThat(director.get(forAll).statusCode()).isEqualTo(200);
        assertThat(principal.post(forAll + "/confirmation", "version", "0", "reads", "true").statusCode())
                .as("for a district alone").isEqualTo(403);
        other.post(forAll + "/confirmation", "version", "0", "reads", "true");
        assertThat(principal.get(forAll).body()).contains("Read and confirmed by");
        var neighbor = member(day.cast.saguaro(), "neighbor", Role.SAFETY_DIRECTOR, null);
        assertThat(neighbor.get(forAll).statusCode()).isEqualTo(200);
        assertThat(neighbor.get(own).statusCode()).isEqualTo(404);
        var stranger = story.cast();
        assertThat(member(stranger.agency(), "stranger", Role.AGENCY_ADMIN, null).get(forAll).statusCode())
                .isEqualTo(404);
        assertThat(member(stranger.mesquite(), "stranger", Role.SAFETY_DIRECTOR, null).get("/alerts/languages").body())
                .doesNotContain("Tiếng Việt");

        UUID id = UUID.fromString(forAll.substring(forAll.lastIndexOf('/') + 1));
        assertThat(story.as(day.cast.mesquite(),
                () -> db.execute(
                        "update emergencies.alert_language set withdrawn_by = ?, withdrawn_at = now() where id = ?", id,
                        id)))
                .as("a district changes what is for all").isZero();
        assertThatThrownBy(() -> story.run(day.cast.agency(),
                () -> db.execute("update emergencies.alert_language set words = '{\"drill\":\"x\"}' where id = ?", id)))
                .rootCause().hasMessageContaining("never change");
        assertThatThrownBy(() -> story.run(day.cast.agency(), () -> db.execute(
                "update emergencies.alert_language set confirmed_by = entered_by, confirmed_by_name = 'x', confirmed_at = now() where id = ?",
                UUID.fromString(own.substring(own.lastIndexOf('/') + 1))))).rootCause()
                .hasMessageContaining("somebody_else_confirms");
        assertThatThrownBy(() -> story.run(day.cast.agency(),
                () -> db.execute("delete from emergencies.alert_language where id = ?", id))).rootCause()
                .hasMessageContaining("permission denied");
    }

    private String screen() {
        return teacher.get("/alerts/screen").body();
    }

    private String stamp() {
        return teacher.get("/alerts/screen?words=false").body().replaceFirst("(?s).*\"languages\":\"([^\"]+)\".*",
                "$1");
    }

    private void confirmed(java.util.Map<String, String> form) {
        principal.post(entered(director, form) + "/confirmation", "version", "0", "reads", "true");
    }

    /** @return where it stands */
    private static String entered(Visit who, java.util.Map<String, String> form) {
        var answer = who.post("/alerts/languages", fields(form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private UUID person(UUID org, String who, Role role, UUID at) {
        return story.as(org, () -> organizations.join(org, who + day.cast.suffix() + "@story.example", who, role, at));
    }

    private Visit member(UUID org, String who, Role role, UUID at) {
        return visitor.signedIn(person(org, who, role, at), org, role);
    }
}
