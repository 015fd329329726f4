package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Browser;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.lessons.Lessons;
import org.springframework.context.ApplicationContext;

/** One of our own lessons, planned into a period, begun, ended and written down on the pages an officer uses. */
final class StarterLesson extends PlannedLesson {

    static final String CODE = "BULLYING-BYSTANDER";
    private static final String DAY = "2026-08-11";
    private static final String PERIOD = "3"; // from nine to ten minutes to ten

    private StarterLesson(ApplicationContext app, int port, PostedDay day, UUID officer, UUID session) {
        super(app, port, day.cast, officer, day.school, session, app.getBean(Story.class).as(day.cast.agency(),
                () -> app.getBean(Lessons.class).find(CODE, 1, "en").orElseThrow()));
    }

    static StarterLesson planned(ApplicationContext app, int port) {
        var clock = app.getBean(TestClock.class);
        var story = app.getBean(Story.class);
        clock.setTo(BEGINS.minus(Duration.ofHours(2)));
        var day = new PostedDay(app);
        story.run(day.cast.agency(), () -> {
            app.getBean(Calendars.class).create(day.cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 3),
                    LocalDate.of(2027, 5, 21));
            app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                    LocalTime.of(7, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 3)));
        });
        story.run(day.cast.mesquite(),
                () -> app.getBean(ClassRosters.class).setPeriods(
                        app.getBean(Campuses.class).find(day.school).orElseThrow(),
                        ClassPeriod.read("3 09:00-09:50\n4 10:00-10:50")));
        var officer = day.officer("Dana Vega").person();
        var post = day.post(clock.instant());
        var desk = Browser.of(app, port, officer, day.cast.agency(), Role.OFFICER);
        desk.get("/offers");
        var shift = desk.post("/offers/" + post + "/acceptance").uri().getPath();
        desk.get("/my-day");
        desk.post(shift + "/check-in", "code=" + day.deskCode());
        desk.get("/lessons/sessions/new?lesson=" + CODE);
        var planned = desk.post("/lessons/sessions/new", "school=" + day.school, "lesson=" + CODE, "language=en",
                "day=" + DAY, "label=7B", "period=" + PERIOD, "audience=COHORT", "form=" + Ids.next());
        String at = planned.uri().getPath();
        assertThat(at).as(planned.body()).matches("/lessons/sessions/[0-9a-f-]{36}");
        assertThat(planned.body()).contains("7B");
        return new StarterLesson(app, port, day, officer, UUID.fromString(at.substring(at.lastIndexOf('/') + 1)));
    }

    /** Begun a minute late, ended now, written down with every point of the list. */
    @Override
    void taught(int people) {
        var clock = app.getBean(TestClock.class);
        var now = clock.instant();
        String own = "/lessons/sessions/" + session;
        clock.setTo(BEGINS.plus(Duration.ofMinutes(1)));
        var desk = desk();
        desk.get(own);
        assertThat(desk.post(own + "/begin").statusCode()).isEqualTo(200);
        clock.setTo(now);
        desk = desk();
        desk.get(own);
        var page = desk.post(own + "/end").body();
        assertThat(page).as("from the minute it began to this one").contains("value=\"45\"", "value=\"09:01\"");
        var fields = new ArrayList<>(List.of("minutes=45", "people=" + people, "preparation=10", "teacherThere=yes",
                "used=1 en", "day=" + DAY, "from=09:01"));
        for (int point = 0; page.contains("name=\"mark" + point + "\""); point++) fields.add("mark" + point + "=DONE");
        assertThat(fields.size()).as("points of the fidelity list").isGreaterThan(8);
        assertThat(desk.post(own + "/record", fields.toArray(String[]::new)).body()).contains("Taught");
    }
}
