package org.daywatch.transparency.activitylog.timeuse;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.privacy.Suppression;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.WeekSums;
import org.jspecify.annotations.Nullable;

/**
 * Which share of the time on campus went into what, in the groups of the national surveys. Information, never a score:
 * nothing is compared, ranked or colored. Pure.
 */
public record TimeUse(Map<Group, Share> shares, Share rest) {

    /** The groups of the surveys; which functions stand for which is this house's reading. */
    public enum Group {
        LAW_ENFORCEMENT(ActivityFunction.LAW_ENFORCEMENT, ActivityFunction.EMERGENCIES, ActivityFunction.PRESENCE),
        MENTORING(ActivityFunction.MENTORING, ActivityFunction.RELATIONSHIPS, ActivityFunction.RESTORATIVE),
        TEACHING(ActivityFunction.TRAINING),
        OTHER(ActivityFunction.PREVENTION, ActivityFunction.PLANNING, ActivityFunction.COMMUNITY);

        private final List<ActivityFunction> functions;

        Group(ActivityFunction... functions) {
            this.functions = List.of(functions);
        }

        public List<ActivityFunction> functions() {
            return functions;
        }
    }

    /** Zero, unknown and suppressed are three values. */
    public sealed interface Share {

        /** @param percent of the time on campus, rounded; 0 with some minutes is less than one half percent */
        record Known(int minutes, int percent) implements Share {}

        /** Clocked, and nothing of this was written down. */
        record Zero() implements Share {}

        /** No time on campus to be a share of, or the clock still runs. */
        record Unknown() implements Share {}

        /** Of so few people that it would be one person's. */
        record Suppressed() implements Share {}
    }

    /** Fewer officers than these are not shown together to others. */
    public static final int FEWEST_OFFICERS = 3;

    /** Of one officer, for themselves and those who sign for them. */
    public static TimeUse of(WeekSums sums) {
        var minutes = new EnumMap<ActivityFunction, Integer>(ActivityFunction.class);
        for (var function : ActivityFunction.values()) minutes.put(function, sums.function(function).minutes());
        return of(sums.onCampus() == 0 || sums.lines().stream().anyMatch(Activity::goesOn), sums.onCampus(), minutes);
    }

    /**
     * Of several officers together: suppressed where there are too few of them.
     *
     * @param minutes by function, without being on post as such; those left out are zero
     */
    public static TimeUse together(int officers, int onCampus, Map<ActivityFunction, Integer> minutes) {
        return officers == 0 || officers >= FEWEST_OFFICERS ? of(onCampus == 0, onCampus, minutes) : suppressed();
    }

    public static TimeUse suppressed() {
        var shares = new EnumMap<Group, Share>(Group.class);
        for (var group : Group.values()) shares.put(group, new Share.Suppressed());
        return new TimeUse(shares, new Share.Suppressed());
    }

    /**
     * Whose shares stay hidden beside those of all together: with one place hidden alone, its minutes would be what the
     * others leave of the whole. Where nothing is left to hide it behind, the whole is hidden instead.
     *
     * @param officers how many, by place
     */
    public static <K> Hidden<K> hidden(Map<K, Integer> officers) {
        var places = List.copyOf(officers.keySet());
        if (places.isEmpty()) return new Hidden<>(Set.of(), false);
        var counts = places.stream().mapToInt(officers::get).toArray();
        var found = Suppression.list(counts, FEWEST_OFFICERS);
        var hidden = new HashSet<K>();
        for (int i = 0; i < counts.length; i++) if (found.hidden()[0][i]) hidden.add(places.get(i));
        return new Hidden<>(Set.copyOf(hidden), !found.sums());
    }

    /** @param places whose shares are not shown. @param whole nor are those of all together */
    public record Hidden<K>(Set<K> places, boolean whole) {}

    private static TimeUse of(boolean unknown, int onCampus, Map<ActivityFunction, Integer> minutes) {
        var shares = new EnumMap<Group, Share>(Group.class);
        int said = 0;
        for (var group : Group.values()) {
            int ofGroup = group.functions().stream().mapToInt(f -> minutes.getOrDefault(f, 0)).sum();
            said += ofGroup;
            shares.put(group, share(unknown, ofGroup, onCampus));
        }
        return new TimeUse(shares, share(unknown, Math.max(0, onCampus - said), onCampus));
    }

    private static Share share(boolean unknown, int minutes, int of) {
        if (unknown) return new Share.Unknown();
        return minutes == 0 ? new Share.Zero() : new Share.Known(minutes, (int) Math.round(minutes * 100.0 / of));
    }

    /** What a survey found for one group. @param percent null where it gave hours. @param low hours a week */
    public record Found(@Nullable Integer percent, @Nullable Double low, @Nullable Double high) {}

    /** A published survey. */
    public record Study(String id, String name, @Nullable Integer year, String source, boolean toConfirm,
            Map<Group, Found> found) {
    }
}
