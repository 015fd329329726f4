package org.daywatch.staffing.shifts.pages;

import static org.daywatch_db.staffing.Tables.SHIFT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Days;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.daywatch.staffing.workedhours.WorkedHours;
import org.daywatch.staffing.workedhours.WorkedTotals;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All shifts a reader may see, to search, sort and take home; and the worked hours for payroll. */
@Controller
class ShiftListPages {

    private static final Set<String> SORTS = Set.of("start", "officer", "school", "state");
    private static final String AHEAD = "ahead";
    /** A shift that ended this morning still belongs to today's list. */
    private static final java.time.Duration HOURS_OF_TODAY = java.time.Duration.ofHours(12);
    private static final int MOST = 100_000;

    private final HomeTime home;
    private final ShiftQueries shifts;
    private final ProgramRules rules;
    private final Organizations organizations;
    private final AuditLog audit;
    private final Clock clock;

    ShiftListPages(ShiftQueries shifts, ProgramRules rules, Organizations organizations, AuditLog audit, HomeTime home,
            Clock clock) {
        this.home = home;
        this.shifts = shifts;
        this.rules = rules;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry allShifts() {
            return NavEntry.of(NavPart.COVERAGE, 45, "shifts.nav", "/shifts", "schedule", Permission.SHIFTS_READ);
        }
    }

    @Needs(Permission.SHIFTS_READ)
    @GetMapping("/shifts")
    ModelAndView list(Actor actor, Page page, @RequestParam Map<String, String> parameters) {
        var paging = paging(parameters);
        var which = which(actor, paging);
        paging = paging.of(shifts.count(which));
        return new ModelAndView("staffing/shifts/pages/shifts",
                Map.of("page", page.titled("shifts.title"), "paging", paging,
                        "shifts", shifts.cards(which, order(paging), paging.offset(), paging.size()), "today",
                        home.today()));
    }

    @Needs(Permission.SHIFTS_READ)
    @GetMapping("/shifts.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var paging = paging(parameters);
        Csv.answer(response, "shifts.csv", WorkedHours.SHIFT_HEADER,
                shifts.cards(which(actor, paging), order(paging), 0, MOST).stream().map(WorkedHours::shiftRow));
    }

    /** Days as the schools' calendars count them, both included; by shift and day, or summed. */
    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/shifts/worked.csv")
    void worked(@RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(defaultValue = "") String by,
            HttpServletResponse response) {
        if (!Days.possible(from)) throw new InvalidInput("from", from.toString(), "shifts.wrong.from");
        if (to.isBefore(from) || from.plusYears(2).isBefore(to))
            throw new InvalidInput("to", to.toString(), "shifts.wrong.to");
        var total = Arrays.stream(WorkedTotals.values()).filter(t -> t.name().equalsIgnoreCase(by)).findFirst();
        if (total.isEmpty() && !by.isEmpty()) throw new InvalidInput("by", by, "shifts.wrong.by");
        var parts = parts(from, to);
        audit.act("WorkedHoursExported", "shifts " + from + " to " + to, Map.of("rows", parts.size(), "by", by));
        String name = "worked-hours-" + from + "-to-" + to
                + (by.isEmpty() ? "" : "-by-" + by.toLowerCase(java.util.Locale.ROOT)) + ".csv";
        if (total.isPresent()) Csv.answer(response, name, total.get().header(), total.get().rows(parts.stream()));
        else Csv.answer(response, name, WorkedHours.HEADER, parts.stream().map(WorkedHours::row));
    }

    /** A shift that runs over midnight lies with each of its days in the range that holds it. */
    private List<WorkedHours.Part> parts(LocalDate from, LocalDate to) {
        var book = rules.book();
        var departments = new HashMap<UUID, String>();
        return shifts.cards(
                SHIFT.STATE.eq("ENDED")
                        .and(SHIFT.ENDS_AT.ge(from.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                        .and(SHIFT.STARTS_AT.lt(to.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC))),
                List.of(SHIFT.OFFICER_NAME.asc(), SHIFT.STARTS_AT.asc()), 0, MOST).stream().flatMap(card -> {
                    UUID id = card.shift().departmentId();
                    String department = departments.computeIfAbsent(id,
                            d -> organizations.find(d).map(Organizations.Organization::name).orElse(""));
                    int rounding = book.get("PAY_ROUNDING", card.date(), "DEPARTMENT:" + id).number();
                    return WorkedHours.parts(card, department, rounding).stream();
                }).filter(p -> !p.day().isBefore(from) && !p.day().isAfter(to)).toList();
    }

    /** What lies ahead is read from today on, what lies behind from today back. */
    private static Paging paging(Map<String, String> parameters) {
        boolean ahead = parameters.values().stream().allMatch(String::isBlank) || AHEAD.equals(parameters.get("when"));
        return Paging.read("/shifts", parameters, SORTS, ahead ? "start" : "-start");
    }

    private Condition which(Actor actor, Paging paging) {
        Condition which = actor.school() == null ? DSL.noCondition() : SHIFT.SCHOOL_ID.eq(actor.school());
        // Nothing asked: today and later. The past is asked for, not waded through.
        if (paging.filter("when").equals(AHEAD) || !paging.filtered())
            which = which.and(SHIFT.ENDS_AT.ge(clock.instant().minus(HOURS_OF_TODAY)));
        String words = paging.filter("q");
        if (!words.isEmpty())
            which = which
                    .and(SHIFT.OFFICER_NAME.containsIgnoreCase(words).or(SHIFT.SCHOOL_NAME.containsIgnoreCase(words)));
        String state = paging.filter("state");
        if (state.equals("UNPROVEN")) which = which.and(SHIFT.CHECK_IN_PROOF.eq("POSITION"));
        else if (state.equals("DOUBTED")) which = which.and(SHIFT.CHECK_IN_DOUBTS.ne(""));
        else
            if (state.equals("UNCONFIRMED"))
                which = which.and(SHIFT.ACCEPTED_BY.eq("PHONE").and(SHIFT.CONFIRMED_AT.isNull()));
            else
                if (!state.isEmpty()) which = which.and(SHIFT.STATE.eq(state));
        var day = Days.find(paging.filter("day")).orElse(null);
        if (day != null) {
            // Every American school day lies within these hours of UTC; the list shows each school's own day.
            which = which.and(SHIFT.STARTS_AT.ge(day.atTime(4, 0).toInstant(ZoneOffset.UTC)))
                    .and(SHIFT.STARTS_AT.lt(day.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC)));
        }
        var officer = Ids.find(paging.filter("officer"));
        if (officer.isPresent()) which = which.and(SHIFT.OFFICER_ID.eq(officer.get()));
        return which;
    }

    private static List<SortField<?>> order(Paging paging) {
        var field = switch (paging.sort()) {
            case "officer" -> SHIFT.OFFICER_NAME;
            case "school" -> SHIFT.SCHOOL_NAME;
            case "state" -> SHIFT.STATE;
            default -> SHIFT.STARTS_AT;
        };
        return List.of(paging.descending() ? field.desc() : field.asc(), SHIFT.STARTS_AT.desc(), SHIFT.ID.asc());
    }
}
