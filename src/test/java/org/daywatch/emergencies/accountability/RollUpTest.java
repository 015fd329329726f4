package org.daywatch.emergencies.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.emergencies.accountability.RollCall.Kind;
import org.daywatch.emergencies.accountability.RollCall.Person;
import org.daywatch.emergencies.accountability.RollCall.Place;
import org.daywatch.emergencies.accountability.RollCall.Report;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollCall.Source;
import org.daywatch.emergencies.accountability.RollCall.Statement;
import org.daywatch.emergencies.accountability.RollUp.Answer;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.junit.jupiter.api.Test;

/** What follows from all that adults have said. */
class RollUpTest {

    private static final Instant ALERT = Instant.parse("2026-11-17T16:40:00Z");
    private final Place a = place("Room A");
    private final Place b = place("Room B");
    private final Person alex = person("Alex", a);
    private final Person sam = person("Sam", a);
    private final Person kim = person("Kim", b);

    @Test
    void nothingSaidIsUnknownAndNeverSafe() {
        var up = up(List.of(), List.of());
        assertThat(up.count(Standing.UNKNOWN)).isEqualTo(3);
        assertThat(up.count(Standing.PRESENT)).isZero();
        assertThat(up.fullAfter()).isEmpty();
        assertThat(up.rooms()).allSatisfy(r -> {
            assertThat(r.answer()).isEqualTo(Answer.NO_RESPONSE);
            assertThat(r.secured()).isNull();
        });
    }

    @Test
    void exceptionsComeWorstFirst() {
        var up = up(List.of(says(alex, a, Says.PRESENT, 30), says(sam, a, Says.MISSING, 30),
                says(kim, b, Says.INJURED, 40)), List.of());
        assertThat(up.exceptions()).extracting(l -> l.person().name()).containsExactly("Kim", "Sam");
        assertThat(up.fullAfter()).isEmpty();
    }

    @Test
    void theRoomThatHasAStudentInSightIsBelievedBeforeTheOneThatMissesThemInAnyOrder() {
        var seenFirst = up(List.of(says(alex, b, Says.PRESENT, 10), says(alex, a, Says.MISSING, 60)), List.of()).lines()
                .get(alex.id());
        assertThat(seenFirst.standing()).isEqualTo(Standing.PRESENT);
        assertThat(seenFirst.seenIn()).isEqualTo(b);
        var missedFirst = up(List.of(says(alex, a, Says.MISSING, 10), says(alex, b, Says.PRESENT, 60)), List.of())
                .lines().get(alex.id());
        assertThat(missedFirst.standing()).isEqualTo(Standing.PRESENT);
    }

    @Test
    void theRoomThatHadAStudentMaySayLaterThatTheyAreGone() {
        var line = up(List.of(says(alex, a, Says.PRESENT, 10), says(alex, a, Says.MISSING, 60)), List.of()).lines()
                .get(alex.id());
        assertThat(line.standing()).isEqualTo(Standing.MISSING);
    }

    @Test
    void aPaperWrittenEarlierDoesNotOverrideALaterPhoneOfTheSameRoom() {
        var line = up(List.of(says(alex, a, Says.NEEDS_HELP, 50), says(alex, a, Says.PRESENT, 20)), List.of()).lines()
                .get(alex.id());
        assertThat(line.standing()).isEqualTo(Standing.NEEDS_HELP);
    }

    @Test
    void everybodyIsAccountedForWhenTheLastOneWasSeen() {
        var up = up(
                List.of(says(alex, a, Says.PRESENT, 30), says(sam, a, Says.PRESENT, 30), says(kim, b, Says.INJURED, 95),
                        says(kim, b, Says.PRESENT, 200)),
                List.of(report(a, true, 30), report(b, null, 95)));
        assertThat(up.fullAfter()).contains(Duration.ofSeconds(95));
        assertThat(up.answered()).isEqualTo(2);
        assertThat(up.secured()).isOne();
        assertThat(up.rooms()).filteredOn(r -> r.place().equals(b)).singleElement()
                .satisfies(r -> assertThat(r.secured()).isNull());
    }

    @Test
    void aRoomThatWasSecuredBeforeDangerCameBackHasNotSaidSoOfTheSecondLockdown() {
        var reports = List.of(report(a, true, 30), report(b, true, 40), report(b, true, 310));
        var up = RollUp.of(ALERT, ALERT.plusSeconds(300), List.of(a, b), List.of(alex, sam, kim),
                List.of(says(alex, a, Says.PRESENT, 30)), reports);
        assertThat(up.rooms()).extracting(r -> r.place().title() + " " + r.secured())
                .containsExactlyInAnyOrder("Room A null", "Room B true");
        assertThat(up.secured()).isOne();
        assertThat(up.lines().get(alex.id()).standing()).as("who was seen was seen").isEqualTo(Standing.PRESENT);
    }

    @Test
    void aRollOfTwoThousandIsWorkedOutInMuchLessThanASecond() {
        var places = new ArrayList<Place>();
        var people = new ArrayList<Person>();
        var statements = new ArrayList<Statement>();
        var reports = new ArrayList<Report>();
        for (int room = 0; room < 80; room++) {
            var place = place("Room " + room);
            places.add(place);
            reports.add(report(place, true, room));
            for (int student = 0; student < 25; student++) {
                var person = person("Student " + room + "-" + student, place);
                people.add(person);
                for (int again = 0; again < 3; again++)
                    statements.add(says(person, place, student == 7 ? Says.MISSING : Says.PRESENT, 60 + again));
            }
        }
        RollUp.of(ALERT, ALERT, places, people, statements, reports); // once to warm up
        long begun = System.nanoTime();
        var up = RollUp.of(ALERT, ALERT, places, people, statements, reports);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println("roll-up of 2,000 people and 6,000 statements: " + millis + " ms");
        assertThat(up.count(Standing.MISSING)).isEqualTo(80);
        assertThat(up.expected()).isEqualTo(2000);
        assertThat(millis).isLessThan(500);
    }

    private RollUp up(List<Statement> statements, List<Report> reports) {
        return RollUp.of(ALERT, ALERT, List.of(a, b), List.of(alex, sam, kim), statements, reports);
    }

    private static Place place(String title) {
        return new Place(UUID.randomUUID(), title, "", "", List.of());
    }

    private static Person person(String name, Place place) {
        return new Person(UUID.randomUUID(), place.id(), Kind.STUDENT, UUID.randomUUID(), name);
    }

    private static Statement says(Person person, Place place, Says says, int seconds) {
        return new Statement(person.id(), place.id(), says, ALERT.plusSeconds(seconds));
    }

    private static Report report(Place place, Boolean secured, int seconds) {
        return new Report(UUID.randomUUID(), place.id(), Source.PHONE, secured, ALERT.plusSeconds(seconds),
                "Robin Sage");
    }
}
