package org.daywatch.platform.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.members.Administrators;
import org.daywatch.platform.identity.recovery.command.AdministratorLinks;
import org.daywatch.platform.setup.file.SetupReport.Line;
import org.daywatch.platform.setup.file.SetupReport.Outcome;
import org.daywatch.platform.setup.file.SetupReport.Section;
import org.daywatch.platform.setup.file.SetupReport.State;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a set-up file does to an agency that is there already: what differs is changed through the pages' own services,
 * the rest is left alone.
 */
@DaywatchIT
class SetupApplyIT {

    private static final String DISTRICT = "'districts': [{'name': 'Milo Creek Unified', 'nces_id': '2099910'}], 'schools': [{'name': 'North', 'level': 'ELEMENTARY', 'phone': '620 555 0120'},"
            + " {'name': 'South', 'level': 'HIGH'}]";
    private static final String YEAR = "'school_year': [{'first_day': '2026-08-12', 'last_day': '2027-05-21', 'closed': [{'day': '2026-10-12', 'note': 'Teacher work day'}]}]";
    private static final String BELLS = "'bells': [{'schools': ['South'], 'from': '2026-08-12', 'regular': {'first': '08:05', 'last': '15:20'}}, {'schools': 'all', 'from': '2026-08-12', 'template': true}]";
    private static final String DEPARTMENT = "'departments': [{'name': 'Milo Creek Police', 'ori': 'KS0460100'}], 'terms': [{'first_day': '2026-08-01', 'paper': 'terms.pdf', 'signed_by': 'Lee Park'}]";
    private static final String REQUEST = "'requests': [{'schools': ['North'], 'first_day': '2026-11-16', 'last_day': '2027-05-21', 'times': 'bells', 'posts_per_day': 1}]";

    @Autowired SetupFiles files;
    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired Administrators administrators;
    @Autowired AdministratorLinks links;
    @Autowired DSLContext db;

    @TempDir Path folder;

    private UUID agency;

    @BeforeEach
    void anAgencyWithNothing() throws IOException {
        agency = organizations.foundAgency("Prairie " + UUID.randomUUID(), "KS");
        Files.writeString(folder.resolve("terms.pdf"), "%PDF-1.7 signed by the chief");
    }

    @Test
    void aFoundingThatWasInterruptedIsFinishedByTheSameFile() {
        String file = "'agency': {'name': 'Prairie " + agency
                + "', 'state': 'KS', 'administrator': {'name': 'Ada Alder', 'email': 'ada" + agency
                + "@prairie.example'}}";
        var finished = apply(file);
        assertThat(finished.administrator()).isEqualTo("ada" + agency + "@prairie.example");
        assertThat(story.as(agency, () -> administrators.count(agency))).isEqualTo(1);
        assertThat(apply(file).administrator()).as("nobody printed the link yet")
                .isEqualTo("ada" + agency + "@prairie.example");
        story.as(agency, () -> links.issue(agency, "ada" + agency + "@prairie.example"));
        var again = apply(file);
        assertThat(again.administrator()).as("a link is open").isNull();
        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(2);
        assertThat(refusal(apply("'agency': {'name': 'Prairie', 'state': 'AZ'}"))).contains("$.agency.state",
                "which is KS");
    }

    @Test
    void aSectionThatIsRefusedKeepsNothingOfItself() {
        String file = "'departments': [{'name': 'Good', 'ori': 'KS0460100'}, {'name': 'Bad', 'limits': 'NOWHERE'}], 'districts': [{'name': 'A'}]";
        assertThat(run(file, true).refused()).as("a dry run ends as the run would").isTrue();
        var report = run(file, false);
        assertThat(report.sections()).extracting(Section::state).containsExactly(State.REFUSED, State.LEFT);
        assertThat(refusal(report)).contains("$.departments[1].limits", "\"NOWHERE\"", "not known yet");
        assertThat(report.count(Outcome.CREATED)).as("what was taken back does not count").isZero();
        assertThat(story.as(agency, () -> organizations.listOwn("DEPARTMENT"))).isEmpty();
    }

