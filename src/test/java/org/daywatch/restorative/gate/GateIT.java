package org.daywatch.restorative.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.restorative.Tables.GATE_ANSWER;
import static org.daywatch_db.transparency.Tables.ACTIVITY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The gate as people of a school and an officer ask it; who reads the answer; what the table refuses. */
@DaywatchIT
class GateIT {

    private static final String REASON = "They had planned it for days and one carried a hammer";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit teacher;
    private Visitor.Visit principal;
    private Visitor.Visit officer;
    private UUID director;

    @BeforeEach
    void aSchool() {
        story = new ThreatStory(app);
        teacher = story.visit(story.join(Role.TEACHER, "Dana Reyes", story.day.school), Role.TEACHER);
        principal = story.visit(story.principal, Role.PRINCIPAL);
        officer = story.visit(story.officer.person(), Role.OFFICER);
        director = null;
    }

    private void aDirector() {
        director = story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null);
    }

    private static String[] form(UUID id, String act, String wanted, String educator) {
        return new String[] {"form", id.toString(), "danger", "NO", "act." + act, "true", "wanted", wanted, "educator",
                educator};
    }

    private String asked(Visitor.Visit by, String act, String wanted, String educator) {
        var id = UUID.randomUUID();
        var answer = by.post("/gate", form(id, act, wanted, educator));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return "/gate/answers/" + id;
    }

    @Test
    void aTeacherReadsThePathTheRuleAndWhatToDoNow() {
        assertThat(teacher.get("/gate").body()).contains("A firearm", "Is somebody in danger right now?");
        var fight = teacher.get(asked(teacher, "FIGHT", "HELP", "Casey Lin")).body();
        assertThat(fight).contains("School path", "Invited by Casey Lin.", "The officer helps and does not lead.",
                "No signed agreement for this school has a clause about");
        var gun = teacher.get(asked(teacher, "FIREARM", "NOTHING", "")).body();
        assertThat(gun).contains("Police path", "A.R.S. 15-515", "First ask police whether that endangers",
                "counsel to confirm");
        assertThat(officer.get("/gate").body()).contains("What were you asked to do?");
        told.run(story.district(), () -> {
            var rows = db.selectFrom(GATE_ANSWER).fetch();
            assertThat(rows).hasSize(2).noneMatch(r -> r.toString().contains("Casey")
                    || new String(r.getBody(), StandardCharsets.ISO_8859_1).contains("Casey"));
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE).fetch(AUDIT_LINE.DETAIL))
                    .noneMatch(detail -> detail.contains("Casey") || detail.contains("FIREARM"));
        });
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingTypedIsLost() {
        var id = UUID.randomUUID().toString();
        var wrong = teacher.post("/gate", "form", id, "danger", "", "wanted", "HELP", "educator", "", "act.NONE",
                "true");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Say whether somebody is in danger.", "Mark at least one thing",
                "Name the educator who invites the officer");
        var again = teacher.post("/gate", "form", id, "danger", "NO", "wanted", "", "educator", "Casey <b>Lin",
                "act.THEFT", "true");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Say what is wanted of the officer.", "Casey &lt;b>Lin");
        assertThat(again.body().split("id=\"field-act.THEFT\"")[1].split(">")[0]).contains("checked");
        told.run(story.district(), () -> assertThat(db.fetchCount(GATE_ANSWER)).isZero());
    }

    @Test
    void theSameFormTwiceAtOnceIsOneAnswerAndOneRequest() {
        var id = UUID.randomUUID();
        var all = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> teacher.post("/gate", form(id, "FIGHT", "DISCIPLINE", "")).statusCode()))
                .toList().stream().map(CompletableFuture::join).toList();
        assertThat(all).contains(302).allMatch(code -> code == 302 || code == 303);
        told.run(story.district(), () -> {
            assertThat(db.fetchCount(GATE_ANSWER)).isOne();
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("GateAnswered"))).isOne();
        });
        await().untilAsserted(() -> assertThat(improper()).isOne());
    }

    private int improper() {
        return told.as(story.day.cast.agency(),
                () -> db.fetchCount(ACTIVITY, ACTIVITY.KIND.eq("IMPROPER_DISCIPLINE").and(
                        ACTIVITY.SCHOOL_ID.eq(story.day.school)).and(ACTIVITY.WITHDRAWN_AT.isNull())));
    }

    @Test
    void whoeverWantsAnOfficerToDisciplineMadeAnImproperRequestOfThatOfficer() {
        var at = asked(officer, "LANGUAGE", "DISCIPLINE", "");
        assertThat(officer.get(at).body()).contains("The officer steps back.", "The request is in the weekly log.");
        await().untilAsserted(() -> assertThat(improper()).isOne());
        told.run(story.day.cast.agency(), () -> assertThat(
                db.selectFrom(ACTIVITY).where(ACTIVITY.KIND.eq("IMPROPER_DISCIPLINE")).fetchSingle().getOfficerId())
                .isEqualTo(story.officer.id()));
    }

    @Test
    void aPrincipalChoosesAnotherPathAndTheSafetyDirectorIsTold() {
        var at = asked(teacher, "FIGHT", "NOTHING", "");
        assertThat(teacher.get(at).body()).doesNotContain("/overrule\"");
        assertThat(teacher.post(at + "/overrule", "to", "POLICE", "reason", REASON).statusCode()).isEqualTo(404);
        var nobody = principal.post(at + "/overrule", "to", "POLICE", "reason", REASON);
        assertThat(nobody.body()).contains("no safety director who could be told", REASON);
        aDirector();
        var brief = principal.post(at + "/overrule", "to", "POLICE", "reason", "Too brief");
        assertThat(brief.body()).contains("at least 8 words", "Too brief");
        assertThat(principal.post(at + "/overrule", "to", "EVERYWHERE", "reason", REASON).body())
                .contains("no path that can be chosen here");
        assertThat(principal.post(at + "/overrule", "to", "POLICE", "reason", REASON).statusCode()).isEqualTo(302);
        var twice = principal.post(at + "/overrule", "to", "POLICE", "reason", REASON + " again");
        assertThat(twice.body()).contains("Another path was already chosen here");
        assertThat(teacher.get(at).body()).contains("Police path", "The first answer was: School path");
        var desk = story.visit(director, Role.SAFETY_DIRECTOR);
        assertThat(desk.get("/gate/overruled").body()).contains("School path → Police path", REASON);
        assertThat(desk.get(at).body()).contains(REASON);
        told.run(story.district(), () -> {
            assertThat(db.select(DELIVERY.PERSON_ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                    .on(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).where(OUTBOUND_MESSAGE.LINK.eq(at))
                    .fetch(DELIVERY.PERSON_ID)).contains(director);
            assertThat(db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.LINK.eq(at))
                    .fetch(OUTBOUND_MESSAGE.BODY)).isNotEmpty().noneMatch(body -> body.contains("hammer"));
        });
    }

    @Test
    void forEverybodyElseAnAnswerWasNeverThere() {
        aDirector();
        var at = asked(teacher, "FIGHT", "NOTHING", "");
        assertThat(principal.get(at).statusCode()).isEqualTo(200);
        var never = teacher.get("/gate/answers/" + UUID.randomUUID());
        var other = story.visit(story.join(Role.TEACHER, "Lee Moss", story.day.school), Role.TEACHER);
        assertThat(other.get(at).statusCode()).isEqualTo(404).isEqualTo(never.statusCode());
        assertThat(officer.get(at).statusCode()).isEqualTo(404);
        assertThat(story.visit(director, Role.SAFETY_DIRECTOR).get(at).statusCode()).as("nobody overruled it")
                .isEqualTo(404);
        assertThat(app.getBean(Visitor.class)
                .signedIn(story.day.cast.coordinator(), story.day.cast.agency(), Role.COORDINATOR).get(at)
                .statusCode()).isEqualTo(404);
        var own = asked(officer, "FIGHT", "NOTHING", "");
        assertThat(officer.get(own).statusCode()).isEqualTo(200);
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(own).statusCode()).isEqualTo(404);
        assertThat(officer.get("/gate").body()).contains("You are not at a school now");
        assertThat(officer.post("/gate", form(UUID.randomUUID(), "FIGHT", "NOTHING", "")).statusCode())
                .isEqualTo(404);
        story.as(Capacity.SCHOOL_AGENT);
        story.offPost();
        assertThat(officer.get(own).statusCode()).isEqualTo(404);
        for (UUID stranger : new UUID[] {story.day.cast.agency(), story.day.cast.saguaro()})
            told.run(stranger, () -> assertThat(db.fetchCount(GATE_ANSWER)).isZero());
    }

    @Test
    void theTableRefusesWhatCannotBe() {
        asked(teacher, "FIREARM", "NOTHING", "");
        refuses("an officer who helps with what is police business", () -> db.update(GATE_ANSWER)
                .set(GATE_ANSWER.OFFICER_PART, "BY_INVITATION").execute());
        refuses("another path that nobody chose",
                () -> db.update(GATE_ANSWER).set(GATE_ANSWER.OVERRULED_TO, "SCHOOL").execute());
        refuses("the same path as another one", () -> overruled("POLICE"));
        refuses("a danger that is chosen", () -> overruled("PROTECT"));
        refuses("an answer about nothing", () -> db.update(GATE_ANSWER).set(GATE_ANSWER.ACTS, new String[0])
                .execute());
        refuses("danger on the police path", () -> db.update(GATE_ANSWER).set(GATE_ANSWER.DANGER, "UNKNOWN")
                .execute());
        told.run(story.district(), () -> assertThat(overruled("SCHOOL")).isOne());
    }

    private int overruled(String to) {
        return db.update(GATE_ANSWER).set(GATE_ANSWER.OVERRULED_TO, to)
                .set(GATE_ANSWER.OVERRULED_BY, story.principal).set(GATE_ANSWER.OVERRULED_ON, LocalDate.of(2026, 8, 3))
                .execute();
    }

    private void refuses(String what, Runnable work) {
        assertThatThrownBy(() -> told.run(story.district(), work::run)).as(what)
                .hasMessageContaining("check constraint");
    }
}
