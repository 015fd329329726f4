package org.daywatch.training.sessions.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.training.Tables.LESSON_SESSION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Role;
import org.daywatch.training.sessions.SessionTimers;
import org.daywatch_db.training.tables.records.LessonSessionRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the phone of an officer kept of a lesson arrives by one address, once, with the times of its taps. */
@DaywatchIT
class LessonTapsIT {

    private static final Instant MORNING = Instant.parse("2026-08-07T14:10:00Z"); // 07:10 in Phoenix
    private static final Instant BEGUN = Instant.parse("2026-08-07T16:02:00Z");
    private static final Instant OVER = Instant.parse("2026-08-07T16:49:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired SessionTimers timers;
    @Autowired DSLContext db;

    private PostedDay day;
    private PostedDay.Officer dana;
    private Visit desk;
    private UUID lesson;

    @BeforeEach
    void danaIsOnPostAndHasALessonInTheThirdPeriod() {
        clock.setTo(MORNING);
        day = new PostedDay(app);
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3), LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR, LocalTime.of(7, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
        });
        story.run(day.cast.mesquite(), () -> app.getBean(ClassRosters.class).setPeriods(app.getBean(Campuses.class).find(day.school).orElseThrow(), ClassPeriod.read("3 09:00-09:50")));
        dana = day.officer("Dana Vega");
        var post = day.post(clock.instant());
        desk = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        var accepted = desk.post("/offers/" + post + "/acceptance").headers().firstValue("location").orElseThrow();
        desk.post("/shifts/" + accepted.substring(accepted.lastIndexOf('/') + 1) + "/check-in", "code", day.deskCode());
        desk.post("/lessons/sessions/new", "form", UUID.randomUUID().toString(), "school", day.school.toString(), "lesson", "BULLYING-BYSTANDER", "language", "en", "audience", "COHORT",
                "label", "Civics, period 3", "day", "2026-08-07", "period", "3");
        lesson = story.as(day.cast.agency(), () -> db.select(LESSON_SESSION.ID).from(LESSON_SESSION).fetchSingle(LESSON_SESSION.ID));
    }

    @Test
    void whatThePhoneSendsADayLaterStillCountsAndEveryRefusalSaysWhatIsWrong() {
        clock.setTo("2026-08-08T16:00:00Z");
        assertThat(story.as(day.cast.agency(), timers::missed)).isOne();
        desk = visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(tap("act", "SLEEP", "at", BEGUN.toString()).statusCode()).isEqualTo(400);
        assertThat(tap("act", "BEGIN", "at", "noon").body()).contains("\"at\"", "lost its time");
        assertThat(tap("act", "BEGIN", "at", "2026-07-01T16:00:00Z").body()).contains("four weeks");
        assertThat(tap("act", "BEGIN", "at", "2026-08-08T15:00:00Z").statusCode()).as("another day").isEqualTo(409);
        assertThat(tap("act", "END", "at", OVER.toString()).statusCode()).as("not begun").isEqualTo(409);
        var id = UUID.randomUUID().toString();
        for (int twice = 0; twice < 2; twice++) assertThat(tap("id", id, "act", "BEGIN", "at", BEGUN.toString()).statusCode()).isEqualTo(200);
        assertThat(tap("act", "END", "at", OVER.toString()).statusCode()).isEqualTo(200);
        assertThat(tap("act", "RECORD", "at", OVER.toString(), "minutes", "900").body()).contains("\"minutes\"", "900");
        assertThat(tap("act", "RECORD", "at", OVER.toString(), "minutes", "47", "people", "26").statusCode()).isEqualTo(200);
        assertThat(row()).extracting(LessonSessionRecord::getState, LessonSessionRecord::getTaughtFrom, LessonSessionRecord::getMinutes).containsExactly("TAUGHT", BEGUN, 47);
        assertThat(tap("act", "RECORD", "at", OVER.toString(), "minutes", "30").statusCode()).as("it is written down").isEqualTo(409);

        var other = day.officer("Lee Moss");
        desk = visitor.signedIn(other.person(), day.cast.agency(), Role.OFFICER);
        assertThat(tap("act", "BEGIN", "at", BEGUN.toString()).statusCode()).as("another officer").isEqualTo(404);
        var stranger = story.cast();
        desk = visitor.signedIn(stranger.coordinator(), stranger.agency(), Role.COORDINATOR);
        assertThat(tap("act", "BEGIN", "at", BEGUN.toString()).statusCode()).as("another agency, and no teacher").isEqualTo(403);
    }

    private java.net.http.HttpResponse<String> tap(String... fields) {
        var all = new ArrayList<>(List.of(fields));
        if (!all.contains("id")) all.addAll(List.of("id", UUID.randomUUID().toString()));
        all.addAll(List.of("lesson", lesson.toString()));
        return desk.queued("/lessons/sessions/taps", all.toArray(String[]::new));
    }

    private LessonSessionRecord row() {
        return story.as(day.cast.agency(), () -> db.selectFrom(LESSON_SESSION).where(LESSON_SESSION.ID.eq(lesson)).fetchSingle());
    }
}
