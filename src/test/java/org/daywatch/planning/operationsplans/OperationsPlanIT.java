package org.daywatch.planning.operationsplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_OPENING;
import static org.daywatch_db.planning.Tables.OPERATIONS_PLAN_TEXT;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.PlanForResponders;
import org.daywatch.planning.operationsplans.content.BasicSection;
import org.daywatch.planning.operationsplans.content.PlanContent.Annex;
import org.daywatch.planning.operationsplans.content.PlanContent.Course;
import org.daywatch.planning.operationsplans.content.PlanContent.Hazard;
import org.daywatch.planning.operationsplans.content.PlanContent.Member;
import org.daywatch.planning.operationsplans.content.PlanContent.Phase;
import org.daywatch.planning.operationsplans.content.PlanContent.TeamRole;
import org.daywatch.planning.operationsplans.content.WholePlan;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan from its first word to its review, on the pages people use; what it says stays behind its seal. */
@DaywatchIT
class OperationsPlanIT {

    private static final String SECRET = "the spare key hangs behind the boiler";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired PlanCommands commands;
    @Autowired OperationsPlanStore plans;
    @Autowired PlanReminders reminders;
    @Autowired PlanForResponders responders;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private Campus school;
    private UUID principalId;
    private Visitor.Visit principal;
    private Visitor.Visit director;

