package org.daywatch.emergencies.reunification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Pickup.State;
import org.daywatch.emergencies.reunification.Pickup.Stop;
import org.daywatch.emergencies.reunification.PickupCommand.Close;
import org.daywatch.emergencies.reunification.PickupCommand.ComparePhoto;
import org.daywatch.emergencies.reunification.PickupCommand.Fetch;
import org.daywatch.emergencies.reunification.PickupCommand.FillCard;
import org.daywatch.emergencies.reunification.PickupCommand.MatchHalves;
import org.daywatch.emergencies.reunification.PickupCommand.StudentAnswers;
import org.daywatch.emergencies.reunification.PickupCommands.IdKind;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A school of a thousand students is given back by eight checkers at once, with everything among them that stops a
 * card. Against PostgreSQL.
 */
@DaywatchIT
class ThousandStudentsIT {

    /**
     * What is the matter with one student of a hundred each: ten students of every kind, scattered over all classes.
     */
    private enum Matter {
        NO_ID, NOT_ON_LIST, COURT_ORDER, SAYS_NO, INJURED, MISSING, NONE
    }

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final int STUDENTS = 1000;
    private static final int OF_EACH = 10;

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Campuses campuses;
    @Autowired Reunifications reunifications;
    @Autowired PickupCommands pickups;
    @Autowired ReunionDuties duties;
    @Autowired ReunionQueries queries;
    @Autowired DSLContext db;
    private final By lead = new By(UUID.randomUUID(), "Lead");
    private final Map<UUID, UUID> thereOf = new HashMap<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private Story.Cast cast;
    private SchoolRoll roll;
    private Reunification reunification;

