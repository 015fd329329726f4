package org.daywatch.prevention.patrols;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.BellDay;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.prevention.patterns.PatternQueries;
import org.daywatch.prevention.patterns.PatternQueries.Weights;
import org.daywatch.prevention.patrols.PatrolDraw.Day;
import org.daywatch.prevention.patrols.PatrolDraw.Hour;
import org.daywatch.prevention.patrols.PatrolDraw.Weighed;
import org.daywatch.prevention.zones.Zones;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a week is drawn from: the school's zones and days, and how often what happened where and when, as far as a pattern shows it. */
@Component
@Transactional(readOnly = true)
class PatrolMaking {

    /** Nothing outweighs the rest so far that a walk could be foretold. */
    private static final int HEAVIEST = 6;
    private static final int FIRST_BLOCK = 1;
    private static final int LAST_BLOCK = 4;

    private final Zones zones;
    private final BellDays bells;
    private final PatternQueries patterns;
    private final ProgrammeRules rules;

    PatrolMaking(Zones zones, BellDays bells, PatternQueries patterns, ProgrammeRules rules) {
        this.zones = zones;
        this.bells = bells;
        this.patterns = patterns;
        this.rules = rules;
    }

    PatrolDraw draw(Campus school, LocalDate monday, long seed, List<UUID> before) {
        var weights = patterns.weights(school);
        int stops = rules.book().get("PATROL_STOPS", monday, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
        var weighed = zones.of(school.id()).stream().map(z -> new Weighed(z.id(), weight(weights.map(w -> w.at(z.id())).orElse(0)))).toList();
        return new PatrolDraw(seed, days(school, monday).stream().map(day -> new Day(day, hours(day, weights))).toList(), weighed, stops, before);
    }

    private static List<Hour> hours(LocalDate day, Optional<Weights> weights) {
        var hours = new ArrayList<Hour>();
        for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
            int shown = block;
            int weight = weight(weights.map(w -> w.in(day.getDayOfWeek(), shown)).orElse(0));
            for (int hour = 0; hour < 2; hour++) hours.add(new Hour(8 + 2 * (block - FIRST_BLOCK) + hour, weight));
        }
        return List.copyOf(hours);
    }

    private static int weight(int shown) {
        return Math.min(HEAVIEST, 1 + shown);
    }

    /** The school days of the week; Monday to Friday where the school has no bells here. */
    private List<LocalDate> days(Campus school, LocalDate monday) {
        var ids = List.of(school.id());
        if (!bells.withoutBells(ids, monday).isEmpty()) return monday.datesUntil(monday.plusDays(DayOfWeek.FRIDAY.getValue())).toList();
        return bells.of(ids, monday, monday.plusDays(6)).stream().map(BellDay::day).distinct().sorted().toList();
    }
}
