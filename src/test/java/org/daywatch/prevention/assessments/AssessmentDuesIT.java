package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.posts.Members;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentCommand.Accept;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.AssessmentCommand.Submit;
import org.daywatch.prevention.assessments.AssessmentDues.Clock;
import org.daywatch.prevention.assessments.SiteAssessment.Assessor;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * When a campus is assessed again: after the years its program says, or else our own rule; the program's clock and the
 * first screen say the same day.
 */
@DaywatchIT
class AssessmentDuesIT {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate DAY = LocalDate.of(2026, 8, 20);

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Schools schools;
    @Autowired Campuses campuses;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired Members members;
    @Autowired Instruments instruments;
    @Autowired AssessmentCommands commands;
    @Autowired AssessmentDues dues;
    @Autowired ClockQueries clocks;
    private Story.Cast cast;
    private Visit director;
    private UUID walker;
    private UUID directorId;
    private Campus texas;
    private Campus granted;
    private Campus own;

    @BeforeEach
    void threeSchoolsOfOneDistrict() {
        clock.setTo("2026-08-20T18:00:00Z");
        cast = story.cast();
        texas = school("Agave School", "TX");
        granted = school("Barrel School", "AZ");
        own = school("Cholla School", "NM");
        story.run(cast.agency(),
                () -> members.join("AZ-SSP", cast.mesquite(), granted.id(), LocalDate.of(2026, 7, 1), null));
        walker = join("walker");
        directorId = join("director");
        director = visitor.signedIn(directorId, cast.mesquite(), Role.SAFETY_DIRECTOR);
    }

    @Test
    void eachSchoolHasTheYearsOfItsProgramOrOurOwnAndBeforeTheFirstItIsDueNow() {
        assertThat(List.of(texas, granted, own)).extracting(this::due)
                .allSatisfy(due -> assertThat(due).extracting(Clock::never, Clock::soon, Clock::late)
                        .containsExactly(true, true, false))
                .extracting(Clock::demanded).containsExactly(true, true, false);
        assertThat(director.get("/board").body()).as("a district that has just begun is not told of every campus")
                .doesNotContain("is due by");
        List.of(texas, granted, own).forEach(this::assessed);
        assertThat(due(texas)).extracting(Clock::next, Clock::demanded, c -> c.rule().code())
                .containsExactly(DAY.plusYears(3), true, "TX-SCHOOLS-AUDIT");
        assertThat(due(granted)).extracting(Clock::next, Clock::demanded).containsExactly(DAY.plusYears(5), true);
        assertThat(due(granted).rule().code()).startsWith("AZ-SSP");
        assertThat(due(own)).extracting(Clock::next, Clock::demanded, c -> c.rule().code())
                .containsExactly(DAY.plusYears(5), false, "ASSESSMENT_EVERY");
        theProgramsClockSaysTheSameDay(texas);
        theProgramsClockSaysTheSameDay(granted);
        assertThat(story.as(cast.agency(), () -> clocks.all(List.of(own.id())))).as("no program asks").isEmpty();
        itStandsOnTheFirstScreenFromTheReminderOn();
    }

    /** Until the last minute of that day. */
    private void theProgramsClockSaysTheSameDay(Campus school) {
        Awaitility.await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(story.as(cast.agency(), () -> clocks.all(List.of(school.id()))))
                        .filteredOn(c -> c.kind() == ClockKind.SAFETY_AUDIT)
                        .singleElement().satisfies(c -> assertThat(c.dueAt())
                                .isEqualTo(due(school).next().plusDays(1).atStartOfDay(PHOENIX).toInstant())));
    }

    private void itStandsOnTheFirstScreenFromTheReminderOn() {
        var next = due(texas).next();
        assertThat(firstScreen(next.minusDays(91))).doesNotContain("The assessment of Agave School");
        assertThat(firstScreen(next.minusDays(90))).contains("The assessment of Agave School is due by Aug 20, 2029.")
                .doesNotContain("Barrel School", "Cholla School");
        assertThat(firstScreen(next)).as("the last day")
                .contains("The assessment of Agave School is due by Aug 20, 2029.");
        assertThat(firstScreen(next.plusDays(1))).contains("The assessment of Agave School was due on Aug 20, 2029.");
        assertThat(director.get("/assessments?state=DUE").body()).contains("Agave School", "Overdue since Aug 20, 2029")
                .doesNotContain("Barrel School", "Cholla School");
        assertThat(firstScreen(LocalDate.of(2031, 8, 20).minusDays(90))).contains(
                "The assessment of Barrel School is due by Aug 20, 2031.",
                "The assessment of Cholla School is due by Aug 20, 2031.");
    }

    private String firstScreen(LocalDate on) {
        clock.setTo(on.atTime(9, 0).atZone(PHOENIX).toInstant());
        return director.get("/board").body();
    }

    private Clock due(Campus school) {
        return story.as(cast.mesquite(), () -> dues.of(List.of(school))).get(school.id());
    }

    private void assessed(Campus school) {
        var instrument = instruments.get("CAMPUS", 1);
        var walks = new By(walker, "Robin Walker", null, true, Role.SAFETY_DIRECTOR);
        story.run(cast.mesquite(), () -> {
            var id = commands.begin(school, instrument, null, walks, Ids.next());
            instrument.items().forEach(item -> commands.answer(id, item.id(),
                    new Found(Answer.IN_PLACE, "", "", clock.instant(), "Robin Walker", walker)));
            commands.handle(id, new Submit(DAY, 120, instrument.items().size(),
                    new Assessor(Assessor.Capacity.STAFF, "", "", null), walks));
            commands.handle(id, new Accept(true, 0, Set.of(walker), false, "Read.",
                    new By(directorId, "Kim Director", null, true, Role.SAFETY_DIRECTOR)));
        });
    }

    private Campus school(String name, String state) {
        return story.as(cast.agency(), () -> {
            var id = schools.add(new Schools.NewSchool(cast.mesquite(), name, SchoolLevel.MIDDLE, "", "", 600,
                    "1 School Way", "Mesa", state, "85001", "", PHOENIX));
            if (calendars.list(List.of(cast.mesquite())).isEmpty())
                calendars.create(cast.mesquite(), "2026-27", LocalDate.of(2026, 8, 10), LocalDate.of(2027, 5, 27));
            bells.apply(new BellChange(new CalendarScope(cast.mesquite(), id, null), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
            return campuses.find(id).orElseThrow();
        });
    }

    private UUID join(String who) {
        return story.as(cast.agency(), () -> organizations.join(cast.mesquite(), who + cast.suffix() + "@dues.example",
                "Robin " + who, Role.SAFETY_DIRECTOR, null));
    }
}
