package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP_TOLD;

import java.time.Duration;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hoax that many write: one line of the queue, one end for all, and the one that is meant still calls. */
@DaywatchIT
class TipPilesIT {

    private static final Pattern MEANT = Pattern.compile("/nameless-tips/[0-9a-f-]{36}(?=\">If it may be meant)");
    private static final Pattern PILE = Pattern.compile("/nameless-tips/piles/[0-9a-f-]{36}");

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    private TipStory story;
    private Visitor.Visit analyst;

    @BeforeEach
    void aDistrict() {
        story = new TipStory(app);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
    }

    @Test
    void manyTipsAlikeAreOneLineClosedTogetherAndTheOneAboutALifeCalls() {
        for (int i = 0; i < 9; i++) story.handed("zqbomb There is a bomb in the gym" + "!".repeat(i), false);
        assertThat(analyst.get("/nameless-tips").body()).doesNotContain("much alike");
        var apart = story.handed("zqother They take my lunch every day", false);
        for (int i = 0; i < 11; i++) story.handed("zqbomb there is a BOMB in the gym", false);
        var list = analyst.get("/nameless-tips").body();
        assertThat(list).contains("20 tips much alike about Ocotillo High", TipStory.id(apart).toString());
        assertThat(list.split("class=\"card\"", -1)).as("the pile and the other one").hasSize(3);
        told.run(story.district(), () -> {
            assertThat(db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.in("LIFE_TIP", "TIP_WAITS"))).isZero();
            assertThat(db.fetchCount(TIP_TOLD)).isZero();
        });
        var life = story.handed("zqbomb there is a bomb in the gym", true);
        told.run(story.district(), () -> assertThat(db.fetchCount(TIP_TOLD, TIP_TOLD.TIP_ID.eq(TipStory.id(life))))
                .as("it calls").isPositive());
        var found = PILE.matcher(list);
        assertThat(found.find()).isTrue();
        var pile = found.group();
        var read = analyst.get(pile).body();
        assertThat(read).contains("Written 11 times", "Written once", "One more of them is about a life",
                TipStory.id(life).toString(), "Close 20 tips").doesNotContain("zqother");
        assertThat(read.indexOf("Written once")).as("what is rare stands first")
                .isLessThan(read.indexOf("Written 11 times"));

        var one = MEANT.matcher(read);
        assertThat(one.find()).as("one that may be meant is opened").isTrue();
        story.routed(analyst, one.group(), "LIFE_SAFETY");
        assertThat(analyst.get("/nameless-tips").body()).as("and has a line of its own").contains(one.group(),
                "19 tips much alike");
        story.handed("zqbomb there is a bomb in the gym", false);
        story.handed("zqbomb there is a bomb in the gym", false);
        assertThat(close(pile, "20", "isFALSE_WITH_INTENT", "true").statusCode()).as("one came since").isEqualTo(412);
        assertThat(close(pile, "21", "isFALSE_WITH_INTENT", "true", "isMISTAKEN", "true").statusCode())
                .isNotEqualTo(302);
        told.run(story.district(), () -> assertThat(db.fetchCount(QUEUED_TIP, QUEUED_TIP.STATE.eq("CLOSED"))).isZero());
        TipStory.done(close(pile, "21", "isFALSE_WITH_INTENT", "true"));
        told.run(story.district(), () -> {
            assertThat(db.fetchCount(QUEUED_TIP, QUEUED_TIP.STATE.eq("CLOSED"))).isEqualTo(21);
            assertThat(db.select(QUEUED_TIP.STATE).from(QUEUED_TIP).where(QUEUED_TIP.ID.eq(TipStory.id(life)))
                    .fetchSingle(QUEUED_TIP.STATE)).isEqualTo("RECEIVED");
        });
        assertThat(analyst.get(pile).statusCode()).isEqualTo(404);
        assertThat(analyst.get("/nameless-tips").body()).contains(TipStory.id(life).toString(),
                TipStory.id(apart).toString()).doesNotContain("much alike");
    }

    @Test
    void whatCameMoreThanAnHourApartIsNoPileAndNobodyButAnAnalystComesUponOne() {
        for (int i = 0; i < 9; i++) story.handed("zqfire There is a fire in hall B", false);
        clock.move(Duration.ofMinutes(61));
        for (int i = 0; i < 9; i++) story.handed("zqfire There is a fire in hall B", false);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        assertThat(analyst.get("/nameless-tips").body()).doesNotContain("much alike");
        story.handed("zqfire There is a fire in hall B", false);
        var list = analyst.get("/nameless-tips").body();
        assertThat(list).contains("10 tips much alike");
        var found = PILE.matcher(list);
        assertThat(found.find()).isTrue();
        for (var role : new Role[] {Role.PRINCIPAL, Role.COUNSELOR})
            assertThat(story.visit(story.join(role, "Robin Oak", story.day.school), role).get(found.group())
                    .statusCode()).isEqualTo(404);
        var elsewhere = new TipStory(app);
        assertThat(elsewhere.visit(elsewhere.analyst, Role.TIP_ANALYST).get(found.group()).statusCode())
                .isEqualTo(404);
    }

    private java.net.http.HttpResponse<String> close(String pile, String tips, String... fields) {
        var all = java.util.Arrays.copyOf(fields, fields.length + 6);
        var more = java.util.List.of("tips", tips, "category", "THREAT", "words", "A joke of one class");
        for (int i = 0; i < 6; i++) all[fields.length + i] = more.get(i);
        return analyst.post(pile + "/end", all);
    }
}
