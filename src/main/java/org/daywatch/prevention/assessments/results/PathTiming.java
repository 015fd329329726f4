package org.daywatch.prevention.assessments.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.prevention.instruments.Instrument.Kind;
import org.daywatch.prevention.instruments.Instrument.Scenario;
import org.daywatch.prevention.instruments.Instrument.Step;
import org.jspecify.annotations.Nullable;

/**
 * A scenario walked step by step. Only what holds somebody up after they were first noticed counts: before that nobody
 * is on the way.
 *
 * @param noticedAt the step, from 0; null: nobody notices
 * @param lost seconds that passed before anybody noticed
 * @param counted seconds after that
 * @param against what {@code counted} is compared with: alarm and response for an intrusion, the warning less the alarm
 * for a hazard; null: not known
 * @param unknown items nobody answered; each was counted as missing, so that the path is at least this good
 */
public record PathTiming(Scenario scenario, List<Timed> steps, @Nullable Integer noticedAt, int lost, int counted,
        @Nullable Integer against, List<String> unknown) {

    /** NOT_KNOWN: there is no response time, or an answer that is missing could still change it. */
    public enum Verdict {
        IN_TIME, TOO_LATE, NOT_NOTICED, NOT_KNOWN
    }

    /** One step as it is here. @param typed somebody measured it, so that the instrument's own seconds do not count */
    public record Timed(Step step, int seconds, boolean noticed, boolean counts, boolean typed) {}

    /**
     * What somebody measured or saw for one step. @param seconds null: as the instrument says; @param noticed null: as
     * the answers say
     */
    public record Seen(@Nullable Integer seconds, @Nullable Boolean noticed) {}

    /** Seconds to spare; negative: missing; null where it cannot be told. */
    public @Nullable Integer margin() {
        if (noticedAt == null || against == null) return null;
        return scenario.kind() == Kind.HAZARD ? against - counted : counted - against;
    }

    /** What is not answered was counted as missing: what holds even so holds, and what does not may still. */
    public Verdict verdict() {
        if (noticedAt == null) return unknown.isEmpty() ? Verdict.NOT_NOTICED : Verdict.NOT_KNOWN;
        var margin = margin();
        if (margin == null) return Verdict.NOT_KNOWN;
        return margin >= 0 ? Verdict.IN_TIME : unknown.isEmpty() ? Verdict.TOO_LATE : Verdict.NOT_KNOWN;
    }

    /** @param response seconds until help is there; null: not known; @param seen by the number of the step, from 0 */
    public static PathTiming of(Scenario scenario, Map<String, Answer> answers, Map<Integer, Seen> seen,
            @Nullable Integer response) {
        var steps = new ArrayList<Timed>();
        Integer noticedAt = null;
        int lost = 0;
        int counted = 0;
        for (int i = 0; i < scenario.steps().size(); i++) {
            var step = scenario.steps().get(i);
            var typed = seen.getOrDefault(i, new Seen(null, null));
            boolean noticed = typed.noticed() != null
                    ? typed.noticed()
                    : step.noticed().stream().anyMatch(id -> answers.get(id) == Answer.IN_PLACE);
            int seconds = typed.seconds() != null
                    ? typed.seconds()
                    : stands(step, answers) ? step.seconds() : step.otherwise();
            boolean counts = noticedAt != null || noticed && step.before();
            if (noticed && noticedAt == null) noticedAt = i;
            if (counts) counted += seconds;
            else lost += seconds;
            steps.add(new Timed(step, seconds, noticed, counts, typed.seconds() != null || typed.noticed() != null));
        }
        Integer against = scenario.kind() == Kind.HAZARD
                ? (Integer) (scenario.warning() - scenario.alarm())
                : response == null ? null : (Integer) (scenario.alarm() + response);
        return new PathTiming(scenario, List.copyOf(steps), noticedAt, lost, counted, against,
                unknown(scenario, answers));
    }

    /** What does not apply holds nobody up; where nothing it hangs on applies, it is as if there were none. */
    private static boolean stands(Step step, Map<String, Answer> answers) {
        if (step.hangsOn().isEmpty()) return true;
        var applicable = step.hangsOn().stream().filter(id -> answers.get(id) != Answer.NOT_APPLICABLE).toList();
        return !applicable.isEmpty() && applicable.stream().allMatch(id -> answers.get(id) == Answer.IN_PLACE);
    }

    private static List<String> unknown(Scenario scenario, Map<String, Answer> answers) {
        return scenario.steps().stream()
                .flatMap(s -> java.util.stream.Stream.concat(s.noticed().stream(), s.hangsOn().stream())).distinct()
                .filter(id -> !answers.containsKey(id)).toList();
    }

    /**
     * Nobody notices is worse than too late; of those that can be told the smallest margin is the weakest. What cannot
     * be told is last.
     */
    public static final java.util.Comparator<PathTiming> WEAKEST_FIRST = java.util.Comparator
            .<PathTiming>comparingInt(p -> switch (p.verdict()) {
                case NOT_NOTICED -> 0;
                case TOO_LATE, IN_TIME -> 1;
                case NOT_KNOWN -> 2;
            }).thenComparingInt(p -> p.margin() == null ? 0 : p.margin()).thenComparing(p -> p.scenario().id());
}
