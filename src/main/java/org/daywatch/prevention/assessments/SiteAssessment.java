package org.daywatch.prevention.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.identity.Role;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.prevention.PreventionEvent.AssessmentReturned;
import org.daywatch.prevention.PreventionEvent.AssessmentSubmitted;
import org.daywatch.prevention.PreventionEvent.AssessmentWithdrawn;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.assessments.AssessmentCommand.*;
import org.jspecify.annotations.Nullable;

/**
 * A campus looked at item by item with one edition of an instrument. While it is a draft its answers change; what was
 * handed in stands as it is, and somebody else accepts it.
 *
 * @param response until help is there, as it was known when this was made; null: not known, which is not zero
 */
public record SiteAssessment(UUID agencyId, UUID id, UUID districtId, UUID schoolId, String instrument, int edition,
        Instant startedAt, String startedBy, @Nullable Response response,
        State state, int version) {

    /** @param measured from alerts of this school, not typed */
    public record Response(int seconds, String source, boolean measured) {

        /** The table holds no more. */
        private static final int LONGEST = 36_000;

        /**
         * The middle one of arrivals that were measured, in seconds; of an even number the slower of the two in the
         * middle. Empty where there are none.
         */
        static Optional<Response> middle(Collection<Integer> arrivals) {
            var sorted = arrivals.stream().sorted().toList();
            return sorted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Response(Math.min(LONGEST, sorted.get(sorted.size() / 2)),
                            String.valueOf(sorted.size()), true));
        }
    }

    /** Who, when, and in which words. @param role in which they said so; null where nobody asked */
    public record Word(@Nullable UUID person, String name, Instant at, String words, @Nullable Role role) {

        public Word(@Nullable UUID person, String name, Instant at, String words) {
            this(person, name, at, words, null);
        }
    }

    /**
     * In which capacity somebody assessed, and by what they may do so.
     *
     * @param organization they assessed for; of a provider its name
     * @param credential as it is written on the card, or the number in a state's register; empty where there is none
     * @param validTo its last day; null where it has none
     */
    public record Assessor(Capacity capacity, String organization, String credential, @Nullable LocalDate validTo) {

        public enum Capacity {
            /** Of the district or the school. */
            STAFF,
            /** Of a police department. */
            OFFICER,
            /** From outside, for money or not. */
            PROVIDER
        }

        /** What a state may ask of a provider: that they stood in its register on that day. */
        public boolean registered(LocalDate day) {
            return capacity != Capacity.PROVIDER || !credential.isEmpty() && validTo != null && !validTo.isBefore(day);
        }
    }

    /**
     * @param officerId where they are an officer; @param minutes walked and written; @param assessor null: handed in
     * before anybody asked
     */
    public record HandedIn(UUID person, String name, @Nullable UUID officerId, Instant at, LocalDate day, int minutes,
            @Nullable Assessor assessor) {}

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

    /** The edition of the instrument it was made with: only those of one are alike. */
    public String label() {
        return instrument + " " + edition;
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
            case State.Draft _,State.Withdrawn _ -> null;
        };
    }

    /** They handed it in or answered in it: somebody else accepts it. */
    public boolean ownWork(UUID person, Set<UUID> answeredBy) {
        return state instanceof State.Submitted(var in) && in.person().equals(person) || answeredBy.contains(person);
    }

    public Decision<SiteAssessment> decide(AssessmentCommand command, Instant now) {
        if (over()) return Decision.refuse(PreventionRefusal.ASSESSMENT_OVER);
        return switch (command) {
            case Submit submit -> submit(submit, now);
            case SendBack(var why, var by) -> {
                if (!(state instanceof State.Submitted))
                    yield Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_SUBMITTED);
                if (!by.accepts()) yield Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_YOURS);
                if (why.isBlank()) yield Decision.refuse(PreventionRefusal.ASSESSMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Draft(word(by, now, why))),
                        new AssessmentReturned(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
            case Accept accept -> accept(accept, now);
            case Withdraw(var why, var by) -> {
                if (state instanceof State.Submitted(var in) && !by.accepts() && !by.person().equals(in.person()))
                    yield Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_YOURS);
                if (why.isBlank()) yield Decision.refuse(PreventionRefusal.ASSESSMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Withdrawn(word(by, now, why))),
                        new AssessmentWithdrawn(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
        };
    }

    private Decision<SiteAssessment> submit(Submit s, Instant now) {
        if (!draft()) return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_DRAFT);
        if (s.answered() == 0) return Decision.refuse(PreventionRefusal.ASSESSMENT_EMPTY);
        var handedIn = new HandedIn(s.by().person(), s.by().name(), s.by().officerId(), now, s.day(), s.minutes(),
                s.assessor());
        return Decision.accept(in(new State.Submitted(handedIn)),
                new AssessmentSubmitted(agencyId, id, now, schoolId, label(), s.day(), s.by().name()));
    }

    private Decision<SiteAssessment> accept(Accept a, Instant now) {
        if (!(state instanceof State.Submitted(var handedIn)))
            return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_SUBMITTED);
        if (!a.by().accepts()) return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_YOURS);
        if (ownWork(a.by().person(), a.answeredBy())) return Decision.refuse(PreventionRefusal.ASSESSMENT_OWN_WORK);
        if (a.counts() && a.unanswered() > 0)
            return Decision.refuse(PreventionRefusal.ASSESSMENT_INCOMPLETE, Map.of("number", a.unanswered()));
        if (a.counts() && a.registerAsked()
                && !(handedIn.assessor() != null && handedIn.assessor().registered(handedIn.day())))
            return Decision.refuse(PreventionRefusal.ASSESSMENT_NOT_REGISTERED);
        return Decision.accept(in(new State.Accepted(handedIn, word(a.by(), now, a.words()), a.counts())),
                new AssessmentCompleted(agencyId, id, now, districtId, schoolId, handedIn.officerId(), label(),
                        handedIn.day(), handedIn.minutes(), a.counts(), a.by().name()));
    }

    private static Word word(AssessmentCommand.By by, Instant now, String words) {
        return new Word(by.person(), by.name(), now, words.strip(), by.role());
    }

    private SiteAssessment in(State then) {
        return new SiteAssessment(agencyId, id, districtId, schoolId, instrument, edition, startedAt, startedBy,
                response, then, version + 1);
    }
}
