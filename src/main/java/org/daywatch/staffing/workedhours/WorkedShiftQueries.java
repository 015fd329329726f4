package org.daywatch.staffing.workedhours;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRules;
import org.daywatch.staffing.WorkedShifts;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Worked shifts as other rooms ask for them: judged as payroll judges them. */
@Component
@Transactional(readOnly = true)
class WorkedShiftQueries implements WorkedShifts {

    private static final Comparator<Card> ORDER = Comparator.comparing(Card::date).thenComparing(Card::school)
            .thenComparing((Card c) -> c.shift().officerName())
            .thenComparing(c -> c.shift().id());

    private final DSLContext db;
    private final ShiftQueries shifts;
    private final ProgramRules rules;

    WorkedShiftQueries(DSLContext db, ShiftQueries shifts, ProgramRules rules) {
        this.db = db;
        this.shifts = shifts;
        this.rules = rules;
    }

    @Override
    public List<Worked> of(LocalDate first, LocalDate last, @Nullable UUID district) {
        var which = ended(first, last).and(SHIFT.CHECK_IN_PROOF.ne("POSITION"));
        if (district != null) which = which.and(SHIFT.DISTRICT_ID.eq(district));
        var roles = db.select(SHIFT.ID, POST.ROLE).from(SHIFT).join(POST).on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID))
                .and(POST.ID.eq(SHIFT.POST_ID)).where(which).fetchMap(SHIFT.ID, POST.ROLE);
        var book = rules.book();
        return within(first, last, which).flatMap(card -> {
            var shift = card.shift();
            int rounding = book.get("PAY_ROUNDING", card.date(), "DEPARTMENT:" + shift.departmentId()).number();
            long paid = WorkedHours.parts(card, "", rounding).stream().mapToLong(WorkedHours.Part::paid).sum();
            String role = roles.get(shift.id()); // null where it ended between the two questions
            if (paid <= 0 || role == null) return Stream.of();
            return Stream.of(new Worked(shift.id(), shift.districtId(), shift.schoolId(), card.school(),
                    shift.officerName(), shift.personId(), role, card.date(), shift.window(), (int) paid));
        }).toList();
    }

    @Override
    public List<Unproven> unproven(LocalDate first, LocalDate last) {
        return within(first, last, ended(first, last).and(SHIFT.CHECK_IN_PROOF.eq("POSITION")))
                .filter(card -> card.shift().state() instanceof State.Ended)
                .map(card -> new Unproven(card.shift().id(), card.shift().districtId(), card.school(),
                        card.shift().officerName(), card.date()))
                .toList();
    }

    private Stream<Card> within(LocalDate first, LocalDate last, Condition which) {
        return shifts.cardsWithoutVerdict(which).stream()
                .filter(c -> !c.date().isBefore(first) && !c.date().isAfter(last)).sorted(ORDER);
    }

    /** A day more on either side, whatever the school's clock. */
    private static Condition ended(LocalDate first, LocalDate last) {
        return SHIFT.STATE.eq("ENDED")
                .and(SHIFT.STARTS_AT.ge(first.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .and(SHIFT.STARTS_AT.lt(last.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
}
