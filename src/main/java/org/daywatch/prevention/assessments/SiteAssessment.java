package org.daywatch.prevention.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.prevention.PreventionEvent.AssessmentReturned;
import org.daywatch.prevention.PreventionEvent.AssessmentSubmitted;
import org.daywatch.prevention.PreventionEvent.AssessmentWithdrawn;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.assessments.AssessmentCommand.*;
import org.jspecify.annotations.Nullable;

/**
 * A campus looked at item by item with one edition of an instrument. While it is a draft its answers change; what was handed in
 * stands as it is, and somebody else accepts it.
 *
 * @param response until help is there, as it was known when this was made; null: not known, which is not zero
 */
public record SiteAssessment(UUID agencyId, UUID id, UUID districtId, UUID schoolId, String instrument, int edition, Instant startedAt, String startedBy, @Nullable Response response,
        State state, int version) {

    /** @param measured from alerts of this school, not typed */
    public record Response(int seconds, String source, boolean measured) {}

    /** Who, when, and in which words. */
    public record Word(@Nullable UUID person, String name, Instant at, String words) {}

    /** @param officerId where he is an officer; @param minutes walked and written */
    public record HandedIn(UUID person, String name, @Nullable UUID officerId, Instant at, LocalDate day, int minutes) {}

    public sealed interface State {

        /** @param returned the last time it was sent back; null where it never was */
        record Draft(@Nullable Word returned) implements State {}

        record Submitted(HandedIn handedIn) implements State {}

        /** @param counts as the assessment that is due every so many years */
        record Accepted(HandedIn handedIn, Word accepted, boolean counts) implements State {}

        record Withdrawn(Word withdrawn) implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(Locale.ROOT);
        }
    }

    public boolean draft() {
        return state instanceof State.Draft;
    }

    public boolean over() {
        return state instanceof State.Accepted || state instanceof State.Withdrawn;
    }

    /** The day on which the campus was walked; null while nobody has said. */
    public @Nullable LocalDate day() {
        return switch (state) {
            case State.Submitted(var in) -> in.day();
            case State.Accepted(var in, var _, var _) -> in.day();
            case State.Draft _, State.Withdrawn _ -> null;
        };
    }

    public Decision<SiteAssessment> decide(AssessmentCommand command, Instant now) {
        if (over()) return Decision.refuse(PreventionRefusal.ASSESSMENT_OVER);
        return switch (command) {
            case Submit submit -> submit(submit, now);
            case SendBack(var why, var by) -> {
                if (!(state instanceof State.Submitted)) yield Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_SUBMITTED);
                if (!by.accepts()) yield Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_YOURS);
                if (why.isBlank()) yield Decision.refuse(PreventionRefusal.ASSESSMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Draft(new Word(by.person(), by.name(), now, why.strip()))), new AssessmentReturned(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
            case Accept accept -> accept(accept, now);
            case Withdraw(var why, var by) -> {
                if (state instanceof State.Submitted(var in) && !by.accepts() && !by.person().equals(in.person())) yield Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_YOURS);
                if (why.isBlank()) yield Decision.refuse(PreventionRefusal.ASSESSMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Withdrawn(new Word(by.person(), by.name(), now, why.strip()))), new AssessmentWithdrawn(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
        };
    }

    private Decision<SiteAssessment> submit(Submit s, Instant now) {
        if (!draft()) return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_DRAFT);
        if (s.answered() == 0) return Decision.refuse(PreventionRefusal.ASSESSMENT_EMPTY);
        var handedIn = new HandedIn(s.by().person(), s.by().name(), s.by().officerId(), now, s.day(), s.minutes());
        return Decision.accept(in(new State.Submitted(handedIn)), new AssessmentSubmitted(agencyId, id, now, schoolId, instrument + " " + edition, s.day(), s.by().name()));
    }

    private Decision<SiteAssessment> accept(Accept a, Instant now) {
        if (!(state instanceof State.Submitted(var handedIn))) return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_SUBMITTED);
        if (!a.by().accepts()) return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_YOURS);
        if (a.by().person().equals(handedIn.person())) return Decision.refuse(PreventionRefusal.ASSESSMENT_OWN_WORK);
        if (a.counts() && a.unanswered() > 0) return Decision.refuse(PreventionRefusal.ASSESSMENT_INCOMPLETE, Map.of("number", a.unanswered()));
        return Decision.accept(in(new State.Accepted(handedIn, new Word(a.by().person(), a.by().name(), now, a.words().strip()), a.counts())),
                new AssessmentCompleted(agencyId, id, now, districtId, schoolId, handedIn.officerId(), instrument + " " + edition, handedIn.day(), handedIn.minutes(), a.counts(), a.by().name()));
    }

    private SiteAssessment in(State then) {
        return new SiteAssessment(agencyId, id, districtId, schoolId, instrument, edition, startedAt, startedBy, response, then, version + 1);
    }
}
