package org.daywatch.prevention.patrols;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.patterns.PatternQueries;
import org.daywatch.prevention.patterns.PatternQueries.Weights;
import org.daywatch.prevention.patrols.PatrolDraw.Day;
import org.daywatch.prevention.patrols.PatrolDraw.Hour;
import org.daywatch.prevention.patrols.PatrolDraw.Weighed;
import org.daywatch.prevention.zones.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a week is drawn from: the school's zones and days, and how often what happened where and when, as far as a
 * pattern shows it.
 */
@Component
@Transactional(readOnly = true)
class PatrolMaking {

    /** Nothing outweighs the rest so far that a walk could be foretold. */
    private static final int HEAVIEST = 6;
    /** Of a school whose bells are not known: the hours most schools are open. */
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(15, 59);

    private final Zones zones;
    private final BellDays bells;
    private final PatternQueries patterns;
    private final ProgramRules rules;

    PatrolMaking(Zones zones, BellDays bells, PatternQueries patterns, ProgramRules rules) {
        this.zones = zones;
        this.bells = bells;
        this.patterns = patterns;
        this.rules = rules;
    }

    PatrolDraw draw(Campus school, LocalDate monday, long seed, List<UUID> before) {
        var weights = patterns.weights(school);
        int stops = rules.book()
                .get("PATROL_STOPS", monday, "DISTRICT:" + school.districtId(), RuleBook.state(school.state()))
                .number();
        var weighed = zones.of(school.id()).stream()
                .map(z -> new Weighed(z.id(), weight(weights.map(w -> w.at(z.id())).orElse(0)))).toList();
        return new PatrolDraw(seed,
                days(school, monday).stream().map(day -> new Day(day.day(), hours(day, weights))).toList(), weighed,
                stops, before);
    }

    /** From the hour in which students arrive to that in which they leave, by the bells of the day. */
    private static List<Hour> hours(BellDay day, Optional<Weights> weights) {
        return IntStream.rangeClosed(day.firstBell().getHour(), day.lastBell().getHour())
                .mapToObj(hour -> new Hour(hour,
                        weight(weights.map(w -> w.at(day.day().getDayOfWeek(), hour)).orElse(0))))
                .toList();
    }

    private static int weight(int shown) {
        return Math.min(HEAVIEST, 1 + shown);
    }

    /** The school days of the week; Monday to Friday where the school has no bells here. */
    private List<BellDay> days(Campus school, LocalDate monday) {
        var ids = List.of(school.id());
        if (!bells.withoutBells(ids, monday).isEmpty()) {
            return monday.datesUntil(monday.plusDays(DayOfWeek.FRIDAY.getValue()))
                    .map(day -> new BellDay(school.id(), day, DayKind.REGULAR, OPENS, CLOSES, true)).toList();
        }
        return bells.of(ids, monday, monday.plusDays(6)).stream().sorted(Comparator.comparing(BellDay::day)).toList();
    }
}
