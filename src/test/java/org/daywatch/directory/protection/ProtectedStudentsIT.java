package org.daywatch.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.LIVE_EVENT;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.securitylog.SecurityLog;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A child whose other parent must not learn where they go to school.
 *
 * <p>A-03 of docs/security.
 */
@DaywatchIT
class ProtectedStudentsIT {

    private static final String CHILD = "Sorrel, Linnea";
    /** As long as the child's name, and nobody's. */
    private static final String NOBODY = "Sorrex, Linnex";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired ClassRosters rosters;
    @Autowired SecurityLog security;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private SchoolRoll roll;
    private UUID child;
    private UUID registrar;
    private Visit principal;
    private Visit office;

    @BeforeEach
    void aPrincipalProtectsAChildAndNamesTheRegistrar() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        child = roll.students().getFirst();
        story.run(cast.mesquite(),
                () -> db.update(ROSTER_PERSON).set(ROSTER_PERSON.FAMILY_NAME, "Sorrel")
                        .set(ROSTER_PERSON.GIVEN_NAME, "Linnea").where(ROSTER_PERSON.ID.eq(child)).execute());
        registrar = join("registrar", Role.FRONT_OFFICE);
        principal = signedIn(join("principal", Role.PRINCIPAL), Role.PRINCIPAL);
        office = signedIn(join("office", Role.FRONT_OFFICE), Role.FRONT_OFFICE);
        assertThat(find(office, CHILD)).as("before").contains("/students/" + child);
        assertThat(protect(principal, "reason", "Court order of May 2, office file 3", "reader", registrar.toString()))
                .isEqualTo(302);
    }

    @Test
    void whoeverIsNotNamedGetsTheSameBytesAsForANameThatNobodyHas() {
        assertThat(find(office, CHILD).replace(CHILD, NOBODY)).isEqualTo(find(office, NOBODY));
        assertThat(find(office, "sorrel")).contains("No student found").doesNotContain(child.toString());
        assertThat(plain(office.get("/individual-plans?q=" + encoded(CHILD)).body()).replace(CHILD, NOBODY))
                .isEqualTo(plain(office.get("/individual-plans?q=" + encoded(NOBODY)).body()));
        var other = signedIn(join("second", Role.PRINCIPAL), Role.PRINCIPAL);
        assertThat(find(other, CHILD)).as("another who may protect, and is not named").contains("No student found");
        assertThat(other.get("/protected-students").body()).contains("No protected student").doesNotContain(CHILD);
    }

    /** Each page says how often anybody of the district was rung. */
    @Test
    void nobodyLearnsItByWhatRingsEither() {
        long none = rungBy(NOBODY);
        assertThat(rungBy(CHILD)).isEqualTo(none).isPositive();
    }

    private long rungBy(String name) {
        long before = rings();
        find(office, name);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rings() > before);
        return rings() - before; // written in one transaction
    }

    private long rings() {
        return story.as(cast.mesquite(), () -> db.fetchCount(LIVE_EVENT));
    }

    @Test
    void byTheirNumberTheyAreAStudentWhoIsNotThereToReadAndToWrite() {
        var nobody = Ids.next();
        assertThat(office.get(page(child)).statusCode()).isEqualTo(404);
        assertThat(plain(office.get(page(child)).body()).replace(child.toString(), nobody.toString()))
                .isEqualTo(plain(office.get(page(nobody)).body()));
        assertThat(office.post(page(child), "givenName", "Lee", "familyName", "Sorrel", "relation", "father",
                "mayCollect", "YES", "court", "NONE", "firstDay", "2026-08-10").statusCode()).isEqualTo(404);
        assertThat(office.get("/individual-plans/" + child + "/edit").statusCode()).isEqualTo(404);
        assertThat(office.get("/individual-plans/" + child).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsNamedFindsThemAndEachLookIsInTheAudit() {
        var named = signedIn(registrar, Role.FRONT_OFFICE);
        assertThat(audited("ReadProtectedStudent")).isZero();
        assertThat(find(named, CHILD)).contains("/students/" + child);
        assertThat(named.get(page(child)).statusCode()).isEqualTo(200);
        assertThat(audited("ReadProtectedStudent")).isEqualTo(2);
        assertThat(named.get("/protected-students").body()).contains(CHILD, "Court order of May 2, office file 3");
        assertThat(audited("ProtectedStudentSought")).isZero();
    }

    @Test
    void whoIsNamedLearnsInSilenceThatSomebodyElseLookedAndTheMessageNamesNoChild() throws IOException {
        find(office, "Linnea Sorrel");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> audited("ProtectedStudentSought") == 1);
        var message = story.as(cast.mesquite(), () -> db.selectFrom(OUTBOUND_MESSAGE)
                .where(OUTBOUND_MESSAGE.TOPIC.eq("PROTECTED_STUDENT_SOUGHT")).fetchSingle());
        assertThat(message.getSubject() + message.getBody()).contains("Kim office").doesNotContain("Sorrel")
                .doesNotContain("Linnea");
        assertThat(signedIn(registrar, Role.FRONT_OFFICE).get("/inbox").body())
                .contains("Somebody looked for a protected student");
        assertThat(principal.get("/inbox").body()).contains("Somebody looked for a protected student");
        assertThat(office.get("/inbox").body()).doesNotContain("protected student");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(security.file())
                && Files.readString(security.file()).contains("protected student"));
        find(office, "so"); // half the school is called something with these letters
        office.get(page(child));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> audited("ProtectedStudentSought") == 2);
    }

    /** The median of each, taken in turns; on a machine that does other things too. */
    @Test
    void theAnswerTakesNoLongerThanForANameThatNobodyHas() {
        int times = Boolean.getBoolean("daywatch.long") ? 300 : 40;
        var hidden = new long[times];
        var none = new long[times];
        for (int i = -5; i < times; i++) {
            long first = took(CHILD);
            long second = took(NOBODY);
            if (i < 0) continue;
            hidden[i] = first;
            none[i] = second;
        }
        Arrays.sort(hidden);
        Arrays.sort(none);
        double ratio = (double) hidden[times / 2] / none[times / 2];
        System.out.printf("a protected name is answered in %.1f ms, one that nobody has in %.1f ms: %.2f times%n",
                hidden[times / 2] / 1e6, none[times / 2] / 1e6, ratio);
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private long took(String name) {
        long began = System.nanoTime();
        office.get("/guardians?q=" + encoded(name));
        return System.nanoTime() - began;
    }

    @Test
    void theAdultOfTheirClassSeesThemInTheRollAndFindsThem() {
        var classes = story.as(cast.mesquite(), () -> rosters.classes(roll.school()));
        assertThat(classes.stream().flatMap(c -> c.students().stream()).map(s -> s.id())).as("the roll")
                .contains(child);
        String email = classes.stream().filter(c -> c.students().stream().anyMatch(s -> s.id().equals(child)))
                .flatMap(c -> c.adults().stream()).findFirst().orElseThrow().email();
        var teacher = join("teacher", Role.FRONT_OFFICE);
        story.run(cast.mesquite(), () -> db.update(MEMBERSHIP).set(MEMBERSHIP.EMAIL, email)
                .where(MEMBERSHIP.PERSON_ID.eq(teacher)).execute());
        assertThat(find(signedIn(teacher, Role.FRONT_OFFICE), CHILD)).contains("/students/" + child);
    }

    @Test
    void afterItsDaysAndAfterItWasEndedEverybodyFindsThemAgain() {
        var own = principal.get("/protected-students").body()
                .replaceAll("(?s).*action=\"(/protected-students/[0-9a-f-]{36}/end)\".*", "$1");
        assertThat(office.post(own, "school", roll.school().toString()).statusCode()).isEqualTo(403);
        var other = signedIn(join("second", Role.PRINCIPAL), Role.PRINCIPAL);
        assertThat(other.post(own, "school", roll.school().toString()).statusCode()).isEqualTo(404);
        assertThat(principal.post(own, "school", roll.school().toString()).statusCode()).isEqualTo(302);
        assertThat(find(office, CHILD)).contains("/students/" + child);
        assertThat(protect(principal, "reason", "Until the hearing", "lastDay", today().plusDays(3).toString()))
                .isEqualTo(302);
        assertThat(find(office, CHILD)).contains("No student found");
        clock.move(Duration.ofDays(4));
        assertThat(find(office, CHILD)).contains("/students/" + child);
    }

    @Test
    void whereEverybodyWhoWasNamedHasLeftWhoeverProtectsStudentsFindsThem() {
        story.run(cast.mesquite(), () -> db.update(MEMBERSHIP).set(MEMBERSHIP.UNTIL, clock.instant())
                .where(MEMBERSHIP.EMAIL.startsWith("principal").or(MEMBERSHIP.PERSON_ID.eq(registrar))).execute());
        assertThat(find(signedIn(join("second", Role.PRINCIPAL), Role.PRINCIPAL), CHILD))
                .contains("/students/" + child);
        assertThat(find(office, CHILD)).contains("No student found");
    }

    @Test
    void whatIsWrongInTheFormIsNamedAndNobodyProtectsTwice() {
        var wrong = principal.post("/protected-students", fields("reason", "short"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Say why, in 10 to 300 characters.");
        assertThat(principal.post("/protected-students", fields("reason", "Court order of May 2", "reader",
                Ids.next().toString())).body()).contains("Choose people with an account at this school.");
        assertThat(principal.post("/protected-students", fields("reason", "Court order of May 2")).body())
                .contains("already protected");
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(STUDENT_PROTECTION))).isOne();
        assertThat(story.as(cast.agency(), () -> db.fetchCount(STUDENT_PROTECTION))).as("the agency").isZero();
        assertThat(office.post("/protected-students", fields("reason", "Court order of May 2")).statusCode())
                .isEqualTo(403);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    private int protect(Visit by, String... more) {
        return by.post("/protected-students", fields(more)).statusCode();
    }

    private String[] fields(String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("form", Ids.next().toString(), "school",
                roll.school().toString(), "student", child.toString(), "q", "Sorrel"));
        fields.addAll(Arrays.asList(more));
        if (!fields.contains("firstDay")) fields.addAll(java.util.List.of("firstDay", today().toString()));
        return fields.toArray(String[]::new);
    }

    private String page(UUID student) {
        return "/schools/" + roll.school() + "/students/" + student + "/guardians";
    }

    private String find(Visit by, String name) {
        return plain(by.get("/guardians?q=" + encoded(name)).body());
    }

    /** Without what is another at each look. */
    private static String plain(String body) {
        return body.replaceAll("name=\"(_csrf|_once|form)\" value=\"[^\"]+\"", "")
                .replaceAll("/live\\?since=-?[0-9]+", "")
                .replace(encoded(CHILD), encoded(NOBODY));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private int audited(String action) {
        return story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(action)));
    }

    private UUID join(String name, Role role) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kim " + name, role, roll.school()));
    }

    private Visit signedIn(UUID person, Role role) {
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
