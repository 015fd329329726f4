package org.daywatch.transparency.programs.standards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the emergency plan of a school meets what its state asks, by the last that was told of it.
 *
 * @param asked codes of the standards of the state; null where nobody told, and {@code met} with it: that is not none
 * @param met those of them that were found met; what nobody has checked is not among them
 * @param words of each code, as far as they are known
 */
public record PlanStandardsTold(UUID plan, int edition, Instant toldAt, @Nullable List<String> asked,
        @Nullable List<String> met, Map<String, String> words) {

    public boolean told() {
        return asked != null && met != null;
    }

    /** Asked for, and not shown to be met. Empty where nobody told. */
    public List<String> lacking() {
        return asked == null || met == null ? List.of() : asked.stream().filter(code -> !met.contains(code)).toList();
    }

    /** Address of the page that shows the answers. */
    public String address() {
        return "/operations-plans/" + plan + "/standards";
    }
}
