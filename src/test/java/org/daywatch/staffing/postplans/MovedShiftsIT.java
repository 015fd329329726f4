package org.daywatch.staffing.postplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.HOUR_ENTRY;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.CalendarChange.PutDays;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.Content;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.shifts.Shift;
import org.daywatch.staffing.shifts.ShiftStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An officer has taken a post, and then the calendar changes. */
@DaywatchIT
class MovedShiftsIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired RequestCommands requests;
    @Autowired PostPlanning planning;
    @Autowired PostCommands posts;
    @Autowired Acceptances acceptances;
    @Autowired ShiftStore shifts;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID calendar;
    private UUID post;
    private UUID shift;

    @BeforeEach
    void danaHasTakenMonday() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        var everybody = CalendarScope.all(day.cast.mesquite());
        post = story.as(day.cast.agency(), () -> {
            calendar = calendars.create(day.cast.mesquite(), "2026-27", MONDAY, LocalDate.of(2027, 5, 21));
            bells.apply(new BellChange(everybody, DayKind.REGULAR, LocalTime.of(8, 0), LocalTime.of(15, 0), MONDAY));
            bells.apply(
                    new BellChange(everybody, DayKind.EARLY_RELEASE, LocalTime.of(8, 0), LocalTime.of(12, 0), MONDAY));
            var request = requests.draft(Content.term(day.school));
            requests.submit(request);
            requests.accept(request, day.cast.department());
            planning.generate(request);
            posts.openAll(request);
            return db.select(POST.ID).from(POST).where(POST.REQUEST_ID.eq(request)).and(POST.DAY.eq(MONDAY))
                    .fetchSingle(POST.ID);
        });
        shift = Tenancy.as(new Scope(day.cast.agency(), dana.person()), () -> acceptances.accept(dana.person(), post));
    }

    @Test
    void aShorterDayInsideTheHoursTheyTookIsStillTheirsAndTheirHoursShrink() {
        var release = new PutDays(calendar, MONDAY, MONDAY, CalendarScope.all(day.cast.mesquite()),
                DayKind.EARLY_RELEASE, "");
        var preview = story.as(day.cast.agency(), () -> calendars.preview(release));
        assertThat(preview.movedFilled()).isEqualTo(1);
        assertThat(preview.lines().getFirst().officer()).isEqualTo("Dana Vega");
        story.run(day.cast.agency(), () -> calendars.apply(release));
        assertThat(held().state()).isInstanceOf(Shift.State.Scheduled.class);
        assertThat(held().window().minutes()).isEqualTo(270);
        assertThat(day.stateOf(post)).isEqualTo("FILLED");
        assertThat(story.as(day.cast.agency(),
                () -> db.select(HOUR_ENTRY.ENDS_AT).from(HOUR_ENTRY).where(HOUR_ENTRY.SOURCE_ID.eq(shift))
                        .fetchSingle(HOUR_ENTRY.ENDS_AT)))
                .isEqualTo(held().window().end());
    }

    @Test
    void otherHoursEndTheShiftAndThePlaceIsKeptForTheOfficerToTakeAgain() {
        story.run(day.cast.agency(),
                () -> bells.apply(new BellChange(CalendarScope.all(day.cast.mesquite()), DayKind.REGULAR,
                        LocalTime.of(9, 0), LocalTime.of(16, 0), MONDAY)));
        assertThat(held().state()).isInstanceOf(Shift.State.Cancelled.class);
        assertThat(day.stateOf(post)).isEqualTo("HELD");
        var again = Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> acceptances.accept(dana.person(), post));
        assertThat(story.as(day.cast.agency(), () -> shifts.get(again)).window().start())
                .hasToString("2026-08-10T15:45:00Z");
        assertThat(day.stateOf(post)).isEqualTo("FILLED");
    }

    @Test
    void aClosureEndsTheShiftWithThePost() {
        story.run(day.cast.agency(), () -> calendars.close(calendar, MONDAY, MONDAY, DayKind.WEATHER, "storm"));
        assertThat(held().state()).isInstanceOf(Shift.State.Cancelled.class);
        assertThat(day.stateOf(post)).isEqualTo("CANCELLED");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(HOUR_ENTRY, HOUR_ENTRY.SOURCE_ID.eq(shift))))
                .isZero();
    }

    @Test
    void aDistrictThatClosesItsSchoolsEndsTheShiftToo() {
        story.run(day.cast.mesquite(), () -> calendars.close(calendar, MONDAY, MONDAY, DayKind.CLOSURE, "water main"));
        assertThat(held().state()).isInstanceOf(Shift.State.Cancelled.class);
        assertThat(day.stateOf(post)).isEqualTo("CANCELLED");
    }

    private Shift held() {
        return story.as(day.cast.agency(), () -> shifts.get(shift));
    }
}
