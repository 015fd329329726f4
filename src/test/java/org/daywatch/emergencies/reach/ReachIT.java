package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;
import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.exercises.audience.ExerciseAudiences;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.Attempt.Fate;
import org.daywatch.emergencies.reach.escalation.ScriptedOutlets;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Elapsed;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Fifty-five people of a school, some of them in the dark. */
@DaywatchIT
class ReachIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired ReachStore reach;
    @Autowired ReachBoard board;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;

    private final ScriptedOutlets outlets = new ScriptedOutlets();
    private PostedDay day;
    private UUID district;
    private final Map<UUID, String> staff = new LinkedHashMap<>();
    private Visit principal;
    private Visit teacher;
    private ReachWatch watch;
    private long nanos;

    @BeforeEach
    void aSchoolWithFiftyFivePeople() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        for (int i = 0; i < 55; i++) {
            var role = i == 0 ? Role.PRINCIPAL : i < 3 ? Role.FRONT_OFFICE : Role.TEACHER;
            String name = "Staff Member %02d".formatted(i);
            UUID person = story.as(district, () -> organizations.join(district, name.replace(' ', '.') + day.cast.suffix() + "@story.example", name, role, day.school));
            staff.put(person, name);
            if (i == 0) principal = visitor.signedIn(person, district, role);
            if (i == 3) teacher = visitor.signedIn(person, district, role);
        }
        beginAnew();
    }

    @Test
    void ofFiftyFiveDevicesFourteenAreDarkAndExactlyThoseAreNamedAndSentToAfterFifteenSeconds() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        round();
        var lit = new ArrayList<>(staff.keySet()).subList(0, 41);
        var dark = new HashSet<>(new ArrayList<>(staff.keySet()).subList(41, 55));
        pass(Duration.ofSeconds(2));
        for (var person : lit) {
            hear(ack(alert, person, Kind.DELIVERED));
            hear(ack(alert, person, Kind.SEEN));
        }
        var record = app.getBean(org.daywatch.emergencies.ReachRecord.class);
        var half = story.as(day.cast.agency(), () -> record.reached(alert, 50));
        assertThat(half).as("28 of 55 had seen it two seconds after the press").contains(clock.instant());
        assertThat(story.as(day.cast.agency(), () -> record.reached(alert, 95))).as("14 have not").isEmpty();
        pass(Duration.ofSeconds(12)); // 14 s
        round();
        assertThat(outlets.offered()).as("screens may still answer").isEmpty();
        pass(Duration.ofSeconds(1));
        round();
        round(); // once more within the same second sends nothing twice
        assertThat(outlets.offeredTo(Way.PUSH)).containsExactlyInAnyOrderElementsOf(dark);
        assertThat(outlets.offered()).hasSize(14);
        assertThat(board.tally(alert).orElseThrow()).isEqualTo(new Tally(55, 41, 41, 0, 0, 0));
        var page = principal.get("/alerts/" + alert + "/reach").body();
        assertThat(page).contains("Seen by 41 of 55", "Not reached (14)");
        String missing = page.substring(page.indexOf("Not reached (14)"), page.indexOf("Seen, no answer (41)"));
        staff.forEach((person, name) -> assertThat(missing.contains(">" + name + "<")).as(name).isEqualTo(dark.contains(person)));
        assertThat(principal.get("/alerts/" + alert + "/reach/line").body()).contains("Seen by 41 of 55", "Not seen yet (14)");
        assertThat(teacher.get("/alerts/" + alert + "/reach").statusCode()).as("names are for those who lead").isEqualTo(403);
    }

    @Test
    void theSameReceiptTwiceCountsOnceAndPresenceIsNotAttention() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        var person = staff.keySet().iterator().next();
        var once = ack(alert, person, Kind.DELIVERED);
        for (int i = 0; i < 3; i++) hear(once);
        assertThat(count(alert)).isOne();
        assertThat(board.tally(alert).orElseThrow()).isEqualTo(new Tally(55, 1, 0, 0, 0, 0));
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).contains("Seen by 0 of 55", "Delivered, not seen (1)");
    }

    @Test
    void whoPressedHasSeenItByPressingAndNobodyNeedsToShowHim() {
        var people = List.copyOf(staff.keySet());
        var first = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(3));
        for (int i = 0; i < 3; i++) hear(first);
        round();
        assertThat(board.tally(first.id()).orElseThrow()).isEqualTo(new Tally(55, 1, 1, 0, 0, 0));
        hear(press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(4)));
        hear(press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.HOLD, people.get(5)));
        round();
        assertThat(states(first.id(), people.get(4))).as("his press joined the same alert").isEqualTo("SEEN");
        assertThat(states(first.id(), people.get(5))).as("he asked for less, and does not know of the lockdown").isEqualTo("NOT_REACHED");
        assertThat(count(first.id())).as("each press once").isEqualTo(2);
        pass(Duration.ofSeconds(15));
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).hasSize(53).doesNotContain(people.get(3), people.get(4)).contains(people.get(5));
        assertThat(principal.get("/alerts/" + first.id() + "/reach").body()).contains("Seen by 2 of 55");
    }

    @Test
    void whileTheDatabaseIsAwayTheFiguresOfAnAlertItDoesNotKnowAreToldAllTheSame() {
        var people = List.copyOf(staff.keySet());
        var press = press(Ids.next(), AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, people.get(3));
        memory(press);
        memory(ack(press.id(), people.get(4), Kind.DELIVERED));
        memory(ack(press.id(), people.get(5), Kind.NEED_HELP));
        assertThat(board.figures(List.of(press.id())).get(press.id())).as("nobody can say of how many").containsEntry("status", "ACTUAL").containsEntry("expected", 0)
                .containsEntry("delivered", 3).containsEntry("seen", 2).containsEntry("needHelp", 1);
        hear(press);
        round();
        assertThat(board.figures(List.of(press.id())).get(press.id())).as("the database is back").containsEntry("expected", 55).containsEntry("delivered", 3).containsEntry("seen", 2);
    }

    @Test
    void theBoardSaysGoThereInTheMomentInWhichTheAgencysOwnRuleSendsTheFirstMessage() {
        var shipped = story.as(day.cast.agency(), () -> app.getBean(ProgrammeRules.class).book().get("REACH_STREAM", LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"))));
        UUID person = story.as(day.cast.agency(), () -> organizations.join(day.cast.agency(), "rules" + day.cast.suffix() + "@story.example", "Rule Keeper", Role.AGENCY_ADMIN, null));
        var keeper = visitor.signedIn(person, day.cast.agency(), Role.AGENCY_ADMIN);
        var set = keeper.post("/rules/own", "rule", shipped.version(), "scope", shipped.scope(), "value", "10", "from", LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix")).toString(),
                "source", "Agreement with the district", "words", "Whom open screens have not reached after 10 seconds is sent a message by the next way.");
        assertThat(set.statusCode()).as("%s", set.body()).isEqualTo(302);
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        round();
        pass(Duration.ofSeconds(9));
        round();
        assertThat(outlets.offered()).isEmpty();
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).doesNotContain("go there or call");
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).hasSize(55);
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).contains("go there or call");
    }

    @Test
    void whoPressedForLessIsToldWhenTheSchoolIsToldMore() {
        var people = List.copyOf(staff.keySet());
        var hold = press(Ids.next(), AlertStatus.EXERCISE, ProtocolAction.HOLD, people.get(3));
        hear(hold);
        hear(press(Ids.next(), AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN, people.get(4)));
        round();
        assertThat(states(hold.id(), people.get(3))).as("he knows of the hold only").isEqualTo("NOT_REACHED");
        assertThat(states(hold.id(), people.get(4))).isEqualTo("SEEN");
    }

    @Test
    void whoPressesForATestOfTheWaysHasBeenToldNothingByIt() {
        var test = press(Ids.next(), AlertStatus.TEST, ProtocolAction.HOLD, List.copyOf(staff.keySet()).get(3));
        hear(test);
        round();
        assertThat(board.tally(test.id()).orElseThrow()).isEqualTo(new Tally(55, 0, 0, 0, 0, 0));
    }

    @Test
    void aReceiptThatCanNeverBeStoredDoesNotKeepTheOthersOut() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        var persons = List.copyOf(staff.keySet());
        var poison = new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, alert, 1, Kind.SEEN, Ids.next(), "no\u0000name", "", clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(ack(alert, persons.get(5), Kind.SEEN), poison, ack(alert, persons.get(6), Kind.SAFE)))));
        assertThat(states(alert, persons.get(5))).isEqualTo("SEEN");
        assertThat(states(alert, persons.get(6))).isEqualTo("SAFE");
        assertThat(count(alert)).isEqualTo(2);
    }

    @Test
    void receiptsThatDoNotComeLeadToTheNextWayAndALateOneIsStillOne() {
        var alert = raise(AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN);
        round();
        var persons = List.copyOf(staff.keySet());
        persons.subList(1, 55).forEach(p -> hear(ack(alert, p, Kind.SEEN)));
        UUID dark = persons.getFirst();
        pass(Duration.ofSeconds(15));
        round();
        outlets.says(Way.PUSH, Fate.SENT);
        pass(Duration.ofSeconds(9));
        round();
        assertThat(outlets.ways(dark)).containsExactly(Way.PUSH);
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.ways(dark)).containsExactly(Way.PUSH, Way.SMS);
        outlets.says(Way.SMS, Fate.LOST); // taken with 200, and then lost
        round();
        assertThat(outlets.ways(dark)).containsExactly(Way.PUSH, Way.SMS, Way.EMAIL);
        assertThat(outlets.subjects()).allMatch(s -> s.startsWith("DRILL / SIMULACRO: "));
        outlets.says(Way.PUSH, Fate.RECEIVED); // late
        round();
        round();
        assertThat(states(alert, dark)).isEqualTo("DELIVERED");
        assertThat(story.as(district, () -> reach.lock(alert, dark)).state().way()).isEqualTo(Way.PUSH);
        assertThat(outlets.ways(dark)).hasSize(3);
    }

    @Test
    void aTabInTheBackgroundIsNotAttentionAndWhoeverHasNotSeenItIsSentToAllTheSame() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN);
        round();
        var persons = List.copyOf(staff.keySet());
        UUID hidden = persons.getFirst();
        pass(Duration.ofSeconds(1));
        hear(ack(alert, hidden, Kind.DELIVERED));
        persons.subList(1, 55).forEach(p -> hear(ack(alert, p, Kind.SEEN)));
        pass(Duration.ofSeconds(13)); // 14 s
        round();
        assertThat(outlets.offered()).isEmpty();
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.offered()).extracting("way", "person").containsExactly(org.assertj.core.api.Assertions.tuple(Way.PUSH, hidden));
        outlets.says(Way.PUSH, Fate.RECEIVED); // his phone has it too, in his bag
        pass(Duration.ofSeconds(9));
        round();
        assertThat(outlets.ways(hidden)).as("he may still look").containsExactly(Way.PUSH);
        pass(Duration.ofSeconds(1));
        round();
        assertThat(outlets.ways(hidden)).containsExactly(Way.PUSH, Way.SMS);
        assertThat(principal.get("/alerts/" + alert + "/reach").body()).contains("Delivered, not seen (1)", "Push: received");
        hear(ack(alert, hidden, Kind.SEEN));
        pass(Duration.ofMinutes(5));
        round();
        assertThat(outlets.ways(hidden)).as("he has seen it").hasSize(2);
    }

    @Test
    void aWayThatBreaksForOnePersonKeepsNobodyElseWaiting() {
        var alert = raise(AlertStatus.ACTUAL, ProtocolAction.EVACUATE);
        round();
        outlets.breaksFor(staff.keySet().iterator().next());
        pass(Duration.ofSeconds(15));
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).hasSize(54);
    }

    @Test
    void whatHasNotLeftWhenItIsOverIsMarkedAndNotSent() {
        var alert = raise(AlertStatus.EXERCISE, ProtocolAction.HOLD);
        round();
        pass(Duration.ofSeconds(15));
        round();
        story.run(district, () -> db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.SINCE, clock.instant()).set(ALERT.ENDED_BY, "two").where(ALERT.ID.eq(alert)).execute());
        pass(Duration.ofSeconds(30));
        round();
        assertThat(outlets.expired()).hasSize(55);
        assertThat(story.as(district, () -> db.fetchCount(REACH_ATTEMPT, REACH_ATTEMPT.ALERT_ID.eq(alert).and(REACH_ATTEMPT.STATE.eq("EXPIRED"))))).isEqualTo(55);
        assertThat(outlets.offered()).as("nothing new after the end").hasSize(55);
    }

    @Test
    void aDrillReachesWhomTheSchoolsDrillPlanNamesAndByItsWaysWhileTheRealThingReachesEverybody() {
        var drill = Ids.next();
        story.run(day.cast.agency(), () -> app.getBean(ExerciseAudiences.class).keep(day.cast.agency(), district, drill, List.of("FRONT_OFFICE"), List.of("SCREEN", "SMS"), clock.instant()));
        hear(press(drill, AlertStatus.EXERCISE, ProtocolAction.HOLD));
        round();
        assertThat(board.tally(drill).orElseThrow().expected()).as("the principal and two of the front office").isEqualTo(3);
        pass(Duration.ofSeconds(15));
        round();
        var told = new ArrayList<>(staff.keySet()).subList(0, 3);
        assertThat(outlets.offered()).hasSize(3).allSatisfy(o -> assertThat(o.way()).as("no push").isEqualTo(Way.SMS));
        assertThat(outlets.offeredTo(Way.SMS)).containsExactlyInAnyOrderElementsOf(told);
        assertThat(principal.get("/alerts/screen").body()).contains(drill.toString()).contains("\"apart\":[]");
        assertThat(teacher.get("/alerts/screen").body()).as("his screens leave it out").contains("\"apart\":[\"" + drill + "\"]").contains("\"alerts\":[]");

        var byHand = raise(AlertStatus.ACTUAL, ProtocolAction.HOLD);
        round();
        assertThat(board.tally(byHand).orElseThrow().expected()).isEqualTo(55);
        assertThat(teacher.get("/alerts/screen").body()).contains("\"alert\":\"" + byHand + "\"");
    }

    @Test
    void aTestWakesPhonesInSilenceSendsNoOtherMessageAndACallForHelpIsForThoseWhoLead() {
        var test = raise(AlertStatus.TEST, ProtocolAction.HOLD);
        var help = raise(AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL);
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).as("the phones of everybody, at once").containsExactlyInAnyOrderElementsOf(staff.keySet());
        assertThat(outlets.subjects()).allMatch(s -> s.startsWith("TEST / PRUEBA: "));
        pass(Duration.ofMinutes(2));
        round();
        round();
        var help3 = new ArrayList<>(staff.keySet()).subList(0, 3);
        assertThat(outlets.offered().subList(55, outlets.offered().size())).as("messages about the call for help, none about the test").extracting("person").hasSize(3)
                .containsExactlyInAnyOrderElementsOf(help3);
        assertThat(board.tally(test).orElseThrow().expected()).isEqualTo(55);
        assertThat(board.tally(help).orElseThrow().expected()).isEqualTo(3);
    }

    /** As a node that has just started: it knows nothing but what is stored, and the time of day. */
    private void beginAnew() {
        var elapsed = new Elapsed(clock, () -> nanos);
        watch = new ReachWatch(alerts, people, reach, board, outlets.escalation(app, elapsed), elapsed, clock);
    }

    private void pass(Duration time) {
        clock.move(time);
        nanos += time.toNanos();
    }

    private UUID raise(AlertStatus status, ProtocolAction action) {
        var press = press(Ids.next(), status, action);
        hear(press);
        return press.id();
    }

    private LaneEntry.Press press(UUID id, AlertStatus status, ProtocolAction action) {
        return press(id, status, action, null);
    }

    private LaneEntry.Press press(UUID id, AlertStatus status, ProtocolAction action, @Nullable UUID person) {
        return new LaneEntry.Press(id, day.cast.agency(), district, day.school, status, action, "", null, "", "", LaneEntry.Source.WEB, person, person == null ? "Somebody" : staff.get(person), null,
                clock.instant());
    }

    /** As the lane tells it before anything is stored. */
    private void memory(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        if (entry instanceof LaneEntry.Press press) listeners.forEach(l -> l.named(press, press.id()));
    }

    private void hear(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(entry))));
    }

    private LaneEntry.Ack ack(UUID alert, UUID person, Kind kind) {
        return new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, alert, 1, kind, person, staff.get(person), "", clock.instant());
    }

    private void round() {
        Tenancy.run(Scope.system(day.cast.agency()), () -> watch.round(day.cast.agency()));
    }

    private int count(UUID alert) {
        return story.as(district, () -> db.fetchCount(RECEIPT, RECEIPT.ALERT_ID.eq(alert)));
    }

    private String states(UUID alert, UUID person) {
        return story.as(district, () -> reach.lock(alert, person)).state().code();
    }
}
