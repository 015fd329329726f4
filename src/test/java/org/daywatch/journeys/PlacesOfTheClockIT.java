package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.sites.Schools;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.staffing.plans.PostPlanning;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.OfficerRole;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.WorkKind;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency in New York with a school there and one in Honolulu: over midnight, the end of a month and of a year, and both changes of clock. */
@DaywatchIT
class PlacesOfTheClockIT {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");

    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @Autowired Schools schools;
    @Autowired Calendars calendars;
    @Autowired Bells bells;
    @Autowired RequestCommands requests;
    @Autowired PostCommands posts;
    @Autowired DepartmentTerms terms;
    @Autowired PostPlanning planning;
    @Autowired HomeTime home;
    @Autowired TestClock clock;

    private UUID agency;
    private UUID department;
    private UUID hudson;
    private UUID kapua;
    private Visit admin;

    @BeforeEach
    void anAgencyInNewYorkWithASchoolThereAndOneInHonolulu() {
        clock.setTo("2026-10-26T15:00:00Z");
        agency = organizations.foundAgency("Hudson School Safety " + UUID.randomUUID(), "NY");
        var person = story.as(agency, () -> organizations.join(agency, "ada" + agency + "@agency.example", "Ada Alder", Role.AGENCY_ADMIN, null));
        story.run(agency, () -> {
            department = organizations.findOrCreate("DEPARTMENT", "Hudson Police " + agency, "NY", null);
            terms.put(AgreedTerms.usual(Tenancy.tenant(), department, 1, "NOT_KNOWN", WorkKind.USUALLY_FORBIDDEN, NEW_YORK));
            hudson = school("Hudson High", "NY", NEW_YORK);
            kapua = school("Kapua High", "HI", HONOLULU);
        });
        admin = visitors.signedIn(person, agency, Role.AGENCY_ADMIN);
    }

    @Test
    void postsFollowTheBellOfTheirOwnSchoolOverBothChangesOfClock() {
        var atHudson = posts(hudson); // a quarter of an hour before the bell at eight
        var atKapua = posts(kapua);

        assertThat(start(atHudson, "2026-10-30")).as("the Friday before clocks go back").isEqualTo("2026-10-30T11:45:00Z");
        assertThat(start(atHudson, "2026-11-02")).as("the Monday after").isEqualTo("2026-11-02T12:45:00Z");
        assertThat(start(atHudson, "2027-03-12")).as("the Friday before clocks go forward").isEqualTo("2027-03-12T12:45:00Z");
        assertThat(start(atHudson, "2027-03-15")).as("the Monday after").isEqualTo("2027-03-15T11:45:00Z");
        for (var day : List.of("2026-10-30", "2026-11-02", "2027-03-12", "2027-03-15")) assertThat(start(atKapua, day)).as("Hawaii changes no clock").isEqualTo(day + "T17:45:00Z");
    }

    @Test
    void eachPageSaysTheTimeOfItsPlace() {
        posts(hudson);
        posts(kapua);
        var page = admin.get("/posts?school=" + kapua + "&from=2026-11-02&to=2026-11-02").body();
        assertThat(page).contains("Kapua High", "7:45 AM").doesNotContain("12:45 PM");
        assertThat(admin.get("/posts?school=" + hudson + "&from=2026-11-02&to=2026-11-02").body()).contains("Hudson High", "7:45 AM");
    }

    @Test
    void todayIsTheAgencysOverMidnightAndTheMonthsEnd() {
        clock.setTo("2026-11-01T03:59:00Z");
        assertThat(today()).as("11:59 PM in New York, 5:59 PM in Honolulu").isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(admin.get("/fairness").body()).contains("2026-10");
        clock.setTo("2026-11-01T04:00:00Z");
        assertThat(today()).as("midnight in New York").isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(admin.get("/fairness").body()).contains("2026-11");
        clock.setTo("2026-11-02T04:59:00Z");
        assertThat(today()).as("a day of 25 hours").isEqualTo(LocalDate.of(2026, 11, 1));
        clock.setTo("2027-03-15T03:59:00Z");
        assertThat(today()).as("and one of 23").isEqualTo(LocalDate.of(2027, 3, 14));
    }

    @Test
    void aRequestMadeOnNewYearsEveHasTheNumberOfTheOldYear() {
        clock.setTo("2027-01-01T04:30:00Z");
        var made = story.as(agency, () -> requests.draft(content(hudson, LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 8))));
        assertThat(story.as(agency, () -> db.select(DETAIL_REQUEST.NUMBER).from(DETAIL_REQUEST).where(DETAIL_REQUEST.ID.eq(made)).fetchSingle(DETAIL_REQUEST.NUMBER))).startsWith("R-2026-");
    }

    private LocalDate today() {
        return story.as(agency, home::today);
    }

    private UUID school(String name, String state, ZoneId zone) {
        var district = organizations.findOrCreate("DISTRICT", name + " District " + agency, state, null);
        var id = schools.add(new NewSchool(district, name, SchoolLevel.HIGH, "9", "12", 900, "1 Main St", "Town", state, "", "", zone));
        calendars.create(district, "2026-27", LocalDate.of(2026, 8, 10), LocalDate.of(2027, 5, 21));
        bells.apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR, LocalTime.of(8, 0), LocalTime.of(15, 0), LocalDate.of(2026, 10, 26)));
        return id;
    }

    private UUID posts(UUID school) {
        return story.as(agency, () -> {
            var request = requests.draft(content(school, LocalDate.of(2026, 10, 26), LocalDate.of(2027, 3, 19)));
            requests.submit(request);
            requests.accept(request, department);
            planning.generate(request);
            posts.openAll(request);
            return request;
        });
    }

    private static RequestContent content(UUID school, LocalDate first, LocalDate last) {
        return new RequestContent(school, RequestKind.TERM, OfficerRole.SSO, 1, first, last, RequestContent.WEEKDAYS, null, null, "Campus without an officer", "Walk the doors.", "",
                "Front office 555-0100", WorkKind.SCHOOL_SAFETY);
    }

    private String start(UUID request, String day) {
        var start = story.as(agency, () -> db.select(POST.STARTS_AT).from(POST).where(POST.REQUEST_ID.eq(request)).and(POST.DAY.eq(LocalDate.parse(day))).fetchSingle(POST.STARTS_AT));
        return start == null ? "" : Instant.from(start).toString();
    }
}
