package org.daywatch.relationships.triage.board;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.time.HomeZones;
import org.daywatch.relationships.tips.board.TipBoard;
import org.daywatch.relationships.tips.board.TipBoards;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.board.TipBoardStore.Counted;
import org.daywatch.relationships.triage.board.TipBoardStore.Sums;
import org.daywatch.relationships.triage.queue.QueuedTipStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts how tips ended when their week is over, all of a district in one write: were it counted when a tip is closed,
 * the two rows would be written together and one would say how the other ended. A tip counts once, as it first ended.
 * The district is bound.
 */
@Component
@Transactional
public class TipBoardCount implements TipBoards {

    private final TipBoardStore boards;
    private final QueuedTipStore queue;
    private final ProgramRules rules;
    private final HomeZones zones;
    private final Clock clock;

    TipBoardCount(TipBoardStore boards, QueuedTipStore queue, ProgramRules rules, HomeZones zones, Clock clock) {
        this.boards = boards;
        this.queue = queue;
        this.rules = rules;
        this.zones = zones;
        this.clock = clock;
    }

    /** @return how many weeks were counted now */
    public int count(UUID district) {
        var monday = monday(district);
        var first = queue.firstDay().map(TipBoardCount::mondayOf).filter(monday::isAfter).orElse(monday);
        var counted = boards.lock(district, first);
        var until = counted.until();
        if (!until.isBefore(monday)) return 0;
        var zone = zones.zone(district);
        var endings = queue.firstEndings(until.atStartOfDay(zone).toInstant());
        var schools = new TreeMap<>(counted.sums().schools());
        int weeks = 0;
        for (var week = until; week.isBefore(monday); week = week.plusWeeks(1), weeks++) {
            int least = number("TIP_BOARD_LEAST", district, week);
            var from = week.atStartOfDay(zone).toInstant();
            var to = week.plusWeeks(1).atStartOfDay(zone).toInstant();
            var bySchool = new HashMap<UUID, List<Set<TipOutcome>>>();
            for (var one : endings)
                if (!one.at().isBefore(from) && one.at().isBefore(to))
                    bySchool.computeIfAbsent(one.school(), _ -> new ArrayList<>()).add(one.outcomes());
            var ended = week;
            bySchool.keySet().forEach(school -> schools.putIfAbsent(school, SchoolSums.beginning(ended)));
            schools.replaceAll((school, sums) -> sums.week(ended,
                    bySchool.getOrDefault(school, List.of()), least));
        }
        boards.save(district, new Counted(monday, new Sums(schools)));
        return weeks;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Boards> of(UUID district) {
        return boards.find(district).map(counted -> {
            var shown = new HashMap<UUID, TipBoard.Ended>();
            counted.sums().schools().forEach((school, sums) -> {
                var block = sums.shown();
                if (block != null) shown.put(school, block.ended());
            });
            return new Boards(shown, openings(district, counted.until()));
        });
    }

    /** Of whole weeks only: it changes with a week, not with an opening. */
    private TipBoard.Clock openings(UUID district, LocalDate until) {
        int weeks = number("TIP_CLOCK_WEEKS", district, until);
        var zone = zones.zone(district);
        return FirstOpening.of(queue.readings(until.minusWeeks(weeks).atStartOfDay(zone).toInstant(),
                until.atStartOfDay(zone).toInstant()), weeks, number("TIP_BOARD_LEAST", district, until));
    }

    private int number(String code, UUID district, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + district).number();
    }

    private LocalDate monday(UUID district) {
        return mondayOf(LocalDate.now(clock.withZone(zones.zone(district))));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
