package org.daywatch.directory.schoolyears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.BELL_SCHEDULE;
import static org.daywatch_db.directory.Tables.CALENDAR_DAY;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A school year made by hand, its holidays and the bells of its schools, through the pages people use. */
@DaywatchIT
class YearPagesIT {
    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired Schools schools;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private UUID high;
    private UUID lower;
    private UUID upper;
    private Visitor.Visit coordinator;

    @BeforeEach
    void aDistrictWithThreeSchools() {
        cast = story.cast();
        clock.setTo("2026-08-05T17:00:00Z");
        story.run(cast.agency(), () -> {
            high = schools.add(school("Ocotillo High", SchoolLevel.HIGH));
            lower = schools.add(school("Agave Elementary", SchoolLevel.ELEMENTARY));
            upper = schools.add(school("Brittlebush Elementary", SchoolLevel.ELEMENTARY));
        });
        coordinator = visitors.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void aYearMadeByHandGetsItsHolidaysProposedAndNoneUnasked() {
        String year = make();
        var proposed = coordinator.get(year + "/holidays").body();
        assertThat(proposed).contains("Labor Day", "Thanksgiving", "federal holiday; many districts have school",
                "3 schools need bell times: set them");
        assertThat(proposed).containsPattern("value=\"2026-09-07\" checked")
                .containsPattern("value=\"2026-11-11\"(?! checked)");
        assertThat(days()).as("looking adds nothing").isEmpty();
        assertThat(coordinator.post(year + "/holidays").statusCode()).isEqualTo(302);
        assertThat(days()).as("nothing ticked, nothing added").isEmpty();
        coordinator.post(year + "/holidays", "day", "2026-09-07", "day", "2026-11-26", "day", "2026-12-24");
        assertThat(days()).as("the day before Christmas was not on the list").containsExactly("2026-09-07 Labor Day",
                "2026-11-26 Thanksgiving Day");
        assertThat(coordinator.get(year + "/holidays").body()).contains("already added");
    }

    @Test
    void bellsOfManySchoolsAreCopiedFromATemplateOfEachLevelInOneGo() {
        make();
        var form = coordinator.get("/bells/templates?district=" + cast.mesquite()).body();
        assertThat(form).contains("Elementary", "High", "Schools: 2 of 2 need bell times", "value=\"08:30\"",
                "value=\"2026-08-10\"");
        String[] filled = filled("validFrom", "2026-08-10");
        assertThat(coordinator.post("/bells/templates/preview", filled).body())
                .contains("3 schools get new bell times starting Mon, Aug 10, 2026");
        assertThat(bells()).as("a preview sets nothing").isEmpty();
        assertThat(coordinator.post("/bells/templates", filled).statusCode()).isEqualTo(302);
        assertThat(bells()).containsExactlyInAnyOrder("Ocotillo High REGULAR 08:45 15:50",
                "Agave Elementary REGULAR 08:00 14:45", "Agave Elementary EARLY_RELEASE 08:00 12:00",
                "Brittlebush Elementary REGULAR 08:00 14:45", "Brittlebush Elementary EARLY_RELEASE 08:00 12:00");
        assertThat(coordinator.get("/bells/templates?district=" + cast.mesquite()).body())
                .as("they are set, and begin later")
                .contains("Bell times are set at 3 schools and begin on Mon, Aug 10, 2026.");
        assertThat(coordinator.get("/schools/" + high).body())
                .contains("Bell times are set and begin on Mon, Aug 10, 2026.").doesNotContain("No bell times yet");
        assertThat(coordinator
                .post("/bells/templates/preview", "district", cast.mesquite().toString(), "validFrom", "2026-08-10")
                .body()).contains("Select at least one school.");
        var wrong = coordinator.post("/bells/templates/preview", with(filled, "HIGH.REGULAR.last", "07:00"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("The last bell must be after the first.");
    }

    private String[] filled(String... more) {
        return with(new String[] {"district", cast.mesquite().toString(), "school", high.toString(), "school",
                lower.toString(), "school", upper.toString(), "HIGH.REGULAR.first", "08:45", "HIGH.REGULAR.last",
                "15:50",
                "ELEMENTARY.REGULAR.first", "08:00", "ELEMENTARY.REGULAR.last", "14:45",
                "ELEMENTARY.EARLY_RELEASE.first", "08:00", "ELEMENTARY.EARLY_RELEASE.last", "12:00"}, more);
    }

    private static String[] with(String[] fields, String... changed) {
        var all = new java.util.ArrayList<>(List.of(fields));
        for (int i = 0; i < changed.length; i += 2) {
            int at = all.indexOf(changed[i]);
            if (at < 0) all.addAll(List.of(changed[i], changed[i + 1]));
            else all.set(at + 1, changed[i + 1]);
        }
        return all.toArray(String[]::new);
    }

    private String make() {
        coordinator.post("/calendars", "district", cast.mesquite().toString(), "name", "2026-27", "firstDay",
                "2026-08-10", "lastDay", "2027-05-21");
        var found = Pattern.compile("/calendars/[0-9a-f-]{36}").matcher(coordinator.get("/calendars").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private NewSchool school(String name, SchoolLevel level) {
        return new NewSchool(cast.mesquite(), name, level, "01", "12", 500, "1 Main St", "Mesquite", "AZ", "85000",
                "555-0100", ZoneId.of("America/Phoenix"));
    }

    private List<String> days() {
        return story.as(cast.agency(),
                () -> db.selectFrom(CALENDAR_DAY).orderBy(CALENDAR_DAY.DAY).fetch(d -> d.getDay() + " " + d.getNote()));
    }

    private List<String> bells() {
        return story.as(cast.agency(), () -> db.selectFrom(BELL_SCHEDULE)
                .where(BELL_SCHEDULE.VALID_FROM.eq(LocalDate.of(2026, 8, 10)))
                .fetch(b -> db.fetchSingle("select name from directory.school where id = ?", b.getSchoolId()).get(0)
                        + " " + b.getKind() + " " + b.getFirstBell() + " " + b.getLastBell()));
    }
}
