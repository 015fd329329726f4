package org.daywatch.staffing.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.SchoolDayCoverage;

/**
 * The week of each school as one line. Put into words only for the page that is shown: a state has thousands of
 * schools.
 */
final class WeekView {

    private WeekView() {}

    /** A school with its days of the week; as urgent as its most urgent day. */
    record SchoolWeek(List<SchoolDayCoverage> days) {

        SchoolDayCoverage first() {
            return days.getFirst();
        }

        long uncovered() {
            return days.stream().mapToLong(SchoolDayCoverage::uncovered).sum();
        }

        long unfilled() {
            return days.stream().mapToLong(SchoolDayCoverage::unfilled).sum();
        }
    }

    /** Schools of which a day fits, with all their days, in the order that is asked. */
    static List<SchoolWeek> weeks(Collection<List<SchoolDayCoverage>> week, Paging paging) {
        var bySchool = new LinkedHashMap<UUID, List<SchoolDayCoverage>>();
        week.forEach(day -> day.forEach(d -> bySchool.computeIfAbsent(d.schoolId(), s -> new ArrayList<>(5)).add(d)));
        var fits = Board.fits(paging);
        var order = order(paging.sort());
        return bySchool.values().stream().filter(days -> days.stream().anyMatch(fits)).map(SchoolWeek::new)
                .sorted(paging.descending() ? order.reversed() : order).toList();
    }

    private static Comparator<SchoolWeek> order(String sort) {
        Comparator<SchoolWeek> byName = Comparator.comparing(w -> w.first().school().name());
        return switch (sort) {
            case "school" -> byName;
            case "uncovered" -> Comparator.comparingLong(SchoolWeek::uncovered).thenComparing(byName);
            default -> Comparator.<SchoolWeek>comparingLong(w -> -w.uncovered()).thenComparing(w -> -w.unfilled())
                    .thenComparing(byName);
        };
    }

    static BoardPages.WeekLine line(Page page, SchoolWeek week, List<LocalDate> days) {
        Map<LocalDate, SchoolDayCoverage> byDay = new LinkedHashMap<>();
        week.days().forEach(d -> byDay.put(d.day(), d));
        var cells = new ArrayList<BoardPages.Cell>();
        for (var day : days) cells.add(byDay.containsKey(day) ? cell(page, byDay.get(day)) : null);
        var school = week.first();
        return new BoardPages.WeekLine(school.school().name(), school.district(), "/schools/" + school.schoolId(),
                cells,
                CoverageWords.minutes(page, week.uncovered()),
                BoardPages.minutesHref(school.schoolId(), days.getFirst(), days.getLast()));
    }

    private static BoardPages.Cell cell(Page page, SchoolDayCoverage day) {
        return new BoardPages.Cell(CoverageWords.chip(page, day.state()), "/board/posts/" + day.worstPost(),
                day.officers().isEmpty() ? CoverageWords.nobody(page, day) : String.join(", ", day.officers()));
    }
}
