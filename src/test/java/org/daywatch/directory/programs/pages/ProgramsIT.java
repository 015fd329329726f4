package org.daywatch.directory.programs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.FundedPosts;
import org.daywatch.directory.Programs;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.directory.programs.catalog.ShippedCatalog;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Programs as an installation holds them: the shipped rows, what binds whom, funded posts, and a number changed after a
 * look at its effect.
 */
@DaywatchIT
class ProgramsIT {
    @Autowired Story story;
    @Autowired Programs programs;
    @Autowired DueLists dueLists;
    @Autowired FundedPosts posts;
    @Autowired FundedPostRegister register;
    @Autowired CatalogStore catalog;
    @Autowired ProgramRules rules;
    @Autowired Calendars calendars;
    @Autowired Schools schools;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired TestClock clock;
    @LocalServerPort int port;
    private Story.Cast cast;
    private UUID juniper;
    private UUID palo;
    private LocalDate today;
    private Guest admin;

    @BeforeEach
    void twoSchoolsInTheirYear() {
        cast = story.cast();
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
        juniper = school("Juniper Wash School");
        palo = school("Palo Seco School");
        story.run(cast.agency(),
                () -> calendars.create(cast.mesquite(), "Year", today.minusDays(40), today.plusDays(200)));
        admin = member(cast.agency(), Role.AGENCY_ADMIN, null);
    }

    @AfterEach
    void leave() {
        admin.close();
    }

    @Test
    void theRowsOfTheDatabaseAreTheRowsOfTheFile() {
        var shipped = ShippedCatalog.read();
        story.run(cast.agency(), () -> {
            var stored = catalog.read();
            assertThat(stored.programs()).containsExactlyInAnyOrderElementsOf(shipped.catalog().programs());
            assertThat(stored.demands()).containsExactlyInAnyOrderElementsOf(shipped.catalog().demands());
            var codes = shipped.rules().stream().map(ProgramRule::code).toList();
            assertThat(rules.book().list().stream().filter(r -> codes.contains(r.code())).toList())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactlyInAnyOrderElementsOf(shipped.rules());
            var known = rules.book().list().stream().map(ProgramRule::code).toList();
            assertThat(shipped.catalog().demands()).filteredOn(d -> !known.contains(d.rule())).as("without a number")
                    .extracting(d -> d.code()).containsExactly("AZ-SCHOOLS-LOCKDOWN");
        });
    }

    @Test
    void aLawBindsEverySchoolAndAGrantThoseThatTakePart() {
        assertThat(codes(palo)).contains("AZ-SCHOOLS").doesNotContain("AZ-SSP", "TX-SCHOOLS");
        var post = story.as(cast.agency(), () -> register
                .add(new FundedPostRegister.NewPost("AZ-SSP", "SSP-7", "SSO", List.of(juniper), today.minusDays(3))));
        assertThat(codes(juniper)).contains("AZ-SCHOOLS", "AZ-SSP");
        assertThat(codes(palo)).doesNotContain("AZ-SSP");
        story.run(cast.mesquite(), () -> assertThat(posts.of(List.of(juniper, palo), today)).as("its district reads it")
                .extracting(FundedPosts.FundedPost::id).containsExactly(post));
        story.run(cast.saguaro(),
                () -> assertThat(posts.of(List.of(juniper), today)).as("another district does not").isEmpty());
        story.run(cast.agency(), () -> register.join("AZ-SSP", cast.mesquite(), today));
        assertThat(codes(palo)).contains("AZ-SSP");
    }

    @Test
    void dueListsOfManySchoolsFollowCalendarProgramAndWhatWasDone() {
        var dues = story.as(cast.mesquite(), () -> dueLists.of(List.of(juniper, palo), today,
                Map.of(juniper, List.of(new Due.Done("DRILL:EVACUATE", today, "drill 1")))));
        assertThat(dues.get(juniper)).filteredOn(d -> d.state() == Due.State.DONE).singleElement().satisfies(d -> {
            assertThat(d.requirement().subject()).isEqualTo("DRILL:EVACUATE");
            assertThat(d.evidence()).isEqualTo("drill 1");
        });
        assertThat(dues.get(palo)).isNotEmpty().noneMatch(d -> d.state() == Due.State.DONE);
        assertThat(dues.get(palo)).as("no number was made up")
                .noneMatch(d -> d.requirement().subject().equals("DRILL:LOCKDOWN"));
    }

