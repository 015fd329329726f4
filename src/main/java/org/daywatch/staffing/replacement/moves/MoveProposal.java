package org.daywatch.staffing.replacement.moves;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.jspecify.annotations.Nullable;

/**
 * Which seats would change so that the open post is filled and no other stands open for it.
 *
 * @param steps in the order in which they can be taken, the open post last; empty where no way was found
 * @param price points that each other seat must be worth, since somebody was told where they stand
 * @param gain points the day's schedule gains, prices not taken off
 * @param proven nothing better exists among the seats looked at; false where the time was over first
 */
public record MoveProposal(List<Step> steps, long price, long gain, boolean proven) {

    /**
     * One seat goes from one officer to another.
     *
     * @param shift that is handed over; null at the open post
     * @param from null at the open post
     * @param askFirst their department has not had its turn for the post: it is opened to it first
     */
    public record Step(UUID post, UUID school, Window window, @Nullable UUID shift, @Nullable Who from, Who to,
            boolean askFirst) {}

    public record Who(UUID officer, String name) {}

    /** Seats beside the open one. */
    public int others() {
        return Math.max(0, steps.size() - 1);
    }

    /** Each seat goes to somebody who has left nothing, or whose seat has been taken over before. */
    static List<Step> inOrder(List<Step> steps) {
        var ordered = new ArrayList<Step>();
        var left = new ArrayList<>(steps);
        while (!left.isEmpty()) {
            Optional<Step> next = left.stream().filter(
                    s -> left.stream().noneMatch(o -> o.from() != null && o.from().officer().equals(s.to().officer())))
                    .findFirst();
            var step = next.orElse(left.getFirst()); // two who exchange: neither is first
            ordered.add(step);
            left.remove(step);
        }
        return ordered;
    }
}
