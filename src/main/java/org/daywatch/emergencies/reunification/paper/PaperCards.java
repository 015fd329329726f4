package org.daywatch.emergencies.reunification.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.emergencies.PeopleEvent.PickupWent;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification;
import org.daywatch.emergencies.reunification.ReunionDuties;
import org.daywatch.emergencies.reunification.ReunionGrounds;
import org.daywatch.emergencies.reunification.ReunionNumbers;
import org.daywatch.emergencies.reunification.ReunionQueries;
import org.daywatch.emergencies.reunification.ReunionStore;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cards of paper, typed in afterward: the student has gone, so nothing is refused for the list's sake, but what the
 * list says is kept and shown.
 */
@Component
@Transactional
class PaperCards {

    private final PaperCardStore store;
    private final ReunionQueries queries;
    private final ReunionDuties duties;
    private final ReunionNumbers numbers;
    private final ReunionStore pickups;
    private final ReunionGrounds grounds;
    private final Guardians guardians;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    PaperCards(PaperCardStore store, ReunionQueries queries, ReunionDuties duties, ReunionNumbers numbers,
            ReunionStore pickups, ReunionGrounds grounds, Guardians guardians, Facts facts, Live live, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.duties = duties;
        this.numbers = numbers;
        this.pickups = pickups;
        this.grounds = grounds;
        this.guardians = guardians;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What stands on one card.
     *
     * @param guardianId null: not on the student's list
     * @param goneAt as written on it
     * @param initials of the two who checked: "KM / RS"
     */
    record Written(UUID student, @Nullable UUID guardianId, String guardian, Instant goneAt, String initials) {}

    UUID enter(By by, Reunification r, Written card, ZoneId zone) {
        if (r.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        duties.need(r.id(), by, EnumSet.of(Duty.ACCOUNTANT, Duty.LEAD));
        if (card.guardian().strip().length() < 2 || card.guardian().length() > 120)
            throw new InvalidInput("guardian", card.guardian(), "reunification.error.guardian");
        if (card.initials().isBlank() || card.initials().length() > 40)
            throw new InvalidInput("initials", card.initials(), "reunification.error.initials");
        var now = clock.instant();
        if (card.goneAt().isAfter(now) || card.goneAt().isBefore(r.begunAt()))
            throw new InvalidInput("time", card.goneAt().toString(), "reunification.error.time");
        var student = queries.student(r.id(), card.student());
        var custody = guardians.mayCollect(student.studentId(), card.guardianId(),
                LocalDate.ofInstant(card.goneAt(), zone), grounds.began(r));
        if (!store.released(student.id(), card.goneAt())) throw new Refused(PeopleRefusal.STUDENT_ON_THE_WAY);
        var id = store.insert(by, r, card, pickups.nextCard(r), custody.name(), now);
        facts.tell(new PickupWent(r.districtId(), id, now, r.id(), "PaperCard", "RELEASED", custody.name()));
        numbers.count(r);
        live.ring("reunification", r.districtId());
        return id;
    }
}
