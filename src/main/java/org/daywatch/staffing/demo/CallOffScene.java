package org.daywatch.staffing.demo;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.staffing.calloffs.CallOffs;
import org.daywatch.staffing.replacement.ReplacementCommands;
import org.daywatch.staffing.replacement.ReplacementRounds;
import org.daywatch.staffing.shifts.ShiftCommand;
import org.daywatch.staffing.shifts.ShiftCommands;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody is sick before school: the coordinator records it, three officers are asked, one declines, the next one
 * comes.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class CallOffScene {

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final ShiftCommands shifts;
    private final ReplacementRounds rounds;
    private final ReplacementCommands replacements;
    private final CallOffs callOffs;

    CallOffScene(DSLContext db, PlatformTransactionManager transactions, ShiftCommands shifts, ReplacementRounds rounds,
            ReplacementCommands replacements,
            CallOffs callOffs) {
        this.callOffs = callOffs;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.shifts = shifts;
        this.rounds = rounds;
        this.replacements = replacements;
    }

    record Coming(UUID shift, UUID officer, UUID person) {}

    private record Asked(UUID id, UUID officer, UUID person) {}

    /** What the timer would do meanwhile for those who are looked for. */
    void timePasses() {
        rounds.sendDue();
    }

    void callOff(UUID shift) {
        callOffs.recorded(shift, "Sick; called at 6:40.", true);
        rounds.sendDue(); // or it has gone out already, right after the commit
    }

    /** The first says no where more than one was asked. Nobody could be asked: the officer comes after all. */
    Optional<Coming> answer(UUID shift) {
        var asked = asked(shift);
        if (asked.isEmpty()) {
            shifts.handle(shift, new ShiftCommand.Reinstate("Comes after all."));
            return Optional.empty();
        }
        if (asked.size() > 1) replacements.decline(asked.getFirst().person(), asked.getFirst().id());
        var comes = asked.getLast();
        return Optional
                .of(new Coming(replacements.accept(comes.person(), comes.id()), comes.officer(), comes.person()));
    }

    private List<Asked> asked(UUID shift) {
        return transaction
                .execute(t -> db.select(REPLACEMENT_OFFER.ID, OFFICER.ID, OFFICER.PERSON_ID).from(REPLACEMENT_OFFER)
                        .join(REPLACEMENT).on(REPLACEMENT.AGENCY_ID.eq(REPLACEMENT_OFFER.AGENCY_ID))
                        .and(REPLACEMENT.ID.eq(REPLACEMENT_OFFER.REPLACEMENT_ID))
                        .join(OFFICER).on(OFFICER.AGENCY_ID.eq(REPLACEMENT_OFFER.AGENCY_ID))
                        .and(OFFICER.ID.eq(REPLACEMENT_OFFER.OFFICER_ID))
                        .where(REPLACEMENT.SHIFT_ID.eq(shift)).orderBy(REPLACEMENT_OFFER.WAVE, REPLACEMENT_OFFER.PLACE)
                        .fetch(r -> new Asked(r.get(REPLACEMENT_OFFER.ID), r.get(OFFICER.ID),
                                r.get(OFFICER.PERSON_ID))));
    }
}
