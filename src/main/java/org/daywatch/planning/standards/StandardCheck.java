package org.daywatch.planning.standards;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standard, and what somebody found for one edition of a plan. @param checkedAt null while nobody has looked. @param
 * reworded it asks for something else now than when it was checked: the answer is gone
 */
public record StandardCheck(Standard standard, Answer answer, String evidence, @Nullable Instant checkedAt,
        String checkedBy, boolean reworded) {

    /** Whether a list is the state's own, as one of its lines says. */
    public static boolean anyOwn(List<StandardCheck> checks) {
        return checks.stream().anyMatch(check -> check.standard.own());
    }

    public static List<StandardCheck> ofPart(List<StandardCheck> checks, Standard.Part part) {
        return checks.stream().filter(check -> check.standard.part() == part).toList();
    }

    public enum Answer { MET, NOT_MET, UNKNOWN }

    /** Codes of a list, and those of them that are met. What nobody has checked is not met. */
    public record Codes(List<String> asked, List<String> met) {

        public static Codes of(List<StandardCheck> checks) {
            return new Codes(checks.stream().map(c -> c.standard.code()).toList(),
                    checks.stream().filter(c -> c.answer == Answer.MET).map(c -> c.standard.code()).toList());
        }
    }

    /** Sums of a list; none of it is guessed. */
    public record Count(int met, int notMet, int unknown) {

        public int all() {
            return met + notMet + unknown;
        }

        public static Count of(List<StandardCheck> checks) {
            int met = (int) checks.stream().filter(c -> c.answer == Answer.MET).count();
            int notMet = (int) checks.stream().filter(c -> c.answer == Answer.NOT_MET).count();
            return new Count(met, notMet, checks.size() - met - notMet);
        }
    }
}
