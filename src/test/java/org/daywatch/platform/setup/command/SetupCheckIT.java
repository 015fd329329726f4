package org.daywatch.platform.setup.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.SETUP_MARK;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.agency.AgencyDetails;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.setup.SetupProgress.Line;
import org.daywatch.platform.setup.SetupProgress;
import org.daywatch.platform.setup.SetupStep.State;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.departments.register.DepartmentFile;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agency that has nothing yet: the board leads to its set-up, which says what comes next, on the page and on the
 * command line.
 */
@DaywatchIT
class SetupCheckIT {

    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired Organizations organizations;
    @Autowired Agencies agencies;
    @Autowired SetupProgress progress;
    @Autowired DepartmentFiles departments;
    @Autowired OfficerCommands officers;
    @Autowired Texts texts;
    @Autowired DSLContext db;

    private UUID agency;
    private Visit admin;

    @BeforeEach
    void anAgencyWithNothing() {
        agency = organizations.foundAgency("Prairie School Safety " + UUID.randomUUID(), "KS");
        var person = story.as(agency, () -> organizations.join(agency, "ada" + UUID.randomUUID() + "@agency.example",
                "Ada Alder", Role.AGENCY_ADMIN, null));
        admin = visitors.signedIn(person, agency, Role.AGENCY_ADMIN);
    }

    @Test
    void theEmptyBoardLeadsToTheSetUpAndEveryPageSaysWhatComesNext() {
        assertThat(admin.get("/board").headers().firstValue("location").orElse("")).endsWith("/setup");
        assertThat(admin.get("/setup").body()).contains("Set up your agency", "There are no departments yet.",
                "href=\"/departments/new\"");
        assertThat(admin.get("/officers").body()).contains("hx-get=\"/setup/strip\"");
        assertThat(admin.get("/setup/strip").body()).contains("Next: Police departments", "href=\"/departments/new\"")
                .doesNotContain("<html");
    }

    @Test
    void anOptionalStepCanBeLeftAndTakenUpAgainAndANeededOneCannot() {
        assertThat(admin.post("/setup/administrators/later").statusCode()).isEqualTo(302);
        assertThat(line("administrators").later()).isTrue();
        assertThat(admin.post("/setup/administrators/again").statusCode()).isEqualTo(302);
        assertThat(line("administrators").later()).isFalse();
        assertThat(admin.post("/setup/terms/later").statusCode()).isEqualTo(404);
        assertThat(admin.post("/setup/*/later").statusCode()).as("nobody declares all of it done").isEqualTo(404);
    }

