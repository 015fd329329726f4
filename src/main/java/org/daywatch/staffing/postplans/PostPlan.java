package org.daywatch.staffing.postplans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.platform.time.SchoolDay;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.requests.DetailRequest;
import org.daywatch.staffing.requests.RequestContent;

/**
 * From calendars and requests to posts, and from the posts there are to those there should be. Pure: what is shown
 * before a calendar changes and what is done when it changes are the same computation.
 */
public final class PostPlan {

    /** A day at stated times on which no bell rings. */
    static final String NO_BELLS = "NONE";

    private PostPlan() {}

    /** The seats one request calls for between two dates; {@code bells} are the days its school is in session. */
    public static List<WantedPost> wanted(DetailRequest request, Campus campus, Map<LocalDate, BellDay> bells,
            Margins margins,
            LocalDate from, LocalDate to) {
        var content = request.content();
        var first = content.firstDay().isAfter(from) ? content.firstDay() : from;
        var last = content.lastDay().isBefore(to) ? content.lastDay() : to;
        if (last.isBefore(first)) return List.of();
        var posts = new ArrayList<WantedPost>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (content.kind().followsCalendar() && !content.weekdays().contains(day.getDayOfWeek())) continue;
            add(posts, request, campus, day, Optional.ofNullable(bells.get(day)), margins);
        }
        return posts;
    }

    private static void add(List<WantedPost> posts, DetailRequest request, Campus campus, LocalDate day,
            Optional<BellDay> bell, Margins margins) {
        var content = request.content();
        if (bell.isEmpty() && (content.kind().followsCalendar() || content.bellsDecide())) return;
        var kind = bell.map(BellDay::kind).map(DayKind::name).orElse(NO_BELLS);
        var schoolDay = new SchoolDay(day, campus.zone());
        var margin = margins.at(campus, day);
        var window = content.bellsDecide()
                ? bellWindow(schoolDay, bell.orElseThrow(), margin)
                : statedWindow(schoolDay, content);
        var rules = content.bellsDecide() ? margin.ruleIds() : "";
        for (int seat = 1; seat <= content.officers(); seat++) {
            posts.add(new WantedPost(request.id(), campus.id(), day, seat, window, kind, rules));
        }
    }

    private static Window bellWindow(SchoolDay day, BellDay bell, Margins.Margin margin) {
        return day.window(bell.firstBell(), bell.lastBell()).widen(margin.before(), margin.after());
    }

    private static Window statedWindow(SchoolDay day, RequestContent content) {
        return day.window(content.from(), content.to());
    }

    /**
     * What must happen to the posts there are so that they become the wanted ones. Posts that have begun are history
     * and stay as they are; a post cancelled by a person stays cancelled.
     */
    public static PostDifference difference(Collection<PlannedPost> existing, Collection<WantedPost> wanted,
            Instant now) {
        var standing = existing.stream().collect(Collectors.toMap(PlannedPost::key, Function.identity()));
        var added = new ArrayList<WantedPost>();
        var revived = new ArrayList<PostDifference.Move>();
        var moved = new ArrayList<PostDifference.Move>();
        var untouched = new ArrayList<PlannedPost>();
        for (WantedPost want : wanted) {
            var have = standing.remove(want.key());
            if (have == null) {
                if (want.window().start().isAfter(now)) added.add(want);
            } else if (!have.stands()) {
                if (have.byCalendar() && want.window().start().isAfter(now))
                    revived.add(new PostDifference.Move(have, want));
                else
                    untouched.add(have);
            } else if (have.window().equals(want.window()) || !have.window().start().isAfter(now)) {
                untouched.add(have);
            } else {
                moved.add(new PostDifference.Move(have, want));
            }
        }
        var removed = standing.values().stream().filter(p -> p.stands() && p.window().start().isAfter(now)).toList();
        standing.values().stream().filter(p -> p.stands() && !p.window().start().isAfter(now)).forEach(untouched::add);
        return new PostDifference(added, revived, moved, removed, untouched);
    }
}
