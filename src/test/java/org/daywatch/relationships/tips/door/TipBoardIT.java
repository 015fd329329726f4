package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.relationships.Tables.TIP_BOARD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.relationships.tips.board.DoorBoards;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TipStory;
import org.daywatch.relationships.triage.TriageCommand.By;
import org.daywatch.relationships.triage.TriageCommand.Close;
import org.daywatch.relationships.triage.TriageCommand.Part;
import org.daywatch.relationships.triage.TriageCommand.Triage;
import org.daywatch.relationships.triage.board.TipBoardCount;
import org.daywatch.relationships.triage.queue.TriageCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Half of all writers never come back: the door says what tips of a school led to, as sums.
 *
 * <p>A-14 of docs/security.
 */
@TipDoorApp
class TipBoardIT {

    @Autowired ApplicationContext app;
    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired DoorBoards boards;
    @Autowired TipBoardCount count;
    @Autowired Story told;
    @Autowired TriageCommands commands;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    private TipStory story;
    private Visitor.Visit analyst;
    private DoorVisitor visitor;
    private String name;

    @BeforeEach
    void aSchool() {
        story = new TipStory(app);
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
        name = "Palo Verde School " + story.day.cast.suffix();
        told.run(story.day.cast.agency(), () -> db.update(SCHOOL).set(SCHOOL.NAME, name)
                .where(SCHOOL.ID.eq(story.day.school)).execute());
        schools.refresh();
        visitor = new DoorVisitor(door.port());
    }

    @Test
    void theDoorSaysWhatTipsLedToWhenElevenStandTogetherAndTheDiskSaysNothing() {
        assertThat(board("en")).contains("Nothing has been counted here yet").doesNotContain("Too few to say");
        for (int i = 0; i < 9; i++) closed(TipOutcome.COUNSELING);
        var reopened = closed(TipOutcome.HOSPITAL);
        TipStory.done(story.act(analyst, reopened, "reopening", "why", "It began again"));
        assertThat(count()).as("the week is not over").isZero();
        told.run(story.district(), () -> assertThat(db.select(TIP_BOARD.BODY).from(TIP_BOARD)
                .fetchSingle(TIP_BOARD.BODY)).as("no act is counted when it is done").isNull());
        week();
        assertThat(count()).isOne();
        assertThat(count()).as("once").isZero();
        assertThat(board("en")).contains("Too few to say.", "there were too few to say")
                .doesNotContain("Nothing has been counted", "counselor");
        byte[] before = sealed();

        for (int i = 0; i < 3; i++) closed(TipOutcome.COUNSELING);
        week();
        assertThat(count()).isOne();
        assertThat(board("en")).contains("From Mon, Aug 3 to Sun, Aug 16, 13 tips about this school ended",
                "Somebody talked with a counselor: <strong>nearly all, 11 or more</strong>",
                "Somebody was brought to a hospital: <strong>too few to say</strong>",
                "The police did something: <strong>none</strong>");
        assertThat(board("es")).contains("13 reportes", "casi todos, 11 o más").doesNotContain("{");
        byte[] after = sealed();
        assertThat(after).as("one length, whatever it holds").hasSameSizeAs(before);
        assertThat(new String(after, StandardCharsets.ISO_8859_1)).doesNotContain("COUNSELING",
                story.day.school.toString());
        assertThat(Arrays.equals(before, after)).isFalse();
        told.run(story.district(), () -> assertThat(db.fetchCount(TIP_BOARD)).isOne());
    }

    @Test
    void howSoonTipsAboutALifeAreOpenedIsSaidOfWholeWeeks() {
        for (int i = 1; i <= 11; i++) {
            var at = story.handed("zqlife somebody will die", true);
            clock.move(Duration.ofMinutes(i));
            analyst.get(at);
        }
        count();
        refresh();
        assertThat(board("en")).as("of a week that is under way").contains("too few to say");
        week();
        count();
        assertThat(board("en")).contains("In the last 12 weeks, half of them were opened within 6 minutes.")
                .doesNotContain("zqlife");
        assertThat(board("es")).contains("la mitad se abrió en 6 minutos o menos");
    }

    @Test
    void whatIsTypedIsAnsweredAtItsFieldAndAnotherLanguageShowsTheSameSchool() {
        assertThat(visitor.post("en", "step", "board", "school", "").body()).contains("Type the name of the school.");
        assertThat(visitor.post("en", "step", "board", "school", "zqnowhere").body())
                .contains("We do not know “zqnowhere”", "id=\"board-wrong\"").doesNotContain("id=\"school-wrong\"");
        DoorVisitor.unreadSchool(told, db, story.day.cast, story.day.cast.saguaro(), "Nobody Reads "
                + story.day.cast.suffix());
        schools.refresh();
        assertThat(visitor.post("en", "step", "board", "school", "Nobody Reads " + story.day.cast.suffix()).body())
                .contains("Nobody here reads tips for Nobody Reads");
        assertThat(visitor.post("es", "step", "board", "switch", "es", "school", name).body())
                .contains("Qué se logró con los reportes", name);
    }

    private String board(String language) {
        refresh();
        var answer = visitor.post(language, "step", "board", "school", name);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void refresh() {
        boards.refresh();
    }

    private String closed(TipOutcome outcome) {
        var at = story.handed("zqclosed They take my lunch", false);
        var by = new By(story.analyst, "Ada Cole", Part.ANALYST);
        told.run(story.district(), () -> {
            commands.act(TipStory.id(at), 1, _ -> new Triage(TipClass.ROUTINE, TipCategory.BULLYING, "", by));
            commands.act(TipStory.id(at), 2, _ -> new Close(Set.of(outcome), "Done", by));
        });
        return at;
    }

    private int count() {
        return told.as(story.district(), () -> count.count(story.district()));
    }

    private void week() {
        clock.move(Duration.ofDays(7));
        analyst = story.visit(story.analyst, Role.TIP_ANALYST);
    }

    private byte[] sealed() {
        return told.as(story.district(), () -> db.select(TIP_BOARD.BODY).from(TIP_BOARD).fetchSingle(TIP_BOARD.BODY));
    }
}
