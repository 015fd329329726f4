package org.daywatch.emergencies.reunification;

import static org.daywatch_db.emergencies.Tables.REUNION_DUTY;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.PeopleEvent.ReunionDutyGiven;
import org.daywatch.emergencies.PeopleEvent.ReunionDutyLeft;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.OnDuty;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who does what at a reunification: given by the lead or taken by oneself, until it is left. The district is bound. */
@Repository
@Transactional
public class ReunionDuties {

    private final DSLContext db;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    ReunionDuties(DSLContext db, Facts facts, Live live, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** By duty, then by name. */
    @Transactional(readOnly = true)
    public List<OnDuty> list(UUID reunification) {
        return db.selectFrom(REUNION_DUTY).where(REUNION_DUTY.REUNIFICATION_ID.eq(reunification))
                .and(REUNION_DUTY.UNTIL.isNull())
                .fetch(d -> new OnDuty(d.getId(), d.getPersonId(), d.getName(), Duty.valueOf(d.getDuty()),
                        d.getSince()))
                .stream()
                .sorted(java.util.Comparator.comparing(OnDuty::duty).thenComparing(OnDuty::name)).toList();
    }

    @Transactional(readOnly = true)
    Set<Duty> of(UUID reunification, UUID person) {
        return list(reunification).stream().filter(d -> d.person().equals(person)).map(OnDuty::duty)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
    }

    /** @throws Refused naming the duties when they have none of them */
    public void need(UUID reunification, By by, Set<Duty> duties) {
        if (of(reunification, by.person()).stream().anyMatch(duties::contains)) return;
        throw new Refused(PeopleRefusal.REUNION_DUTY_NEEDED,
                Map.of("duties", duties.stream().map(Duty::name).sorted().collect(Collectors.joining(","))));
    }

    /** @param to who has it from now on; whoever has it already keeps it */
    public void give(By by, Reunification reunification, By to, Duty duty) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        var now = clock.instant();
        int fresh = db.insertInto(REUNION_DUTY).set(REUNION_DUTY.DISTRICT_ID, reunification.districtId())
                .set(REUNION_DUTY.ID, Ids.next()).set(REUNION_DUTY.REUNIFICATION_ID, reunification.id())
                .set(REUNION_DUTY.PERSON_ID, to.person()).set(REUNION_DUTY.NAME, to.name())
                .set(REUNION_DUTY.DUTY, duty.name()).set(REUNION_DUTY.SINCE, now)
                .onConflictDoNothing().execute();
        if (fresh > 0)
            facts.tell(new ReunionDutyGiven(reunification.districtId(), reunification.id(), now, duty.name(),
                    to.person(), by.name()));
        live.ring("reunification", reunification.districtId());
    }

    void leave(By by, Reunification reunification, UUID person, Duty duty) {
        var now = clock.instant();
        int left = db.update(REUNION_DUTY).set(REUNION_DUTY.UNTIL, now)
                .where(REUNION_DUTY.REUNIFICATION_ID.eq(reunification.id())).and(REUNION_DUTY.PERSON_ID.eq(person))
                .and(REUNION_DUTY.DUTY.eq(duty.name())).and(REUNION_DUTY.UNTIL.isNull()).execute();
        if (left > 0)
            facts.tell(new ReunionDutyLeft(reunification.districtId(), reunification.id(), now, duty.name(), person,
                    by.name()));
        live.ring("reunification", reunification.districtId());
    }
}