    @Test
    void aNumberIsSetAfterALookAtWhatItChanges() {
        String address = "/programs/AZ-SCHOOLS/numbers/AZ-SCHOOLS-LOCKDOWN";
        assertThat(admin.get("/programs").body()).contains("Arizona: emergency plans and drills", "1 without a number");
        assertThat(admin.get("/programs/AZ-SCHOOLS").body()).contains("no source says how many", "to be confirmed",
                address);
        assertThat(admin.get(address).status()).isEqualTo(200);
        String[] form = {"value", "3", "scope", "DISTRICT:" + cast.mesquite(), "from", today.toString(), "words",
                "Lockdown drills: 3 a school year.", "source", "Board minutes of June"};
        var preview = admin.post(address, form);
        assertThat(preview.body())
                .contains("Preview of changes", "Juniper Wash School", "Palo Seco School", "of 2 schools it applies to")
                .contains("No. 3 would also be required");
        assertThat(drills(juniper)).as("nothing is stored by looking").isEmpty();
        assertThat(admin.post(address + "/apply", form).location()).isEqualTo("/programs/AZ-SCHOOLS");
        assertThat(drills(juniper)).hasSize(3)
                .allMatch(d -> d.requirement().rule().source().equals("Board minutes of June"));
        assertThat(admin.post(address + "/apply", form).body()).as("once a day").contains("begins there on that day");
        assertThat(admin.get("/programs/AZ-SCHOOLS").body()).contains("Board minutes of June", "In effect");
        assertThat(admin.post(address, "value", "many", "scope", "STATE:AZ", "from", today.toString(), "words",
                "Words here", "source", "Source").body()).contains("whole number from 0 to 9999");
        assertThat(admin.post(address, "value", "3", "scope", "STATE:TX", "from", today.toString(), "words",
                "Words here", "source", "Source").body()).contains("Choose a state from the list");
        try (var principal = member(cast.mesquite(), Role.PRINCIPAL, juniper)) {
            assertThat(principal.get("/programs/AZ-SCHOOLS").body()).contains("Board minutes of June")
                    .doesNotContain("Change rule");
            assertThat(principal.get(address).status()).isEqualTo(403);
        }
    }

    @Test
    void aRuleIsCountedInAnotherWayFromADayOnAndTheOldVersionStays() {
        String address = "/programs/AZ-SCHOOLS/numbers/AZ-SCHOOLS-EVACUATE";
        assertThat(admin.get(address).body())
                .contains("How it is counted", "each school month", "each quarter", "Last day").doesNotContain("Proof");
        String[] form = {"value", "2", "scope", "DISTRICT:" + cast.mesquite(), "from", today.toString(), "until",
                today.plusDays(30).toString(), "counting", "QUARTER", "words", "Two evacuations each quarter.",
                "source", "Board minutes of June"};
        var preview = admin.post(address, form);
        assertThat(preview.body()).contains("Measured by: 2 drills, each quarter, proof: drill record",
                "until then: 1 drill", "In effect until", "of 2 schools it applies to");
        assertThat(admin.post(address, "value", "2", "scope", "STATE:AZ", "from", today.toString(), "counting",
                "PERCENT", "words", "Words here", "source", "Source").body()).contains("cannot be counted that way");
        assertThat(admin.post(address, "value", "2", "scope", "STATE:AZ", "from", today.toString(), "until",
                today.minusDays(1).toString(), "words", "Words here", "source", "Source").body())
                .contains("The last day is before the first");
        assertThat(admin.post(address + "/apply", form).location()).isEqualTo("/programs/AZ-SCHOOLS");
        story.run(cast.mesquite(),
                () -> assertThat(programs.of(List.of(juniper), today).get(juniper))
                        .filteredOn(r -> r.subject().equals("DRILL:EVACUATE")).singleElement()
                        .satisfies(r -> assertThat(r.counting()).isEqualTo(Requirement.Counting.QUARTER)));
        story.run(cast.mesquite(),
                () -> assertThat(programs.of(List.of(juniper), today.plusDays(31)).get(juniper))
                        .filteredOn(r -> r.subject().equals("DRILL:EVACUATE")).singleElement()
                        .as("after its last day")
                        .satisfies(r -> assertThat(r.counting()).isEqualTo(Requirement.Counting.MONTH)));
        assertThat(admin.get("/programs/AZ-SCHOOLS").body()).contains("Board minutes of June",
                "An evacuation drill in every school month", "Counted from completed drills");
    }

    @Test
    void aChangedRuleShowsTheMetersOfThePostsConcernedBeforeAndAfterAndStoresNothing() {
        story.run(cast.agency(), () -> register
                .add(new FundedPostRegister.NewPost("AZ-SSP", "SSP-8", "SSO", List.of(juniper), today.minusDays(3))));
        String address = "/programs/AZ-SSP/numbers/AZ-SSP-LRE";
        String[] form = {"value", "240", "scope", "DISTRICT:" + cast.mesquite(), "from", today.plusDays(30).toString(),
                "words", "Law-related education: 240 hours.", "source", "Board minutes of June"};
        var preview = admin.post(address, form).body();
        assertThat(preview)
                .contains("Meters before and after", "SSO post, SSP-8: Juniper Wash School",
                        "One post or school has no records: unknown before and after")
                .doesNotContain("Palo Seco School");
        assertThat(preview.indexOf("unknown of 180 h")).isPositive().isLessThan(preview.indexOf("unknown of 240 h"));
        story.run(cast.mesquite(), () -> assertThat(programs.of(List.of(juniper), today.plusDays(60)).get(juniper))
                .filteredOn(r -> r.subject().equals("LRE")).singleElement()
                .as("nothing is stored by looking").satisfies(r -> assertThat(r.rule().number()).isEqualTo(180)));
        assertThat(admin.post("/programs/AZ-SCHOOLS/numbers/AZ-SCHOOLS-EVACUATE", "value", "2", "scope",
                "DISTRICT:" + cast.mesquite(), "from", today.toString(), "words", "Two evacuations.", "source",
                "Board minutes of June").body()).as("drills have no meter").doesNotContain("Meters before and after");
    }

