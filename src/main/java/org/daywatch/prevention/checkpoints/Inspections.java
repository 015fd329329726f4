package org.daywatch.prevention.checkpoints;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.checkpoints.Checkpoint.Kind;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** By when each checkpoint is looked at again: its own interval, or the dated rule of its kind. */
@Component
public class Inspections {

    private final ProgrammeRules rules;
    private final Clock clock;

    Inspections(ProgrammeRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param days so often. @param late days over it; 0 while it is in time */
    public record Due(LocalDate by, int days, long late) {

        public boolean missed() {
            return late > 0;
        }
    }

    /** What a school asks for: how often by kind, by which clock, today. */
    private record Terms(Map<Kind, Integer> days, ZoneId zone, LocalDate today) {}

    /** Judges many checkpoints by the same rules. */
    public final class Judge {

        private final RuleBook book = rules.book();

        public Due of(Checkpoint c, Campus school) {
            var terms = terms(school);
            int days = c.everyDays() == null ? terms.days().get(c.kind()) : c.everyDays();
            var by = c.dueBy(days, school.zone());
            return new Due(by, days, Math.max(0, ChronoUnit.DAYS.between(by, terms.today())));
        }

        /** The same asked of the table: checkpoints of these schools whose day is over. */
        public Condition missed(Collection<Campus> schools) {
            var alike = schools.stream().collect(Collectors.groupingBy(this::terms, Collectors.mapping(Campus::id, Collectors.toList())));
            Condition any = DSL.falseCondition();
            for (var group : alike.entrySet()) {
                any = any.or(CHECKPOINT.SCHOOL_ID.eq(DSL.any(group.getValue().toArray(UUID[]::new))).and(dueBy(group.getKey()).lt(group.getKey().today())));
            }
            return any;
        }

        private Terms terms(Campus school) {
            var today = LocalDate.now(clock.withZone(school.zone()));
            var days = new EnumMap<Kind, Integer>(Kind.class);
            for (var kind : Kind.values()) days.put(kind, book.get(kind.rule(), today, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number());
            return new Terms(days, school.zone(), today);
        }

        private static Field<LocalDate> dueBy(Terms terms) {
            var byKind = Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::name, k -> DSL.inline(terms.days().get(k))));
            var days = DSL.coalesce(CHECKPOINT.EVERY_DAYS, DSL.case_(CHECKPOINT.KIND).mapFields(Map.copyOf(byKind.entrySet().stream()
                    .collect(Collectors.toMap(e -> DSL.inline(e.getKey()), Map.Entry::getValue)))));
            return DSL.field("(coalesce({0}, {1}) at time zone {2})::date + {3}", LocalDate.class, CHECKPOINT.SEEN_AT, CHECKPOINT.ADDED_AT, DSL.inline(terms.zone().getId()), days);
        }
    }

    public Judge judge() {
        return new Judge();
    }
}
