package org.daywatch.staffing.availability.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.availability.WeeklyTime;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.eligibility.RuleFinding;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class AvailabilityPagesIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired OfficerStore storedOfficers;
    @Autowired DepartmentTerms terms;
    @Autowired EligibilityQueries eligibility;

    private Story.Cast cast;
    private UUID dana;
    private UUID school;
    private UUID monday;
    private Visit me;
    private Visit coordinator;

    @BeforeEach
    void anOfficerWithAPhone() {
        clock.setTo("2026-08-07T16:00:00Z"); // Friday
        cast = story.cast();
        story.run(cast.agency(), () -> {
            var field = new Field(db, officers, terms);
            field.agreedTerms(cast.department(), "PROGRAM");
            dana = field.officer(cast, "100");
            school = field.school(cast, "Mesquite High " + cast.suffix());
            monday = field.openPost(cast, school, field.request(cast, school), LocalDate.parse("2026-08-10"));
        });
        me = visitor.signedIn(story.as(cast.agency(), () -> storedOfficers.get(dana).personId()), cast.agency(),
                Role.OFFICER);
        coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void timesOfMondayToFridayAreSaidOnceAndADayOfItsOwnStays() {
        assertThat(me.post("/my-availability", "version", version(), "fromAll", "06:00", "toAll", "15:30", "from3",
                "09:00", "to3", "12:00", "from6", "08:00", "to6", "10:00").statusCode())
                .isEqualTo(302);
        var week = story.as(cast.agency(), () -> storedOfficers.get(dana)).availability().week();
        assertThat(week).extracting(WeeklyTime::weekday).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(week).filteredOn(t -> t.from().equals(LocalTime.of(6, 0))).hasSize(4);
        assertThat(me.post("/my-availability", "version", version(), "fromAll", "15:30", "toAll", "06:00").body())
                .contains("field-toAll-error");
    }

    @Test
    void theOfficerSaysOnTheirPhoneWhenAndWhereAndTheCoordinatorReadsIt() {
        assertThat(me.post("/my-availability", "version", version(), "from1", "06:00", "to1", "18:00", "wish1", "true",
                "levelHIGH", "true", "mostDays", "3").statusCode()).isEqualTo(302);
        assertThat(me.get("/my-availability?school=" + cast.suffix()).body()).contains("Mesquite High " + cast.suffix(),
                "/my-availability/schools/" + school);
        assertThat(me.post("/my-availability/schools/" + school, "version", version()).statusCode()).isEqualTo(302);
        assertThat(me.post("/my-availability/dates", "version", version(), "what", "AWAY", "first", "2026-09-07",
                "last", "2026-09-11").statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/officers/" + dana).body()).contains("Monday 6:00 AM – 6:00 PM", "high schools",
                "Preferred days: Monday", "3 days",
                "Mesquite High " + cast.suffix(), "Mon, Sep 7, 2026 – Fri, Sep 11, 2026");
        assertThat(me.get("/offers").body()).contains("Matches your preferences: school, day")
                .doesNotContain("Outside your availability");
        assertThat(coordinator.get("/phone-acceptances?post=" + monday).body())
                .contains("Matches your preferences: school, day");
    }

    @Test
    void aPostOnADayAwayStandsBelowTheOthersAndMayStillBeTaken() {
        assertThat(me.post("/my-availability/dates", "version", version(), "what", "AWAY", "first", "2026-08-10")
                .statusCode()).isEqualTo(302);
        assertThat(me.get("/offers").body()).contains("Outside your availability: 1",
                "/offers/" + monday + "/acceptance");
        var verdict = story.as(cast.agency(), () -> eligibility.judge(dana, monday));
        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.warnings()).extracting(RuleFinding::code).contains("OUTSIDE_AVAILABILITY");
        assertThat(coordinator.get("/phone-acceptances?post=" + monday).body())
                .contains("outside the officer’s availability");
        assertThat(me.post("/my-availability/dates/0/removal", "version", version()).statusCode()).isEqualTo(302);
        assertThat(me.get("/offers").body()).doesNotContain("Outside your availability");
        assertThat(me.post("/my-availability/dates/0/removal", "version", version()).statusCode()).isEqualTo(404);
    }

    @Test
    void mistakesComeBackAtTheirFieldsAndNothingIsLost() {
        var answer = me.post("/my-availability", "version", version(), "from2", "18:00", "to2", "06:00", "from3",
                "07:00", "mostDays", "9");
        assertThat(answer.body()).contains("Choose a number of days from 1 to 7.");
        assertThat(me.post("/my-availability", "version", version(), "from2", "18:00", "to2", "06:00").body())
                .contains("Enter both times", "value=\"18:00\"");
        assertThat(me.post("/my-availability/dates", "version", version(), "first", "2026-08-01").body())
                .contains("These days are in the past. Choose future days.");
        assertThat(me.post("/my-availability/dates", "version", version(), "first", "2026-08-20", "last", "2026-08-19")
                .body()).contains("The last day is before the first.");
    }

    @Test
    void anotherOfficersFileIsClosedToThem() {
        assertThat(me.get("/officers/" + dana + "/availability").statusCode()).isEqualTo(403);
        assertThat(me.post("/officers/" + dana + "/availability", "version", version()).statusCode()).isEqualTo(403);
        assertThat(coordinator.get("/officers/" + dana + "/availability").statusCode()).isEqualTo(200);
        assertThat(me.post("/my-availability", "version", "7").statusCode()).isEqualTo(412);
    }

    private String version() {
        return "" + story.as(cast.agency(), () -> storedOfficers.get(dana).version());
    }
}
