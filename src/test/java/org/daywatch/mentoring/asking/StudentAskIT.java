package org.daywatch.mentoring.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.mentoring.Tables.STUDENT_ASK;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A student scans the poster in the hall, asks for somebody without an account, and the counselor answers. */
@DaywatchIT
class StudentAskIT {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s<]+(/ask/[\\w-]+)");

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired StudentAsks asks;
    @Autowired CaseKeys keys;
    @Autowired AskFirstScreen screen;
    @Autowired Texts texts;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private UUID school;
    private Visit counselor;
    private String poster;

    @BeforeEach
    void aCounselorHangsAPoster() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 2)).school();
        counselor = visit(Role.COUNSELOR, cast.mesquite(), school);
        assertThat(counselor.get("/mentoring/asks").body()).contains("No poster leads here yet");
        poster = hang();
    }

    @Test
    void aStudentAsksInSpanishAndTheCounselorReadsItAndSaysWhatCameOfIt() {
        assertThat(visitor.stranger().get(poster + "?lang=es").body()).contains("¿Te gustaría hablar con alguien?",
                "988");
        assertThat(ask("name", "Linnea Sorrel", "wish", "MENTOR", "interest-MUSIC", "true", "words",
                "Los martes en el almuerzo", "lang", "es")).isEqualTo(302);
        assertThat(visitor.stranger().get(poster + "?sent=true&lang=es").body()).contains("Ya lo pediste");
        assertThat(counselor.get("/mentoring/asks").body()).contains("Linnea Sorrel", "Los martes en el almuerzo",
                "Asked today");
        clock.move(Duration.ofDays(3));
        assertThat(counselor.get("/mentoring/asks").body()).contains("Waiting 3 days");
        assertThat(counselor.get("/mentoring").body()).contains("href=\"/mentoring/asks\"");
        assertThat(first(Role.COUNSELOR)).anyMatch(line -> line.late() && line.text().contains("has waited 3 days"));
        assertThat(first(Role.PRINCIPAL)).isEmpty();
        assertThat(answer(counselor, "TALKED")).isEqualTo(302);
        assertThat(counselor.get("/mentoring/asks").body()).contains("Talked with the student", "Nobody is waiting");
        story.run(cast.mesquite(), () -> {
            assertThat(db.fetch(OUTBOUND_MESSAGE).toString()).contains("STUDENT_ASKED").doesNotContain("Linnea");
            assertThat(db.fetch(AUDIT_LINE).toString()).doesNotContain("Linnea").doesNotContain("almuerzo");
        });
    }

    @Test
    void nobodyElseReadsItAndTheCodeOpensNothingButItsForm() {
        ask("name", "Linnea Sorrel", "wish", "TALK");
        for (var role : List.of(Role.PRINCIPAL, Role.TEACHER, Role.FRONT_OFFICE, Role.SAFETY_DIRECTOR))
            assertThat(visit(role, cast.mesquite(), role.atOneSchool() ? school : null).get("/mentoring/asks").body())
                    .as(role.name()).doesNotContain("Linnea");
        var elsewhere = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1)).school();
        var other = visit(Role.COUNSELOR, cast.mesquite(), elsewhere);
        assertThat(other.get("/mentoring/asks").body()).doesNotContain("Linnea");
        assertThat(answer(other, "NOT_FOUND")).isEqualTo(404);
        assertThat(visitor.stranger().get(poster).body()).doesNotContain("Linnea");
        assertThat(visitor.stranger().get("/ask/" + "A".repeat(54)).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormThatLacksANameComesBackWithWhatWasTyped() {
        var wrong = visitor.stranger().post(poster, "name", " ", "words", "after band practice", "wish", "MENTOR",
                "form", Ids.next().toString());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("after band practice");
        assertThat(count()).isZero();
    }

    @Test
    void aNewPosterEndsTheOneBeforeAndTheSameFormTwiceIsOneAsk() {
        var form = Ids.next().toString();
        List.of(1, 2, 3).stream()
                .map(i -> CompletableFuture.supplyAsync(() -> visitor.stranger()
                        .post(poster, "name", "Linnea Sorrel", "wish", "TALK", "form", form).statusCode()))
                .toList().forEach(CompletableFuture::join);
        assertThat(count()).isBetween(1, 3);
        hang();
        assertThat(visitor.stranger().get(poster).statusCode()).isEqualTo(404);
    }

    @Test
    void twoCounselorsAnswerAndOneOfThemIsToldThatItWasAnswered() {
        ask("name", "Linnea Sorrel", "wish", "TALK");
        var id = story.as(cast.mesquite(), () -> db.fetchSingle(STUDENT_ASK).getId());
        assertThat(counselor.post("/mentoring/asks/" + id + "/answer", "outcome", "NOTHING", "form",
                Ids.next().toString()).statusCode()).isEqualTo(302);
        List.of("TALKED", "NOT_FOUND", "TALKED").stream()
                .map(outcome -> CompletableFuture.supplyAsync(() -> answer(counselor, outcome))).toList()
                .forEach(CompletableFuture::join);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE,
                AUDIT_LINE.ACTION.eq("StudentAskAnswered")))).isOne();
    }

    @Test
    void whatWasTypedLiesSealedAndGoesWithItsKey() {
        ask("name", "Linnea Sorrel", "wish", "TALK", "words", "my secret place");
        var row = story.as(cast.mesquite(), () -> db.fetchSingle(STUDENT_ASK));
        assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("Linnea", "secret");
        answer(counselor, "TALKED");
        clock.move(Duration.ofDays(91));
        story.run(cast.mesquite(), () -> asks.forget(cast.mesquite(), clock.instant().minus(Duration.ofDays(90))));
        assertThat(count()).isZero();
        assertThat(story.as(cast.mesquite(), () -> keys.open(cast.mesquite(), row.getId(), row.getBody(),
                "mentoring.student_ask.body " + row.getId()))).isEmpty();
    }

    private List<FirstScreenLines.Line> first(Role role) {
        var actor = new Actor(story.join(cast.mesquite(), "first", role, school), "Dana Wren", cast.mesquite(), "",
                role, role.defaults(), school, Capacity.NONE, new UUID(0, 0), "en");
        var page = new Page("", "en", texts, actor, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null, "/",
                false, 0,
                Map.of(), Map.of());
        return story.as(cast.mesquite(), () -> screen.of(page, actor));
    }

    private String hang() {
        var made = ADDRESS.matcher(counselor.post("/mentoring/asks/poster", "form", Ids.next().toString()).body());
        assertThat(made.find()).isTrue();
        return made.group(1);
    }

    private int ask(String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("form", Ids.next().toString()));
        return visitor.stranger().post(poster, all.toArray(String[]::new)).statusCode();
    }

    private int answer(Visit who, String outcome) {
        var id = story.as(cast.mesquite(), () -> db.fetchSingle(STUDENT_ASK).getId());
        return who.post("/mentoring/asks/" + id + "/answer", "outcome", outcome, "form", Ids.next().toString())
                .statusCode();
    }

    private int count() {
        return story.as(cast.mesquite(), () -> db.fetchCount(STUDENT_ASK));
    }

    private Visit visit(Role role, UUID organization, @Nullable UUID at) {
        return visitor.signedIn(story.join(organization, role.name(), role, at), organization, role);
    }
}
