package org.daywatch.prevention.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.ROUND;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch_db.prevention.tables.records.RoundRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A round nobody ended, a sweep that was walked with a pencil, and a week of which somebody has to be told. */
@DaywatchIT
class ForgottenRoundsIT {

    private static final Instant WEDNESDAY = Instant.parse("2026-09-09T15:00:00Z"); // 8 o'clock at the school
    private static final String MISSING = "door check was not done at Ocotillo High";
    private static final String PARTLY = "door check at Ocotillo High missed 2 doors";
    private static final String NOT_YET = "Door check not done this week at Ocotillo High";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired CheckpointCommands checkpoints;
    @Autowired CheckpointStore store;
    @Autowired RoundCommands rounds;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;
    private List<Checkpoint> doors;

    @BeforeEach
    void aSchoolWithFourOuterDoors() {
        clock.setTo("2026-08-24T15:00:00Z");
        day = new PostedDay(app);
        Campus school = story.as(day.cast.agency(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        story.run(day.cast.mesquite(), () -> {
            for (int door = 1; door <= 4; door++)
                checkpoints.add(day.cast.agency(), school,
                        CheckpointForm.read(Map.of("kind", "DOOR", "name", "Door " + door, "outer", "yes")),
                        "Pat Greer");
        });
        doors = story.as(day.cast.mesquite(), () -> store.active(List.of(day.school)));
        principal = visitor.signedIn(story.as(day.cast.agency(),
                () -> organizations.join(day.cast.mesquite(), "principal" + day.cast.suffix() + "@forgotten.example",
                        "Pat Greer", Role.PRINCIPAL, day.school)),
                day.cast.mesquite(), Role.PRINCIPAL);
    }

    @Test
    void aRoundNobodyEndedIsLeftAfterHoursUntilThePhoneStillEndsIt() {
        clock.setTo(WEDNESDAY);
        var id = begun();
        tapped(id, "act", "SEE", "checkpoint", doors.getFirst().id().toString(), "result", "AS_IT_MUST_BE", "at",
                WEDNESDAY.plusSeconds(300).toString());
        clock.setTo(WEDNESDAY.plus(Duration.ofHours(4)).minusSeconds(1));
        assertThat(leave()).as("a second before its four hours are over").isZero();
        assertThat(principal.get("/school").body()).contains("A round is still open: Door check, Ocotillo High");
        clock.setTo(WEDNESDAY.plus(Duration.ofHours(4)));
        assertThat(leave()).isOne();
        assertThat(leave()).as("once").isZero();
        assertThat(round(id).getState()).isEqualTo("ABANDONED");
        assertThat(principal.get("/rounds/" + id).body()).contains("Not finished",
                "This round was left open for hours.");
        assertThat(principal.get("/school").body()).doesNotContain("A round is still open");
        tapped(id, "act", "SEE", "checkpoint", doors.get(1).id().toString(), "result", "PROPPED", "at",
                WEDNESDAY.plusSeconds(600).toString());
        assertThat(round(id).getState()).as("what the phone still had opens it").isEqualTo("WALKING");
        clock.setTo(WEDNESDAY.plus(Duration.ofHours(30))); // they find it on their phone the next day
        tapped(id, "act", "FINISH", "at", WEDNESDAY.plus(Duration.ofHours(30)).toString());
        assertThat(round(id).getState()).isEqualTo("FINISHED");
        assertThat(round(id).getMinutes()).as("it lasted until the last door they saw").isEqualTo(10);
        assertThat(round(id).getChecked() + " of " + round(id).getCheckpoints()).isEqualTo("2 of 4");
    }

    @Test
    void aSweepWalkedWithAPencilIsEnteredOnceWithWhatStoodOpen() {
        clock.setTo(WEDNESDAY.plus(Duration.ofHours(1)));
        String form = Ids.next().toString();
        String third = "result-" + doors.get(2).id();
        var tooSoon = principal.post("/rounds/paper", "form", form, "school", day.school.toString(), "day",
                "2026-09-09", "from", "08:50", "to", "09:30", "rest", "on", third, "PROPPED");
        assertThat(tooSoon.statusCode()).isEqualTo(400);
        assertThat(tooSoon.body()).as("what was typed is still there").contains(
                "The end time is in the future. Enter the door check after it is done.", "value=\"08:50\"",
                "value=\"09:30\"");
        var nothing = principal.post("/rounds/paper", "form", form, "school", day.school.toString(), "day",
                "2026-09-09", "from", "08:10", "to", "08:40");
        assertThat(nothing.body()).contains("choose a result for each door");
        for (int i = 0; i < 2; i++) {
            var entered = principal.post("/rounds/paper", "form", form, "school", day.school.toString(), "day",
                    "2026-09-09", "from", "08:10", "to", "08:40", "rest", "on", third, "PROPPED",
                    "note-" + doors.get(2).id(), "A brick.");
            assertThat(entered.headers().firstValue("location").orElse("")).endsWith("/rounds/" + form);
        }
        var all = story.as(day.cast.agency(), () -> db.selectFrom(ROUND).where(ROUND.SCHOOL_ID.eq(day.school)).fetch());
        assertThat(all).as("a form counts once").singleElement().satisfies(r -> {
            assertThat(r.getStartedAt()).isEqualTo(Instant.parse("2026-09-09T15:10:00Z"));
            assertThat(r.getMinutes()).isEqualTo(30);
            assertThat(r.getChecked() + " of " + r.getCheckpoints() + ", " + r.getBreaches()).isEqualTo("4 of 4, 1");
            assertThat(r.getWalkerName()).isEqualTo("Pat Greer");
        });
        assertThat(story.as(day.cast.agency(),
                () -> db.select(FINDING.WHAT).from(FINDING).where(FINDING.SCHOOL_ID.eq(day.school))
                        .fetch(FINDING.WHAT)))
                .singleElement().asString()
                .contains("Door 3", "A brick.");
        assertThat(principal.get("/rounds/sweeps/" + day.school).body()).contains("All doors checked", "A brick.");
    }

    @Test
    void whoWalksIsToldOfLastWeeksSweepAlsoOnceThisWeeksIsDone() {
        clock.setTo(WEDNESDAY);
        assertThat(firstScreen()).contains(MISSING).doesNotContain(NOT_YET);
        sweep("2026-09-08", 4);
        assertThat(firstScreen()).as("this week is swept, last week still has none").contains(MISSING)
                .doesNotContain(NOT_YET);
        sweep("2026-09-02", 2);
        assertThat(firstScreen()).as("half of last week's was found in a drawer").contains(PARTLY)
                .doesNotContain(MISSING);
        sweep("2026-09-03", 4);
        assertThat(firstScreen()).as("and then all of it").doesNotContain(PARTLY, MISSING, NOT_YET);
        clock.setTo(WEDNESDAY.plus(Duration.ofDays(7)));
        assertThat(firstScreen()).as("last week was swept, this one waits").contains(NOT_YET).doesNotContain(PARTLY,
                MISSING);
        sweep("2026-09-15", 3);
        assertThat(firstScreen()).as("a door is left, and there is time").contains(NOT_YET);
        sweep("2026-09-16", 4);
        assertThat(firstScreen()).doesNotContain(PARTLY, MISSING, NOT_YET);
    }

    private String firstScreen() {
        return principal.get("/school").body();
    }

    /** Copied from paper. @param seen so many of the doors, the others not reached */
    private void sweep(String day, int seen) {
        var fields = new java.util.ArrayList<>(List.of("form", Ids.next().toString(), "school",
                this.day.school.toString(), "day", day, "from", "07:10", "to", "07:40", "rest", "on"));
        doors.subList(seen, doors.size()).forEach(door -> fields.addAll(List.of("result-" + door.id(), "NOT_REACHED")));
        assertThat(principal.post("/rounds/paper", fields.toArray(String[]::new)).statusCode()).isEqualTo(302);
    }

    private UUID begun() {
        var id = Ids.next();
        tapped(id, "act", "START", "school", day.school.toString(), "kind", "SWEEP", "at", clock.instant().toString());
        return id;
    }

    /** As the phone sends it. */
    private void tapped(UUID round, String... fields) {
        var all = new java.util.ArrayList<>(List.of("id", Ids.next().toString(), "round", round.toString()));
        all.addAll(List.of(fields));
        assertThat(principal.queued("/rounds/entries", all.toArray(String[]::new)).statusCode()).isEqualTo(200);
    }

    private int leave() {
        return story.as(day.cast.agency(), () -> rounds.leave());
    }

    private RoundRecord round(UUID id) {
        return story.as(day.cast.agency(), () -> db.selectFrom(ROUND).where(ROUND.ID.eq(id)).fetchSingle());
    }
}
