package org.daywatch.staffing.departments.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.TERMS_PROPOSAL;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator adds a department and files what was agreed with it; or a file does. */
@DaywatchIT
class DepartmentRegisterIT {

    private static final byte[] SIGNED = "%PDF-1.7 the chief signed this".getBytes(StandardCharsets.US_ASCII);

    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired Organizations organizations;
    @Autowired DepartmentFiles files;
    @Autowired DepartmentTerms terms;
    @Autowired EligibilityQueries eligibility;
    @Autowired FileImports imports;
    @Autowired DSLContext db;
    @TempDir Path folder;

    private Story.Cast cast;
    private Visit admin;

    @BeforeEach
    void anAdministrator() {
        cast = story.cast();
        var person = story.as(cast.agency(), () -> organizations.join(cast.agency(),
                "admin" + cast.suffix() + "@story.example", "Casey Juniper", Role.AGENCY_ADMIN, null));
        admin = visitors.signedIn(person, cast.agency(), Role.AGENCY_ADMIN);
    }

    @Test
    void aDepartmentIsAddedWithOneFormAndItsTermsWithAnotherAndTheSignedPaperPutsThemInForce() {
        var id = added("Milo Creek Police", "AZ0460100");
        assertThat(admin.get("/departments").body()).contains("Milo Creek Police", "No terms");

        assertThat(propose(id, "how", "PAPER", "signedBy", "Lee Park").statusCode()).as("without the paper")
                .isEqualTo(400);
        assertThat(admin.upload("/departments/" + id + "/terms", "paper", "signed.pdf",
                "<script>".getBytes(StandardCharsets.US_ASCII), fields("signedBy", "Lee Park")).body())
                .contains("is not a PDF");
        var filed = admin.upload("/departments/" + id + "/terms", "paper", "signed.pdf", SIGNED,
                fields("signedBy", "Lee Park"));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(302);

        var agreed = story.as(cast.agency(), () -> terms.find(id)).orElseThrow();
        assertThat(agreed.rank()).isEqualTo(2);
        assertThat(agreed.policySet()).isEqualTo(CapPolicyStore.NOT_KNOWN);
        assertThat(admin.get("/departments/" + id).body()).contains("In effect", "Confirmed by Lee Park",
                "hour limits are not known yet");
        var paper = story.as(cast.agency(), () -> db.select(TERMS_PROPOSAL.ID, TERMS_PROPOSAL.PAPER)
                .from(TERMS_PROPOSAL).where(TERMS_PROPOSAL.DEPARTMENT_ID.eq(id)).fetchSingle());
        assertThat(new String(paper.value2(), StandardCharsets.ISO_8859_1)).as("encrypted")
                .doesNotContain("the chief signed");
        assertThat(admin.bytes("/departments/" + id + "/proposals/" + paper.value1() + "/paper")).isEqualTo(SIGNED);
        assertThat(admin.bytes("/departments/" + cast.department() + "/proposals/" + paper.value1() + "/paper"))
                .as("under another department").isNotEqualTo(SIGNED);
    }

    @Test
    void nextYearsTermsAreFiledEarlyAndEachShiftIsJudgedByThoseOfItsOwnDay() {
        var id = added("Milo Creek Police", "AZ0460100");
        admin.upload("/departments/" + id + "/terms", "paper", "signed.pdf", SIGNED, fields("signedBy", "Lee Park"));
        var today = story.as(cast.agency(), files::today);
        var next = today.plusDays(40);
        var form = fields("signedBy", "Lee Park", "validFrom", next.toString(), "workEVENT_SECURITY", "true");
        assertThat(admin.upload("/departments/" + id + "/terms", "paper", "next.pdf", SIGNED, form).statusCode())
                .isEqualTo(302);

        story.run(cast.agency(), () -> {
            var facts = eligibility.department(id);
            assertThat(facts.on(today).holdsOn(today)).isTrue();
            assertThat(facts.on(next.minusDays(1)).holdsOn(next.minusDays(1))).as("to the day before").isTrue();
            assertThat(facts.on(next).holdsOn(next)).isTrue();
            assertThat(facts.on(today).prohibitedWork()).as("today's terms").doesNotContain("EVENT_SECURITY");
            assertThat(facts.on(next).prohibitedWork()).as("the next ones").contains("EVENT_SECURITY");
            assertThat(terms.list(today).refusal(id, WorkKind.EVENT_SECURITY)).isEmpty();
            assertThat(terms.list(next).refusal(id, WorkKind.EVENT_SECURITY)).isPresent();
        });
        assertThat(admin.get("/departments/" + id).body()).contains("In effect", "<h2>From ");
    }

    @Test
    void theDatabaseItselfForbidsTwoTermsOnOneDay() {
        var id = added("Milo Creek Police", "AZ0460100");
        admin.upload("/departments/" + id + "/terms", "paper", "signed.pdf", SIGNED, fields("signedBy", "Lee Park"));
        assertThatThrownBy(() -> story.run(cast.agency(),
                () -> db.insertInto(DEPARTMENT_TERMS).set(DEPARTMENT_TERMS.AGENCY_ID, cast.agency())
                        .set(DEPARTMENT_TERMS.DEPARTMENT_ID, id)
                        .set(DEPARTMENT_TERMS.RANK_ORDER, 1).set(DEPARTMENT_TERMS.POLICY_SET, "NONE")
                        .set(DEPARTMENT_TERMS.ZONE, "America/Denver")
                        .set(DEPARTMENT_TERMS.VALID_FROM, files.today().plusYears(1)).execute()))
                .hasMessageContaining("department_terms_one_a_day");
    }

