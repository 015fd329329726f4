package org.daywatch.staffing.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.coverage.Board;
import org.daywatch.staffing.coverage.SchoolDay;

/** The week of each school as one line. */
final class WeekView {

    private WeekView() {}

    static List<BoardPages.WeekLine> lines(Page page, Map<LocalDate, List<SchoolDay>> week, List<LocalDate> days, Paging paging) {
        var bySchool = new LinkedHashMap<UUID, List<SchoolDay>>();
        week.values().forEach(list -> Board.matching(list, paging)
                .forEach(d -> bySchool.computeIfAbsent(d.schoolId(), s -> new ArrayList<>()).add(d)));
        return bySchool.values().stream().sorted(Comparator.<List<SchoolDay>>comparingLong(l -> -uncovered(l))
                .thenComparing(l -> -unfilled(l))
                .thenComparing(l -> l.getFirst().school().name())).map(list -> line(page, list, days)).toList();
    }

    private static long uncovered(List<SchoolDay> days) {
        return days.stream().mapToLong(SchoolDay::uncovered).sum();
    }

    private static long unfilled(List<SchoolDay> days) {
        return days.stream().mapToLong(SchoolDay::unfilled).sum();
    }

    private static BoardPages.WeekLine line(Page page, List<SchoolDay> list, List<LocalDate> days) {
        var cells = new ArrayList<BoardPages.Cell>();
        for (var day : days) {
            cells.add(list.stream().filter(d -> d.day().equals(day)).findFirst()
                    .map(d -> new BoardPages.Cell(CoverageWords.chip(page, d.state()),
                    "/board/posts/" + d.worstPost(), d.officers().isEmpty() ? CoverageWords.nobody(page, d)
                            : String.join(", ", d.officers()))).orElse(null));
        }
        return new BoardPages.WeekLine(list.getFirst().school().name(), list.getFirst().district(), cells,
                CoverageWords.minutes(page, uncovered(list)));
    }
}
