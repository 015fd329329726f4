package org.daywatch._story;

import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.daywatch.staffing.schedules.weeks.ScheduleCommands;
import org.daywatch.staffing.schedules.weeks.ScheduleJobs;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * A process of its own: it works out a roster, or publishes the one there is, and says so as soon as the first places
 * are written. Then somebody kills it. Arguments: the data, the file to tell in, and to publish: agency and roster.
 */
public final class RosteringUntilKilled {

    public static final int POSTS = 110;
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);

    private final ApplicationContext app;
    private final Story story;

    private RosteringUntilKilled(ApplicationContext app) {
        this.app = app;
        this.story = app.getBean(Story.class);
    }

    public static void main(String[] arguments) throws Exception {
        var here = new RosteringUntilKilled(WholeApp.start(Path.of(arguments[0])));
        if (arguments.length == 2) here.solve(Path.of(arguments[1]));
        else here.publish(Path.of(arguments[1]), UUID.fromString(arguments[2]), UUID.fromString(arguments[3]));
    }

    /** Posts of an hour one after the other, so that three officers can stand at all of them, and each is worth it. */
    private void solve(Path told) throws Exception {
        app.getBean(TestClock.class).setTo("2026-08-08T14:00:00Z");
        var day = new PostedDay(app);
        for (var name : new String[] {"Dana Vega", "Lee Ortega", "Sam Rivers"}) day.officer(name);
        for (int i = 0; i < POSTS; i++)
            day.post(Instant.parse("2026-08-10T07:00:00Z").plus(Duration.ofHours(i)), Duration.ofHours(1));
        var agency = day.cast.agency();
        UUID roster = Tenancy.as(Scope.system(agency),
                () -> app.getBean(ScheduleCommands.class).fill(MONDAY, MONDAY.plusDays(6), 1, null));
        work(agency, () -> app.getBean(ScheduleJobs.class).next());
        tell(told, agency, roster, ROSTER_PLACE.POST_ID.isNotNull());
    }

    private void publish(Path told, UUID agency, UUID roster) throws Exception {
        app.getBean(TestClock.class).setTo("2026-08-08T14:01:00Z");
        Tenancy.run(Scope.system(agency), () -> {
            if (!app.getBean(ScheduleStore.class).get(roster).working())
                throw new IllegalStateException("The roster was worked out before anybody was killed.");
            app.getBean(ScheduleJobs.class).next();
            app.getBean(SchedulePublishing.class).ask(roster, null, "Proposed in the schedule.", null);
        });
        work(agency, () -> app.getBean(SchedulePublishing.class).next());
        tell(told, agency, roster, ROSTER_PLACE.OUTCOME.isNotNull());
    }

    private static void work(UUID agency, Runnable job) {
        Thread.ofPlatform().daemon().start(() -> Tenancy.run(Scope.system(agency), job));
    }

    private void tell(Path told, UUID agency, UUID roster, Condition written) throws IOException, InterruptedException {
        var db = app.getBean(DSLContext.class);
        while (story.as(agency, () -> db.fetchCount(ROSTER_PLACE, ROSTER_PLACE.ROSTER_ID.eq(roster).and(written))) == 0)
            Thread.sleep(1);
        Files.move(Files.writeString(told.resolveSibling("half"), agency + " " + roster), told);
        Thread.sleep(Duration.ofMinutes(5));
    }
}