    @Test
    void nobodyIsReleasedTwiceNobodyIsLostAndWhatIsNotInOrderStops() throws InterruptedException {
        beginWithEverythingAmongThem();
        var released = new AtomicInteger();
        var turnedAway = new AtomicInteger();
        var stopped = new ConcurrentLinkedQueue<Pickup>();
        var micros = new ConcurrentLinkedQueue<Long>();
        var line = new ConcurrentLinkedQueue<>(arrivals());
        int cards = line.size();
        long begun = System.nanoTime();
        var pages = new ArrayList<Long>();
        try (var checkers = Executors.newFixedThreadPool(8)) {
            for (int c = 0; c < 8; c++) checkers.submit(() -> {
                var first = withEveryDuty("Checker");
                var second = withEveryDuty("Second");
                for (Integer i = line.poll(); i != null; i = line.poll()) {
                    long at = System.nanoTime();
                    try {
                        var card = carried(i, first, second);
                        if (card.state() instanceof State.Released) released.incrementAndGet();
                        else if (card.state() instanceof State.Closed(String why)) {
                            assertThat(why).as("of a student who is gone already").isEqualTo("RELEASED");
                            turnedAway.incrementAndGet();
                        } else stopped.add(card);
                    } catch (Refused refused) {
                        assertThat(refused.code()).isIn(PeopleRefusal.STUDENT_ON_THE_WAY,
                                PeopleRefusal.STUDENT_NOT_AT_ASSEMBLY, PeopleRefusal.PICKUP_NOT_NOW);
                        turnedAway.incrementAndGet();
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                    micros.add((System.nanoTime() - at) / 1000);
                }
            });
            checkers.shutdown();
            pages.addAll(pageTimesUntil(() -> checkers.isTerminated()));
            assertThat(checkers.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
        }
        var sorted = micros.stream().sorted().toList();
        Collections.sort(pages);
        System.out.printf(
                "reunification of 1,000 students, 8 checkers at once, %d cards: %.1f s; a whole card p50 %d ms, p99 %d ms, max %d ms; the page of all meanwhile, %d times: p50 %d, max %d ms%n",
                cards, (System.nanoTime() - begun) / 1e9, sorted.get(sorted.size() / 2) / 1000,
                sorted.get(sorted.size() * 99 / 100) / 1000, sorted.getLast() / 1000, pages.size(),
                pages.get(pages.size() / 2), pages.getLast());
        assertThat(failures).isEmpty();
        assertThat(released).as("all but those whom a court, their own no, a wound or nobody's knowing keeps back")
                .hasValue(STUDENTS - 4 * OF_EACH);
        assertThat(turnedAway).as("the second of two who came for one student").hasValue(100);
        assertThat(pages.getLast()).as("milliseconds of the page, with eight checkers beside it").isLessThan(5000);
        stoppedAsTheyShould(List.copyOf(stopped));
        endIt(List.copyOf(stopped));
    }

    /** Each of them at the place where a person must decide, none decided away. */
    private void stoppedAsTheyShould(List<Pickup> stopped) {
        assertThat(stopped).hasSize(4 * OF_EACH);
        for (var card : stopped) {
            var matter = matter(roll.students().indexOf(studentOf(card)));
            switch (matter) {
                case COURT_ORDER -> assertThat(card.state()).isEqualTo(new State.Stopped(Stop.COURT_ORDER));
                case SAYS_NO -> assertThat(card.state()).isEqualTo(new State.Stopped(Stop.STUDENT_SAYS_NO));
                default -> assertThat(card.state()).as(matter.name()).isEqualTo(new State.PrivateRoom());
            }
            if (card.state() instanceof State.Stopped)
                assertThatThrownBy(
                        () -> as(() -> pickups.goOn(lead, reunification, card.id(), "They are in a hurry.", PHOENIX)))
                        .isInstanceOfSatisfying(Refused.class,
                                r -> assertThat(r.code()).isEqualTo(PeopleRefusal.PICKUP_NEVER));
        }
        assertThat(as(() -> queries.counts(reunification.id())))
                .isEqualTo(Map.of(StudentPlace.RELEASED, STUDENTS - 4 * OF_EACH, StudentPlace.ASSEMBLY, 2 * OF_EACH,
                        StudentPlace.MEDICAL, OF_EACH, StudentPlace.MISSING, OF_EACH));
        assertThat(story.as(cast.mesquite(), () -> db.fetch(
                "select reunion_student_id from emergencies.pickup where reunification_id = ? and state = 'RELEASED' group by 1 having count(*) > 1",
                reunification.id()))).isEmpty();
        assertThatThrownBy(() -> run(() -> reunifications.close(queries.get(reunification.id()))))
                .hasMessageContaining("STUDENTS_NOT_ALL_GONE");
    }

    /**
     * The missing are found and go home with whoever waited in the private room; the others stay with the school, each
     * accounted for.
     */
    private void endIt(List<Pickup> stopped) {
        var second = withEveryDuty("Second of the evening");
        for (var card : stopped) {
            run(() -> pickups.carry(lead, reunification, card.id(), new Close(lead.person(), "Looked into"),
                    "Looked into"));
            int i = roll.students().indexOf(studentOf(card));
            switch (matter(i)) {
                case MISSING -> {
                    run(() -> reunifications.place(lead, reunification, card.student(), StudentPlace.ASSEMBLY));
                    assertThat(whole(i, roll.guardians().get(i), IdKind.DRIVER_LICENSE, true, lead, second).state())
                            .isInstanceOf(State.Released.class);
                }
                case INJURED ->
                    run(() -> reunifications.place(lead, reunification, card.student(), StudentPlace.ABSENT));
                default -> run(() -> reunifications.place(lead, reunification, card.student(), StudentPlace.BACK));
            }
        }
        assertThat(as(() -> queries.counts(reunification.id()))).isEqualTo(Map.of(StudentPlace.RELEASED,
                STUDENTS - 3 * OF_EACH, StudentPlace.BACK, 2 * OF_EACH, StudentPlace.ABSENT, OF_EACH));
        run(() -> reunifications.close(queries.get(reunification.id())));
        assertThat(as(() -> queries.get(reunification.id()).closedAt())).isNotNull();
    }

    private void beginWithEverythingAmongThem() {
        cast = story.cast();
        roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 40, 25));
        story.run(cast.mesquite(), () -> {
            for (int i = 0; i < STUDENTS; i++) if (matter(i) == Matter.COURT_ORDER) {
                db.update(GUARDIANSHIP).set(GUARDIANSHIP.MAY_COLLECT, "NO").set(GUARDIANSHIP.COURT, "ORDER")
                        .set(GUARDIANSHIP.DOCUMENT, "file 3").where(GUARDIANSHIP.STUDENT_ID.eq(roll.students().get(i)))
                        .execute();
            }
        });
        reunification = as(() -> queries.get(reunifications.begin(campuses.find(roll.school()).orElseThrow(),
                new Reunifications.Beginning(lead, true, AlertStatus.ACTUAL, "Stadium", null,
                        "Gas was smelled in the gym"))));
        run(() -> reunifications.allAtAssembly(lead, reunification));
        giveEveryDuty(lead);
        as(() -> queries.students(reunification.id())).forEach(p -> thereOf.put(p.studentId(), p.id()));
        assertThat(thereOf).hasSize(STUDENTS);
        for (int i = 0; i < STUDENTS; i++) {
            var place = switch (matter(i)) {
                case INJURED -> StudentPlace.MEDICAL;
                case MISSING -> StudentPlace.MISSING;
                default -> null;
            };
            var there = thereOf.get(roll.students().get(i));
            if (place != null) run(() -> reunifications.place(lead, reunification, there, place));
        }
    }

