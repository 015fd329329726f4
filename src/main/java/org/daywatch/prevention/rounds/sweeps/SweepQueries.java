package org.daywatch.prevention.rounds.sweeps;

import static org.daywatch_db.prevention.Tables.ROUND;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.checkpoints.CheckpointQueries;
import org.daywatch.prevention.checkpoints.CheckpointQueries.Count;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.RoundQueries;
import org.daywatch.prevention.rounds.RoundQueries.Line;
import org.daywatch.prevention.rounds.RoundStore;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last school weeks of one school or of many, each with its sweeps. */
@Component
@Transactional(readOnly = true)
public class SweepQueries {

    private static final int LATEST = 1;
    private static final int NEAR = 9;

    /** What programs call the sheets an auditor reads. */
    private static final String AT_HAND = "SWEEP:DOORS:AT_HAND";

    private final RoundStore rounds;
    private final RoundQueries queries;
    private final CheckpointQueries checkpoints;
    private final BellDays bells;
    private final ProgramRules rules;
    private final ObjectProvider<Programs> programs;
    private final Clock clock;

    SweepQueries(RoundStore rounds, RoundQueries queries, CheckpointQueries checkpoints, BellDays bells,
            ProgramRules rules, ObjectProvider<Programs> programs, Clock clock) {
        this.rounds = rounds;
        this.queries = queries;
        this.checkpoints = checkpoints;
        this.bells = bells;
        this.rules = rules;
        this.programs = programs;
        this.clock = clock;
    }

    /** @param lines what each sweep saw. @param calendarKnown false: no calendar says which weeks have school */
    public record Sheet(Campus school, List<SweepWeek> weeks, Map<UUID, List<Line>> lines, int wanted,
            boolean calendarKnown, LocalDate today) {

        public long swept() {
            return weeks.stream().filter(w -> w.standing() == SweepWeek.Standing.SWEPT).count();
        }

        /** The weeks in which a sweep was asked for. */
        public long counted() {
            return weeks.stream().filter(SweepWeek::counts).count();
        }

        /** What of one walk is worth a line: what is wrong, and what was not seen. */
        public List<Line> noted(SweepWeek week, Round round) {
            return lines(week, round).stream().filter(line -> line.wrong() || !looked(line)).toList();
        }

        /** What a sheet lists of one walk: what it saw, and what nobody saw in this week. */
        public List<Line> lines(SweepWeek week, Round round) {
            return lines.getOrDefault(round.id(), List.of()).stream()
                    .filter(l -> looked(l) || !elsewhere(week, round, l)).toList();
        }

        /** How many doors it left to another walk of the week. */
        public long left(SweepWeek week, Round round) {
            return lines.getOrDefault(round.id(), List.of()).stream()
                    .filter(l -> !looked(l) && elsewhere(week, round, l)).count();
        }

        private boolean elsewhere(SweepWeek week, Round round, Line line) {
            return week.sweeps().stream().filter(r -> !r.id().equals(round.id()))
                    .flatMap(r -> lines.getOrDefault(r.id(), List.of()).stream())
                    .anyMatch(l -> looked(l) && l.checkpoint().id().equals(line.checkpoint().id()));
        }

        private static boolean looked(Line line) {
            return line.sighting() != null && line.sighting().result().seen();
        }
    }

    /**
     * @param last the day of the last finished sweep that was read, or null. @param wanted so many weeks are asked for
     */
    public record Overview(Campus school, List<SweepWeek> weeks, Count checkpoints, @Nullable LocalDate last,
            int wanted, boolean calendarKnown) {

        public long missing() {
            return weeks.stream().filter(
                    w -> w.standing() == SweepWeek.Standing.MISSING || w.standing() == SweepWeek.Standing.PARTLY)
                    .count();
        }

        public long swept() {
            return weeks.stream().filter(w -> w.standing() == SweepWeek.Standing.SWEPT).count();
        }

        /** The weeks in which a sweep was asked for. */
        public long counted() {
            return weeks.stream().filter(SweepWeek::counts).count();
        }

        /** What was read does not say enough. */
        boolean tooShort() {
            return last == null || !calendarKnown || counted() < wanted;
        }

        /** The last week with school before this one, whatever became of this one; empty where none was read. */
        Optional<SweepWeek> lastWeek() {
            return weeks.stream().skip(1).filter(SweepWeek::counts).findFirst();
        }

        public SweepWeek.Standing now() {
            return weeks.isEmpty() ? SweepWeek.Standing.NO_SCHOOL : weeks.getFirst().standing();
        }
    }

