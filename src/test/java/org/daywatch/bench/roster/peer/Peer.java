package org.daywatch.bench.roster.peer;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch.bench.roster.Solved;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.problem.ScheduleAnswer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;

/** Timefold Community on our problems: the same pairs, rules and points, the same seconds. */
public final class Peer {

    /** How it is configured; all without anything of its commercial edition. */
    public enum Setting {
        DEFAULTS("no phases named: its default construction and late acceptance, phase assertions on as it comes"),
        RAREST_FIRST(
                "construction first fit decreasing, fewest candidates first; late acceptance 400 over change and swap moves; no assertions"),
        ANNEALING(
                "the same construction; simulated annealing from 0hard/1000soft over change and swap moves; no assertions"),
        COOLER("the same from 0hard/200soft");

        public final String words;

        Setting(String words) {
            this.words = words;
        }
    }

    /** @param feasibleSeconds until the first roster without a broken rule; negative where none was found */
    public record Found(ScheduleAnswer answer, boolean lawful, double feasibleSeconds, long movesPerSecond,
            double seconds, double cpuSeconds) {}

    private Peer() {}

    public static Found solve(ScheduleModel model, String sha256, Setting setting, double seconds, long seed) {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ai.timefold"))
                .setLevel(ch.qos.logback.classic.Level.WARN);
        PeerRules.weights = model.weights();
        var seats = new PeerReading(model).seats();
        PeerRules.spells = seats.stream().flatMap(s -> s.getCandidates().stream()).anyMatch(PeerOfficer::spellsCount);
        var solver = (DefaultSolver<PeerRoster>) SolverFactory.<PeerRoster>create(config(setting, seconds, seed))
                .buildSolver();
        var feasible = new AtomicLong(-1);
        solver.addEventListener(event -> {
            // Nobody anywhere breaks no rule either; the first roster is the one its construction ends with.
            boolean made = event.getProducerId().phaseIndex().isPresent();
            if (made && ((HardSoftScore) event.getNewBestScore()).isFeasible())
                feasible.compareAndSet(-1, event.getTimeMillisSpent());
        });
        double cpu = Solved.cpuNow();
        long began = System.nanoTime();
        var best = solver.solve(new PeerRoster(seats));
        double took = (System.nanoTime() - began) / 1e9;
        boolean lawful = best.getScore() != null && best.getScore().isFeasible();
        return new Found(answer(model, sha256, best, seed), lawful, feasible.get() / 1e3,
                solver.getMoveEvaluationSpeed(), took, Solved.cpuNow() - cpu);
    }

    private static SolverConfig config(Setting setting, double seconds, long seed) {
        var config = new SolverConfig().withSolutionClass(PeerRoster.class).withEntityClasses(PeerSeat.class)
                .withConstraintProviderClass(PeerRules.class)
                .withRandomSeed(seed).withTerminationConfig(
                        new TerminationConfig().withSpentLimit(Duration.ofMillis(Math.round(seconds * 1000))));
        if (setting == Setting.DEFAULTS) return config;
        var construction = new ConstructionHeuristicPhaseConfig()
                .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT_DECREASING);
        var moves = new UnionMoveSelectorConfig(
                new ArrayList<>(List.of(new ChangeMoveSelectorConfig(), new SwapMoveSelectorConfig())));
        var acceptor = setting == Setting.RAREST_FIRST
                ? new LocalSearchAcceptorConfig().withLateAcceptanceSize(400)
                : new LocalSearchAcceptorConfig().withSimulatedAnnealingStartingTemperature(
                        setting == Setting.COOLER ? "0hard/200soft" : "0hard/1000soft");
        var search = new LocalSearchPhaseConfig().withMoveSelectorConfig(moves).withAcceptorConfig(acceptor)
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
        return config.withEnvironmentMode(EnvironmentMode.NO_ASSERT).withPhases(construction, search);
    }

    /** As a file that states nothing of its own: the checker counts. */
    private static ScheduleAnswer answer(ScheduleModel model, String sha256, PeerRoster roster, long seed) {
        var places = new ArrayList<Place>();
        var open = new TreeMap<String, Integer>();
        for (var seat : roster.getSeats()) {
            String shift = model.shift(seat.getNumber()).id();
            if (seat.getOfficer() == null) open.merge(shift, 1, Integer::sum);
            else places.add(new Place(shift, model.officers().get(seat.getOfficer().number()).id()));
        }
        return new ScheduleAnswer(model.problem().id(), sha256, seed, null, ScheduleAnswer.Status.FEASIBLE, 0, null,
                places.stream().sorted().toList(),
                open.entrySet().stream().map(e -> new ScheduleAnswer.Open(e.getKey(), e.getValue())).toList(),
                new TreeMap<>());
    }
}
