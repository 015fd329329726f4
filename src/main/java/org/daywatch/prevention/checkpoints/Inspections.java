package org.daywatch.prevention.checkpoints;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.checkpoints.Checkpoint.Kind;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * By when each checkpoint is looked at again: its own interval, or the dated rule of its kind; while there is no school
 * nothing falls due.
 */
@Component
public class Inspections {

    /**
     * So many weeks back say enough, where at least {@link #ENOUGH} of them had school: whatever pauses at all and was
     * seen before them is late in any case.
     */
    private static final int NEAR = 9;
    private static final int ENOUGH = SchoolPauses.SHORT / 7 + 2;
    private static final int FAR = 26;
    private static final int AHEAD = 20;

    private final ProgramRules rules;
    private final BellDays bells;
    private final Clock clock;

    Inspections(ProgramRules rules, BellDays bells, Clock clock) {
        this.rules = rules;
        this.bells = bells;
        this.clock = clock;
    }

    /** @param days so often. @param late days over it; 0 while it is in time */
    public record Due(LocalDate by, int days, long late) {

        public boolean missed() {
            return late > 0;
        }
    }

    /** What a school asks for: how often by kind, by which clock, with which weeks without school. */
    private record Terms(Map<Kind, Integer> days, ZoneId zone, SchoolPauses pauses) {}

    /** @param schools those it will be asked about */
    public Judge judge(Collection<Campus> schools) {
        return new Judge(schools);
    }

    /** Judges many checkpoints by the same rules. */
    public final class Judge {

        private final RuleBook book = rules.book();
        private final Collection<Campus> schools;
        private final Map<UUID, Terms> coming = new HashMap<>();

        private Judge(Collection<Campus> schools) {
            this.schools = schools;
        }

        public Due of(Checkpoint c, Campus school) {
            if (coming.isEmpty()) coming.putAll(terms(AHEAD));
            var terms = coming.get(school.id());
            int days = c.everyDays() == null ? terms.days().get(c.kind()) : c.everyDays();
            var last = c.last(school.zone());
            return new Due(terms.pauses().due(last, days), days, terms.pauses().late(last, days));
        }

        /** The same asked of the table: checkpoints of the schools whose day is over. */
        public Condition missed() {
            var asked = terms(0);
            var alike = schools.stream().map(Campus::id).collect(Collectors.groupingBy(asked::get));
            Condition any = DSL.falseCondition();
            for (var group : alike.entrySet()) {
                if (group.getKey().pauses().lastHeld() != null)
                    any = any.or(CHECKPOINT.SCHOOL_ID.eq(DSL.any(group.getValue().toArray(UUID[]::new)))
                            .and(late(group.getKey())));
            }
            return any;
        }

        private Map<UUID, Terms> terms(int ahead) {
            var pauses = pauses(schools, NEAR, ahead);
            pauses.putAll(
                    pauses(schools.stream().filter(s -> pauses.get(s.id()).weeksHeld() < ENOUGH).toList(), FAR, ahead));
            pauses.putAll(pauses(schools.stream().filter(s -> !pauses.get(s.id()).known()).toList(), FAR, AHEAD)); // where the first school day is still to come nothing is late
            return schools.stream().collect(
                    Collectors.toMap(Campus::id, s -> new Terms(days(s), s.zone(), pauses.get(s.id())), (a, b) -> a));
        }

        private Map<Kind, Integer> days(Campus school) {
            var days = new EnumMap<Kind, Integer>(Kind.class);
            for (var kind : Kind.values())
                days.put(kind, book.get(kind.rule(), today(school), "DISTRICT:" + school.districtId(),
                        RuleBook.state(school.state())).number());
            return days;
        }

        private static Condition late(Terms terms) {
            var byKind = Arrays.stream(Kind.values())
                    .collect(Collectors.toMap(k -> DSL.inline(k.name()), k -> DSL.inline(terms.days().get(k))));
            var days = DSL.coalesce(CHECKPOINT.EVERY_DAYS, DSL.case_(CHECKPOINT.KIND).mapFields(Map.copyOf(byKind)));
            var last = DSL.inline(terms.pauses().lastHeld());
            var seen = DSL.field("(coalesce({0}, {1}) at time zone {2})::date", LocalDate.class, CHECKPOINT.SEEN_AT,
                    CHECKPOINT.ADDED_AT, DSL.inline(terms.zone().getId()));
            return DSL.condition("{0} - {1} - case when {2} <= {3} then {4} else 0 end >= {2}", last, seen, days,
                    DSL.inline(SchoolPauses.SHORT), paused(terms.pauses().pauses(), last, seen));
        }

        /** Days of weeks without school between the two. */
        private static Field<Integer> paused(List<LocalDate> mondays, Field<LocalDate> last, Field<LocalDate> seen) {
            if (mondays.isEmpty()) return DSL.inline(0);
            return DSL.field(
                    "(select coalesce(sum(greatest(0, least(p + 6, {0}) - greatest(p - 1, {1}))), 0)::int from unnest({2}) p)",
                    Integer.class, last, seen,
                    DSL.val(mondays.toArray(LocalDate[]::new)));
        }
    }

    private Map<UUID, SchoolPauses> pauses(Collection<Campus> schools, int back, int ahead) {
        if (schools.isEmpty()) return new HashMap<>();
        var first = SchoolPauses.monday(schools.stream().map(this::today).min(LocalDate::compareTo).orElseThrow())
                .minusWeeks(back);
        var until = schools.stream().map(this::today).max(LocalDate::compareTo).orElseThrow().plusWeeks(ahead);
        var held = bells.of(schools.stream().map(Campus::id).toList(), first, until).stream()
                .collect(Collectors.groupingBy(BellDay::schoolId,
                        Collectors.mapping(BellDay::day, Collectors.toCollection(TreeSet::new))));
        var pauses = new HashMap<UUID, SchoolPauses>();
        schools.forEach(
                s -> pauses.put(s.id(), own(held.getOrDefault(s.id(), new TreeSet<>()), today(s), back, ahead)));
        return pauses;
    }

    /** By the school's own day alone: beside one where it is a day later it is judged as by itself. */
    private static SchoolPauses own(TreeSet<LocalDate> held, LocalDate today, int back, int ahead) {
        var from = SchoolPauses.monday(today).minusWeeks(back);
        return new SchoolPauses(new TreeSet<>(held.subSet(from, true, today.plusWeeks(ahead), true)), from, today);
    }

    private LocalDate today(Campus school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }
}