    /** @param weeks how many; 0: as many as the rule asks for */
    public Sheet sheet(Campus school, int weeks) {
        var today = today(school);
        int wanted = weeks > 0 ? weeks : wanted(List.of(school)).get(school.id());
        var first = SweepWeek.monday(today).minusWeeks(SweepWeek.FURTHEST);
        var days = schoolDays(List.of(school), first, today).getOrDefault(school.id(), List.of());
        var sweeps = finished(List.of(school), first).getOrDefault(school.id(), List.of());
        var since = checkpoints.since(List.of(school)).getOrDefault(school.id(), LocalDate.MAX);
        var held = days.stream().map(BellDay::day).collect(Collectors.toSet());
        var read = SweepWeek.last(wanted, today, since, held, sweeps, queries.walks(SweepWeek.unclear(sweeps)));
        return new Sheet(school, read,
                queries.lines(read.stream().flatMap(w -> w.sweeps().stream()).toList(), school.id()), wanted,
                !days.isEmpty(), today);
    }

    /** All at once, in a handful of reads: a few weeks back, and further only for schools that had a long break. */
    public List<Overview> overview(List<Campus> schools) {
        return further(schools, Overview::tooShort, NEAR, SweepWeek.FURTHEST);
    }

    /**
     * This week and the last one before it that had school, which is all a first screen needs: other weeks are not
     * read.
     */
    List<Overview> latest(List<Campus> schools) {
        return further(schools, o -> !o.calendarKnown() || o.lastWeek().isEmpty(), LATEST, NEAR, SweepWeek.FURTHEST);
    }

    /** @param back so many weeks at first, then further for those where that is not enough */
    private List<Overview> further(List<Campus> schools, Predicate<Overview> tooShort, int... back) {
        var read = new HashMap<UUID, Overview>();
        var left = schools;
        for (int weeks : back) {
            overview(left, weeks).forEach(o -> read.put(o.school().id(), o));
            left = left.stream().filter(s -> tooShort.test(read.get(s.id()))).toList();
        }
        return schools.stream().map(s -> read.get(s.id())).toList();
    }

    private List<Overview> overview(List<Campus> schools, int back) {
        if (schools.isEmpty()) return List.of();
        var latest = schools.stream().map(this::today).max(LocalDate::compareTo).orElseThrow();
        var first = SweepWeek.monday(latest).minusWeeks(back);
        var days = schoolDays(schools, first, latest);
        var sweeps = finished(schools, first);
        var walks = queries.walks(sweeps.values().stream().flatMap(own -> SweepWeek.unclear(own).stream()).toList());
        var counts = checkpoints.counts(schools);
        var since = checkpoints.since(schools);
        var weeks = wanted(schools);
        return schools.stream().map(s -> {
            int wanted = weeks.get(s.id());
            var own = sweeps.getOrDefault(s.id(), List.of());
            var held = days.getOrDefault(s.id(), List.of()).stream().map(BellDay::day).collect(Collectors.toSet());
            var read = SweepWeek.last(wanted, today(s), since.getOrDefault(s.id(), LocalDate.MAX), held, own, walks);
            return new Overview(s, read, counts.getOrDefault(s.id(), Count.NONE),
                    own.stream().map(Round::day).max(LocalDate::compareTo).orElse(null), wanted, !held.isEmpty());
        }).toList();
    }

    private LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }

    /**
     * As many as a program of the school demands, or else as our own rule says: the one number of its sheet, of the
     * district's list and of the program's first screen.
     */
    private Map<UUID, Integer> wanted(List<Campus> schools) {
        var book = rules.book();
        var known = programs.getIfAvailable();
        var wanted = new HashMap<UUID, Integer>();
        for (var sameDay : schools.stream().collect(Collectors.groupingBy(this::today)).entrySet()) {
            var today = sameDay.getKey();
            var demanded = known == null
                    ? Map.<UUID, List<Requirement>>of()
                    : known.of(sameDay.getValue().stream().map(Campus::id).toList(), today);
            for (var s : sameDay.getValue())
                wanted.put(s.id(),
                        demanded.getOrDefault(s.id(), List.of()).stream().filter(r -> r.subject().equals(AT_HAND))
                                .findFirst().map(Requirement::rule)
                                .orElseGet(() -> book.get("SWEEP_SHEET_WEEKS", today, "DISTRICT:" + s.districtId(),
                                        RuleBook.state(s.state())))
                                .number());
        }
        return wanted;
    }

    private Map<UUID, List<Round>> finished(Collection<Campus> schools, LocalDate first) {
        return rounds.list(ROUND.KIND.eq("SWEEP").and(ROUND.STATE.eq("FINISHED"))
                .and(ROUND.SCHOOL_ID.eq(DSL.any(schools.stream().map(Campus::id).toArray(UUID[]::new))))
                .and(ROUND.DAY.ge(first))).stream().collect(Collectors.groupingBy(Round::schoolId));
    }

    private Map<UUID, List<BellDay>> schoolDays(Collection<Campus> schools, LocalDate first, LocalDate today) {
        return bells.of(schools.stream().map(Campus::id).toList(), first, today.plusDays(6)).stream()
                .collect(Collectors.groupingBy(BellDay::schoolId));
    }
}
