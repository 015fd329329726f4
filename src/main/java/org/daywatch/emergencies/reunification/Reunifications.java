package org.daywatch.emergencies.reunification;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.PeopleEvent.StudentsGathered;
import org.daywatch.emergencies.PeopleEvent.ReunificationClosed;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp.Line;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.StudentPlace;
import org.daywatch.emergencies.reunification.Reunification.StudentThere;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins and closes a reunification, and says where each student is. The district is bound. */
@Component
@Transactional
public class Reunifications {

    private static final Set<Duty> AT_ASSEMBLY = EnumSet.of(Duty.ASSEMBLY, Duty.LEAD);
    private final ReunionStore store;
    private final ClassRosters rosters;
    private final RollQueries rolls;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionNumbers numbers;
    private final ReunionGrounds grounds;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    Reunifications(ReunionStore store, ClassRosters rosters, RollQueries rolls, ReunionQueries queries,
            ReunionDuties duties, ReunionNumbers numbers, ReunionGrounds grounds,
            Facts facts, Live live, Clock clock) {
        this.store = store;
        this.rosters = rosters;
        this.rolls = rolls;
        this.queries = queries;
        this.duties = duties;
        this.numbers = numbers;
        this.grounds = grounds;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What somebody begins.
     *
     * @param leads may lead an alert
     * @param call the roll call it follows; null without one
     * @param why needed unless the alert of the roll call has emptied the building
     */
    public record Beginning(By by, boolean leads, AlertStatus status, String site, @Nullable RollCall call,
            String why) {}

    /**
     * Every student of the school gets one place. With a roll call: whoever is injured is with the medics, whoever is
     * missing or unknown is looked for. Without one all are looked for until somebody has seen them at the assembly
     * place. Whoever begins it leads it.
     */
    public UUID begin(Campus school, Beginning b) {
        if (b.site().strip().length() < 2 || b.site().length() > 120)
            throw new InvalidInput("site", b.site(), "reunification.error.site");
        if (b.status() == AlertStatus.TEST)
            throw new InvalidInput("status", b.status().name(), "reunification.error.status");
        grounds.noDrillInEarnest(school.id(), b);
        String why = grounds.why(b);
        var now = clock.instant();
        var fresh = new Reunification(school.districtId(), Ids.next(), school.id(),
                b.call() == null ? null : b.call().alertId(), b.status(), b.site().strip(), why, now, null);
        store.insert(fresh, b.by().person());
        grounds.tellAlert(b);
        int students = gather(fresh, b.call());
        facts.tell(new StudentsGathered(fresh.districtId(), fresh.id(), now, school.id(), b.status(), students));
        numbers.begin(grounds.agency(b, school.districtId()), fresh);
        duties.give(b.by(), fresh, b.by(), Duty.LEAD);
        return fresh.id();
    }

    private int gather(Reunification r, @Nullable RollCall call) {
        var where = call == null
                ? Map.<UUID, Standing>of()
                : rolls.rollUp(call).lines().values().stream()
                        .filter(l -> l.person().kind() == RollCall.Kind.STUDENT && l.person().personId() != null)
                        .collect(java.util.stream.Collectors.toMap(l -> l.person().personId(), Line::standing,
                                (a, b) -> a));
        var students = rosters.students(r.schoolId());
        store.insert(r, students.stream().map(p -> new StudentThere(Ids.next(), p.id(), p.name(),
                placeOf(where.getOrDefault(p.id(), Standing.UNKNOWN)), r.begunAt())).toList());
        return students.size();
    }

    /** Unknown is never safe: it is looked for like whoever is missing. */
    private static StudentPlace placeOf(Standing standing) {
        return switch (standing) {
            case PRESENT, NEEDS_HELP -> StudentPlace.ASSEMBLY;
            case INJURED -> StudentPlace.MEDICAL;
            case MISSING, UNKNOWN -> StudentPlace.MISSING;
        };
    }

    /**
     * Seen at the assembly place, brought to the medics, absent today, drove themselves, back in class. Released is
     * said by the matched halves only.
     */
    void place(By by, Reunification reunification, UUID student, StudentPlace place) {
        open(by, reunification);
        if (place == StudentPlace.RELEASED) throw new InvalidInput("place", place.name(), "reunification.error.place");
        if (place.done() && store.withRunner(reunification.id(), student))
            throw new Refused(PeopleRefusal.STUDENT_ON_THE_WAY);
        if (!store.place(reunification.id(), student, place, clock.instant()))
            throw new Refused(PeopleRefusal.STUDENT_NOT_AT_ASSEMBLY);
        changed(reunification);
    }

    /** All who are looked for were brought to the assembly place, as its list says. @return how many */
    public int allAtAssembly(By by, Reunification reunification) {
        return all(by, reunification, StudentPlace.MISSING, StudentPlace.ASSEMBLY);
    }

    /**
     * School goes on: all who are at the assembly place go back to class. Whoever is with a runner, on the way to an
     * adult, does not. @return how many
     */
    public int allBack(By by, Reunification reunification) {
        duties.need(reunification.id(), by, EnumSet.of(Duty.LEAD));
        return all(by, reunification, StudentPlace.ASSEMBLY, StudentPlace.BACK);
    }

    private int all(By by, Reunification reunification, StudentPlace from, StudentPlace to) {
        open(by, reunification);
        int moved = store.placeAll(reunification.id(), from, to, clock.instant());
        changed(reunification);
        return moved;
    }

    /**
     * Nobody is lost: it closes when every student has gone home, driven themselves, is back in class or was absent.
     */
    public void close(Reunification reunification) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        var places = queries.counts(reunification.id());
        int left = places.entrySet().stream().filter(e -> !e.getKey().done()).mapToInt(Map.Entry::getValue).sum();
        if (left > 0) throw new Refused(PeopleRefusal.STUDENTS_NOT_ALL_GONE, Map.of("left", left));
        Instant now = clock.instant();
        store.closed(reunification.id(), now);
        facts.tell(new ReunificationClosed(reunification.districtId(), reunification.id(), now,
                reunification.schoolId(), reunification.status(),
                Optional.ofNullable(places.get(StudentPlace.RELEASED)).orElse(0)));
        numbers.count(reunification, now);
        live.ring("reunification", reunification.districtId());
    }

    private void open(By by, Reunification reunification) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(reunification.id(), by, AT_ASSEMBLY);
    }

    private void changed(Reunification reunification) {
        numbers.count(reunification);
        live.ring("reunification", reunification.districtId());
    }
}
