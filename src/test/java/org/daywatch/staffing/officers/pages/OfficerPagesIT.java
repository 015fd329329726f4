package org.daywatch.staffing.officers.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.hours.HourKind;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.hours.HourCommands;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.officers.OfficerStore;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class OfficerPagesIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired OfficerStore storedOfficers;
    @Autowired DepartmentTerms terms;
    @Autowired HourCommands hours;
    @Autowired Organizations organizations;
    @Autowired EligibilityQueries eligibility;

    private Field field;
    private Story.Cast cast;
    private UUID dana;
    private UUID school;
    private Visit coordinator;

    @BeforeEach
    void anOfficerOnFile() {
        clock.setTo("2026-08-10T16:00:00Z"); // Monday, 09:00 in Phoenix
        field = new Field(db, officers, terms);
        cast = story.cast();
        story.run(cast.agency(), () -> {
            field.agreedTerms(cast.department(), "PROGRAM");
            dana = field.officer(cast, "100");
            school = field.school(cast, "Mesquite High");
        });
        coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
    }

    @Test
    void theListPutsWhoseCredentialsEndSoonestFirstAndFilters() {
        story.run(cast.agency(), () -> {
            var late = field.officer(cast, "200");
            officers.record(late, new Credential(Ids.next(), Credential.Kind.FINGERPRINT_CARD, "F1",
                    LocalDate.parse("2026-01-05"), LocalDate.parse("2026-08-20"), null, Credential.State.VALID));
        });
        assertThat(coordinator.get("/officers").body()).containsSubsequence("Dana Reyes 200", "Aug 20, 2026",
                "Dana Reyes 100", "Dec 31, 2026");
        assertThat(coordinator.get("/officers?q=100").body()).contains("Dana Reyes 100")
                .doesNotContain("Dana Reyes 200");
        assertThat(coordinator.get("/officers?role=SRO").body()).doesNotContain("Dana Reyes 100");
    }

    @Test
    void aFileShowsCredentialsHoursAndWhatIsLeftUnderEachLimit() {
        record(HourKind.DUTY, "2026-08-11T06:00", 10);
        var file = coordinator.get("/officers/" + dana).body();
        assertThat(file).contains("Fingerprint clearance card", "54 h left", "10 h of 64 h", "6:00 AM – 4:00 PM",
                "Week");
    }

    @Test
    void mistakesComeBackAtTheirFieldsAllAtOnce() {
        var answer = coordinator.post("/officers", "name", "Sam Ortiz", "email", "not an address", "department", "",
                "badge", "", "rank", "OFFICER", "state", "ACTIVE", "zip", "85");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Sam Ortiz", "Enter an email address", "Enter a ZIP code with five digits.",
                "Choose at least one role.", "This field is required.");
    }

    @Test
    void anOfficerIsAddedChangedAndGivenACredential() {
        var added = coordinator.post("/officers", "name", "Sam Ortiz", "email",
                "sam" + cast.suffix() + "@story.example", "department", cast.department().toString(),
                "badge", "300", "rank", "SERGEANT", "state", "ACTIVE", "roleSSO", "true", "languages", "en, es");
        assertThat(added.statusCode()).isEqualTo(302);
        var address = location(added.headers().firstValue("location").orElseThrow());
        assertThat(coordinator.get(address).body()).contains("Sam Ortiz", "Sergeant", "English, Spanish",
                "No credentials yet");
        assertThat(coordinator
                .post(address + "/credentials", "kind", "SSO_COURSE", "issued", "2026-07-01", "state", "VALID").body())
                .contains("This credential needs them");
        assertThat(coordinator.post(address + "/credentials", "kind", "SSO_COURSE", "issued", "2026-07-01", "hours",
                "8", "state", "VALID").statusCode()).isEqualTo(302);
        assertThat(coordinator
                .post(address + "/availability", "version", "0", "from1", "06:00", "to1", "18:00", "levelHIGH", "true")
                .statusCode()).isEqualTo(302);
        assertThat(coordinator.get(address).body()).contains("School safety officer course", "Monday 6:00 AM – 6:00 PM",
                "high schools");
        assertThat(coordinator.post(address + "/availability", "version", "0", "from1", "07:00", "to1", "18:00")
                .statusCode()).isEqualTo(412);
    }

    @Test
    void aFileNamesEachCredentialThatIsStillMissingUntilNoneIs() {
        var added = coordinator.post("/officers", "name", "Sam Ortiz", "email",
                "sam" + cast.suffix() + "@story.example", "department", cast.department().toString(),
                "badge", "300", "rank", "OFFICER", "state", "ACTIVE", "roleSSO", "true");
        var address = location(added.headers().firstValue("location").orElseThrow());
        assertThat(coordinator.get(address).body()).contains(
                "This officer cannot take posts yet. Record what is missing:", "No State certification on file.",
                "Record the State certification with its date.");
        coordinator.post(address + "/credentials", "kind", "STATE_CERTIFICATION", "issued", "2026-07-01", "state",
                "VALID");
        assertThat(coordinator.get(address).body()).contains("This officer cannot take posts yet.")
                .doesNotContain("No State certification on file.");
        assertThat(coordinator.get("/officers/" + dana).body()).as("holds all of them")
                .doesNotContain("This officer cannot take posts yet.");
        assertThat(coordinator.get(address + "/credentials/new").body()).contains("Save credential")
                .doesNotContain("Save officer");
    }

    @Test
    void twoCoursesOnOneDayAreTwoCourses() {
        coordinator.post("/officers/" + dana + "/credentials", "kind", "CONTINUING_TRAINING", "number", "Course A",
                "issued", "2026-03-02", "hours", "8", "state", "VALID");
        coordinator.post("/officers/" + dana + "/credentials", "kind", "CONTINUING_TRAINING", "number", "Course B",
                "issued", "2026-03-02", "hours", "4", "state", "VALID");
        coordinator.post("/officers/" + dana + "/credentials", "kind", "CONTINUING_TRAINING", "number", "Course B",
                "issued", "2026-03-02", "hours", "4.5", "state", "VALID");
        var courses = story.as(cast.agency(), () -> storedOfficers.credentials(dana)).stream()
                .filter(c -> c.number().startsWith("Course")).map(Credential::hours).toList();
        assertThat(courses).as("the same course written anew replaces itself")
                .containsExactlyInAnyOrder(new java.math.BigDecimal("8"), new java.math.BigDecimal("4.5"));
    }

    @Test
    void aFileChangedMeanwhileComesBackWithWhatWasTyped() {
        var officer = story.as(cast.agency(), () -> storedOfficers.get(dana));
        String[] form = {"name", "Dana R. Reyes", "email", officer.email(), "department", cast.department().toString(),
                "badge", "100", "rank", "SERGEANT",
                "state", "ACTIVE", "roleSSO", "true", "version", "" + officer.version()};
        assertThat(coordinator.post("/officers/" + dana + "/details", form).statusCode()).isEqualTo(302);
        var stale = coordinator.post("/officers/" + dana + "/details", form);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("Another user changed this file", "Dana R. Reyes",
                "name=\"version\" value=\"" + (officer.version() + 1) + "\"");
    }

    @Test
    void anOfficerAddedByADoubleClickIsOneOfficer() {
        String[] form = {"form", Ids.next().toString(), "name", "Sam Ortiz", "email",
                "sam" + cast.suffix() + "@story.example", "department", cast.department().toString(),
                "badge", "300", "rank", "OFFICER", "state", "ACTIVE", "roleSSO", "true"};
        for (int i = 0; i < 2; i++) assertThat(coordinator.post("/officers", form).statusCode()).isEqualTo(302);
        assertThat(coordinator.get("/officers?q=Sam+Ortiz").body()).contains("1–1 of 1");
    }

    @Test
    void hoursAreTakenOutOfTheFileTheyStandInAndOfNoOther() {
        record(HourKind.DUTY, "2026-08-11T06:00", 10);
        var other = story.as(cast.agency(), () -> field.officer(cast, "200"));
        var entry = Pattern.compile("hours/([0-9a-f-]{36})/removal")
                .matcher(coordinator.get("/officers/" + dana).body());
        assertThat(entry.find()).isTrue();
        assertThat(coordinator.post("/officers/" + other + "/hours/" + entry.group(1) + "/removal").statusCode())
                .isEqualTo(404);
        assertThat(coordinator.post("/officers/" + dana + "/hours/" + entry.group(1) + "/removal").statusCode())
                .isEqualTo(302);
    }

    @Test
    void hoursYearsAwayOrThatEndBeforeTheyBeginAreRefusedAtTheirFields() {
        String[][] wrong = {{"1900-08-12T09:00", "1900-08-12T11:00", "more than a year away"},
                {"2999-08-12T09:00", "2999-08-12T11:00", "more than a year away"},
                {"2026-08-12T11:00", "2026-08-12T09:00", "after"},
                {"2026-08-12T09:00", "2026-10-12T09:00", "at most 35 days"}};
        for (var times : wrong) {
            var answer = coordinator.post("/officers/" + dana + "/hours", "kind", "COURT", "start", times[0], "end",
                    times[1]);
            assertThat(answer.statusCode()).as(times[0]).isEqualTo(400);
            assertThat(answer.body()).as(times[0]).contains(times[2]);
        }
    }

    @Test
    void hoursRecordedTwiceForOneTimeAreRefusedAtTheField() {
        var form = new String[] {"kind", "COURT", "start", "2026-08-12T09:00", "end", "2026-08-12T11:00"};
        assertThat(coordinator.post("/officers/" + dana + "/hours", form).statusCode()).isEqualTo(302);
        assertThat(coordinator.post("/officers/" + dana + "/hours", form).body())
                .contains("The officer is not available at that time.");
    }

    @Test
    void theOfficerTellsOfAnotherJobAndTakesItBack() {
        var me = visitor.signedIn(story.as(cast.agency(), () -> storedOfficers.get(dana).personId()), cast.agency(),
                Role.OFFICER);
        assertThat(me.get("/my-hours").body()).contains("64 h left");
        assertThat(me.post("/my-hours", "start", "2026-08-12T18:00", "end", "2026-08-12T23:00").statusCode())
                .isEqualTo(302);
        var page = me.get("/my-hours").body();
        assertThat(page).contains("59 h left", "other off-duty job");
        assertThat(me.post("/my-hours", "start", "2026-08-12T20:00", "end", "2026-08-12T21:00").body())
                .contains("These hours overlap with other work");
        var removal = Pattern.compile("action=\"(/my-hours/[0-9a-f-]+/removal)\"").matcher(page);
        assertThat(removal.find()).isTrue();
        assertThat(me.post(removal.group(1)).statusCode()).isEqualTo(302);
        assertThat(me.get("/my-hours").body()).contains("64 h left");
    }

    @Test
    void aDepartmentSeesItsOwnOfficersHoursAndNothingOfTheFile() {
        for (int day = 10; day <= 15; day++) record(HourKind.DUTY, "2026-08-" + day + "T06:00", 11);
        var supervisor = story.as(cast.agency(), () -> organizations.join(cast.department(),
                "chief" + cast.suffix() + "@story.example", "Lee Park", Role.DEPARTMENT_SUPERVISOR, null));
        var visit = visitor.signedIn(supervisor, cast.department(), Role.DEPARTMENT_SUPERVISOR);
        var list = visit.get("/department").body();
        assertThat(list)
                .contains("Dana Reyes 100", "66 h / 64 h", "until Dec 31, 2026",
                        "Over a limit</span> <span class=\"tile-figure\">1</span>")
                .doesNotContain("story.example", "602-555-0100");
        assertThat(visit.get("/department/officers/" + dana).body()).contains("66 h of 64 h", "duty");
        assertThat(visit.get("/officers/" + dana).statusCode()).isEqualTo(403);
        assertThat(visit.get("/department.csv").body()).contains("PRG-WEEK-64,66.00,64.00,0.00");
        var other = story.cast();
        var stranger = story.as(other.agency(), () -> organizations.join(other.department(),
                "chief" + other.suffix() + "@story.example", "Jo Hale", Role.DEPARTMENT_SUPERVISOR, null));
        var elsewhere = visitor.signedIn(stranger, other.department(), Role.DEPARTMENT_SUPERVISOR);
        assertThat(elsewhere.get("/department").body()).doesNotContain("Dana Reyes 100");
        assertThat(elsewhere.get("/department/officers/" + dana).statusCode()).isEqualTo(404);
    }

    /** A rest that cannot have begun is not one that is missing. */
    @Test
    void anOfficerOnDutyIsSaidToBeOnDutyAndNotShortOfRest() {
        var georgia = story.cast();
        story.run(georgia.agency(), () -> field.agreedTerms(georgia.department(), "GEORGIA_DPS"));
        var officer = story.as(georgia.agency(), () -> field.officer(georgia, "100"));
        story.run(georgia.agency(), () -> {
            var start = LocalDateTime.parse("2026-08-10T06:00").atZone(Field.PHOENIX).toInstant();
            hours.record(officer, HourKind.DUTY, Window.of(start, Duration.ofHours(10)), true, "duty roster", null);
        });
        var visit = visitor.signedIn(georgia.coordinator(), georgia.agency(), Role.COORDINATOR);
        assertThat(visit.get("/officers/" + officer).body())
                .contains("On duty until Mon, Aug 10, 4:00 PM; then 6 h of rest required")
                .doesNotContain("0 h of rest");
        clock.setTo("2026-08-11T01:00:00Z"); // 18:00, two hours after their duty
        assertThat(visitor.signedIn(georgia.coordinator(), georgia.agency(), Role.COORDINATOR)
                .get("/officers/" + officer).body()).contains("2 h of rest, 6 h required");
    }

    @Test
    void theRulesPageNamesSourcesAndMarksWhatIsToBeConfirmed() {
        var page = coordinator.get("/rules?q=15-249.08").body();
        assertThat(page).contains("AZ-CERT-15-249.08-DEADLINE", "A.R.S. 15-249.08", "Jul 1, 2026");
        assertThat(coordinator.get("/rules?show=confirm&q=FINGERPRINT").body()).contains("AZ-FINGERPRINT");
        assertThat(coordinator.get("/rules?show=confirm&q=MARGIN").body()).doesNotContain("FL-MARGIN-BEFORE");
        assertThat(coordinator.get("/rules?q=MARGIN").body()).contains("FL-MARGIN-BEFORE");
        assertThat(coordinator.get("/rules/limits/NEW_ORLEANS").body()).contains("NOLA-24H-16H35", "16:36 of 16:35",
                "Not allowed");
        assertThat(coordinator.get("/rules/limits/NOWHERE").statusCode()).isEqualTo(404);
    }

    @Test
    void aSchoolBlocksAnOfficerTheyAppealAndTheAgencyLiftsIt() {
        story.run(cast.agency(), this::theOfficerWorkedThere);
        var principal = story.as(cast.agency(), () -> organizations.join(cast.mesquite(),
                "principal" + cast.suffix() + "@story.example", "Ana Cruz", Role.PRINCIPAL, school));
        var atSchool = visitor.signedIn(principal, cast.mesquite(), Role.PRINCIPAL);
        var place = "/schools/" + school + "/blocks";
        assertThat(atSchool.post(place, "officer", dana.toString(), "reason", "no").body())
                .contains("at least five characters");
        assertThat(atSchool.post(place, "officer", dana.toString(), "reason", "Spoke harshly to students").statusCode())
                .isEqualTo(302);
        assertThat(atSchool.post(place, "officer", dana.toString(), "reason", "Spoke harshly to students").body())
                .contains("already blocked");
        var me = visitor.signedIn(story.as(cast.agency(), () -> storedOfficers.get(dana).personId()), cast.agency(),
                Role.OFFICER);
        var mine = me.get("/my-blocks").body();
        assertThat(mine).contains("Mesquite High", "Spoke harshly to students");
        var appeal = Pattern.compile("action=\"(/my-blocks/[0-9a-f-]+/appeal)\"").matcher(mine);
        assertThat(appeal.find()).isTrue();
        assertThat(me.post(appeal.group(1), "words", "It was a fire drill and I had to shout.").statusCode())
                .isEqualTo(302);
        var post = story.as(cast.agency(),
                () -> field.openPost(cast, school, field.request(cast, school), LocalDate.parse("2026-08-17")));
        assertThat(story.as(cast.agency(), () -> eligibility.judge(dana, post)).failed()).extracting(f -> f.code())
                .containsExactly("SCHOOL_BLOCK");
        var open = coordinator.get("/blocks").body();
        assertThat(open).contains("It was a fire drill", "Dana Reyes 100");
        var decision = Pattern.compile("action=\"(/blocks/[0-9a-f-]+/decision)\"").matcher(open);
        assertThat(decision.find()).isTrue();
        assertThat(coordinator.post(decision.group(1), "lift", "true").statusCode()).isEqualTo(302);
        assertThat(story.as(cast.agency(), () -> eligibility.judge(dana, post)).allowed()).isTrue();
        assertThat(coordinator.post(decision.group(1), "lift", "false").statusCode()).isEqualTo(409);
    }

    private void theOfficerWorkedThere() {
        var post = field.openPost(cast, school, field.request(cast, school), LocalDate.parse("2026-08-07"));
        var officer = storedOfficers.get(dana);
        db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, cast.agency()).set(SHIFT.ID, Ids.next())
                .set(SHIFT.DISTRICT_ID, cast.mesquite()).set(SHIFT.SCHOOL_ID, school)
                .set(SHIFT.POST_ID, post).set(SHIFT.OFFICER_ID, dana).set(SHIFT.PERSON_ID, officer.personId())
                .set(SHIFT.OFFICER_NAME, officer.fullName())
                .set(SHIFT.DEPARTMENT_ID, cast.department()).set(SHIFT.STARTS_AT, Instant.parse("2026-08-07T14:00:00Z"))
                .set(SHIFT.ENDS_AT, Instant.parse("2026-08-07T22:00:00Z"))
                .set(SHIFT.STATE, "SCHEDULED").set(SHIFT.ACCEPTED_AT, Instant.parse("2026-08-01T14:00:00Z"))
                .set(SHIFT.ACCEPTED_BY, "OFFICER").execute();
    }

    private void record(HourKind kind, String start, int hoursLong) {
        var window = Window.of(LocalDateTime.parse(start).atZone(Field.PHOENIX).toInstant(),
                Duration.ofHours(hoursLong));
        story.run(cast.agency(), () -> hours.record(dana, kind, window, true, "duty roster", null));
    }

    private static String location(String address) {
        return address.replaceFirst("^https?://[^/]+", "");
    }
}
