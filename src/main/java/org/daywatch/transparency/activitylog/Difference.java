package org.daywatch.transparency.activitylog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the lines one thing had told, now that it tells these.
 *
 * @param closed lines that were going on and have their end now
 */
public record Difference(List<Closing> closed, List<Kept> withdrawn, List<Addition> added) {

    public record Closing(Kept line, Activity as) {}

    /** @param follows the withdrawn line it takes the place of */
    public record Addition(Activity what, @Nullable Kept follows) {}

    /** Hearing the same twice changes nothing. */
    public static Difference between(List<Kept> standing, List<Activity> wanted) {
        var left = new ArrayList<>(standing);
        var fresh = new ArrayList<Activity>();
        var closed = new ArrayList<Closing>();
        for (var activity : wanted) {
            var same = left.stream().filter(k -> k.what().equals(activity)).findFirst();
            if (same.isPresent()) left.remove(same.get());
            else fresh.add(activity);
        }
        for (var activity : List.copyOf(fresh)) {
            left.stream().filter(k -> k.what().closedBy(activity)).findFirst().ifPresent(k -> {
                closed.add(new Closing(k, activity));
                left.remove(k);
                fresh.remove(activity);
            });
        }
        return new Difference(closed, List.copyOf(left), additions(left, fresh));
    }

    private static List<Addition> additions(List<Kept> withdrawn, List<Activity> fresh) {
        var free = new ArrayList<>(withdrawn);
        return fresh.stream().map(activity -> {
            Optional<Kept> before = free.stream().filter(k -> k.what().sameAs(activity)).findFirst()
                    .or(() -> free.stream().filter(k -> k.what().kind() == activity.kind()
                            && java.util.Objects.equals(k.what().officer(), activity.officer())).findFirst());
            before.ifPresent(free::remove);
            return new Addition(activity, before.orElse(null));
        }).toList();
    }

    public boolean isNone() { return closed.isEmpty() && withdrawn.isEmpty() && added.isEmpty(); }
}
