package org.daywatch.emergencies.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.ROLL_CALL;
import static org.daywatch_db.emergencies.Tables.ROLL_PERSON;
import static org.daywatch_db.emergencies.Tables.ROLL_REPORT;
import static org.daywatch_db.emergencies.Tables.ROLL_STATEMENT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.AlertRaised;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A roll call from the alert to the last student, by phones and paper. */
@DaywatchIT
class RollCallIT {

    private static final long PROMISED = 1000; // milliseconds, for a live roll-up of 2,000 people

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertsAtSchool alerts;
    @Autowired RollCalls calls;
    @Autowired RollQueries queries;
    @Autowired Facts facts;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private SchoolRoll roll;
    private Visitor.Visit teacher;
    private Visitor.Visit office;

    @BeforeEach
    void aSchoolOfTwoClasses() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        teacher = visitor.signedIn(join("teacher0-", Role.TEACHER), cast.mesquite(), Role.TEACHER);
        office = visitor.signedIn(join("office", Role.FRONT_OFFICE), cast.mesquite(), Role.FRONT_OFFICE);
        office.post("/schools/" + roll.school() + "/visitors", "name", "Dana Mendez", "visits", "Room 12");
    }

    @Test
    void everybodyIsExpectedOnceAndUnknownUntilSomebodySpeaks() {
        var call = begin("EXERCISE");
        assertThat(begin(call)).as("begun once, however often it is asked").isEqualTo(call.id());
        var up = up(call);
        assertThat(up.expected()).as("6 students, 2 teachers, 1 visitor").isEqualTo(9);
        assertThat(up.count(Standing.UNKNOWN)).isEqualTo(9);
    }

    @Test
    void whoeverEndsItWhileSomebodyIsMissingOrUnknownReadsWhoAndIsAsked() {
        var call = begin("EXERCISE");
        var own = "/alerts/" + call.alertId() + "/over";
        office.post("/accountability/" + call.id() + "/people/" + person(call, "Dana Mendez"), "says", "MISSING");
        var asked = office.post(own, "how", "FALSE_ALARM", "why", "somebody leaned on the button");
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("Not everyone is accounted for", "1 missing, 8 unknown",
                "<strong>Dana Mendez</strong> Missing", "End the alert anyway", "somebody leaned on the button");
        assertThat(office.get("/alerts/" + call.alertId()).body()).doesNotContain("reported a false alarm");
        office.post(own, "how", "FALSE_ALARM", "why", "somebody leaned on the button", "sure", "true");
        assertThat(office.get("/alerts/" + call.alertId()).body()).contains("reported a false alarm");
    }

    @Test
    void aTeacherWhoCallsForHelpFindsTheRoomOfTheirClassAlreadyChosen() {
        var schools = app.getBean(Schools.class);
        var building = story.as(cast.agency(), () -> schools.addBuilding(roll.school(), "Main"));
        story.run(cast.agency(), () -> schools.addRoom(roll.school(), building, "Room R101", "1", null));
        var own = story.as(cast.agency(), () -> schools.addRoom(roll.school(), building, "Room R100", "1", null));
        assertThat(teacher.get("/alert").body()).contains("data-suggested=\"" + own + "\"",
                "<option value=\"" + own + "\" selected>Room R100</option>", "By your class schedule now.");
        assertThat(office.get("/alert").body()).as("who teaches no class chooses").contains("data-suggested=\"\"",
                "<small id=\"alert-room-said\" hidden>");
    }

    @Test
    void anOfficerOnPostIsExpectedAndCountedAndOneWhoHasCheckedOutIsNot() {
        var day = new PostedDay(app);
        cast = day.cast;
        roll = new SchoolRoll(cast.mesquite(), day.school, List.of(), List.of(), List.of());
        office = visitor.signedIn(join("office", Role.FRONT_OFFICE), cast.mesquite(), Role.FRONT_OFFICE);
        onPost(day, "Dana Vega");
        var gone = onPost(day, "Lee Ortega");
        gone.officer().post("/shifts/" + gone.shift() + "/check-out", "note", "");
        accepted(day, "Kim Alvarez"); // comes later
        var call = begin("ACTUAL");
        assertThat(story.as(cast.mesquite(), () -> queries.people(call.id())))
                .extracting(p -> p.kind() + " " + p.name()).containsExactly("OFFICER Dana Vega");
        assertThat(up(call).count(Standing.UNKNOWN)).isOne();
        office.post("/accountability/" + call.id() + "/people/" + person(call, "Dana Vega"), "says", "PRESENT");
        assertThat(up(call).count(Standing.PRESENT)).isOne();
        assertThat(up(call).expected()).isOne();
        assertThat(story.as(cast.agency(), () -> queries.numbers(call.alertId()).orElseThrow().present()))
                .as("in the agency's numbers too").isOne();
    }

    private record OnPost(Visitor.Visit officer, UUID shift) {}

    private OnPost onPost(PostedDay day, String name) {
        var own = accepted(day, name);
        var checked = own.officer().post("/shifts/" + own.shift() + "/check-in", "code", day.deskCode());
        assertThat(checked.statusCode()).isLessThan(400);
        assertThat(own.officer().get("/my-day").body()).contains("You are acting as");
        return own;
    }

    private OnPost accepted(PostedDay day, String name) {
        var officer = day.officer(name);
        var post = day.post(clock.instant().plus(Duration.ofMinutes(10)));
        var shift = Tenancy.as(new Scope(cast.agency(), officer.person()),
                () -> app.getBean(Acceptances.class).accept(officer.person(), post));
        return new OnPost(visitor.signedIn(officer.person(), cast.agency(), Role.OFFICER), shift);
    }

    @Test
    void oneTapAccountsForTheClassAndItsTeacherAndTheSameReportTwiceCountsOnce() {
        var call = begin("EXERCISE");
        assertThat(teacher.get("/accountability").body()).contains("My room: Class 00", "Drill: this is only a drill");
        var room = room(call, "Class 00");
        var form = UUID.randomUUID().toString();
        clock.move(Duration.ofSeconds(40));
        for (int i = 0; i < 2; i++)
            assertThat(teacher.post(room, "report", form, "everybody", "true", "secured", "yes").statusCode())
                    .isEqualTo(302);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(ROLL_REPORT, ROLL_REPORT.CALL_ID.eq(call.id()))))
                .isOne();
        assertThat(up(call).count(Standing.PRESENT)).isEqualTo(4);
        assertThat(up(call).rooms()).extracting(r -> r.place().title() + " " + r.answer() + " " + r.secured())
                .containsExactly("Class 01 NO_RESPONSE null", "Class 00 COMPLETE true");
    }

    @Test
    void whoeverIsMarkedMissingStaysSoWhenAllTheOthersAreSaidToBeHereAtOneTap() {
        var call = begin("ACTUAL");
        var gone = person(call, "Yucca00, Student001");
        assertThat(teacher.get(room(call, "Class 00")).body()).contains(">All 3 present<").doesNotContain("1 missing");
        teacher.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true",
                "person-" + gone, "MISSING");
        assertThat(up(call).lines().get(gone).standing()).isEqualTo(Standing.MISSING);
        assertThat(up(call).count(Standing.PRESENT)).as("two students and the teacher who spoke").isEqualTo(3);
        var room = up(call).rooms().stream().filter(r -> r.place().title().equals("Class 00")).findFirst()
                .orElseThrow();
        assertThat(List.of(room.seen(), room.missing(), room.expected())).containsExactly(2, 1, 3);
        assertThat(teacher.get(room(call, "Class 00")).body()).contains("1 missing", ">The other 2 present<");
        assertThat(office.get("/accountability/" + call.id()).body()).contains("2 / 3<small>1 missing</small>");
        teacher.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true",
                "person-" + gone, "PRESENT");
        assertThat(up(call).lines().get(gone).standing()).isEqualTo(Standing.PRESENT);
    }

    @Test
    void anExtraStudentIsNoLongerMissingAndExceptionsStandFirstOnTheRollUp() {
        var call = begin("ACTUAL");
        var strayed = person(call, "Yucca01, Student000");
        var own = person(call, "Yucca00, Student001");
        office.post(room(call, "Class 01"), "report", UUID.randomUUID().toString(), "person-" + strayed, "MISSING");
        assertThat(up(call).lines().get(strayed).standing()).isEqualTo(Standing.MISSING);
        teacher.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "person-" + own, "INJURED", "with",
                "student000 yucca01", "with", "Lou Nobody");
        assertThat(up(call).lines().get(strayed).standing()).isEqualTo(Standing.PRESENT);
        assertThat(up(call).exceptions().getFirst().person().id()).isEqualTo(own);
        var page = office.get("/accountability/" + call.id()).body();
        assertThat(page).contains("Real emergency", "Yucca00, Student001", "Not everyone is accounted for yet")
                .doesNotContain("this is only a drill");
        assertThat(page.indexOf("Yucca00, Student001")).isLessThan(page.indexOf("Yucca01, Student001"));
    }

    @Test
    void paperTypedInLaterTakesItsPlaceByTheTimeOnIt() {
        var call = begin("EXERCISE"); // 06:00 at the school
        clock.move(Duration.ofMinutes(30));
        assertThat(office.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true",
                "paperTime", "25:00").statusCode()).isEqualTo(400);
        office.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true", "paperTime",
                "06:04");
        office.post(room(call, "Class 01"), "report", UUID.randomUUID().toString(), "everybody", "true", "paperTime",
                "06:07");
        for (var line : up(call).exceptions())
            office.post("/accountability/" + call.id() + "/people/" + line.person().id(), "says", "PRESENT");
        assertThat(up(call).fullAfter()).as("visitor and teachers were found at the command post now")
                .contains(Duration.ofMinutes(30));
        assertThat(teacher.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true",
                "paperTime", "06:01").statusCode())
                .as("a teacher does not type in paper").isEqualTo(403);
    }

    @Test
    void theAgencySeesNumbersAndNoNames() {
        var call = begin("ACTUAL");
        teacher.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true", "secured",
                "yes");
        story.run(cast.agency(), () -> {
            assertThat(db.fetchCount(ROLL_CALL) + db.fetchCount(ROLL_PERSON) + db.fetchCount(ROLL_REPORT)
                    + db.fetchCount(ROLL_STATEMENT)).isZero();
            var numbers = queries.numbers(call.alertId()).orElseThrow();
            assertThat(numbers.expected()).isEqualTo(9);
            assertThat(numbers.present()).isEqualTo(4);
            assertThat(numbers.roomsSecured()).isOne();
        });
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/accountability/" + call.id()).statusCode()).isEqualTo(403);
        assertThat(teacher.get("/accountability/" + call.id()).statusCode())
                .as("the whole list is for the command post").isEqualTo(403);
    }

    @Test
    void aReportIsNeverChanged() {
        var call = begin("EXERCISE");
        teacher.post(room(call, "Class 00"), "report", UUID.randomUUID().toString(), "everybody", "true");
        assertThatThrownBy(() -> story.run(cast.mesquite(),
                () -> db.update(ROLL_STATEMENT).set(ROLL_STATEMENT.SAYS, "MISSING").execute()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void rostersAndCardsArePrintedAtAnyTime() {
        assertThat(office.get("/schools/" + roll.school() + "/roster-sheets").body()).contains("Class 00, R100",
                "Class 01", "Yucca00, Student002", "GREEN", "RED");
        assertThat(teacher.get("/schools/" + roll.school() + "/roster-sheets").body()).as("their own class only")
                .contains("Yucca00, Student002").doesNotContain("Class 01");
        assertThat(teacher.get("/alerts/cards").body()).as("a card of each action, beside every door").contains("Hold",
                "Secure", "Lockdown", "Evacuate", "Shelter");
    }

    @Test
    void anAlertBeginsItsRollCallByItself() {
        var alert = story.as(cast.agency(), () -> {
            var id = roll.alert(db, cast, "EXERCISE", "SHELTER", clock.instant());
            facts.tell(new AlertRaised(cast.agency(), id, clock.instant(), cast.mesquite(), roll.school(),
                    AlertStatus.EXERCISE, ProtocolAction.SHELTER, null));
            return id;
        });
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(story.as(cast.mesquite(), () -> queries.ofAlert(alert))).isPresent());
    }

    @Test
    void eightyRoomsOfTwoThousandPeopleReportAtOnceAndTheNumbersAreThoseOfAll() throws InterruptedException {
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 80, 25));
        long at = System.nanoTime();
        var call = begin("ACTUAL");
        long begun = (System.nanoTime() - at) / 1_000_000;
        var command = visitor.signedIn(join("command", Role.FRONT_OFFICE), cast.mesquite(), Role.FRONT_OFFICE);
        assertThat(command.get("/accountability/" + call.id()).body()).as("asked of rooms, not of 2,000 names")
                .contains("Rooms that have not answered (80)", "25 unknown").doesNotContain("Student001");
        at = System.nanoTime();
        int bytes = command.get("/accountability/" + call.id()).body().length();
        long shown = (System.nanoTime() - at) / 1_000_000;
        var places = story.as(cast.mesquite(), () -> queries.places(call.id()));
        var own = story.as(cast.mesquite(), () -> queries.people(call.id())).stream().filter(p -> p.placeId() != null)
                .collect(Collectors.groupingBy(RollCall.Person::placeId));
        var actor = new Actor(UUID.randomUUID(), "Robin Sage", cast.mesquite(), "Mesquite", Role.TEACHER,
                Role.TEACHER.defaults(), roll.school(), Capacity.NONE, UUID.randomUUID(), "en");
        var millis = new ConcurrentLinkedQueue<Long>();
        at = System.nanoTime();
        try (var phones = Executors.newFixedThreadPool(8)) {
            for (var place : places) phones.submit(() -> {
                long sent = System.nanoTime();
                Map<UUID, RollCall.Says> all = own.get(place.id()).stream()
                        .collect(Collectors.toMap(RollCall.Person::id, p -> RollCall.Says.PRESENT));
                Tenancy.run(Scope.system(cast.mesquite()),
                        () -> calls.report(actor, call, new RoomReport(UUID.randomUUID(), place.id(),
                                RollCall.Source.PHONE, all, List.of(), true, null)));
                millis.add((System.nanoTime() - sent) / 1_000_000);
            });
            phones.shutdown();
            assertThat(phones.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        }
        long reported = (System.nanoTime() - at) / 1_000_000;
        at = System.nanoTime();
        var up = up(call);
        long read = (System.nanoTime() - at) / 1_000_000;
        var sorted = millis.stream().sorted().toList();
        System.out.printf(
                "roll call of 2,080 people: begun in %d ms; 80 room reports, 8 at once: %d ms in all, one p50 %d ms, max %d ms; roll-up read from PostgreSQL in %d ms; "
                        + "its page of %d KB shown in %d ms (each promised within %d ms)%n",
                begun, reported, sorted.get(40), sorted.getLast(), read, bytes / 1024, shown, PROMISED);
        assertThat(shown)
                .as("milliseconds of the page: twice the promise, since the machine may be busy; the figure is printed")
                .isLessThan(2 * PROMISED);
        assertThat(up.count(Standing.PRESENT)).isEqualTo(2000);
        assertThat(up.count(Standing.UNKNOWN)).as("80 teachers, of whom nobody has spoken").isEqualTo(80);
        assertThat(story.as(cast.agency(), () -> queries.numbers(call.alertId()).orElseThrow().present()))
                .isEqualTo(2000);
        assertThat(read).as(
                "milliseconds of the roll-up: five times the promise, since the machine may be busy; the figure is printed")
                .isLessThan(5 * PROMISED);
    }

    private RollCall begin(String status) {
        return story.as(cast.mesquite(), () -> {
            var alert = roll.alert(db, cast, status, "LOCKDOWN", clock.instant());
            return queries.get(calls.begin(alerts.find(alert).orElseThrow()));
        });
    }

    private UUID begin(RollCall call) {
        return story.as(cast.mesquite(), () -> calls.begin(alerts.find(call.alertId()).orElseThrow()));
    }

    private RollUp up(RollCall call) {
        return story.as(cast.mesquite(), () -> queries.rollUp(call));
    }

    private String room(RollCall call, String title) {
        var place = story.as(cast.mesquite(), () -> queries.places(call.id())).stream()
                .filter(p -> p.title().equals(title)).findFirst().orElseThrow();
        return "/accountability/" + call.id() + "/places/" + place.id();
    }

    private UUID person(RollCall call, String name) {
        return story.as(cast.mesquite(), () -> queries.people(call.id())).stream().filter(p -> p.name().equals(name))
                .findFirst().orElseThrow().id();
    }

    private UUID join(String name, Role role) {
        return story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                name + cast.suffix() + "@story.example", "Kai " + name, role, roll.school()));
    }
}