    @Test
    void aFundedPostIsAddedSharedAndEndedWithAReason() {
        assertThat(admin.get("/funded-posts/new").body()).contains("Mesquite");
        assertThat(admin.get("/funded-posts/new?district=" + cast.mesquite()).body()).contains("Juniper Wash School",
                "Second school");
        var added = admin.post("/funded-posts/new", "district", "" + cast.mesquite(), "program", "AZ-SSP", "award",
                "SSP-9", "kind", "SRO", "school", "" + juniper, "school2", "" + palo, "from", "" + today);
        assertThat(added.location()).startsWith("/funded-posts/");
        assertThat(admin.get("/funded-posts").body()).contains("SSP-9", "Shared by 2",
                "Juniper Wash School, Palo Seco School");
        assertThat(admin.get("/funded-posts.csv?q=SSP-9").body()).contains("SSP-9,AZ-SSP,SRO");
        assertThat(admin.get(added.location()).body()).contains("each of them is covered in part");
        try (var officer = member(cast.agency(), Role.OFFICER, null);
                var here = member(cast.mesquite(), Role.PRINCIPAL, palo);
                var elsewhere = member(cast.mesquite(), Role.PRINCIPAL, school("Mesa School"))) {
            for (String address : List.of("/funded-posts", "/funded-posts.csv", added.location()))
                assertThat(officer.get(address).status()).as("money of awards: " + address).isEqualTo(403);
            assertThat(officer.get("/programs").body()).doesNotContain("/funded-posts");
            assertThat(here.get("/funded-posts").body()).contains("SSP-9").doesNotContain("funded-posts.csv");
            assertThat(here.get("/funded-posts.csv").status()).isEqualTo(403);
            assertThat(elsewhere.get("/funded-posts").body()).as("another school's").doesNotContain("SSP-9");
            assertThat(elsewhere.get(added.location()).status()).isEqualTo(404);
        }
        assertThat(admin.post("/funded-posts/new", "district", "" + cast.mesquite(), "program", "AZ-SSP", "award",
                "SSP-9", "kind", "SRO", "school", "" + juniper, "from", "" + today).body())
                .contains("already has a funded post with this grant name");
        assertThat(admin.post("/funded-posts/new", "district", "" + cast.mesquite(), "program", "AZ-SSP", "award", "X",
                "kind", "DOG", "school", "" + juniper, "from", "" + today).body()).contains("Choose SRO, SSO or JPO");
        assertThat(admin.post(added.location() + "/end", "last", "" + today, "reason", "no").body())
                .contains("Enter a reason");
        assertThat(admin.post(added.location() + "/end", "last", "" + today, "reason", "The award ended").location())
                .isEqualTo(added.location());
        story.run(cast.agency(), () -> {
            assertThat(posts.of(List.of(palo), today)).hasSize(1);
            assertThat(posts.of(List.of(palo), today.plusDays(1))).isEmpty();
        });
    }

    private List<Due> drills(UUID school) {
        return story.as(cast.mesquite(), () -> dueLists.of(List.of(school), today, Map.of())).get(school).stream()
                .filter(d -> d.requirement().subject().equals("DRILL:LOCKDOWN")).toList();
    }

    private List<String> codes(UUID school) {
        return story.as(cast.agency(), () -> programs.of(List.of(school), today)).get(school).stream()
                .map(Requirement::program).distinct().toList();
    }

    private UUID school(String name) {
        return story.as(cast.agency(), () -> schools.add(new Schools.NewSchool(cast.mesquite(), name,
                SchoolLevel.MIDDLE, "06", "08", 300, "", "Mesa", "AZ", "", "", ZoneId.of("America/Phoenix"))));
    }

    private Guest member(UUID org, Role role, UUID school) {
        UUID person = Tenancy.as(Scope.system(org),
                () -> organizations.join(org, UUID.randomUUID() + "@programs.example", "Robin Palo", role, school));
        var member = new Guest(port);
        member.carry("daywatch_session", sessions.open(person, "PASSKEY", "test"));
        return member;
    }
}
