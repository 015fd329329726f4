package org.daywatch.relationships.threats.counts;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.time.HomeZones;
import org.daywatch.relationships.threats.CaseFiles;
import org.daywatch.relationships.threats.FadingCases;
import org.daywatch.relationships.threats.ThreatRules;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.counts.CaseYears.Graded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts assessments once a week, and those of a school year for good when it is over. It opens cases to count them and
 * tells nobody what it read; of a case that fades it counts what is left to count before it goes. The district is
 * bound.
 */
@Component
@Transactional
public class CaseCount implements FadingCases {

    private final CaseCountStore store;
    private final CaseFiles cases;
    private final ClassRosters rosters;
    private final ThreatRules rules;
    private final Organizations organizations;
    private final HomeZones zones;
    private final Clock clock;

    CaseCount(CaseCountStore store, CaseFiles cases, ClassRosters rosters, ThreatRules rules,
            Organizations organizations, HomeZones zones, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.rosters = rosters;
        this.rules = rules;
        this.organizations = organizations;
        this.zones = zones;
        this.clock = clock;
    }

    /** A district without a case has nothing to count. @return whether something was counted now */
    public boolean count(UUID district) {
        var today = LocalDate.now(clock.withZone(zones.zone(district)));
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var year = year(district, today);
        var kept = store.find(district);
        if (kept.filter(k -> k.running().equals(year) && !k.until().isBefore(monday)).isPresent()) return false;
        var all = cases.all(district);
        if (kept.isEmpty() && all.isEmpty()) return false;
        var first = all.stream().map(c -> year(district, c.openedOn())).min(LocalDate::compareTo).orElse(year);
        var years = store.lock(district, CaseYears.beginning(first, today));
        store.save(district, years.counted(graded(all), year, monday));
        return true;
    }

    @Override
    public void fades(ThreatCase c) {
        count(c.district());
        var today = LocalDate.now(clock.withZone(zones.zone(c.district())));
        var years = store.lock(c.district(), CaseYears.beginning(year(c.district(), c.openedOn()), today));
        store.save(c.district(), years.fading(graded(List.of(c)).getFirst()));
    }

    private List<Graded> graded(List<ThreatCase> all) {
        var grades = rosters.grades(
                all.stream().map(c -> c.file().student().roster()).filter(Objects::nonNull).toList());
        return all.stream().map(c -> {
            var student = c.file().student().roster();
            return new Graded(c, GradeBand.of(student == null ? Set.of() : grades.getOrDefault(student, Set.of())));
        }).toList();
    }

    private LocalDate year(UUID district, LocalDate day) {
        var state = organizations.find(district).map(Organizations.Organization::state).orElse(null);
        return rules.schoolYear(district, state, day);
    }
}