    private static Matter matter(int student) {
        return student % 100 >= 11 && student % 100 <= 16 ? Matter.values()[student % 100 - 11] : Matter.NONE;
    }

    /** Nine of ten students have one guardian in the line, every tenth has two who come at the same time. */
    private static List<Integer> arrivals() {
        var arrivals = new ArrayList<Integer>();
        for (int i = 0; i < STUDENTS; i++) {
            arrivals.add(i);
            if (i % 10 == 0) arrivals.add(i);
        }
        Collections.shuffle(arrivals, new Random(7));
        return arrivals;
    }

    private Pickup carried(int i, By first, By second) {
        return switch (matter(i)) {
            case NO_ID -> whole(i, roll.guardians().get(i), IdKind.NONE, true, first, second);
            case NOT_ON_LIST -> whole(i, null, IdKind.DRIVER_LICENSE, true, first, second);
            case SAYS_NO -> whole(i, roll.guardians().get(i), IdKind.PASSPORT, false, first, second);
            default -> whole(i, roll.guardians().get(i), IdKind.DRIVER_LICENSE, true, first, second);
        };
    }

    /**
     * As people do it: a greeter, a checker, the lead where it stopped and may go on, a second look, a reunifier who
     * asks the student, an accountant. @return the card where it ended
     */
    private Pickup whole(int i, UUID guardian, IdKind shown, boolean studentSaysYes, By first, By second) {
        var greeted = as(() -> pickups.greet(first, reunification, "A guardian", Ids.next()).orElseThrow());
        as(() -> pickups.fill(first, reunification, greeted.id(),
                new FillCard(thereOf.get(roll.students().get(i)), guardian)));
        var card = as(() -> pickups.check(first, reunification, greeted.id(), shown, PHOENIX));
        if (card.state() instanceof State.Stopped(Stop why, var nobodyYet)) {
            assertThat(why).isEqualTo(
                    guardian == null ? Stop.NOT_ON_LIST : shown == IdKind.NONE ? Stop.NO_ID : Stop.COURT_ORDER);
            if (!why.mayGoOn()) return card;
            as(() -> pickups.goOn(first, reunification, greeted.id(), "The biology teacher knows them.", PHOENIX));
            card = as(() -> pickups.goOn(second, reunification, greeted.id(), "I called the aunt.", PHOENIX));
        }
        if (!(card.state() instanceof State.Checked(UUID checker))) return card;
        var other = checker.equals(second.person()) ? first : second;
        as(() -> pickups.carry(other, reunification, greeted.id(), new ComparePhoto(other.person(), true), ""));
        as(() -> pickups.carry(first, reunification, greeted.id(), new Fetch(first.person()), ""));
        card = as(() -> pickups.carry(first, reunification, greeted.id(),
                new StudentAnswers(first.person(), studentSaysYes), ""));
        return card.state() instanceof State.Answered
                ? as(() -> pickups.carry(second, reunification, greeted.id(),
                        new MatchHalves(second.person(), greeted.half()), ""))
                : card;
    }

    private UUID studentOf(Pickup card) {
        return thereOf.entrySet().stream().filter(e -> e.getValue().equals(card.student())).findFirst().orElseThrow()
                .getKey();
    }

    /** What a principal waits for who looks at all of it again and again. @return milliseconds each */
    private List<Long> pageTimesUntil(Supplier<Boolean> over) throws InterruptedException {
        var person = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                "principal" + cast.suffix() + "@story.example", "Kai Bell", Role.PRINCIPAL, roll.school()));
        var principal = visitor.signedIn(person, cast.mesquite(), Role.PRINCIPAL);
        var millis = new ArrayList<Long>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
        do {
            long at = System.nanoTime();
            var page = principal.get("/reunification/" + reunification.id());
            millis.add((System.nanoTime() - at) / 1_000_000);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("1,000 students in total");
            Thread.sleep(200);
        } while (!over.get() && System.nanoTime() < until);
        return millis;
    }

    private By withEveryDuty(String name) {
        var by = new By(UUID.randomUUID(), name);
        giveEveryDuty(by);
        return by;
    }

    private void giveEveryDuty(By by) {
        run(() -> java.util.Arrays.stream(Duty.values()).forEach(duty -> duties.give(lead, reunification, by, duty)));
    }

    private <R> R as(Supplier<R> work) {
        return Tenancy.as(Scope.system(cast.mesquite()), work::get);
    }

    private void run(Runnable work) {
        Tenancy.run(Scope.system(cast.mesquite()), work);
    }
}
