package org.daywatch.directory.calendars;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarConsequences.Preview;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.BellsChanged;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bells that are set and not yet in force: which there are, and taking them back. What has rung stays as it was. */
@Component
@Transactional
public class ComingBells {

    private final BellStore bells;
    private final Campuses campuses;
    private final ProposedDays proposed;
    private final Organizations organizations;
    private final Facts facts;
    private final AuditLog audit;
    private final Clock clock;

    ComingBells(BellStore bells, Campuses campuses, ProposedDays proposed, Organizations organizations, Facts facts,
            AuditLog audit, Clock clock) {
        this.bells = bells;
        this.campuses = campuses;
        this.proposed = proposed;
        this.organizations = organizations;
        this.facts = facts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param change as it was set; its scope is the one asked about @param schools that wait for it */
    public record Coming(BellChange change, int schools) {}

    /** The next first. */
    @Transactional(readOnly = true)
    public List<Coming> list(CalendarScope scope) {
        var schools = campuses.list(scope);
        var counted = bells.list(schools.stream().map(Campus::id).toList()).stream()
                .filter(b -> b.validFrom().isAfter(today(schools)))
                .collect(Collectors.groupingBy(
                        b -> new BellChange(scope, b.kind(), b.firstBell(), b.lastBell(), b.validFrom()),
                        Collectors.counting()));
        return counted.entrySet().stream().map(e -> new Coming(e.getKey(), Math.toIntExact(e.getValue())))
                .sorted(Comparator.comparing((Coming c) -> c.change().validFrom()).thenComparing(c -> c.change().kind())
                        .thenComparing(c -> c.change().firstBell()))
                .toList();
    }

    /** Which of the schools wait for exactly these bells. */
    @Transactional(readOnly = true)
    public List<Campus> schools(BellChange change) {
        var schools = campuses.list(change.scope());
        if (!change.validFrom().isAfter(today(schools)))
            throw new InvalidInput("validFrom", "" + change.validFrom(), "bells.wrong.begun");
        var waiting = bells.list(schools.stream().map(Campus::id).toList()).stream().filter(b -> is(b, change))
                .map(BellSchedule::schoolId).collect(Collectors.toSet());
        if (waiting.isEmpty()) throw new NotFound("coming bells from " + change.validFrom());
        return schools.stream().filter(s -> waiting.contains(s.id())).toList();
    }

    @Transactional(readOnly = true)
    public Preview preview(BellChange change) {
        var schools = schools(change);
        return proposed.preview(schools, change.validFrom(), change.validFrom().plusDays(Bells.AHEAD_DAYS),
                now -> now.without(schools.stream().map(s -> slot(s.id(), change)).toList()));
    }

    /** The bells before them ring on, and posts follow in the same transaction. @return at how many schools */
    public int takeBack(BellChange change) {
        var schools = schools(change);
        var district = change.scope().districtId();
        var agency = organizations.agencyOf(district);
        int gone = bells.remove(schools.stream().map(Campus::id).toList(), slot(schools.getFirst().id(), change));
        facts.tell(new BellsChanged(agency, Ids.next(), clock.instant(), change.scope(), change.kind(),
                change.validFrom(), gone));
        audit.act("BellChangeTakenBack", "district " + district,
                java.util.Map.of("kind", change.kind(), "from", change.validFrom(), "firstBell", change.firstBell(),
                        "lastBell", change.lastBell(), "schools", gone));
        return gone;
    }

    private static boolean is(BellSchedule bells, BellChange change) {
        return bells.sameSlot(slot(bells.schoolId(), change)) && bells.firstBell().equals(change.firstBell())
                && bells.lastBell().equals(change.lastBell());
    }

    private static BellSchedule slot(UUID school, BellChange change) {
        return new BellSchedule(Ids.next(), school, change.kind(), change.firstBell(), change.lastBell(),
                change.validFrom(), null);
    }

    private LocalDate today(List<Campus> schools) {
        return LocalDate.ofInstant(clock.instant(), schools.isEmpty() ? ZoneId.of("UTC") : schools.getFirst().zone());
    }
}
