package org.daywatch.staffing.shifts.pages;

import static org.daywatch_db.staffing.Tables.SHIFT;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.daywatch.staffing.workedhours.WorkedHours;
import org.jooq.Condition;
import org.jooq.SortField;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An officer's own shifts, past and to come. */
@Controller
@Needs(Permission.SHIFTS_WORK)
class MyShiftPages {

    static final List<String> STATES = List.of("SCHEDULED", "ON_POST", "ENDED", "NO_SHOW", "CANCELLED", "GIVEN_BACK");
    private static final int CSV_ROWS = 50_000;

    private final ShiftQueries shifts;

    MyShiftPages(ShiftQueries shifts) {
        this.shifts = shifts;
    }

    @GetMapping("/my-shifts")
    ModelAndView mine(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var asked = paging(parameters).size(20);
        var which = which(actor, asked);
        var paging = asked.of(shifts.count(which));
        return new ModelAndView("staffing/shifts/pages/my-shifts",
                Map.of("page", page.titled("shifts.mine"), "paging", paging, "states", STATES,
                        "shifts", shifts.cards(which, order(paging), paging.offset(), paging.size())));
    }

    @GetMapping("/my-shifts.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var asked = paging(parameters);
        Csv.answer(response, "my-shifts.csv", WorkedHours.SHIFT_HEADER,
                shifts.cards(which(actor, asked), order(asked), 0, CSV_ROWS).stream().map(WorkedHours::shiftRow));
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/my-shifts", parameters, Set.of("day", "school"), "-day");
    }

    private static Condition which(Actor actor, Paging asked) {
        var which = SHIFT.PERSON_ID.eq(actor.person());
        if (!asked.filter("q").isEmpty()) which = which.and(SHIFT.SCHOOL_NAME.containsIgnoreCase(asked.filter("q")));
        return STATES.contains(asked.filter("state")) ? which.and(SHIFT.STATE.eq(asked.filter("state"))) : which;
    }

    private static List<SortField<?>> order(Paging asked) {
        var first = asked.sort().equals("school") ? SHIFT.SCHOOL_NAME : SHIFT.STARTS_AT;
        return List.of(asked.descending() ? first.desc() : first.asc(), SHIFT.STARTS_AT.desc(), SHIFT.ID.asc());
    }
}
