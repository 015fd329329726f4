package org.daywatch.prevention.assessments;

import org.daywatch.prevention.instruments.Instrument.Layer;
import org.jspecify.annotations.Nullable;
import static org.daywatch_db.prevention.Tables.ASSESSMENT;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentAnswers.Measured;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.AssessmentComparison;
import org.daywatch.prevention.assessments.results.PathTiming;
import org.daywatch.prevention.assessments.results.Tiers;
import org.daywatch.prevention.instruments.Instrument;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.daywatch.prevention.instruments.Instruments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An assessment with everything that follows from it. */
@Component
@Transactional(readOnly = true)
public class AssessmentReadings {

    private final AssessmentStore assessments;
    private final AssessmentAnswers answers;
    private final Instruments instruments;

    AssessmentReadings(AssessmentStore assessments, AssessmentAnswers answers, Instruments instruments) {
        this.assessments = assessments;
        this.answers = answers;
        this.instruments = instruments;
    }

    /** @param paths the weakest first; none before anything was answered */
    public record Reading(SiteAssessment assessment, Instrument instrument, Map<String, Found> found, Tiers tiers,
            List<PathTiming> paths, List<Measured> measured) {

        public int answered() {
            return (int) instrument.items().stream().filter(i -> found.containsKey(i.id())).count();
        }

        public long answered(Layer layer) {
            return instrument.of(layer).stream().filter(item -> found.containsKey(item.id())).count();
        }

        /** Where to walk on: the first layer with something nobody has answered, else the first of all. */
        public Layer nextLayer() {
            return instrument.layers().stream().filter(layer -> answered(layer) < instrument.of(layer).size())
                    .findFirst().orElse(instrument.layers().getFirst());
        }

        public Set<UUID> answeredBy() {
            return found.values().stream().map(Found::person).collect(Collectors.toSet());
        }

        public int unanswered() {
            return instrument.items().size() - answered();
        }

        /** To be mended, the basic ones first. */
        public List<Item> gaps() {
            return AssessmentGaps.of(instrument, found);
        }

        public Set<String> gapIds() {
            return gaps().stream().map(Item::id).collect(Collectors.toSet());
        }

        public Map<String, Answer> plain() {
            return AssessmentAnswers.plain(found);
        }

        public Optional<PathTiming> weakest() {
            return paths.stream().findFirst();
        }

        public PathTiming path(String scenario) {
            return paths.stream().filter(p -> p.scenario().id().equals(scenario)).findFirst()
                    .orElseThrow(() -> new NotFound("scenario " + scenario));
        }

        /** null: this reading has no such path. */
        public @Nullable PathTiming pathIfAny(String scenario) {
            return paths.stream().filter(path -> path.scenario().id().equals(scenario)).findFirst().orElse(null);
        }

        /** What is missing along one path. */
        public Set<String> gapsOn(PathTiming path) {
            var on = instrument.on(path.scenario()).stream().map(Item::id)
                    .collect(Collectors.toCollection(HashSet::new));
            on.retainAll(gapIds());
            return on;
        }
    }

    public Reading of(SiteAssessment a) {
        return of(a, answers.of(a.id()), answers.measured(List.of(a.id())));
    }

    public Map<UUID, Reading> of(Collection<SiteAssessment> all) {
        var found = answers.of(all.stream().map(SiteAssessment::id).toList());
        var measured = answers.measuredByAssessment(all.stream().map(SiteAssessment::id).toList());
        var read = new HashMap<UUID, Reading>();
        for (var a : all)
            read.put(a.id(), of(a, found.getOrDefault(a.id(), Map.of()), measured.getOrDefault(a.id(), List.of())));
        return read;
    }

    private Reading of(SiteAssessment a, Map<String, Found> found, List<Measured> measured) {
        var instrument = instruments.get(a.instrument(), a.edition());
        var plain = AssessmentAnswers.plain(found);
        Integer response = a.response() == null ? null : (Integer) a.response().seconds();
        List<PathTiming> paths = found.isEmpty()
                ? List.of()
                : instrument.scenarios().stream()
                        .map(s -> PathTiming.of(s, plain, AssessmentAnswers.seen(measured, s.id()), response))
                        .sorted(PathTiming.WEAKEST_FIRST).toList();
        return new Reading(a, instrument, found, Tiers.of(instrument, plain), paths, measured);
    }

    /** The accepted one before it, of the same campus with the same instrument in whatever edition. */
    public Optional<SiteAssessment> before(SiteAssessment a) {
        var accepted = assessments.list(ASSESSMENT.SCHOOL_ID.eq(a.schoolId())
                .and(ASSESSMENT.INSTRUMENT.eq(a.instrument())).and(ASSESSMENT.STATE.eq("ACCEPTED"))
                .and(ASSESSMENT.STARTED_AT.lt(a.startedAt())));
        return accepted.stream().findFirst();
    }

    public AssessmentComparison compare(Reading then, Reading now) {
        return AssessmentComparison.of(then.instrument(), then.plain(), now.instrument(), now.plain());
    }
}
