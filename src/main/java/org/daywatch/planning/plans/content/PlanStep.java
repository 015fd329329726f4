package org.daywatch.planning.plans.content;

import java.util.Arrays;
import java.util.Locale;

/** The six steps in which a plan is made. */
public enum PlanStep {
    TEAM, SITUATION, GOALS, COURSES, APPROVAL, UPKEEP;

    private static final int TOGETHER = 2; // so many people at least plan together

    public int number() {
        return ordinal() + 1;
    }

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PlanStep of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(TEAM);
    }

    /** How far the step is: parts that are written, of all there are; an annex in all its three phases. */
    public record Progress(int written, int of) {}

    /** Approval and upkeep are acts, not texts: nothing to count. */
    public Progress progress(PlanContent plan) {
        var annexes = plan.annexKeys().stream().map(plan::annex).toList();
        return switch (this) {
            case TEAM -> new Progress(Math.min(plan.team().size(), TOGETHER), TOGETHER);
            case SITUATION -> new Progress(Math.min(plan.hazards().size(), 1), 1);
            case GOALS -> new Progress((int) annexes.stream().filter(a -> a.phases().values().stream().noneMatch(c -> c.goal().isBlank())).count(), annexes.size());
            case COURSES -> new Progress((int) annexes.stream().filter(a -> a.phases().values().stream().noneMatch(c -> c.actions().isBlank())).count(), annexes.size());
            case APPROVAL -> new Progress((int) Arrays.stream(BasicSection.values()).filter(s -> !plan.text(s).isBlank()).count(), BasicSection.values().length);
            case UPKEEP -> new Progress(plan.text(BasicSection.MAINTENANCE).isBlank() ? 0 : 1, 1);
        };
    }
}
