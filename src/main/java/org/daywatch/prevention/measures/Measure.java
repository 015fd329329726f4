package org.daywatch.prevention.measures;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.PreventionEvent.MeasureApproved;
import org.daywatch.prevention.PreventionEvent.MeasureDone;
import org.daywatch.prevention.PreventionEvent.MeasureProposed;
import org.daywatch.prevention.PreventionEvent.MeasureRejected;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.measures.MeasureCommand.*;
import org.jspecify.annotations.Nullable;

/**
 * Something that would mend a gap of a campus.
 *
 * @param assessmentId out of which it was proposed, with {@code item} of its instrument; {@code about} is the gap in
 * words
 * @param dollars the estimate; null: nobody has made one, which is not zero
 * @param payer who pays, as far as it is known
 */
public record Measure(UUID agencyId, UUID id, UUID districtId, UUID schoolId, @Nullable UUID assessmentId, String item,
        String about, String what, CostClass cost, @Nullable Integer dollars,
        String payer, Word proposed, State state, int version) {

    /** Who, when, and in which words. */
    public record Word(@Nullable UUID person, String name, Instant at, String words) {}

    public sealed interface State {

        record Proposed() implements State {}

        record Approved(Word approved) implements State {}

        record Rejected(Word rejected) implements State {}

        /** @param paid what it cost in the end; null: nobody said */
        record Done(Word approved, Word done, @Nullable Integer paid) implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(Locale.ROOT);
        }
    }

    /** Money or work still to come. */
    public boolean open() {
        return state instanceof State.Proposed || state instanceof State.Approved;
    }

    MeasureProposed told() {
        return new MeasureProposed(agencyId, id, proposed.at(), schoolId, what, proposed.name());
    }

    public Decision<Measure> decide(MeasureCommand command, Instant now) {
        return switch (command) {
            case Approve(var dollars, var payer, var words, var by) -> {
                if (!(state instanceof State.Proposed)) yield Decision.refuse(PreventionRefusal.MEASURE_DECIDED);
                if (!by.decides()) yield Decision.refuse(PreventionRefusal.MEASURE_NOT_YOURS);
                var estimate = cost == CostClass.NONE ? null : dollars != null ? dollars : this.dollars;
                yield Decision.accept(
                        new Measure(agencyId, id, districtId, schoolId, assessmentId, item, about, what, cost, estimate,
                                payer.isBlank() ? this.payer : payer.strip(), proposed,
                                new State.Approved(word(by, now, words)), version + 1),
                        new MeasureApproved(agencyId, id, now, schoolId, words.strip(), by.name()));
            }
            case Reject(var why, var by) -> {
                if (!open()) yield Decision.refuse(PreventionRefusal.MEASURE_DECIDED);
                if (!by.decides()) yield Decision.refuse(PreventionRefusal.MEASURE_NOT_YOURS);
                if (why.isBlank()) yield Decision.refuse(PreventionRefusal.MEASURE_WORDS_MISSING);
                yield Decision.accept(in(new State.Rejected(word(by, now, why))),
                        new MeasureRejected(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
            case Finish(var how, var paid, var by) -> {
                if (state instanceof State.Done || state instanceof State.Rejected)
                    yield Decision.refuse(PreventionRefusal.MEASURE_DECIDED);
                if (!(state instanceof State.Approved(var approved)))
                    yield Decision.refuse(PreventionRefusal.MEASURE_NOT_APPROVED);
                if (how.isBlank()) yield Decision.refuse(PreventionRefusal.MEASURE_WORDS_MISSING);
                yield Decision.accept(in(new State.Done(approved, word(by, now, how), paid)),
                        new MeasureDone(agencyId, id, now, schoolId, how.strip(), by.name()));
            }
        };
    }

    private static Word word(By by, Instant now, String words) {
        return new Word(by.person(), by.name(), now, words.strip());
    }

    private Measure in(State then) {
        return new Measure(agencyId, id, districtId, schoolId, assessmentId, item, about, what, cost, dollars, payer,
                proposed, then, version + 1);
    }
}
