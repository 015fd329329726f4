package org.daywatch.staffing.schedules.weeks;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The schedule problem of one day, for whoever asks the engine about one post of it. What officers have accepted stands
 * as pins.
 */
@Component
@Transactional(readOnly = true)
public class DayProblems {

    /** Every department, whether its turn has come or not. */
    private static final int ALL_RANKS = 1000;

    private final ScheduleInput input;

    DayProblems(ScheduleInput input) {
        this.input = input;
    }

    /** @param id the problem's name */
    public ScheduleProblem of(UUID id, LocalDate day) {
        return input.gather(id, day, day, ALL_RANKS, Map.of()).problem();
    }
}