    @Test
    void withoutMailNoLinkIsPromised() {
        var id = added("Milo Creek Police", "");
        assertThat(admin.get("/departments/" + id + "/terms").body())
                .contains("only the signed document works for now");
        assertThat(propose(id, "how", "LINK", "email", "chief@police.example").body()).contains("Email is not set up");
    }

    @Test
    void mistakesAreNamedAtTheirFieldsAndNothingTypedIsLost() {
        var wrong = admin.post("/departments", "form", Ids.next().toString(), "name", "Milo Creek Police", "ori", "XX",
                "zone", "America/Phoenix", "policySet", "NOT_KNOWN", "contactEmail", "lee");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("“XX” is not an ORI", "“lee” is not an email address",
                "value=\"Milo Creek Police\"");
        added("Milo Creek Police", "AZ0460100");
        assertThat(admin.post("/departments", form("milo creek police", "")).body())
                .contains("A department with this name is already on your list.");
        assertThat(admin.post("/departments", form("Another Police", "az0460100")).body())
                .contains("Another department on your list has the ORI AZ0460100.");
    }

    @Test
    void aDoubleClickAddsOneDepartment() {
        var form = form("Milo Creek Police", "");
        admin.post("/departments", form);
        assertThat(admin.post("/departments", form).headers().firstValue("location").orElseThrow())
                .endsWith("/departments");
        assertThat(story.as(cast.agency(),
                () -> files.list().values().stream().filter(f -> f.name().equals("Milo Creek Police")).count()))
                .isOne();
    }

    @Test
    void theListSaysWhereLimitsAreNotKnownYet() {
        added("Milo Creek Police", "");
        assertThat(admin.get("/departments").body().replaceAll("\\s+", " "))
                .containsPattern("Milo Creek Police</a>.*?class=\"number\">Not known yet</td>");
    }

    @Test
    void aCoordinatorReadsDepartmentsAndChangesNoneAndAnotherAgencySeesNothing() {
        var id = added("Milo Creek Police", "");
        var coordinator = visitors.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/departments/" + id).statusCode()).isEqualTo(200);
        assertThat(coordinator.get("/departments/" + id + "/terms").statusCode()).isEqualTo(403);
        assertThat(coordinator.post("/departments", form("Other", "")).statusCode()).isEqualTo(403);
        var other = story.cast();
        var stranger = visitors.signedIn(other.coordinator(), other.agency(), Role.COORDINATOR);
        assertThat(stranger.get("/departments/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileBringsDepartmentsAndTheSignedPaperBesideItTheirTerms() throws Exception {
        Files.write(folder.resolve("milo.pdf"), SIGNED);
        var list = Files.writeString(folder.resolve("departments.csv"), """
                Department,ORI,Contact,Email,Time zone,Limits,Asked as,From,Forbidden work,Minimum hours,Signed paper,Signed by
                Milo Creek Police,AZ0460100,Lee Park,lee@police.example,America/Denver,DENVER,3,2026-08-01,TOWING;TAXI,4,milo.pdf,Lee Park
                Harlan Sheriff,,,,,,,,,,,
                Nowhere Police,NOORI,,not-an-address,Mars/Olympus,,,,SINGING,99,,
                Paperless Police,,,,,,,,,,../departments.csv,Somebody
                """);
        var report = Tenancy.as(Scope.system(cast.agency()),
                () -> imports.take(ImportKind.DEPARTMENTS, new ImportFile(list, "departments.csv", null)));
        assertThat(report.created()).as(report.toString()).isEqualTo(2);
        assertThat(report.refused()).extracting(r -> r.line() + " " + r.field())
                .containsExactlyInAnyOrder("4 Time zone", "4 Forbidden work", "4 Minimum hours", "5 Signed paper");

        var agreed = story.as(cast.agency(), terms::agreed).stream().filter(t -> t.rank() == 3).findFirst()
                .orElseThrow();
        assertThat(agreed.minimumHours()).isEqualTo(4);
        assertThat(agreed.zone().getId()).isEqualTo("America/Denver");
        assertThat(agreed.prohibited()).hasSize(2);
        var again = Tenancy.as(Scope.system(cast.agency()),
                () -> imports.take(ImportKind.DEPARTMENTS, new ImportFile(list, "departments.csv", null)));
        assertThat(again.created()).isZero();
        assertThat(again.unchanged()).as("the same file changes nothing").isEqualTo(2);
    }

    private UUID added(String name, String ori) {
        var answer = admin.post("/departments", form(name, ori));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return UUID.fromString(answer.headers().firstValue("location").orElseThrow()
                .replaceFirst(".*/departments/([^/]+)/terms", "$1"));
    }

    private static String[] form(String name, String ori) {
        return new String[] {"form", Ids.next().toString(), "name", name, "ori", ori, "zone", "America/Phoenix",
                "policySet", CapPolicyStore.NOT_KNOWN};
    }

    private java.net.http.HttpResponse<String> propose(UUID id, String... more) {
        return admin.post("/departments/" + id + "/terms", fields(more));
    }

    private static String[] fields(String... more) {
        var fields = new java.util.LinkedHashMap<>(java.util.Map.of("rank", "2", "validFrom", "2026-08-01", "validTo",
                "", "policySet", CapPolicyStore.NOT_KNOWN, "leadHours", "0", "cancelHours", "24",
                "minimumHours", "3", "supervisorFrom", "", "supervisorPer", ""));
        fields.put("workTOWING", "true");
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return fields.entrySet().stream().flatMap(f -> java.util.stream.Stream.of(f.getKey(), f.getValue()))
                .toArray(String[]::new);
    }
}
