package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.prevention.Tables.FINDING;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.pictures.CleanPicture;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.findings.Finding.*;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Findings from the day they are found until somebody else has seen that they are mended, against a real database. */
@DaywatchIT
class FindingsIT {

    private static final Instant BEGINS = Instant.parse("2026-08-04T14:30:00Z"); // Tuesday, half past seven in Phoenix

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired FindingStore findings;
    @Autowired FindingCommands commands;
    @Autowired FindingPhotos photos;
    @Autowired DSLContext db;

    private PostedDay day;
    private Campus school;
    private Visit principal;
    private Visit director;
    private Visit officer;
    private UUID dana;

    @BeforeEach
    void aSchoolWithItsPeople() {
        day = new PostedDay(app);
        school = story.as(day.cast.mesquite(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        dana = day.officer("Dana Vega").person();
        var post = day.post(BEGINS);
        Tenancy.as(new Scope(day.cast.agency(), dana), () -> app.getBean(Acceptances.class).accept(dana, post));
        clock.setTo(BEGINS.plus(Duration.ofMinutes(30)).toString());
        signIn();
    }

    /** Nobody stays signed in for days. */
    private void signIn() {
        principal = member("principal", Role.PRINCIPAL, day.school, day.cast.mesquite());
        director = member("director", Role.SAFETY_DIRECTOR, null, day.cast.mesquite());
        officer = visitor.signedIn(dana, day.cast.agency(), Role.OFFICER);
    }

    @Test
    void oneIsReportedMendedVerifiedAndClosedByDifferentPeople() {
        String form = Ids.next().toString();
        for (int i = 0; i < 2; i++)
            officer.post("/findings", "form", form, "school", day.school.toString(), "what", "Door 7 does not latch",
                    "place", "Gym, door 7", "severity", "4", "likelihood", "4", "interim",
                    "Watched by the office");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(FINDING, FINDING.SCHOOL_ID.eq(day.school))))
                .as("a form counts once").isOne();
        UUID id = story.as(day.cast.agency(), () -> findings.list(FINDING.SCHOOL_ID.eq(day.school))).getFirst().id();
        String own = "/findings/" + id;
        assertThat(finding(id).due()).as("severity 4: seven days").isEqualTo(LocalDate.of(2026, 8, 11));
        assertThat(principal.get("/school").body()).contains("Not assigned yet: Door 7 does not latch");
        officer.post(own + "/assignment", "owner", "Locksmith", "due", "2026-08-10");
        assertThat(finding(id).state()).as("not an officer's to decide").isInstanceOf(State.Open.class);
        principal.post(own + "/assignment", "owner", "District locksmith", "due", "2026-08-20");
        assertThat(finding(id).state()).as("later than the rule without a reason").isInstanceOf(State.Open.class);
        principal.post(own + "/assignment", "owner", "District locksmith", "due", "2026-08-10");
        principal.post(own + "/rating", "severity", "4", "likelihood", "4", "cost", "LOW", "estimate", "$1,260");
        assertThat(finding(id).rating()).isEqualTo(new Rating(4, 4, CostClass.LOW, 1260));
        officer.post(own + "/fixed", "words", "New strike plate.");
        officer.post(own + "/verification", "words", "Works.");
        assertThat(finding(id).state()).as("their own work").isInstanceOf(State.Fixed.class);
        assertThat(officer.get(own).body()).contains("A second person must verify it.");
        principal.post(own + "/closing", "words", "Done.");
        assertThat(finding(id).state()).as("nobody has looked").isInstanceOf(State.Fixed.class);
        principal.post(own + "/verification", "words", "Pulled at it ten times.");
        officer.post(own + "/closing", "words", "Done.");
        director.post(own + "/closing", "words", "Invoice filed.");
        assertThat(finding(id).state()).isInstanceOf(State.Closed.class);
        assertThat(officer.get(own).body()).as("they see what became of it").contains("Closed", "Invoice filed.",
                "Pulled at it ten times.", "New strike plate.");
        clock.move(Duration.ofDays(3));
        signIn();
        assertThat(officer.get("/findings?state=MINE").body()).as("also when they stand elsewhere")
                .contains("Door 7 does not latch");
        assertThat(director.get("/findings.csv?state=ALL").body())
                .contains("Door 7 does not latch,\"Gym, door 7\",4,4,LOW,1260");
    }

