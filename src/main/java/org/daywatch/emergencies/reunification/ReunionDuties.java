package org.daywatch.emergencies.reunification;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.PeopleEvent.ReunionDutyGiven;
import org.daywatch.emergencies.PeopleEvent.ReunionDutyLeft;
import org.daywatch.emergencies.PeopleEvent.ReunionLeadTaken;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.Reunification.By;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.emergencies.reunification.Reunification.OnDuty;
import org.daywatch.emergencies.reunification.notices.LeadTakenNotices;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who does what at a reunification: given by the lead or taken by oneself, until it is left. The district is bound. */
@Component
@Transactional
public class ReunionDuties {

    private static final int SHORTEST_REASON = 5;

    private final ReunionStore store;
    private final LeadTakenNotices notices;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    ReunionDuties(ReunionStore store, LeadTakenNotices notices, Facts facts, Live live, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /** By duty, then by name. */
    @Transactional(readOnly = true)
    public List<OnDuty> list(UUID reunification) {
        return store.duties(reunification).stream()
                .sorted(Comparator.comparing(OnDuty::duty).thenComparing(OnDuty::name)).toList();
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
        give(by, reunification, to, duty, "");
    }

    /**
     * The lead is handed over by the one who has it. Without their word it takes a reason, which is recorded and told
     * to the principal: whoever leads decides about stopped cards.
     */
    public void give(By by, Reunification reunification, By to, Duty duty, String why) {
        if (reunification.closedAt() != null) throw new Refused(PeopleRefusal.REUNIFICATION_CLOSED);
        var now = clock.instant();
        if (duty == Duty.LEAD) takenFrom(by, reunification).ifPresent(from -> {
            if (why.strip().length() < SHORTEST_REASON)
                throw new Refused(PeopleRefusal.REUNION_LEAD_HELD, Map.of("name", from));
            var taken = new ReunionLeadTaken(reunification.districtId(), reunification.id(), now,
                    reunification.schoolId(), reunification.status(), from, to.name(), why.strip(), by.name());
            facts.tell(taken);
            notices.tell(taken);
        });
        if (store.give(reunification, to, duty, now))
            facts.tell(new ReunionDutyGiven(reunification.districtId(), reunification.id(), now, duty.name(),
                    to.person(), by.name()));
        live.ring("reunification", reunification.districtId());
    }

    /** Names of those who lead; empty where nobody does, or this person is one of them. */
    private Optional<String> takenFrom(By by, Reunification reunification) {
        var leads = list(reunification.id()).stream().filter(d -> d.duty() == Duty.LEAD).toList();
        return leads.isEmpty() || leads.stream().anyMatch(d -> d.person().equals(by.person()))
                ? Optional.empty()
                : Optional.of(leads.stream().map(OnDuty::name).collect(Collectors.joining(", ")));
    }

    /** Nobody is made to stop leading, or to leave another role, by somebody who does not lead. */
    void leave(By by, Reunification reunification, UUID person, Duty duty) {
        if (duty == Duty.LEAD || !person.equals(by.person())) takenFrom(by, reunification).ifPresent(from -> {
            throw new Refused(duty == Duty.LEAD
                    ? PeopleRefusal.REUNION_LEAD_HELD
                    : PeopleRefusal.REUNION_ROLE_HELD, Map.of("name", from));
        });
        var now = clock.instant();
        if (store.leave(reunification.id(), person, duty, now))
            facts.tell(new ReunionDutyLeft(reunification.districtId(), reunification.id(), now, duty.name(), person,
                    by.name()));
        live.ring("reunification", reunification.districtId());
    }
}
