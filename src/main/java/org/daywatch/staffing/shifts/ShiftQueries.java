package org.daywatch.staffing.shifts;

import static org.daywatch_db.staffing.Tables.ABSENCE;
import static org.daywatch_db.staffing.Tables.CAPACITY_CHANGE;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.time.When;
import org.daywatch_db.staffing.tables.records.ShiftRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shifts as people look at them: with the school's name and clock. */
@Component
@Transactional(readOnly = true)
public class ShiftQueries {

    private final DSLContext db;
    private final Campuses campuses;

    ShiftQueries(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    /** One shift with what a card or a row shows. */
    public record Card(Shift shift, String school, ZoneId zone) {

        /** Tue, Nov 17, as the school's calendar says. */
        public String day(String lang) {
            return When.in(lang).day(shift.window().start().atZone(zone));
        }

        public LocalDate date() {
            return shift.window().start().atZone(zone).toLocalDate();
        }

        /** 7:10 AM – 2:25 PM, as the school's clock says. */
        public String hours(String lang) {
            return When.in(lang).hours(shift.window(), zone);
        }

        public String time(Instant at, String lang) {
            return When.in(lang).time(at, zone);
        }

        public String moment(Instant at, String lang) {
            return When.in(lang).moment(at, zone);
        }
    }

    /** The officer was away from campus; {@code back} is null while they still are. */
    public record Away(UUID id, Instant left, @Nullable Instant back, String reason) {}

    public record CapacityLine(Instant at, String capacity, String reason) {}

    public Optional<Card> find(UUID id) {
        return cards(SHIFT.ID.eq(id), List.of(), 0, 1).stream().findFirst();
    }

    /** The officer's shifts that are not over at {@code from}, the next one first. */
    public List<Card> upcoming(UUID personId, Instant from, int limit) {
        return cards(
                SHIFT.PERSON_ID.eq(personId)
                        .and(SHIFT.STATE.in("SCHEDULED", "ON_POST").and(SHIFT.ENDS_AT.gt(from))
                                .or(SHIFT.STATE.eq("ON_POST"))),
                List.of(SHIFT.STARTS_AT.asc()), 0, limit);
    }

    public List<Card> of(UUID personId, Condition more, int offset, int limit) {
        return cards(SHIFT.PERSON_ID.eq(personId).and(more), List.of(SHIFT.STARTS_AT.desc(), SHIFT.ID.asc()), offset,
                limit);
    }

    public int count(Condition which) {
        return db.fetchCount(SHIFT, which);
    }

    public List<Card> cards(Condition which, List<? extends SortField<?>> order, int offset, int limit) {
        return cards(db.selectFrom(SHIFT).where(which).orderBy(order).limit(limit).offset(offset).fetch());
    }

    /**
     * All of them, in no order, for counting many: the verdict, which is larger than all the rest of a shift, stays
     * where it is and reads as empty.
     */
    public List<Card> cardsWithoutVerdict(Condition which) {
        var rest = Arrays.stream(SHIFT.fields()).filter(f -> !f.equals(SHIFT.VERDICT)).toList();
        return cards(db.select(rest).from(SHIFT).where(which).fetch(r -> {
            var row = r.into(SHIFT);
            row.setVerdict(JSONB.valueOf("{}"));
            return row;
        }));
    }

    private List<Card> cards(List<ShiftRecord> rows) {
        Map<UUID, Campus> schools = campuses.list(rows.stream().map(r -> r.getSchoolId()).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.stream().map(r -> {
            var campus = schools.get(r.getSchoolId());
            if (campus == null) campus = campuses.find(r.getSchoolId()).orElse(null); // archived schools keep their past
            return new Card(ShiftStore.shift(r), campus == null ? r.getSchoolName() : campus.name(),
                    campus == null ? ZoneId.of("UTC") : campus.zone());
        }).toList();
    }

    public List<Away> absences(UUID shiftId) {
        return db.selectFrom(ABSENCE).where(ABSENCE.SHIFT_ID.eq(shiftId)).orderBy(ABSENCE.LEFT_AT)
                .fetch(r -> new Away(r.getId(), r.getLeftAt(), r.getBackAt(), r.getReason()));
    }

    public List<CapacityLine> capacities(UUID shiftId) {
        return db.selectFrom(CAPACITY_CHANGE).where(CAPACITY_CHANGE.SHIFT_ID.eq(shiftId))
                .orderBy(CAPACITY_CHANGE.AT, CAPACITY_CHANGE.ID)
                .fetch(r -> new CapacityLine(r.getAt(), r.getCapacity(), r.getReason()));
    }

    /** What the officer before left for this one: the latest note at this school before the shift began. */
    public Optional<Card> noteBefore(Shift shift) {
        return cards(SHIFT.SCHOOL_ID.eq(shift.schoolId()).and(SHIFT.STATE.eq("ENDED"))
                .and(SHIFT.CHECKED_OUT_AT.lt(shift.window().end()))
                .and(SHIFT.CHECKED_OUT_AT.gt(shift.window().start().minus(java.time.Duration.ofDays(14))))
                .and(SHIFT.CHECKOUT_NOTE.ne(""))
                .and(SHIFT.ID.ne(shift.id())), List.of(SHIFT.CHECKED_OUT_AT.desc()), 0, 1).stream().findFirst();
    }
}
