package org.daywatch.restorative.diversions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.restorative.diversions.Diversion.Stage;
import org.daywatch.restorative.diversions.DiversionEnd.Without;
import org.daywatch.restorative.diversions.DiversionFile.Answer;

/**
 * Figures of a school year: of what a school thought and what came of it, of what it offered and what was answered.
 * What was struck counts nowhere. Pure.
 *
 * @param courses by what was considered. @param offers by label. @param without why help did not come first
 */
public record DiversionCounts(Map<Exclusion, Map<Course, Integer>> courses, Map<String, Map<Reply, Integer>> offers,
        Map<Without, Integer> without) {

    /** What came of it. */
    public enum Course {
        OPEN, HELPED, EXCLUDED_AFTER, EXCLUDED_WITHOUT
    }

    public enum Reply {
        WAITING, DECLINED, ACCEPTED,
        /** Accepted, and it began. */
        HELPED
    }

    public static DiversionCounts of(Collection<Diversion> all) {
        var courses = new EnumMap<Exclusion, Map<Course, Integer>>(Exclusion.class);
        var offers = new TreeMap<String, Map<Reply, Integer>>();
        var without = new EnumMap<Without, Integer>(Without.class);
        for (var d : all) {
            if (d.stage() == Stage.STRUCK) continue;
            courses.computeIfAbsent(d.file().considered(), e -> new EnumMap<>(Course.class)).merge(course(d), 1,
                    Integer::sum);
            for (var o : d.file().offers())
                offers.computeIfAbsent(o.kind(), k -> new EnumMap<>(Reply.class)).merge(reply(o), 1, Integer::sum);
            var end = d.file().end();
            if (end != null && end.without() != null) without.merge(end.without(), 1, Integer::sum);
        }
        return new DiversionCounts(courses, offers, without);
    }

    /** Each student once, as the last one of the year stands: a figure for so many is about so many. */
    static List<Diversion> lastOfEach(Collection<Diversion> all) {
        var last = new HashMap<UUID, Diversion>();
        for (var d : all)
            if (d.stage() != Stage.STRUCK) last.merge(d.file().student(), d, (a, b) -> LATER.compare(a, b) > 0 ? a : b);
        return new ArrayList<>(last.values());
    }

    private static final Comparator<Diversion> LATER = Comparator.comparing(Diversion::began)
            .thenComparing(Diversion::id);

    /** By what was considered, then what came of it. */
    int[][] grid() {
        return Arrays.stream(Exclusion.values()).map(courses::get)
                .map(of -> Arrays.stream(Course.values()).mapToInt(c -> of == null ? 0 : of.getOrDefault(c, 0))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** @param kinds the labels in their order */
    int[][] offers(List<String> kinds) {
        return kinds.stream().map(kind -> Arrays.stream(Reply.values())
                .mapToInt(r -> offers.getOrDefault(kind, Map.of()).getOrDefault(r, 0)).toArray())
                .toArray(int[][]::new);
    }

    private static Course course(Diversion d) {
        var end = d.file().end();
        if (end == null) return Course.OPEN;
        if (end.exclusion() == null) return Course.HELPED;
        return end.without() == null ? Course.EXCLUDED_AFTER : Course.EXCLUDED_WITHOUT;
    }

    private static Reply reply(DiversionFile.HelpOffer o) {
        if (o.helped() != null) return Reply.HELPED;
        return o.answer() == Answer.WAITING
                ? Reply.WAITING
                : o.answer() == Answer.DECLINED ? Reply.DECLINED : Reply.ACCEPTED;
    }
}
