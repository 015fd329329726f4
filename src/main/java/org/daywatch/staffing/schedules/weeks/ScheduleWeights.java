package org.daywatch.staffing.schedules.weeks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.RuleBook;
import org.daywatch.scheduling.problem.ScheduleProblem.Band;
import org.daywatch.scheduling.problem.ScheduleProblem.Known;
import org.daywatch.scheduling.problem.ScheduleProblem.Share;
import org.daywatch.scheduling.problem.ScheduleProblem.Travel;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem.Wish;

/** What makes a schedule good, read from the program rules in force on its first day. */
final class ScheduleWeights {

    private final RuleBook rules;
    private final LocalDate day;

    ScheduleWeights(RuleBook rules, LocalDate day) {
        this.rules = rules;
        this.day = day;
    }

    Weights weights() {
        return new Weights(Map.of(1, points("FILL_1"), 2, points("FILL_2"), 3, points("FILL_3")), points("CORE"),
                points("FACE"),
                new Share(number("SHARE_MOST"), points("SHARE")), new Known(number("KNOWN_MOST"), points("KNOWN")),
                List.of(new Band(hours("FAIR_OVER"), points("FAIR")),
                        new Band(hours("FAIR_FAR_OVER"), points("FAIR_FAR"))),
                new Wish(points("WISH_SCHOOL"), points("WISH_DAY"), points("WISH_LEVEL"), points("WISH_DAYS")),
                points("OUTSIDE"),
                new Travel(points("TRAVEL_ZIP"), points("TRAVEL_NEAR"), points("TRAVEL_FAR"), points("TRAVEL_FAR"),
                        points("TRAVEL_KM")),
                0, points("CHANGE"));
    }

    int coreSize() {
        return number("CORE_SIZE");
    }

    /** A whole state is better served by a schedule in half a minute than by the last tenth of a percent in five. */
    long moves(int seats) {
        return Math.min(points("MOVES_PER_SEAT") * seats, points("MOVES_MOST"));
    }

    private long points(String name) {
        return rules.get("ROSTER_" + name, day).value().longValueExact();
    }

    private int number(String name) {
        return rules.get("ROSTER_" + name, day).number();
    }

    private Duration hours(String name) {
        return Duration.ofHours(number(name));
    }
}
