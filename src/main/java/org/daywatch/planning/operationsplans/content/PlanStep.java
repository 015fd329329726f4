package org.daywatch.planning.operationsplans.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The six steps in which a plan is made. */
public enum PlanStep {
    TEAM, SITUATION, GOALS, COURSES, APPROVAL, UPKEEP;

    private static final int TOGETHER = 2; // so many people at least plan together

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PlanStep of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(TEAM);
    }

    /**
     * In which a section of the basic plan is written: how the plan is kept up is a step of its own, the rest is what
     * is approved.
     */
    public static PlanStep of(BasicSection section) {
        return section == BasicSection.MAINTENANCE ? UPKEEP : APPROVAL;
    }

    /** Those of the basic plan that are written in this step, as they are read. */
    public List<BasicSection> sections() {
        return Arrays.stream(BasicSection.values()).filter(s -> of(s) == this).toList();
    }

    /** How far the step is: parts that are written, of all there are; an annex in all its three phases. */
    public record Progress(int written, int of) {}

    public Progress progress(PlanContent plan) {
        var annexes = plan.annexKeys().stream().map(plan::annex).toList();
        return switch (this) {
            case TEAM -> new Progress(Math.min(plan.team().size(), TOGETHER), TOGETHER);
            case SITUATION -> new Progress(Math.min(plan.hazards().size(), 1), 1);
            case GOALS ->
                new Progress(
                        (int) annexes.stream()
                                .filter(a -> a.phases().values().stream().noneMatch(c -> c.goal().isBlank())).count(),
                        annexes.size());
            case COURSES -> new Progress(
                    (int) annexes.stream()
                            .filter(a -> a.phases().values().stream().noneMatch(c -> c.actions().isBlank())).count(),
                    annexes.size());
            case APPROVAL, UPKEEP ->
                new Progress((int) sections().stream().filter(s -> !plan.text(s).isBlank()).count(), sections().size());
        };
    }
}
