package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.OFFICER;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.officers.OfficerCommands;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists are searched, filtered, sorted, paged and taken away as CSV, all from the address and in the same order. */
@DaywatchIT
class ListsIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired DepartmentTerms terms;
    @Autowired Organizations organizations;

    private static final int LISTS_OF_A_DAY = 30;

    private Story.Cast cast;
    private int people;
    private Visit coordinator;
    private Visit supervisor;

    @BeforeEach
    void anAgencyAndADepartment() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        var field = new Field(db, officers, terms);
        story.run(cast.agency(), () -> {
            field.agreedTerms(cast.department(), "PROGRAM");
            field.officer(cast, "100");
            field.officer(cast, "200");
        });
        UUID chief = story.as(cast.agency(), () -> organizations.join(cast.department(),
                "chief" + cast.suffix() + "@story.example", "Lee Park", Role.DEPARTMENT_SUPERVISOR, null));
        coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        supervisor = visitor.signedIn(chief, cast.department(), Role.DEPARTMENT_SUPERVISOR);
    }

    /** Each list is visited by whoever of the house may read it. */
    @Test
    void everyListAnswersEachOrderBothWaysASearchAPageAndItsCsv() throws IOException {
        var readers = readers();
        var soft = new SoftAssertions();
        int looked = 0;
        for (var list : Lists.all()) {
            if (++looked % LISTS_OF_A_DAY == 0) readers = readers(); // one person takes so many files a day
            if (list.path().contains("{id}") || list.path().equals("/board/day-sheet")) continue; // on a thing of its own; the board on paper
            var some = readers;
            var reader = some.stream().filter(r -> r.get(list.path()).statusCode() == 200).findFirst();
            soft.assertThat(reader).as("somebody reads " + list.path()).isPresent();
            reader.ifPresent(visit -> isAList(soft, visit, list));
        }
        soft.assertAll();
    }

    private List<Visit> readers() {
        return List.of(member(cast.agency(), Role.COORDINATOR), member(cast.agency(), Role.AGENCY_ADMIN),
                member(cast.department(), Role.DEPARTMENT_SUPERVISOR), member(cast.mesquite(), Role.SAFETY_DIRECTOR),
                officer());
    }

    /** Its first field that is searched in. */
    private static final Pattern SEARCH = Pattern.compile("<input[^>]*type=\"search\"[^>]*name=\"([a-z]+)\"");

    private static void isAList(SoftAssertions soft, Visit visit, Lists.Listed list) {
        String path = list.path();
        var first = visit.get(path).body();
        var head = first.contains("<thead>")
                ? first.substring(first.indexOf("<thead>"), first.indexOf("</thead>"))
                : ""; // an empty list has none
        for (String sort : list.orders()) {
            var sorted = visit.get(path + "?sort=" + sort);
            soft.assertThat(sorted.statusCode()).as(path + " by " + sort).isEqualTo(200);
            if (head.contains("sort=" + sort + "\""))
                soft.assertThat(sorted.body()).as(path + " shows its order by " + sort)
                        .contains("aria-sort=\"ascending\"");
            soft.assertThat(visit.get(path + "?page=3&sort=-" + sort).statusCode())
                    .as(path + " by " + sort + ", turned round").isEqualTo(200);
        }
        String search = SEARCH.matcher(first.substring(first.indexOf("class=\"filters\"") + 1)).results().findFirst()
                .map(m -> m.group(1)).orElse("q");
        soft.assertThat(visit.get(path + "?" + search + "=nothing+is+called+so").body()).as(path + " searched")
                .contains("nothing is called so");
        for (String query : List.of("",
                "?" + search + "=nothing+is+called+so&sort=-" + list.orders().iterator().next())) {
            var csv = visit.get(path + ".csv" + query);
            soft.assertThat(csv.statusCode()).as(path + ".csv" + query).isEqualTo(200);
            soft.assertThat(csv.headers().firstValue("content-type").orElse("")).as(path + ".csv")
                    .startsWith("text/csv");
        }
    }

    private Visit member(UUID org, Role role) {
        UUID person = story.as(cast.agency(), () -> organizations.join(org,
                role.name().toLowerCase() + cast.suffix() + "-" + ++people + "@story.example", "Kit Alder", role,
                null));
        return visitor.signedIn(person, org, role);
    }

    /** One of those the field has: their account is made with their file. */
    private Visit officer() {
        UUID person = story.as(cast.agency(), () -> db.select(OFFICER.PERSON_ID).from(OFFICER)
                .where(OFFICER.PERSON_ID.isNotNull()).limit(1).fetchSingle(OFFICER.PERSON_ID));
        return visitor.signedIn(person, cast.agency(), Role.OFFICER);
    }

    @Test
    void permissionsAreSortedAndTheCsvFollowsTheList() {
        assertThat(supervisor.get("/department/permissions?sort=badge").body()).containsSubsequence("Dana Reyes 100",
                "Dana Reyes 200");
        assertThat(supervisor.get("/department/permissions?sort=-badge").body()).containsSubsequence("Dana Reyes 200",
                "Dana Reyes 100");
        assertThat(supervisor.get("/department/permissions.csv?q=Reyes+200").body().lines()).hasSize(2).last()
                .asString().startsWith("200,Dana Reyes 200");
    }

    @Test
    void schoolYearsAreFoundByNameAndByADayInThem() {
        for (int year = 2026; year < 2029; year++) {
            coordinator.get("/calendars");
            coordinator.post("/calendars", "district", cast.mesquite().toString(), "name", "Year " + year, "firstDay",
                    year + "-08-03", "lastDay", (year + 1) + "-05-21");
        }
        assertThat(coordinator.get("/calendars?sort=name").body()).containsSubsequence("Year 2026", "Year 2027",
                "Year 2028");
        assertThat(coordinator.get("/calendars?sort=-first").body()).containsSubsequence("Year 2028", "Year 2027",
                "Year 2026");
        assertThat(coordinator.get("/calendars?q=year+2027").body()).contains("Year 2027</a>")
                .doesNotContain("Year 2026</a>");
        assertThat(coordinator.get("/calendars?on=2028-10-02").body()).contains("Year 2028</a>")
                .doesNotContain("Year 2027</a>");
        assertThat(coordinator.get("/calendars.csv?q=2026&sort=name").body().lines()).hasSize(2).last().asString()
                .startsWith("Year 2026,").endsWith(",2026-08-03,2027-05-21,0");
    }

    @Test
    void aDepartmentIsFoundAndItsTermsReadOnAPageOfItsOwn() {
        var list = coordinator.get("/departments").body();
        assertThat(list).contains("/departments/" + cast.department());
        assertThat(coordinator.get("/departments/" + cast.department()).body())
                .contains("At most 64 hours from Sunday to Saturday");
        assertThat(coordinator.get("/departments/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(coordinator.get("/departments.csv").body().lines()).hasSize(2);
        assertThat(supervisor.get("/departments").statusCode()).isEqualTo(403);
    }
}