    @Test
    void aCoordinatorReadsItAndIsToldWhoDoesWhatOnlyAnAdministratorMay() {
        var person = story.as(agency, () -> organizations.join(agency, "co" + UUID.randomUUID() + "@agency.example",
                "Robin Alder", Role.COORDINATOR, null));
        var coordinator = visitors.signedIn(person, agency, Role.COORDINATOR);
        assertThat(coordinator.get("/setup").body())
                .contains("An administrator of your agency does this.", "href=\"/districts/new\"")
                .doesNotContain("href=\"/departments/new\"");
        var principal = story.cast();
        assertThat(visitors.signedIn(principal.coordinator(), principal.agency(), Role.COORDINATOR).get("/setup")
                .statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasOnceDoneStaysDoneWhateverEndsLater() {
        story.run(agency, () -> db.insertInto(SETUP_MARK, SETUP_MARK.TENANT_ID, SETUP_MARK.STEP, SETUP_MARK.MARKED_AT)
                .values(agency, "*", java.time.Instant.now()).execute());
        assertThat(admin.get("/board").statusCode()).isEqualTo(200);
        assertThat(admin.get("/officers").body()).doesNotContain("/setup/strip");
    }

    @Test
    void anEmptyListHandsWhoMayChangeItTheButtonAndTellsTheOthersWhoMay() {
        assertThat(admin.get("/calendars").body()).contains("Add a district first", "href=\"/districts/new\"");
        var district = story.as(agency, () -> organizations.findOrCreate("DISTRICT", "Prairie Unified", "KS", null));
        var principal = story.as(district, () -> organizations.join(district,
                "pri" + UUID.randomUUID() + "@school.example", "Noa Birch", Role.SAFETY_DIRECTOR, null));
        assertThat(visitors.signedIn(principal, district, Role.SAFETY_DIRECTOR).get("/schools").body())
                .contains("Ask the agency’s administrator or coordinator to add your schools.")
                .doesNotContain("Import the national list");
        assertThat(admin.get("/schools").body()).contains("Import the national list");
    }

    @Test
    void aNewSchoolIsProposedTheAgencysOwnTimeZoneWhichNeedNotBeTheUsualOneOfTheState() {
        assertThat(admin.get("/schools/new").body()).containsPattern("value=\"America/Chicago\"\\s+selected");
        var known = agencies.of(agency);
        agencies.save(agency,
                new AgencyDetails(known.name(), java.time.ZoneId.of("America/Denver"), "", "", false, known.version()));
        assertThat(admin.get("/schools/new").body()).containsPattern("value=\"America/Denver\"\\s+selected");
    }

    @Test
    void theCommandPrintsTheSameStepsForPeopleAndForMachines() throws IOException {
        var lines = story.as(agency, progress::lines);
        assertThat(SetupProgress.complete(lines)).isFalse();
        assertThat(SetupCheckCommand.text("Prairie", lines, texts)).first().asString()
                .isEqualTo("Prairie: 0 of " + lines.size() + " done");
        assertThat(SetupCheckCommand.text("Prairie", lines, texts))
                .anyMatch(l -> l.contains("To do") && l.contains("Police departments: There are no departments yet."))
                .last().asString().isEqualTo("Next: Add department (/departments/new)");
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/setup-check.schema.json")));
        assertThat(schema.validate(
                JsonMapper.builder().build().writeValueAsString(SetupCheckCommand.json("Prairie", lines, texts)),
                InputFormat.JSON)).isEmpty();
        assertThat(
                schema.validate(Files.readString(Path.of("docs/formats/examples/setup-check.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theOrderOfTheStepsIsTheOrderInWhichOneLeansOnTheOther() {
        var order = story.as(agency, progress::lines).stream().map(l -> l.step().key()).toList();
        assertThat(order).containsSubsequence(
                List.of("departments", "terms", "district", "schools", "year", "bells", "officers", "access", "posts"));
        assertThat(story.as(agency, progress::lines)).filteredOn(l -> l.step().needed())
                .allMatch(l -> l.reading().state() == State.NOT_BEGUN);
    }

    @Test
    void whereNoOfficerMayTakeAPostTheirCredentialsComeNextAndOnceOneMayTheRestCanWait() {
        var department = story.as(agency, () -> departments.add(new DepartmentFile("Prairie Police", "",
                DepartmentFile.Contact.NONE, java.time.ZoneId.of("America/Chicago"), "NOT_KNOWN")));
        var first = officer(department, "711");
        officer(department, "712");
        assertThat(line("officers").reading().state()).as("no post can be covered").isEqualTo(State.NOT_BEGUN);

        story.run(agency, () -> officers.record(first, permission()));
        assertThat(line("officers").reading().state()).as("one officer can begin").isEqualTo(State.BEGUN);
    }

    @Test
    void anOfficerWithoutThePapersAPostAsksForIsSaidToBeMissingThemAndTheStepIsNotDone() {
        var department = story.as(agency, () -> departments.add(new DepartmentFile("Prairie Police", "",
                DepartmentFile.Contact.NONE, java.time.ZoneId.of("America/Chicago"), "NOT_KNOWN")));
        var officer = officer(department, "711");

        assertThat(line("officers").reading().state()).isEqualTo(State.NOT_BEGUN);
        assertThat(line("officers").reading().href()).isEqualTo("/officers/" + officer);
        assertThat(admin.get("/setup").body()).contains("1 of them has no work permission on file",
                "No program requirements are known for KS", "Record work permission").doesNotContain(">Add officer<");
        assertThat(SetupCheckCommand.text("Prairie", List.of(line("officers")), texts)).last().asString()
                .isEqualTo("Next: Record work permission (/officers/" + officer + ")");

        story.run(agency, () -> officers.record(officer, permission()));
        assertThat(line("officers").reading().state()).isEqualTo(State.DONE);
    }

    private UUID officer(UUID department, String badge) {
        return story.as(agency,
                () -> officers.add(new Officer.Details(department, "Dana Reyes",
                        "dana" + badge + agency + "@police.example", "602-555-0100", badge, Officer.Rank.OFFICER,
                        LocalDate.parse("2012-04-01"), "KS-" + badge, List.of("en"), "66101", Set.of("SSO"),
                        LocalDate.parse("2026-08-03"), Officer.State.ACTIVE)));
    }

    private static Credential permission() {
        return new Credential(Ids.next(), Credential.Kind.WORK_PERMISSION, "", LocalDate.parse("2026-01-05"), null,
                null, Credential.State.VALID);
    }

    private Line line(String key) {
        return story.as(agency, progress::lines).stream().filter(l -> l.step().key().equals(key)).findFirst()
                .orElseThrow();
    }
}