    @Test
    void theListSaysHowOldFindingsAreAndTheOldestStandFirst() {
        open("Fence cut");
        clock.move(Duration.ofDays(61));
        open("Gate bent");
        clock.move(Duration.ofDays(22));
        open("Lamp out");
        clock.move(Duration.ofDays(8));
        signIn();
        var oldest = director.get("/findings?sort=-age").body();
        assertThat(oldest).as("91, 30 and 8 days").contains("0 · 2 · 0 · 1", "up to 7 · to 30 · to 90 · longer");
        assertThat(oldest).containsSubsequence("Fence cut", ">91<", "Gate bent", ">30<", "Lamp out", ">8<");
        assertThat(director.get("/findings?sort=age").body()).containsSubsequence("Lamp out", "Gate bent", "Fence cut");
        director.post("/language", "lang", "es");
        assertThat(director.get("/findings").body()).contains("hasta 7 · hasta 30 · hasta 90 · más");
    }

    @Test
    void theDatabaseRefusesWhatCannotBe() {
        UUID id = open("Fence cut");
        act(new FindingCommand.Assign("Facilities", null, LocalDate.of(2026, 8, 20), LocalDate.of(2026, 12, 1), "",
                leader()), id);
        act(new FindingCommand.SayFixed("Mended.", new By(dana, "Dana Vega")), id);
        for (var set : List.of(
                "state = 'VERIFIED', verified_at = now(), verified_by = 'x', verified_how = 'x', verified_person = fixed_person",
                "state = 'CLOSED'", "state = 'OPEN'",
                "state = 'RISK_ACCEPTED'", "severity = 6", "cost_class = 'NONE', estimate = 5", "owner = null",
                "mark_across = 5")) {
            assertThatThrownBy(() -> story.run(day.cast.agency(),
                    () -> db.execute("update prevention.finding set " + set + " where id = ?", id))).as(set)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobodyElseSeesIt() {
        UUID id = open("Fence cut");
        var elsewhere = member("elsewhere", Role.SAFETY_DIRECTOR, null, day.cast.saguaro());
        assertThat(elsewhere.get("/findings/" + id).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post("/findings/" + id + "/fixed", "words", "x").statusCode()).isEqualTo(404);
        assertThat(story.as(day.cast.saguaro(), () -> db.fetchCount(FINDING))).isZero();
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/findings/" + id).statusCode()).isEqualTo(403);
        var lee = visitor.signedIn(day.officer("Lee Ortega").person(), day.cast.agency(), Role.OFFICER);
        assertThat(lee.get("/findings/" + id).statusCode()).as("an officer who is not there and did not find it")
                .isEqualTo(404);
    }

    @Test
    void aRoundThatSeesTheSameDoorAgainAddsALineAndAClosedOneIsRemembered() {
        UUID door = Ids.next();
        UUID first = round(door, clock.instant());
        assertThat(round(door, clock.instant().plusSeconds(60))).isEqualTo(first);
        assertThat(finding(first).seenAgain()).isOne();
        act(new FindingCommand.SayFixed("Shut.", new By(dana, "Dana Vega")), first);
        var sight = clock.instant();
        clock.move(Duration.ofMinutes(10));
        act(new FindingCommand.Verify("It latches.", leader()), first);
        act(new FindingCommand.Close("Done.", leader()), first);
        assertThat(round(door, sight)).as("seen before it was closed, sent afterward").isEqualTo(first);
        assertThat(finding(first).state()).isInstanceOf(State.Closed.class);
        UUID second = round(door, clock.instant().plusSeconds(5));
        assertThat(second).isNotEqualTo(first);
        assertThat(finding(second).origin().earlierId()).isEqualTo(first);
        assertThat(principal.get("/findings/" + second).body()).contains("Fixed before and broken again.",
                "/findings/" + first);
    }

    @Test
    void anAssessmentThatFindsTheSameItemAgainDoesNotOpenItTwice() {
        Supplier<UUID> found = () -> story.as(day.cast.mesquite(),
                () -> commands.fromAssessment(school, gap("CAMPUS"), leader(), clock.instant()));
        UUID first = found.get();
        assertThat(found.get()).isEqualTo(first);
        assertThat(director.get("/findings").body()).contains("and 1 without an estimate", "No camera sees gate B");
    }

    private FindingCommands.Gap gap(String instrument) {
        return new FindingCommands.Gap(Ids.next(), instrument, "GP-D-3", "No camera sees gate B",
                new Where("Gate B", null), new Rating(3, 3, CostClass.CAPITAL, null), clock.instant());
    }

    @Test
    void aPhotoIsKeptCleanAndEachLookIsAudited() throws Exception {
        UUID id = open("Fence cut");
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        UUID photo = story.as(day.cast.mesquite(),
                () -> photos.add(id, CleanPicture.of(out.toByteArray()), "North side", leader()));
        assertThat(principal.get("/findings/" + id).body()).contains("North side", "/photos/" + photo);
        var seen = officer.get("/findings/" + id + "/photos/" + photo);
        assertThat(seen.headers().firstValue("content-type").orElse("")).isEqualTo("image/jpeg");
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchSingle("select count(*) from platform.audit_line where action = 'ReadFindingPhoto'")
                        .get(0, Integer.class)))
                .isOne();
        assertThat(principal.get("/findings/" + id + "/photos/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsMarkedOnTheSitePlanByAnOfficerAndTheOwnerOfThePlanIsTold() throws Exception {
        UUID id = open("Fence cut");
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        var plans = app.getBean(SitePlans.class);
        var gate = new SitePlan.Mark(Ids.next(), SitePlan.Kind.DOOR, null, "Gate B", 12.5, 80);
        UUID plan = story.as(day.cast.mesquite(), () -> {
            UUID added = plans.add(Ids.next(), school, "Grounds", out.toByteArray());
            plans.place(school, added, gate);
            return added;
        });
        assertThat(officer.get("/findings/" + id + "/plan").body()).contains("Gate B · Grounds", "Open Grounds");
        officer.post("/findings/" + id + "/plan/mark", "mark", plan + "/" + gate.id());
        assertThat(finding(id).where().mark()).isEqualTo(new Mark(plan, 12.5, 80));
        String opening = officer.post("/findings/" + id + "/plan/" + plan + "/openings").headers()
                .firstValue("location").orElseThrow().replaceAll("^https?://[^/]+", "");
        assertThat(officer.get(opening).body()).contains("Tap where it is: Fence cut");
        assertThat(officer.get(opening + "/picture").headers().firstValue("content-type").orElse(""))
                .isEqualTo("image/png");
        officer.post(opening, "across", "33.25", "down", "101");
        assertThat(finding(id).where().mark()).as("no such place").isEqualTo(new Mark(plan, 12.5, 80));
        officer.post(opening, "across", "33.25", "down", "44.5");
        assertThat(finding(id).where().mark()).isEqualTo(new Mark(plan, 33.25, 44.5));
        assertThat(director.get("/inbox").body()).contains("Grounds");
        assertThat(principal.get(opening).statusCode()).as("their opening is theirs").isEqualTo(404);
    }

    private UUID round(UUID door, Instant at) {
        return story.as(day.cast.agency(),
                () -> commands.fromRound(school, door, new Breach("PROPPED", "TOLD", "Door 12", "A wedge."),
                        "North hall", Ids.next(), new By(dana, "Dana Vega"), at));
    }

    private UUID open(String what) {
        return story.as(day.cast.mesquite(), () -> commands.open(school, what, new Where("North side", null),
                new Rating(3, 3, null, null), "", leader(), Ids.next()).orElseThrow());
    }

    private void act(FindingCommand command, UUID id) {
        story.run(day.cast.mesquite(), () -> commands.handle(id, command));
    }

    private Finding finding(UUID id) {
        return story.as(day.cast.agency(), () -> findings.find(id).orElseThrow());
    }

    private static By leader() {
        return new By(new UUID(5, 5), "Pat Greer", true, false);
    }

    private Visit member(String name, Role role, @Nullable UUID at, UUID org) {
        var person = story.as(day.cast.agency(),
                () -> organizations.join(org, name + day.cast.suffix() + "@story.example", name, role, at));
        return visitor.signedIn(person, org, role);
    }
}
