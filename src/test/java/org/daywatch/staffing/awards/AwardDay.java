package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.POST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.awards.methods.AwardMethod;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.awards.methods.Method;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * A posted day on which posts are awarded: the method was set on Monday, posts are opened on Tuesday for the week
 * after.
 */
public final class AwardDay {

    public static final Instant MONDAY = TestClock.START;
    public static final Instant OPENED = MONDAY.plus(Duration.ofDays(1));
    public static final Instant CLOSED = OPENED.plus(Duration.ofHours(24));
    public static final Instant START = Instant.parse("2026-08-11T14:10:00Z");

    public final PostedDay day;
    private final ApplicationContext app;
    private final Story story;
    private final TestClock clock;

    public AwardDay(ApplicationContext app, Method method) {
        this.app = app;
        story = app.getBean(Story.class);
        clock = app.getBean(TestClock.class);
        clock.setTo(MONDAY);
        day = new PostedDay(app);
        Tenancy.as(Scope.system(agency()), () -> app.getBean(AwardMethods.class).set(AwardMethod.DEFAULT, method,
                LocalDate.parse("2026-08-10"), null, "agreement of the story", null));
        clock.setTo(OPENED);
    }

    public UUID agency() {
        return day.cast.agency();
    }

    /** Opened on Tuesday for a day of the week after. */
    public UUID post(int days) {
        return post(days, OPENED);
    }

    public UUID post(int days, Instant openedAt) {
        UUID post = day.post(START.plus(Duration.ofDays(days)));
        story.run(agency(), () -> app.getBean(DSLContext.class).update(POST).set(POST.POSTED_AT, openedAt)
                .where(POST.ID.eq(post)).execute());
        return post;
    }

    public void sign(PostedDay.Officer officer, UUID post) {
        Tenancy.as(new Scope(agency(), officer.person()),
                () -> app.getBean(SignUps.class).sign(officer.person(), post));
    }

    /** @return how many posts were decided */
    public int award() {
        return Tenancy.as(Scope.system(agency()), () -> app.getBean(Awards.class).awardDue());
    }

    public AwardStore.Stored of(UUID post) {
        return story.as(agency(), () -> app.getBean(AwardStore.class).ofPost(post).orElseThrow());
    }
}
