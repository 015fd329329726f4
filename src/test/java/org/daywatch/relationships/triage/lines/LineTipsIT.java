package org.daywatch.relationships.triage.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.LINE_TIP;
import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP;
import static org.daywatch_db.relationships.Tables.TIP_RECEIPT;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.triage.TipStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * An analyst takes in the file of a state's line.
 *
 * <p>A-01 of docs/security.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class LineTipsIT {

    private static final String PAGE = "/nameless-tips/import";
    private static final String HEAD = "line,id,received,school,category,about_a_life,language,words\n";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired DSLContext db;
    private TipStory story;
    private Visitor.Visit analyst;
    private String code;

    @BeforeEach
    void aDistrict() {
        story = new TipStory(app);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        code = "S" + UUID.randomUUID().toString().substring(0, 8);
        told.run(story.day.cast.agency(), () -> db.update(SCHOOL).set(SCHOOL.STATE_ID, code)
                .where(SCHOOL.ID.eq(story.day.school)).execute());
    }

    @Test
    void goodRowsEnterTheQueueOnceAndTheOthersAreNamed() {
        assertThat(analyst.get("/nameless-tips").body()).contains("href=\"" + PAGE);
        assertThat(analyst.get(PAGE).body()).contains("about_a_life", "It is not kept");
        var file = HEAD + row("1", code, "BULLYING", "no", "es", "zqbus My lunch is taken")
                + row("2", "Nowhere High", "", "no", "en", "zqlost words")
                + row("3", code, "", "no", "en", "zqthree In the hall");
        var answer = take(file);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Line 3, school: “Nowhere High” is no school of this district",
                "All others are in the queue").doesNotContain("zqlost");
        assertThat(count()).isEqualTo(2);
        take(file);
        assertThat(count()).as("the same file again").isEqualTo(2);
        assertThat(take(HEAD + row("3", code, "", "no", "en", "zqthree In the hall")).statusCode()).isEqualTo(302);
        assertThat(analyst.get("/nameless-tips").body()).contains("No new tip was taken in. 1 was here before.");
        assertThat(count()).isEqualTo(2);
        var id = told.as(story.district(), () -> db.select(LINE_TIP.TIP_ID).from(LINE_TIP)
                .where(LINE_TIP.NUMBER.eq("1")).fetchSingle(LINE_TIP.TIP_ID));
        var page = analyst.get("/nameless-tips/" + id).body();
        assertThat(page).contains("zqbus My lunch is taken", "State line: Hotline, number 1", "Bullying",
                "This tip came from a state line").doesNotContain("The writer uses the English page", "answer-words");
        story.routed(analyst, "/nameless-tips/" + id, "ROUTINE");
        assertThat(story.visit(story.principal, Role.PRINCIPAL).get("/nameless-tips/" + id).body())
                .contains("zqbus", "State line: Hotline");
    }

    @Test
    void wordsLieSealedAndNothingOfTheFileIsKept() {
        take(HEAD + row("1", code, "THREAT", "no", "en", "zqsealed words"));
        told.run(story.district(), () -> {
            var tip = db.selectFrom(TIP).fetchSingle();
            assertThat(new String(tip.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("zqsealed");
            var line = db.selectFrom(LINE_TIP).fetchSingle();
            assertThat(new String(line.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("THREAT", "2026");
            assertThat(db.fetchCount(TIP_RECEIPT, TIP_RECEIPT.TIP_ID.eq(tip.getId()))).isZero();
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE).where(AUDIT_LINE.ACTION.eq("LineTipsTaken"))
                    .fetchSingle(AUDIT_LINE.DETAIL)).contains("taken").doesNotContain("zqsealed", "Hotline");
            assertThat(db.selectFrom(QUEUED_TIP).fetchSingle().getHandedOn()).as("a routine one has no moment")
                    .isNull();
        });
        for (UUID other : new UUID[] {story.day.cast.agency(), story.day.cast.saguaro()})
            told.run(other, () -> assertThat(db.fetchCount(LINE_TIP)).isZero());
    }

    @Test
    void oneAboutALifeIsToldAtOnceAlthoughAnotherRowIsWrong() {
        take(HEAD + row("1", code, "SUICIDE", "yes", "en", "zqlife Pills") + row("2", "", "", "no", "en", "x"));
        told.run(story.district(), () -> assertThat(db.select(DELIVERY.PERSON_ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID), OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(OUTBOUND_MESSAGE.TOPIC.eq("LIFE_TIP")).fetch(DELIVERY.PERSON_ID)).contains(story.analyst));
    }

    @Test
    void aSchoolOfAnotherDistrictIsNoneAndNobodyElseTakesTipsIn() {
        var stranger = new TipStory(app);
        var answer = stranger.visit(stranger.analyst, Role.TIP_ANALYST).upload(PAGE, "tips.csv",
                HEAD + row("1", code, "", "no", "en", "words"), "form", UUID.randomUUID().toString());
        assertThat(answer.body()).contains("is no school of this district");
        assertThat(take("school,words\nx,y\n").body()).contains("the heading lacks line, id, received");
        for (var other : new Visitor.Visit[] {story.visit(story.principal, Role.PRINCIPAL),
                story.visit(story.officer.person(), Role.OFFICER),
                story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR)}) {
            assertThat(other.get(PAGE).statusCode()).isEqualTo(404);
            assertThat(other.upload(PAGE, "tips.csv", HEAD, "form", UUID.randomUUID().toString()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(count()).isZero();
    }

    private java.net.http.HttpResponse<String> take(String file) {
        return analyst.upload(PAGE, "tips.csv", file, "form", UUID.randomUUID().toString());
    }

    private static String row(String number, String school, String category, String life, String language,
            String words) {
        return "Hotline," + number + ",2026-08-03 05:30," + school + "," + category + "," + life + "," + language + ","
                + words + "\n";
    }

    private int count() {
        return told.as(story.district(), () -> db.fetchCount(QUEUED_TIP));
    }
}
