package org.daywatch.staffing.schedules.weeks;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.ROSTER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A fresh agency with one school, three officers and two posts on each of five school days. */
public final class ScheduleWeek {

    public static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    public static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final Instant FIRST = Instant.parse("2026-08-10T14:00:00Z");

    public final PostedDay day;
    public final List<PostedDay.Officer> officers = new ArrayList<>();
    public final List<UUID> posts = new ArrayList<>();
    private final Story story;
    private final DSLContext db;
    private final ScheduleCommands commands;
    private final ScheduleJobs jobs;
    private final ScheduleStore store;
    private final SchedulePublishing publishing;

    public ScheduleWeek(ApplicationContext app) {
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        commands = app.getBean(ScheduleCommands.class);
        jobs = app.getBean(ScheduleJobs.class);
        store = app.getBean(ScheduleStore.class);
        publishing = app.getBean(SchedulePublishing.class);
        day = new PostedDay(app);
        for (var name : List.of("Dana Vega", "Lee Ortega", "Sam Rivers")) officers.add(day.officer(name));
        for (int d = 0; d < 5; d++)
            for (int seat = 0; seat < 2; seat++) posts.add(day.post(FIRST.plus(Duration.ofDays(d))));
    }

    public UUID agency() {
        return day.cast.agency();
    }

    public UUID fill() {
        return as(() -> commands.fill(MONDAY, SUNDAY, 1, null));
    }

    public UUID filled() {
        var id = fill();
        work();
        return id;
    }

    public boolean work() {
        return as(jobs::next);
    }

    public boolean publish() {
        return as(publishing::next);
    }

    public Schedule roster(UUID id) {
        return as(() -> store.get(id));
    }

    public List<ScheduleStore.Seated> places(UUID id) {
        return as(() -> store.places(id));
    }

    String problem(UUID id) {
        return as(() -> store.problem(id)).orElseThrow();
    }

    /** As if a node had taken it and was never heard of again. */
    void diedAt(UUID id, Instant lease) {
        story.run(agency(),
                () -> db.update(ROSTER).set(ROSTER.STATE, "RUNNING").set(ROSTER.TAKEN_BY, "a node that died")
                        .set(ROSTER.LEASE_UNTIL, lease)
                        .where(ROSTER.ID.eq(id)).execute());
    }

    public List<String> states() {
        return story.as(agency(),
                () -> db.select(POST.STATE).from(POST).orderBy(POST.STARTS_AT, POST.ID).fetch(POST.STATE));
    }

    <R> R as(java.util.function.Supplier<R> work) {
        return Tenancy.as(Scope.system(agency()), work::get);
    }
}