    @BeforeEach
    void aSchoolWithAPrincipalAndADistrictWithADirector() {
        cast = story.cast();
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1));
        school = story.as(cast.mesquite(), () -> campuses.find(roll.school()).orElseThrow());
        principalId = join("principal", cast.mesquite(), Role.PRINCIPAL, school.id());
        principal = visitor.signedIn(principalId, cast.mesquite(), Role.PRINCIPAL);
        director = visitor.signedIn(join("director", cast.mesquite(), Role.SAFETY_DIRECTOR, null), cast.mesquite(),
                Role.SAFETY_DIRECTOR);
    }

    @Test
    void aPlanIsWrittenInStepsApprovedBySomebodyElseAndReviewedAYearLater() throws IOException {
        String here = path(principal.post("/schools/" + school.id() + "/operations-plans"));
        assertThat(principal.post(here + "/submission").statusCode()).isEqualTo(302);
        assertThat(principal.get(here).body()).as("nothing is in it yet").contains(
                "This plan cannot be approved yet. The planning team has no lead", "and ", " more",
                "Evacuation: no goal (");
        String open = open(principal, here, "Writing the plan");
        var form = principal.get(open + "/parts/TEAM").body();
        assertThat(
                principal.post(open + "/parts/TEAM", "was", was(form), "one", "", "name", "X", "role", "LEADER").body())
                .contains("at least two letters");
        principal.post(open + "/parts/TEAM", "was", was(form), "one", "", "name", "Lee Park", "role", "LEADER", "reach",
                "Radio 1");
        assertThat(principal
                .post(open + "/parts/TEAM", "was", was(form), "one", "", "name", "Kim Alder", "role", "NURSE").body())
                .as("the team has changed meanwhile")
                .contains("Another person changed this part", "Kim Alder");
        principal.post(open + "/parts/HAZARDS", "was", was(principal.get(open + "/parts/HAZARDS").body()), "one", "",
                "name", "Flash flood", "probability", "3", "magnitude", "4", "warning", "4",
                "duration", "1", "why", "The wash.");
        assertThat(principal.get(open + "?step=situation").body()).contains("Flash flood", "High priority",
                "Probability 3 × 45%", "= 3.25", "To be confirmed");
        principal.post(open + "/parts/LOCKDOWN", "was", was(principal.get(open + "/parts/LOCKDOWN").body()),
                "DURING-goal", "Nobody is seen.", "DURING-actions", "Lock: " + SECRET);
        principal.post(open + "/parts/INTRODUCTION", "was", was(principal.get(open + "/parts/INTRODUCTION").body()),
                "words", "Signed by the principal.");
        assertThat(principal.get(open + "?step=courses").body()).contains(SECRET);
        principal.post(here + "/submission");
        assertThat(principal.get(here).body()).as("leads to the place where it is written").contains(
                "The planning team has fewer than two people", open + "/parts/SECURITY",
                "Lockdown: no course of action (Before, After)");
        writeTheRest(UUID.fromString(here.substring(here.lastIndexOf('/') + 1)));
        assertThat(principal.get(here).body()).contains("Nothing is missing");
        principal.post(here + "/submission");
        assertThat(principal.post(here + "/approval").statusCode()).as("a principal approves nothing").isEqualTo(403);
        director.post(here + "/approval", "day", "2027-01-01");
        assertThat(director.get(here).body()).contains("cannot be in the future", "Awaiting approval");
        director.post(here + "/approval");
        assertThat(director.get(here).body()).contains("Approved", "Review by");
        var plan = story.as(cast.agency(), () -> plans.inForce(school.id()).orElseThrow());
        assertThat(PlanStanding.reviewBy(plan))
                .isEqualTo(LocalDate.ofInstant(clock.instant(), school.zone()).plusMonths(12));
        takenAlong(open(director, here, "Reading the plan"));
        clock.move(Duration.ofDays(400));
        director = visitor.signedIn(join("later", cast.mesquite(), Role.SAFETY_DIRECTOR, null), cast.mesquite(),
                Role.SAFETY_DIRECTOR);
        assertThat(director.get("/operations-plans?standing=OVERDUE").body()).contains(school.name(), "Review overdue");
        director.post(here + "/review");
        assertThat(director.get("/operations-plans.csv").body()).contains(school.name() + ",AZ,CURRENT,1,");
    }

    /** Everything that is still wanting, in one go; nobody can approve it before. */
    private void writeTheRest(UUID plan) {
        var principal = actor(principalId, Role.PRINCIPAL);
        story.run(cast.mesquite(), () -> commands.write(principal, plan, "BASIC", begun -> WholePlan.of(begun)));
    }

    private void takenAlong(String open) throws IOException {
        var pdf = director.get(open + "/plan.pdf");
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(pdf.headers().firstValue("cache-control").orElse("")).contains("no-store");
        byte[] docx = director.bytes(open + "/plan.docx");
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains(SECRET, "A.R.S. 41-1803(G)", "Edition 1", "Flash flood");
        }
        assertThat(audited(cast.mesquite(), "PlanTakenAlong")).isEqualTo(2);
    }

    @Test
    void theTextIsEncryptedOpenedWithAReasonForAQuarterOfAnHourAndItsOwnerIsTold() {
        String here = "/operations-plans/" + approved();
        assertThat(director.get(here).body()).doesNotContain(SECRET);
        byte[] body = story.as(cast.mesquite(), () -> db.select(OPERATIONS_PLAN_TEXT.BODY).from(OPERATIONS_PLAN_TEXT)
                .fetchSingle(OPERATIONS_PLAN_TEXT.BODY));
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).startsWith("DWC1").doesNotContain("boiler");
        assertThat(director.post(here + "/openings", "purpose", "x").statusCode()).isEqualTo(400);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(OPERATIONS_PLAN_OPENING))).as("no reason, no opening")
                .isZero();
        String open = open(director, here, "Visit of the fire chief");
        assertThat(director.get(open + "?step=courses").body()).contains(SECRET);
        assertThat(principal.get(open).statusCode()).as("an opening is its opener's").isEqualTo(404);
        assertThat(director.get(here).body()).contains("Visit of the fire chief");
        assertThat(story.as(cast.mesquite(),
                () -> db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE)
                        .where(OUTBOUND_MESSAGE.TOPIC.eq("OPERATIONS_PLAN_OPENED"))
                        .fetchOne(OUTBOUND_MESSAGE.BODY)))
                .contains("Visit of the fire chief");
        assertThat(audited(cast.mesquite(), "PlanOpened")).isOne();
        clock.move(Duration.ofMinutes(15));
        assertThat(director.get(open).statusCode()).as("closed again").isEqualTo(409);
        assertThat(director.get(open + "/plan.pdf").statusCode()).isEqualTo(409);
    }

    @Test
    void whereADistrictHasNoSafetyDirectorThePrincipalOfTheSchoolIsToldOfAnOpening() {
        approved();
        story.run(cast.mesquite(), () -> organizations.serving(cast.mesquite(), List.of(Role.SAFETY_DIRECTOR))
                .forEach(one -> organizations.part(one.person(), Role.SAFETY_DIRECTOR)));
        story.run(cast.mesquite(), () -> responders.open(school.id(), Ids.next(), "Mesquite dispatch",
                "Responder link. Real: Lockdown", clock.instant().plusSeconds(3600), "LOCKDOWN"));
        assertThat(principal.get("/inbox").body()).contains("Mesquite dispatch");
        assertThat(director.get("/inbox").body()).doesNotContain("Mesquite dispatch");
    }

    @Test
    void aRespondersLinkReadsThePagesOfTheActionAndIsKeptOnce() {
        approved();
        UUID link = Ids.next();
        for (int i = 0; i < 3; i++) {
            var said = story.as(cast.mesquite(), () -> responders.open(school.id(), link, "Mesquite dispatch",
                    "Responder link. Real: Lockdown", clock.instant().plusSeconds(3600), "LOCKDOWN"));
            assertThat(said).filteredOn(e -> e.heading().equals("eop.function.LOCKDOWN")).singleElement()
                    .satisfies(e -> assertThat(e.words()).contains("Nobody is seen.", SECRET));
        }
        assertThat(story.as(cast.mesquite(),
                () -> responders.open(school.id(), link, "Mesquite dispatch", "Responder link. Real: Hold",
                        clock.instant().plusSeconds(3600), "HOLD")))
                .as("not what is done in a lockdown").noneMatch(e -> e.words().contains(SECRET));
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(OPERATIONS_PLAN_OPENING))).isOne();
        assertThat(story.as(cast.mesquite(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("OPERATIONS_PLAN_OPENED")))).isOne();
    }

    @Test
    void theAgencyKnowsOfThePlanAndNeitherItNorAnotherDistrictReadsIt() {
        String here = "/operations-plans/" + approved();
        var admin = visitor.signedIn(join("admin", cast.agency(), Role.AGENCY_ADMIN, null), cast.agency(),
                Role.AGENCY_ADMIN);
        assertThat(admin.get(here).body()).contains("The text belongs to the district")
                .doesNotContain("Open for 15 minutes");
        assertThat(admin.post(here + "/openings", "purpose", "Looking around").statusCode()).isEqualTo(404);
        assertThat(story.as(cast.agency(), () -> db.fetchCount(OPERATIONS_PLAN_TEXT))).isZero();
        var elsewhere = visitor.signedIn(join("elsewhere", cast.saguaro(), Role.SAFETY_DIRECTOR, null), cast.saguaro(),
                Role.SAFETY_DIRECTOR);
        assertThat(elsewhere.get(here).statusCode()).isEqualTo(404);
        var officer = visitor.signedIn(join("officer", cast.agency(), Role.OFFICER, null), cast.agency(), Role.OFFICER);
        assertThat(officer.get(here).statusCode()).as("not on post there").isEqualTo(404);
        assertThat(officer.get("/operations-plans").body()).doesNotContain(school.name());
    }

    @Test
    void theNextEditionBeginsWithTheseWordsAndShowsWhatChanged() {
        UUID first = approved();
        String here = path(principal.post("/schools/" + school.id() + "/operations-plans"));
        assertThat(here).doesNotContain(first.toString());
        assertThat(path(principal.post("/schools/" + school.id() + "/operations-plans"))).as("one draft at a time")
                .isEqualTo(here);
        String open = open(principal, here, "Writing the plan");
        principal.post(open + "/parts/INTRODUCTION", "was", was(principal.get(open + "/parts/INTRODUCTION").body()),
                "words", "Signed by the board.");
        assertThat(principal.get(open + "/changes").body())
                .contains("edition 1 to edition 2", "Signed by the ", "<del>principal.</del>", "<ins>board.</ins>")
                .doesNotContain("boiler");
        principal.post(here + "/submission");
        director.post(here + "/return", "reason", "Name the bus drivers.");
        assertThat(principal.get(here).body()).contains("Name the bus drivers.");
        principal.post(here + "/submission");
        director.post(here + "/approval");
        assertThat(director.get("/operations-plans/" + first).body()).contains("Superseded");
    }

    @Test
    void ownersAreRemindedOnceBeforeAReviewIsDue() {
        approved();
        assertThat(story.as(cast.agency(), () -> reminders.remind())).isEmpty();
        clock.move(Duration.ofDays(340));
        assertThat(story.as(cast.agency(), () -> reminders.remind())).hasSize(1);
        assertThat(story.as(cast.agency(), () -> reminders.remind())).isEmpty();
        assertThat(story.as(cast.mesquite(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("PLAN_REVIEW_DUE")))).isPositive();
    }

    @Test
    void aStandardIsMetWithEvidenceOnlyAndAnAgencyLoadsItsOwnList() {
        String here = "/operations-plans/" + approved() + "/standards";
        assertThat(principal.get(here).body()).contains("The plan is updated every year.", "Unknown", "30 standards");
        assertThat(principal.post(here + "/AZ-EOP-YEARLY", "answer", "MET", "evidence", "").statusCode())
                .isEqualTo(400);
        principal.post(here + "/AZ-EOP-YEARLY", "answer", "MET", "evidence", "Edition 1, approved");
        assertThat(principal.get(here).body()).contains("Edition 1, approved");
        assertThat(principal.post(here + "/NO-SUCH", "answer", "MET", "evidence", "none").statusCode()).isEqualTo(404);
        assertThat(principal.get("/plan-standards.csv").body()).contains("AZ-EOP-CONFIDENTIAL");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(printed("/program/schools/" + school.id() + "/site-visit.pdf"))
                        .contains("11 of 12 not shown as met", "AZ-EOP-YEARLY: The plan is updated every year.",
                                "AZ-EOP-CONFIDENTIAL: "));
    }

    /** The words of a PDF, in their order. */
    private String printed(String address) throws IOException {
        var words = new StringBuilder();
        try (var reader = new PdfReader(director.bytes(address))) {
            var extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++)
                words.append(extractor.getTextFromPage(page)).append(' ');
        }
        return words.toString().replaceAll("\\s+", " ");
    }

    private UUID approved() {
        var principal = actor(principalId, Role.PRINCIPAL);
        UUID id = story.as(cast.mesquite(), () -> {
            UUID plan = commands.begin(principal, school);
            commands.write(principal, plan, "BASIC", empty -> WholePlan.of(empty
                    .with(new Member(Ids.next(), "Lee Park", TeamRole.LEADER, ""))
                    .with(new Hazard(Ids.next(), "Heat", 3, 2, 1, 4, ""))
                    .with(BasicSection.INTRODUCTION, "Signed by the principal.").with("LOCKDOWN",
                            new Annex(Map.of(Phase.DURING, new Course("Nobody is seen.", "", "Lock: " + SECRET))))));
            commands.submit(principal, plan, school, lacks -> lacks.gaps().toString());
            return plan;
        });
        var director = actor(join("approver", cast.mesquite(), Role.SAFETY_DIRECTOR, null), Role.SAFETY_DIRECTOR);
        assertThatThrownBy(
                () -> story.run(cast.mesquite(), () -> commands.approve(principal, id, school, commands.today(school))))
                .as("their own work").isInstanceOf(Refused.class);
        story.run(cast.mesquite(), () -> commands.approve(director, id, school, commands.today(school)));
        return id;
    }

    private String open(Visitor.Visit who, String here, String purpose) {
        return path(who.post(here + "/openings", "purpose", purpose));
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    private static String was(String form) {
        var found = Pattern.compile("name=\"was\" value=\"([^\"]*)\"").matcher(form);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long audited(UUID tenant, String action) {
        return story.as(tenant, () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(action)));
    }

    private Actor actor(UUID person, Role role) {
        return new Actor(person, "Sam Sage", cast.mesquite(), "Mesquite", role, role.defaults(),
                role == Role.PRINCIPAL ? school.id() : null, Capacity.NONE, Ids.next(), "en");
    }

    private UUID join(String who, UUID org, Role role, UUID at) {
        return story.as(cast.agency(),
                () -> organizations.join(org, who + cast.suffix() + "@story.example", who + " Sage", role, at));
    }
}
