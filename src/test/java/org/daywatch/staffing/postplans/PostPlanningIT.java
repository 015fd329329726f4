package org.daywatch.staffing.postplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.CalendarChange.PutDays;
import org.daywatch.directory.calendars.CalendarChange.RemoveDay;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.Content;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class PostPlanningIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 10);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired Schools schools;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired RequestCommands requests;
    @Autowired DepartmentTerms terms;
    @Autowired PostPlanning planning;
    @Autowired PostCommands posts;
    @Autowired PlanJobs jobs;

    private Story.Cast cast;
    private UUID high;
    private UUID grade;
    private UUID calendar;

    @BeforeEach
    void aDistrictWithTwoSchoolsAndAYear() {
        cast = story.cast();
        story.run(cast.agency(), () -> {
            terms.put(AgreedTerms.usual(Tenancy.tenant(), cast.department(), 1, "TEST", terms.published("SURPRISE"),
                    ZoneId.of("America/Phoenix")));
            high = schools.add(school("Ocotillo High", SchoolLevel.HIGH));
            grade = schools.add(school("Acacia Elementary", SchoolLevel.ELEMENTARY));
            calendar = calendars.create(cast.mesquite(), "2026-27", MONDAY, LocalDate.of(2027, 5, 21));
            bells.apply(new BellChange(CalendarScope.all(cast.mesquite()), DayKind.REGULAR, LocalTime.of(8, 0),
                    LocalTime.of(15, 0), MONDAY));
            bells.apply(new BellChange(CalendarScope.all(cast.mesquite()), DayKind.EARLY_RELEASE, LocalTime.of(8, 0),
                    LocalTime.of(12, 30), MONDAY));
        });
    }

    @Test
    void anAcceptedTermRequestBecomesAPostForEverySchoolDayWithItsMargins() {
        var request = term(high);
        assertThat(generate(request).posts()).isEqualTo(10);
        story.run(cast.agency(), () -> {
            var first = db.selectFrom(POST).where(POST.REQUEST_ID.eq(request)).orderBy(POST.DAY).fetch().getFirst();
            assertThat(first.getStartsAt()).hasToString("2026-08-10T14:45:00Z");
            assertThat(first.getEndsAt()).hasToString("2026-08-10T22:15:00Z");
            assertThat(first.getMarginRule()).isEqualTo("AZ-MARGIN-BEFORE@2023-10-01 AZ-MARGIN-AFTER@2023-10-01");
            assertThat(first.getState()).isEqualTo("DRAFT");
        });
        assertThat(generate(request).posts()).as("made again").isZero();
    }

    @Test
    void postsAreMadeFromAcceptedRequestsOnly() {
        var draft = story.as(cast.agency(), () -> requests.draft(Content.term(high)));
        assertThatThrownBy(() -> generate(draft)).isInstanceOf(Refused.class)
                .hasMessageContaining("REQUEST_NOT_ACCEPTED");
    }

    @Test
    void theDistrictSeesItsPostsAndTheNeighborDoesNot() {
        var request = term(high);
        generate(request);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(POST))).isEqualTo(10);
        assertThat(story.as(cast.saguaro(), () -> db.fetchCount(POST))).isZero();
    }

    @Test
    void aClosureIsPreviewedThenDoneAndComesBackWhenItIsTakenBack() {
        var request = term(high);
        generate(request);
        story.run(cast.agency(), () -> posts.openAll(request));
        var closure = new PutDays(calendar, FRIDAY, FRIDAY, CalendarScope.all(cast.mesquite()), DayKind.WEATHER,
                "storm");
        var preview = story.as(cast.agency(), () -> calendars.preview(closure));
        assertThat(preview.removed()).isEqualTo(1);
        assertThat(preview.lines()).singleElement().satisfies(l -> assertThat(l.day()).isEqualTo(FRIDAY));
        assertThat(states(request, FRIDAY)).as("a preview changes nothing").containsExactly("OPEN");

        story.run(cast.agency(), () -> calendars.apply(closure));
        assertThat(states(request, FRIDAY)).containsExactly("CANCELLED");
        assertThat(states(request, MONDAY)).containsExactly("OPEN");

        var day = story.as(cast.agency(),
                () -> db.fetchSingle("select id from directory.calendar_day where calendar_id = ?", calendar).get(0,
                        UUID.class));
        story.run(cast.agency(), () -> calendars.apply(new RemoveDay(calendar, day)));
        assertThat(states(request, FRIDAY)).containsExactly("OPEN");
    }

    @Test
    void anEarlyReleaseOfOneLevelMovesOnlyThatLevel() {
        var forHigh = term(high);
        var forGrade = term(grade);
        generate(forHigh);
        generate(forGrade);
        story.run(cast.agency(), () -> calendars.apply(new PutDays(calendar, FRIDAY, FRIDAY,
                new CalendarScope(cast.mesquite(), null, SchoolLevel.ELEMENTARY), DayKind.EARLY_RELEASE, "")));
        assertThat(endOf(forGrade, FRIDAY)).isEqualTo("2026-08-14T19:45:00Z");
        assertThat(endOf(forHigh, FRIDAY)).isEqualTo("2026-08-14T22:15:00Z");
    }

    @Test
    void aDistrictThatChangesItsOwnCalendarMovesItsOwnPosts() {
        var request = term(high);
        generate(request);
        story.run(cast.mesquite(), () -> calendars.close(calendar, FRIDAY, FRIDAY, DayKind.CLOSURE, "water main"));
        assertThat(states(request, FRIDAY)).containsExactly("CANCELLED");
        assertThatThrownBy(() -> story.run(cast.saguaro(),
                () -> calendars.close(calendar, FRIDAY, FRIDAY, DayKind.CLOSURE, "not theirs")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void changingBellsNeverPlansDaysNobodyAskedToPlan() {
        var request = term(high);
        story.run(cast.agency(), () -> planning.generate(List.of(request), MONDAY, MONDAY.plusDays(1)));
        story.run(cast.agency(), () -> bells.apply(new BellChange(CalendarScope.all(cast.mesquite()), DayKind.REGULAR,
                LocalTime.of(8, 30), LocalTime.of(15, 30), MONDAY.plusDays(1))));
        assertThat(story.as(cast.agency(), () -> db.fetchCount(POST, POST.REQUEST_ID.eq(request)))).isEqualTo(2);
        assertThat(endOf(request, MONDAY)).isEqualTo("2026-08-10T22:15:00Z");
        assertThat(endOf(request, MONDAY.plusDays(1))).isEqualTo("2026-08-11T22:45:00Z");
    }

    @Test
    void aWithdrawnRequestTakesItsComingPostsWithIt() {
        var request = term(high);
        generate(request);
        story.run(cast.agency(), () -> requests.withdraw(request, "the school has its own officer now"));
        assertThat(story.as(cast.agency(),
                () -> db.fetchCount(POST, POST.REQUEST_ID.eq(request).and(POST.STATE.ne("CANCELLED"))))).isZero();
    }

    @Test
    void workTheDepartmentForbidsCannotBePostedToItAndTheRefusalNamesIt() {
        var plain = Content.term(high);
        var request = story.as(cast.agency(), () -> {
            var id = requests.draft(Content.with(plain, WorkKind.ALCOHOL));
            requests.submit(id);
            return id;
        });
        assertThatThrownBy(() -> story.run(cast.agency(), () -> requests.accept(request, cast.department())))
                .isInstanceOf(Refused.class).hasMessageContaining("WORK_PROHIBITED")
                .hasMessageContaining("Copper Valley Police");
    }

    @Test
    void aJobPlansEveryAcceptedRequestAndOpensThePosts() {
        term(high);
        term(grade);
        var job = Tenancy.as(Scope.system(cast.agency()), () -> jobs.run(MONDAY, FRIDAY, true));
        assertThat(job.state()).isEqualTo("DONE");
        assertThat(job.posts()).isEqualTo(10);
        assertThat(job.done()).isEqualTo(job.total()).isEqualTo(2);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(POST, POST.STATE.eq("OPEN")))).isEqualTo(10);
    }

    @Test
    void officersAreToldTheFirstAndTheLastDayOfThePostsThatWereReallyOpened() {
        var request = term(high);
        generate(request);
        Tenancy.run(Scope.system(cast.agency()), () -> posts.openAll(request));
        assertThat(told()).contains("\"from\":\"2026-08-10\"", "\"to\":\"2026-08-21\"", "\"posts\":10");
    }

    @Test
    void aJobOverAWholeYearTellsTheDaysOfThePostsItOpened() {
        term(grade);
        var job = Tenancy.as(Scope.system(cast.agency()),
                () -> jobs.run(MONDAY.minusDays(60), MONDAY.plusDays(300), true));
        assertThat(job.state()).isEqualTo("DONE");
        assertThat(told()).contains("\"from\":\"2026-08-10\"", "\"to\":\"2026-08-21\"", "\"posts\":10");
    }

    @Test
    void aJobThatMakesNothingNewButOpensWhatWasMadeTellsOfIt() {
        generate(term(high));
        Tenancy.as(Scope.system(cast.agency()), () -> jobs.run(MONDAY, FRIDAY, true));
        assertThat(told()).contains("\"posts\":5", "\"to\":\"2026-08-14\"");
    }

    private String told() {
        return story.as(cast.agency(), () -> db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE)
                .where(AUDIT_LINE.ACTION.eq("PostsPosted")).fetchSingle(AUDIT_LINE.DETAIL).toString());
    }

    private static NewSchool named(UUID district, String name, SchoolLevel level) {
        return new NewSchool(district, name, level, "KG", "12", 500, "1 Main St", "Mesquite", "AZ", "85000", "555-0100",
                ZoneId.of("America/Phoenix"));
    }

    private NewSchool school(String name, SchoolLevel level) {
        return named(cast.mesquite(), name, level);
    }

    private UUID term(UUID school) {
        return story.as(cast.agency(), () -> {
            var id = requests.draft(Content.term(school));
            requests.submit(id);
            requests.accept(id);
            return id;
        });
    }

    private PostPlanning.Generated generate(UUID request) {
        return story.as(cast.agency(), () -> planning.generate(request));
    }

    private Set<String> states(UUID request, LocalDate day) {
        return story.as(cast.agency(), () -> db.select(POST.STATE).from(POST).where(POST.REQUEST_ID.eq(request))
                .and(POST.DAY.eq(day)).fetchSet(POST.STATE));
    }

    private String endOf(UUID request, LocalDate day) {
        return story.as(cast.agency(),
                () -> db.select(POST.ENDS_AT).from(POST).where(POST.REQUEST_ID.eq(request)).and(POST.DAY.eq(day))
                        .fetchSingle(POST.ENDS_AT))
                .toString();
    }
}
