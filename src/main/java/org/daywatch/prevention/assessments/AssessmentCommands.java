package org.daywatch.prevention.assessments;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.prevention.PreventionEvent;
import org.daywatch.prevention.PreventionEvent.AssessmentBegun;
import org.daywatch.prevention.PreventionRefusal;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentAnswers.Measured;
import org.daywatch.prevention.assessments.AssessmentCommand.By;
import org.daywatch.prevention.assessments.SiteAssessment.Response;
import org.daywatch.prevention.assessments.SiteAssessment.State;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instruments;
import org.daywatch.prevention.measures.MeasureCommands;
import org.daywatch.prevention.places.PreventionPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell. */
@Component
@Transactional
public class AssessmentCommands {

    private final AssessmentStore assessments;
    private final AssessmentAnswers answers;
    private final AssessmentGaps gaps;
    private final MeasureCommands measures;
    private final Instruments instruments;
    private final PreventionPlaces places;
    private final Facts facts;
    private final Forms forms;
    private final Live live;
    private final Clock clock;

    AssessmentCommands(AssessmentStore assessments, AssessmentAnswers answers, AssessmentGaps gaps,
            MeasureCommands measures, Instruments instruments, PreventionPlaces places, Facts facts, Forms forms,
            Live live,
            Clock clock) {
        this.assessments = assessments;
        this.answers = answers;
        this.gaps = gaps;
        this.measures = measures;
        this.instruments = instruments;
        this.places = places;
        this.facts = facts;
        this.forms = forms;
        this.live = live;
        this.clock = clock;
    }

    /** @return its id, or that of the one under way where the same form came a second time */
    public UUID begin(Campus school, Instrument instrument, @Nullable Response response, By by, UUID form) {
        var going = assessments.goingOn(school.id(), instrument.code());
        if (!forms.first(form) && !going.isEmpty()) return going.getFirst().id();
        if (!going.isEmpty())
            throw new Refused(PreventionRefusal.ASSESSMENT_UNDER_WAY, Map.of("school", school.name()));
        var begun = new SiteAssessment(places.agency(school), Ids.next(), school.districtId(), school.id(),
                instrument.code(), instrument.edition(), clock.instant(), by.name(), response,
                new State.Draft(null), 1);
        assessments.insert(begun);
        facts.tell(new AssessmentBegun(begun.agencyId(), begun.id(), begun.startedAt(), school.id(), instrument.label(),
                by.name()));
        ring(begun);
        return begun.id();
    }

    /** @param found null: the answer is taken back, and the item is unknown again */
    public void answer(UUID id, String item, @Nullable Found found) {
        var a = draft(id);
        if (!instruments.get(a.instrument(), a.edition()).byId().containsKey(item))
            throw new NotFound("item " + item + " of " + a.instrument());
        if (found == null) answers.take(a, item);
        else answers.put(a, item, found);
        ring(a);
    }

    /** What a phone kept: it counts once, and an answer that somebody gave after it stands. */
    public void answerLater(UUID entry, UUID id, String item, Instant at, @Nullable Found found) {
        if (!forms.first(entry)) return;
        var stands = answers.of(id).get(item);
        if (stands == null || !stands.at().isAfter(at)) answer(id, item, found);
    }

    /** Where on a site plan it was found. @param mark null: it stands on no plan */
    public void place(UUID id, String item, @Nullable Mark mark) {
        var a = draft(id);
        answers.place(a, item, mark);
        ring(a);
    }

    public void placePhoto(UUID id, UUID photo, @Nullable Mark mark) {
        var a = draft(id);
        answers.placePhoto(a, photo, mark);
        ring(a);
    }

    /**
     * @return the draft, which stays one until this transaction is over; empty where the same form came a second time
     */
    public Optional<SiteAssessment> firstInDraft(UUID form, UUID id) {
        return forms.first(form) ? Optional.of(draft(id)) : Optional.empty();
    }

    public void measure(UUID id, Measured measured) {
        var a = draft(id);
        if (measured.step() >= instruments.get(a.instrument(), a.edition()).scenario(measured.scenario()).steps()
                .size())
            throw new NotFound("step " + measured.step() + " of " + measured.scenario());
        answers.measure(a, measured, clock.instant());
        ring(a);
    }

    public void respond(UUID id, @Nullable Response response) {
        assessments.respond(draft(id).id(), response);
    }

    private SiteAssessment draft(UUID id) {
        var a = assessments.lock(id);
        if (a.over()) throw new Refused(PreventionRefusal.ASSESSMENT_OVER);
        if (!a.draft()) throw new Refused(PreventionRefusal.ASSESSMENT_NOT_DRAFT);
        return a;
    }

    /** Once accepted, what is missing becomes findings of the school, each with an owner to be named. */
    public SiteAssessment handle(UUID id, AssessmentCommand command) {
        var now = clock.instant();
        var decided = assessments.lock(id).decide(command, now).orThrow();
        var then = decided.state();
        assessments.save(then);
        if (command instanceof AssessmentCommand.Accept accept) {
            gaps.becomeFindings(then, accept.by(), now);
            measures.costs(then.id());
        }
        decided.facts().forEach(fact -> facts.tell((PreventionEvent) fact));
        ring(then);
        return then;
    }

    /** How many items have an answer, and how many have none. */
    @Transactional(readOnly = true)
    public Optional<Count> count(UUID id) {
        return assessments.find(id).map(a -> {
            var known = instruments.get(a.instrument(), a.edition()).byId().keySet();
            int answered = (int) answers.of(id).keySet().stream().filter(known::contains).count();
            return new Count(answered, known.size() - answered,
                    answers.of(id).values().stream().map(Found::person).collect(Collectors.toSet()));
        });
    }

    /** @param by who answered */
    public record Count(int answered, int unanswered, Set<UUID> by) {}

    private void ring(SiteAssessment a) {
        live.ring("assessments", a.agencyId());
        live.ring("assessments", a.districtId());
    }
}