    @Test
    void aDryRunTakesItsWorkBackAndEndsAsTheRunWould() {
        String file = DEPARTMENT + "," + DISTRICT + "," + YEAR + "," + BELLS + "," + REQUEST;
        var dry = run(file, true);
        assertThat(dry.refused()).as(dry.toString()).isFalse();
        assertThat(story.as(agency, () -> organizations.listOwn("DISTRICT"))).isEmpty();
        assertThat(count("staffing.post")).isZero();
        var done = run(file, false);
        assertThat(lines(done)).as("the numbers of requests apart").usingRecursiveComparison().isEqualTo(lines(dry));
        assertThat(count("staffing.post where state = 'OPEN'")).isPositive();
        assertThat(lines(run(file, false))).extracting(Line::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void aDistrictIsRecognizedByItsNumberAndRenamedAsOnItsPage() {
        apply(DISTRICT);
        var report = apply("'districts': [{'name': 'Milo Creek USD 999', 'nces_id': '2099910'}]");
        assertThat(lines(report)).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(line.changes())
                    .containsExactly(new SetupReport.Change("name", "Milo Creek Unified", "Milo Creek USD 999"));
        });
        assertThat(story.as(agency, () -> organizations.listOwn("DISTRICT"))).extracting(Organization::name)
                .containsExactly("Milo Creek USD 999");
        assertThat(acts()).contains("DistrictAdded", "DistrictChanged");
        assertThat(refusal(apply("'districts': [{'name': 'Milo Creek USD 999', 'state': 'AZ'}]")))
                .contains("$.districts[0].state");
    }

    @Test
    void whatASchoolsLineLeavesOutStaysAndWhatItSaysIsChanged() {
        apply(DISTRICT);
        assertThat(lines(
                apply("'schools': [{'name': 'north', 'city': 'Milo Creek', 'latitude': 38.0, 'longitude': -98.1}]")))
                .singleElement()
                .satisfies(line -> assertThat(line.changes()).extracting(SetupReport.Change::field)
                        .containsExactlyInAnyOrder("name", "city", "latitude", "longitude"));
        assertThat(column("select phone || ' ' || city || ' ' || latitude from directory.school where name = 'north'"))
                .containsExactly("620 555 0120 Milo Creek 38");
        apply("'schools': [{'name': 'north', 'nces_id': '209991000001'}]");
        assertThat(lines(apply("'schools': [{'nces_id': '209991000001', 'phone': '620 555 0121'}]")))
                .extracting(Line::what).containsExactly("north");
        assertThat(refusal(apply("'schools': [{'nces_id': '209991000009'}]")))
                .contains("import the national list first");
        assertThat(refusal(apply("'schools': [{'name': 'West', 'district': 'Nowhere'}]")))
                .contains("$.schools[0].district", "known are Milo Creek Unified");
    }

