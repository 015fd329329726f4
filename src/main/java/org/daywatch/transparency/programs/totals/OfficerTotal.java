package org.daywatch.transparency.programs.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Requirement.Kind;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.meters.Counted;
import org.daywatch.transparency.programs.meters.Meter;
import org.daywatch.transparency.programs.meters.Preparation;
import org.daywatch.transparency.programs.meters.ShareMeter;
import org.daywatch.transparency.programs.totals.ActivityFigures.Sum;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfOfficer;
import org.jspecify.annotations.Nullable;

/**
 * One officer over all their schools: what a rule asks of an officer it asks once, wherever they work. Each line lies
 * at one school, so that nothing counts twice.
 *
 * @param schools at which they were
 * @param figures of all of them together
 * @param asked weekly logs of weeks that are over. @param missing those of them that are not signed
 * @param rules versions of the rules behind these figures, in their order
 */
public record OfficerTotal(UUID officer, List<Campus> schools, Figures figures, int asked, int missing,
        List<String> rules) {

    static List<OfficerTotal> of(List<SchoolMeters> schools, List<Sum> sums) {
        var byOfficer = sums.stream().filter(s -> s.officer() != null)
                .collect(Collectors.groupingBy(s -> Objects.requireNonNull(s.officer())));
        var ids = new LinkedHashSet<UUID>();
        schools.forEach(m -> m.officers().forEach(o -> ids.add(o.officer())));
        return ids.stream().map(id -> of(id, schools.stream().filter(m -> mine(m, id).isPresent()).toList(),
                byOfficer.getOrDefault(id, List.of()))).toList();
    }

    private static OfficerTotal of(UUID officer, List<SchoolMeters> schools, List<Sum> sums) {
        var asOf = schools.getFirst().asOf();
        var rules = new LinkedHashSet<Requirement>();
        schools.forEach(m -> m.whole().times().forEach(t -> rules.add(t.requirement())));
        var times = rules.stream().map(r -> meter(r, schools, sums, asOf)).toList();
        long preparation = sums.stream().filter(s -> s.subject().equals("LRE:PREPARATION")).mapToLong(Sum::minutes)
                .sum();
        var logs = schools.stream().map(m -> mine(m, officer).orElseThrow().logs()).toList();
        return new OfficerTotal(officer, schools.stream().map(SchoolMeters::school).toList(),
                new Figures(times, share(officer, schools, sums, asOf), preparation),
                logs.stream().mapToInt(l -> l.asked()).sum(), logs.stream().mapToInt(l -> l.missing().size()).sum(),
                rules(schools));
    }

    /** Those of time, share and log: what is asked of a school is asked of nobody in person. */
    private static List<String> rules(List<SchoolMeters> schools) {
        return Requirement.versions(schools.stream().flatMap(m -> m.requirements().stream())
                .filter(r -> r.kind() == Kind.TIME || r.kind() == Kind.SHARE || r.subject().startsWith("LOG:"))
                .toList());
    }

    /** Of the schools where it is asked for; how many school days are gone is told by the first of them. */
    private static Meter meter(Requirement r, List<SchoolMeters> schools, List<Sum> sums, LocalDate asOf) {
        var asking = schools.stream().filter(m -> m.requirements().contains(r)).toList();
        var there = asking.stream().map(m -> m.school().id()).collect(Collectors.toSet());
        var here = sums.stream().filter(s -> there.contains(s.school())).toList();
        var counted = here.isEmpty()
                ? Counted.UNKNOWN
                : SchoolReading.counted(r, Preparation.of(asking.getFirst().requirements()), here);
        return Meter.of(r, counted, asking.getFirst().year(), asOf);
    }

    /** Where all their schools ask for the same; schools that ask for different shares have no common one. */
    private static @Nullable ShareMeter share(UUID officer, List<SchoolMeters> schools, List<Sum> sums,
            LocalDate asOf) {
        var asked = new ArrayList<Requirement>();
        for (var m : schools) {
            var share = mine(m, officer).map(OfOfficer::figures).map(Figures::share).orElse(null);
            if (share == null) return null;
            if (!asked.contains(share.requirement())) asked.add(share.requirement());
        }
        return asked.size() == 1 ? ShareMeter.of(asked.getFirst(), SchoolReading.clocked(sums), asOf) : null;
    }

    private static Optional<OfOfficer> mine(SchoolMeters m, UUID officer) {
        return m.officers().stream().filter(o -> o.officer().equals(officer)).findFirst();
    }
}
