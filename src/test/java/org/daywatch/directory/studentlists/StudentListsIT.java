package org.daywatch.directory.studentlists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.CANARY_RETURN;
import static org.daywatch_db.directory.Tables.ROSTER_PERSON;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.platform.Tables.PEOPLE_FILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.canaries.CanaryWatch;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Somebody at a school takes its students along: so many alone, more with a second person, and with one who is
 * invented.
 *
 * <p>A-07, A-08 of docs/security.
 */
@DaywatchIT
class StudentListsIT {

    private static final String WHY = "The bus company checks its seats";

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired ClassRosters rosters;
    @Autowired CanaryWatch canaries;
    @Autowired FileImports imports;
    @Autowired DSLContext db;
    @TempDir Path folder;

    private Story.Cast cast;
    private SchoolRoll roll;
    private UUID asker;
    private Visit principal;
    private Visit second;
    private Visit director;

    @BeforeEach
    void aSchoolWithTwoPrincipalsAndADirector() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        roll = school(3, 30);
        asker = story.join(cast.mesquite(), "Kim Asker", Role.PRINCIPAL, roll.school());
        principal = visitor.signedIn(asker, cast.mesquite(), Role.PRINCIPAL);
        second = visitor.signedIn(story.join(cast.mesquite(), "Lee Second", Role.PRINCIPAL, roll.school()),
                cast.mesquite(), Role.PRINCIPAL);
        director = visitor.signedIn(story.join(cast.mesquite(), "Pat Director", Role.SAFETY_DIRECTOR, null),
                cast.mesquite(), Role.SAFETY_DIRECTOR);
    }

    @Test
    void aShortListIsTakenOnceWithoutASecondPersonAndStandsInTheAudit() {
        assertThat(ask(principal, "short").body()).contains("in 10 to 300 characters", "short");
        assertThat(ask(principal, WHY).statusCode()).isEqualTo(302);
        var id = last();
        var file = principal.get(csv(id));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body().lines()).hasSize(91).first()
                .isEqualTo("sourcedId,status,orgSourcedIds,role,givenName,familyName,school");
        assertThat(principal.get(csv(id)).body()).as("once").contains("downloaded once");
        assertThat(second.get(csv(id)).statusCode()).as("by nobody else").isEqualTo(404);
        assertThat(audited("PeopleFileAsked")).isOne();
        assertThat(audited("PeopleFileTaken")).isOne();
        assertThat(principal.get("/student-lists").body()).contains("90 of 200", "90 of 400", "Downloaded");
        ask(second, WHY);
        more(1);
        assertThat(second.get(csv(last())).body()).as("no more than was asked for").contains("has 91 students now");
    }

    @Test
    void overTheDayAndOverSevenDaysTheFiguresAndWhatToDoAreNamed() {
        take(principal);
        take(principal);
        assertThat(ask(principal, WHY).body()).contains("You have downloaded 180 students today and this list has 90",
                "Your limit is 200 a day", "choose Ask for approval");
        clock.move(Duration.ofDays(1));
        take(principal);
        take(principal);
        clock.move(Duration.ofDays(1));
        assertThat(ask(principal, WHY).body()).contains("360 students in seven days",
                "Your limit is 400 in seven days");
        assertThat(ask(principal, WHY, "second", "yes").statusCode()).as("a second person may allow it").isEqualTo(302);
        var id = last();
        second.post("/student-lists/" + id + "/approval");
        assertThat(principal.get(csv(id)).statusCode()).isEqualTo(200);
        clock.move(Duration.ofDays(6));
        assertThat(ask(principal, WHY).statusCode()).as("a week on").isEqualTo(302);
    }

    @Test
    void aListThatWasPreparedEarlierIsNotTakenOverTheLimitEither() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            ask(principal, WHY);
            ids.add(last());
        }
        assertThat(together(ids.stream().map(id -> (Callable<Integer>) () -> again(asker).get(csv(id)).statusCode())
                .toList())).as("three at once").containsExactlyInAnyOrder(200, 200, 409);
    }

    @Test
    void aLongListWaitsForASecondPersonOfTheSameSchoolWhoIsTold() {
        more(20);
        ask(principal, WHY);
        var id = last();
        assertThat(principal.get(csv(id)).statusCode()).as("waits").isEqualTo(409);
        assertThat(second.get("/inbox").body()).contains("Kim Asker asks for a list of 110 students", WHY);
        assertThat(second.get("/student-lists").body()).contains("110 students", "Kim Asker", WHY, "Approve list");
        assertThat(principal.get("/student-lists").body()).contains("Awaiting approval").doesNotContain("Approve list");

        assertThat(principal.post(approval(id)).statusCode()).isEqualTo(302);
        assertThat(principal.get("/student-lists").body()).as("nobody their own")
                .contains("A second person must answer for your list");
        var other = school(1, 1);
        assertThat(visitor.signedIn(story.join(cast.mesquite(), "Sam Far", Role.PRINCIPAL, other.school()),
                cast.mesquite(), Role.PRINCIPAL).post(approval(id)).statusCode()).as("another school").isEqualTo(404);
        assertThat(visitor.signedIn(story.join(cast.mesquite(), "Sam Office", Role.FRONT_OFFICE, roll.school()),
                cast.mesquite(), Role.FRONT_OFFICE).post(approval(id)).statusCode()).as("another role").isEqualTo(403);
        assertThat(visitor.signedIn(story.join(cast.saguaro(), "Sam Else", Role.SAFETY_DIRECTOR, null),
                cast.saguaro(), Role.SAFETY_DIRECTOR).post(approval(id)).statusCode()).as("another district")
                .isEqualTo(404);
        assertThat(principal.get(csv(id)).statusCode()).isEqualTo(409);

        second.post(approval(id));
        director.post("/student-lists/" + id + "/refusal");
        assertThat(director.get("/student-lists").body()).contains("already been answered", "Approved by Lee Second");
        assertThat(principal.get("/inbox").body()).contains("You can download your list of 110 students");
        assertThat(together(List.of(() -> again(asker).get(csv(id)).statusCode(),
                () -> again(asker).get(csv(id)).statusCode()))).as("two at once").containsExactlyInAnyOrder(200, 409);
        assertThat(audited("PeopleFileAllowed")).isOne();
        assertThat(audited("PeopleFileDeclined")).isZero();
    }

    @Test
    void aYesEndsAfterADayAndANoIsANo() {
        more(20);
        ask(principal, WHY);
        var late = last();
        second.post(approval(late));
        ask(principal, WHY);
        var declined = last();
        second.post("/student-lists/" + declined + "/refusal");
        assertThat(principal.get(csv(declined)).body()).contains("declined this list");
        clock.move(Duration.ofHours(24).plusSeconds(1));
        assertThat(principal.get(csv(late)).body()).contains("The time for this list is over");
        assertThat(principal.get("/student-lists").body()).contains("Expired", "Declined");
    }

    @Test
    void theSameFormTwiceIsOneQuestion() {
        more(20);
        var form = Ids.next().toString();
        principal.post("/student-lists", "form", form, "reason", WHY);
        principal.post("/student-lists", "form", form, "reason", WHY, "school", "");
        assertThat(story.<Integer>as(cast.mesquite(), () -> db.fetchCount(PEOPLE_FILE))).isOne();
    }

    @Test
    void theDatabaseForbidsWhatTheApplicationWould() {
        more(20);
        ask(principal, WHY);
        var id = last();
        var f = PEOPLE_FILE;
        assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.update(f).set(f.ANSWER, "YES")
                .set(f.ANSWERED_BY, asker).set(f.ANSWERED_NAME, "Kim Asker").set(f.ANSWERED_AT, clock.instant())
                .where(f.ID.eq(id)).execute())).hasMessageContaining("people_file_by_another");
        assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.update(f).set(f.TAKEN_AT, clock.instant())
                .where(f.ID.eq(id)).execute())).hasMessageContaining("people_file_taken_in_time");
        assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.update(f).set(f.SECOND_NEEDED, false)
                .where(f.ID.eq(id)).execute())).hasMessageContaining("asked for, answered and taken once");
        second.post("/student-lists/" + id + "/refusal");
        assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.update(f).set(f.ANSWER, "YES")
                .where(f.ID.eq(id)).execute())).hasMessageContaining("asked for, answered and taken once");
    }

    @Test
    void eachListCarriesAnInventedStudentWhereOneIsPlacedAndNothingElseCountsIt() {
        assertThat(principal.get("/canaries").statusCode()).as("placed by the director alone").isEqualTo(403);
        assertThat(canary(take(principal))).as("none is placed").isEmpty();
        director.post("/canaries", "school", roll.school().toString());
        director.post("/canaries", "school", roll.school().toString());
        assertThat(director.get("/canaries").body()).contains("already", "Placed by Pat Director");
        var first = take(principal);
        assertThat(first.lines()).hasSize(92);
        assertThat(canary(first)).hasSize(1);
        assertThat(principal.get("/student-lists").body()).as("the count").contains("180 of 200");
        assertThat(story.<Integer>as(cast.mesquite(), () -> rosters.students(roll.school()).size())).isEqualTo(90);
        clock.move(Duration.ofDays(1));
        assertThat(canary(take(principal))).as("another").isNotEqualTo(canary(first));
        var far = school(1, 2);
        var theirs = visitor.signedIn(story.join(cast.mesquite(), "Sam Far", Role.PRINCIPAL, far.school()),
                cast.mesquite(), Role.PRINCIPAL);
        assertThat(take(theirs).lines()).as("another school").hasSize(3);
    }

    @Test
    void whoeverLooksForItLearnsNothingAndTheDirectorLearnsWhichListCarriedIt() {
        director.post("/canaries", "school", "");
        var cells = canary(take(principal)).getFirst().split(",");
        var office = visitor.signedIn(story.join(cast.mesquite(), "Sam Office", Role.FRONT_OFFICE, roll.school()),
                cast.mesquite(), Role.FRONT_OFFICE);
        assertThat(office.get("/guardians?q=" + cells[4] + "+" + cells[5]).body()).contains("No student found");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> told() == 1);
        assertThat(director.get("/inbox").body()).contains("A downloaded student list has turned up",
                "Kim Asker asked for that list").doesNotContain(cells[5]);
        assertThat(office.get("/inbox").body()).doesNotContain("turned up");
        office.get("/guardians?q=" + cells[5] + ",+" + cells[4]);
        director.get("/guardians?q=" + cells[4] + "+" + cells[5]);
        office.get("/guardians?q=" + cells[0]);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> returns() >= 1);
        assertThat(told()).as("the same looked for again is told once a day").isOne();
        assertThat(audited("CanaryReturned")).isOne();
    }

    @Test
    void linesOfALeakedFileNameTheirListOnThePageAndToTheCommand() {
        director.post("/canaries", "school", "");
        var leaked = take(principal);
        clock.move(Duration.ofDays(1));
        take(second);
        assertThat(director.post("/canaries/trace", "lines", "").body()).contains("Paste some lines");
        assertThat(director.post("/canaries/trace", "lines", leaked).body())
                .contains("Number and name", "Kim Asker asked for this list", WHY)
                .doesNotContain("Lee Second asked for");
        assertThat(director.post("/canaries/trace", "lines", "S-1,active,Robin,Sage,student").body())
                .contains("hold no invented student");
        var traced = story.as(cast.mesquite(), () -> canaries.trace(leaked.lines()));
        assertThat(traced).singleElement().satisfies(t -> {
            assertThat(t.sure()).isTrue();
            assertThat(t.file().person()).isEqualTo(asker);
        });
        assertThat(story.as(cast.saguaro(), () -> canaries.trace(leaked.lines()))).as("another district").isEmpty();
    }

    @Test
    void aRosterImportLeavesItOutAndSaysSo() throws IOException {
        director.post("/canaries", "school", "");
        var lines = take(principal).lines().toList();
        var invented = canary(String.join("\n", lines)).getFirst();
        Files.write(folder.resolve("users.csv"), lines);
        Files.write(folder.resolve("manifest.csv"),
                List.of("propertyName,value", "oneroster.version,1.1", "file.users,delta"));
        var report = Tenancy.as(Scope.system(cast.mesquite()), () -> imports.take(ImportKind.ONEROSTER,
                new ImportFile(folder, "our own", cast.mesquite())));
        assertThat(report.refused()).singleElement().satisfies(cell -> {
            assertThat(cell.value()).isEqualTo(invented.split(",")[0]);
            assertThat(cell.reason()).contains("An invented student");
        });
        assertThat(report.accepted()).isEqualTo(90);
        assertThat(report.created()).as("%s", report).isZero();
        assertThat(story.<Integer>as(cast.mesquite(), () -> rosters.students(roll.school()).size())).isEqualTo(90);
        assertThat(director.get("/inbox").body()).contains("A roster import held the invented student");
    }

    private SchoolRoll school(int classes, int each) {
        return story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), classes, each));
    }

    private void more(int students) {
        story.run(cast.mesquite(), () -> {
            for (int i = 0; i < students; i++)
                db.insertInto(ROSTER_PERSON).set(ROSTER_PERSON.DISTRICT_ID, cast.mesquite())
                        .set(ROSTER_PERSON.ID, Ids.next()).set(ROSTER_PERSON.SOURCED_ID, "more-" + i)
                        .set(ROSTER_PERSON.ROLE, "student").set(ROSTER_PERSON.GIVEN_NAME, "More" + i)
                        .set(ROSTER_PERSON.FAMILY_NAME, "Sage").set(ROSTER_PERSON.SCHOOL_ID, roll.school()).execute();
        });
    }

    private Visit again(UUID person) {
        return visitor.signedIn(person, cast.mesquite(), Role.PRINCIPAL);
    }

    private java.net.http.HttpResponse<String> ask(Visit who, String reason, String... more) {
        var fields = new ArrayList<>(List.of("form", Ids.next().toString(), "reason", reason, "school", ""));
        fields.addAll(List.of(more));
        return who.post("/student-lists", fields.toArray(String[]::new));
    }

    private String take(Visit who) {
        assertThat(ask(who, WHY).statusCode()).isEqualTo(302);
        var answer = who.get(csv(last()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private UUID last() {
        return story.as(cast.mesquite(), () -> db.select(PEOPLE_FILE.ID).from(PEOPLE_FILE)
                .orderBy(PEOPLE_FILE.ASKED_AT.desc(), PEOPLE_FILE.ID.desc()).limit(1).fetchSingle(PEOPLE_FILE.ID));
    }

    private static String csv(UUID id) {
        return "/student-lists/" + id + ".csv";
    }

    private static String approval(UUID id) {
        return "/student-lists/" + id + "/approval";
    }

    /** Rows that belong to no student of the roster. */
    private List<String> canary(String file) {
        var real = story.as(cast.mesquite(),
                () -> db.select(ROSTER_PERSON.SOURCED_ID).from(ROSTER_PERSON).fetchSet(ROSTER_PERSON.SOURCED_ID));
        return file.lines().skip(1).filter(line -> !real.contains(line.split(",")[0])).toList();
    }

    private int audited(String action) {
        return story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq(action)));
    }

    private int told() {
        return story.as(cast.mesquite(),
                () -> db.fetchCount(OUTBOUND_MESSAGE, OUTBOUND_MESSAGE.TOPIC.eq("CANARY_RETURNED")));
    }

    private int returns() {
        return story.as(cast.mesquite(), () -> db.fetchCount(CANARY_RETURN));
    }

    private static List<Integer> together(List<Callable<Integer>> calls) {
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) answers.add(answer.get());
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