    @Test
    void aYearThatMovedAndADayOfAnotherKindAreChangedAndTemplatesFillGapsOnly() {
        apply(DISTRICT + "," + YEAR + "," + BELLS);
        assertThat(column(
                "select first_bell || ' ' || last_bell from directory.bell_schedule b join directory.school s on s.id = b.school_id where s.name = 'South' and b.kind = 'REGULAR'"))
                .containsExactly("08:05:00 15:20:00");
        var moved = apply(YEAR.replace("2026-08-12", "2026-08-10").replace("'note'", "'kind': 'STAFF_ONLY', 'note'")
                + "," + BELLS.replace("15:20", "15:30"));
        assertThat(lines(moved)).extracting(Line::outcome).containsExactly(Outcome.CHANGED, Outcome.CREATED,
                Outcome.CHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(column("select first_day::text from directory.calendar")).containsExactly("2026-08-10");
        assertThat(column("select kind from directory.calendar_day")).containsExactly("STAFF_ONLY");
    }

    @Test
    void anAgreedRequestThatAsksForMorePostsIsRefusedAndOtherHoursAreAnotherRequest() {
        apply(DEPARTMENT + "," + DISTRICT + "," + YEAR + "," + BELLS + "," + REQUEST);
        assertThat(refusal(apply(REQUEST.replace("'posts_per_day': 1", "'posts_per_day': 2"))))
                .contains("asks at North for other days or posts than request R-");
        assertThat(lines(apply(REQUEST.replace("'bells'", "{'from': '15:30', 'to': '18:00'}")))).extracting(Line::what)
                .allMatch(what -> what.startsWith("North: agreed, posts open: "));
        assertThat(count("staffing.detail_request where state = 'ACCEPTED'")).isEqualTo(2);
    }

    @Test
    void requestsBeforeTheBellsSayWhatIsMissing() {
        assertThat(refusal(apply(DEPARTMENT + "," + DISTRICT + "," + REQUEST))).contains("makes no posts at North",
                "set the school year and the bells first");
        assertThat(count("staffing.detail_request")).isZero();
        assertThat(refusal(apply(REQUEST.replace("['North']", "['East']")))).contains("$.requests[0].schools[0]",
                "\"East\"");
    }

    @Test
    void termsAreAgreedAnewWhereThePaperSaysSomethingElse() {
        apply(DEPARTMENT);
        assertThat(lines(apply(DEPARTMENT.replace("'signed_by'", "'lead_hours': 48, 'signed_by'")))).last()
                .satisfies(line -> {
                    assertThat(line.outcome()).isEqualTo(Outcome.CHANGED);
                    assertThat(line.changes()).containsExactly(new SetupReport.Change("leadHours", "0", "48"));
                });
        assertThat(acts()).contains("TermsConfirmed", "DepartmentTermsChanged");
    }

    @Test
    void nextYearsTermsStandBesideThisYearsAndBothAreRecognized() {
        String both = DEPARTMENT.replace("'terms': [",
                "'terms': [{'first_day': '2027-08-01', 'lead_hours': 72, 'paper': 'terms.pdf', 'signed_by': 'Lee Park'}, ");
        assertThat(lines(apply(both))).extracting(Line::outcome).containsOnly(Outcome.CREATED).hasSize(3);
        assertThat(lines(apply(both))).extracting(Line::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(column(
                "select valid_from || ' ' || coalesce(valid_to::text, '') || ' ' || lead_hours from staffing.department_terms order by valid_from"))
                .containsExactly("2026-08-01 2027-07-31 0", "2027-08-01  72");
    }

    @Test
    void termsTheDepartmentObjectedToAreNotAskedAgain() {
        apply(DEPARTMENT);
        story.run(agency, () -> db.execute(
                "update staffing.terms_proposal set state = 'OBJECTED', how = null, objection = 'No nights.'"));
        story.run(agency, () -> db.execute("delete from staffing.department_terms"));
        assertThat(refusal(apply("'terms': [{'first_day': '2026-08-01', 'ask': true}]"))).contains("$.terms[0]",
                "Lee Park objected to: No nights.");
    }

    @Test
    void whatNeedsMailIsRefusedWhereNoneIsSetUp() {
        assertThat(refusal(apply(
                "'departments': [{'name': 'A', 'contact': {'email': 'chief@police.example'}}], 'terms': [{'first_day': '2026-08-01', 'ask': true}]")))
                .contains("$.terms[0]", "Email is not set up");
        apply("'agency': {'name': 'Prairie " + agency + "', 'administrator': {'name': 'Ada', 'email': 'ada" + agency
                + "@prairie.example'}}");
        assertThat(refusal(apply("'let_in': {'who': 'all', 'by': 'mail'}"))).contains("$.let_in.by",
                "set up mail first");
        assertThat(refusal(apply("'mail': {'host': 'm.example', 'port': 25, 'from': 'a@b.example'}")))
                .as("in an installation of several").contains("the agency that was here first");
    }

    @Test
    void aListWithARefusedOfficerIsNotTakenInPart() throws IOException {
        Files.writeString(folder.resolve("officers.csv"),
                "Department,Badge,Full name,E-mail\nMilo Creek Police,1,Dana Hackberry,dana" + agency
                        + "@police.example\nMilo Creek Police,2,No Mail,nowhere\n");
        assertThat(refusal(apply(DEPARTMENT + ", 'officers': {'file': 'officers.csv'}"))).contains("$.officers.file",
                "line 3", "nowhere");
        assertThat(count("staffing.officer")).isZero();
    }

    private SetupReport apply(String sections) {
        return run(sections, false);
    }

    private SetupReport run(String sections, boolean dry) {
        String text = ("{'schema': 'daywatch.setup', 'version': 1, " + sections + "}").replace('\'', '"');
        return files.apply(files.read(text.getBytes(StandardCharsets.UTF_8), folder), Optional.of(agency), dry);
    }

    private static List<Line> lines(SetupReport report) {
        assertThat(report.refused()).as(report.sections().toString()).isFalse();
        return report.sections().stream().flatMap(s -> s.lines().stream()).toList();
    }

    private static String refusal(SetupReport report) {
        return report.sections().stream().filter(s -> s.state() == State.REFUSED).map(s -> String.valueOf(s.refused()))
                .findFirst().orElseThrow();
    }

    private List<String> acts() {
        return column("select action from platform.audit_line");
    }

    private int count(String from) {
        return Integer.parseInt(column("select count(*)::text from " + from).getFirst());
    }

    private List<String> column(String sql) {
        return story.as(agency, () -> db.fetch(sql).getValues(0, String.class));
    }
}
