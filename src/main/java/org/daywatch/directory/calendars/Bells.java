package org.daywatch.directory.calendars;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarConsequences.Preview;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.DirectoryEvent.BellsChanged;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the bells of a school, of a level or of a whole district. */
@Component
@Transactional
public class Bells {

    /** How far ahead a change of bells is looked at: no school year that is planned reaches further. */
    public static final int AHEAD_DAYS = 400;

    private final BellStore bells;
    private final Campuses campuses;
    private final ProposedDays proposed;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    Bells(BellStore bells, Campuses campuses, ProposedDays proposed, Organizations organizations, Facts facts,
            Clock clock) {
        this.bells = bells;
        this.campuses = campuses;
        this.proposed = proposed;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    /** From {@code validFrom} on the bells of this kind of day ring at these times, for every school in scope. */
    public record BellChange(CalendarScope scope, DayKind kind, LocalTime firstBell, LocalTime lastBell,
            LocalDate validFrom) {

        public BellChange {
            if (!kind.isSchoolDay()) throw new InvalidInput("kind", "" + kind, "bells.wrong.kind");
            if (!lastBell.isAfter(firstBell)) throw new InvalidInput("lastBell", "" + lastBell, "bells.wrong.order");
        }
    }

    @Transactional(readOnly = true)
    public Preview preview(BellChange change) {
        var schools = schools(change);
        return proposed.preview(schools, change.validFrom(), change.validFrom().plusDays(AHEAD_DAYS),
                now -> now.with(schedules(change, schools)));
    }

    /** @return how many schools now have these bells */
    public int apply(BellChange change) {
        var schools = schools(change);
        var district = change.scope().districtId();
        var agency = organizations.agencyOf(district);
        bells.put(agency, district, schedules(change, schools));
        facts.tell(new BellsChanged(agency, Ids.next(), clock.instant(), change.scope(), change.kind(),
                change.validFrom(), schools.size()));
        return schools.size();
    }

    /** Bells of many schools at once, each with its own times, from one day on. */
    public record BellSet(UUID district, List<SchoolBells> bells, LocalDate validFrom) {}

    /** One kind of day at one school. */
    public record SchoolBells(UUID school, DayKind kind, LocalTime firstBell, LocalTime lastBell) {}

    @Transactional(readOnly = true)
    public Preview preview(BellSet set) {
        var schools = campuses.list(set.bells().stream().map(SchoolBells::school).distinct().toList());
        return proposed.preview(schools, set.validFrom(), set.validFrom().plusDays(AHEAD_DAYS),
                now -> now.with(schedules(set)));
    }

    /** All of them or none; posts follow in the same transaction. */
    public void apply(BellSet set) {
        var agency = organizations.agencyOf(set.district());
        bells.put(agency, set.district(), schedules(set));
        set.bells().stream().collect(Collectors.groupingBy(SchoolBells::kind))
                .forEach((kind, of) -> facts.tell(new BellsChanged(agency, Ids.next(), clock.instant(),
                        CalendarScope.all(set.district()), kind, set.validFrom(), of.size())));
    }

    private static List<BellSchedule> schedules(BellSet set) {
        return set.bells().stream().map(b -> new BellSchedule(Ids.next(), b.school(), b.kind(), b.firstBell(),
                b.lastBell(), set.validFrom(), null)).toList();
    }

    private List<Campus> schools(BellChange change) {
        var schools = campuses.list(change.scope());
        if (schools.isEmpty()) throw new Refused(DirectoryRefusal.NO_SCHOOL_IN_SCOPE);
        return schools;
    }

    private static List<BellSchedule> schedules(BellChange change, List<Campus> schools) {
        return schools.stream().map(Campus::id)
                .map((UUID school) -> new BellSchedule(Ids.next(), school, change.kind(), change.firstBell(),
                        change.lastBell(), change.validFrom(), null))
                .toList();
    }
}
