package org.daywatch.staffing.replacement.moves;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.scheduling.engine.ScheduleModel;
import org.daywatch.scheduling.engine.Seating;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.replacement.Replacement;
import org.daywatch.staffing.replacement.moves.MoveProposal.Step;
import org.daywatch.staffing.replacement.moves.MoveProposal.Who;
import org.daywatch.staffing.schedules.repair.CallOffRepair.Limits;
import org.daywatch.staffing.schedules.repair.CallOffRepair;
import org.daywatch.staffing.schedules.repair.Repair;
import org.daywatch.staffing.schedules.weeks.DayProblems;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the exact repair about the day of a search. Reads only: a proposal moves nobody. */
@Component
@Transactional(readOnly = true)
class MoveProposals {

    /** Somebody waits for the page. */
    private static final double SECONDS = 3;

    private final DSLContext db;
    private final DayProblems days;
    private final EligibilityQueries eligibility;
    private final Clock clock;

    MoveProposals(DSLContext db, DayProblems days, EligibilityQueries eligibility, Clock clock) {
        this.db = db;
        this.days = days;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** The shift that could be handed over, of the officer who has it. */
    private record Movable(UUID shift, Place place) {}

    /** A model in which those who could move are not pinned, and sit where they are. */
    private record Day(ScheduleModel model, Seating roster, Map<String, UUID> shifts) {}

    MoveProposal of(Replacement search) {
        var post = search.postId().toString();
        var problem = days.of(search.id(), eligibility.post(search.postId()).day());
        if (problem.shifts().stream().noneMatch(s -> s.id().equals(post)))
            return new MoveProposal(List.of(), 0, 0, true);
        var day = seated(problem, movable(search), post);
        int seat = java.util.stream.IntStream.range(0, day.model().seats())
                .filter(s -> day.model().shift(s).id().equals(post)).findFirst().orElseThrow();
        var limits = Limits.of(day.model());
        var repair = new CallOffRepair(day.model(), day.roster(), limits);
        var asked = asked(search);
        for (int p = day.model().firstPair(seat); p < day.model().lastPair(seat); p++)
            if (asked.contains(day.model().officer(p).id())) repair.ban(p);
        var found = repair.open(seat, SECONDS);
        return new MoveProposal(found.refilled() ? steps(search, day, found) : List.of(), limits.price(), -found.cost(),
                found.proven());
    }

    /** Whoever has accepted a shift that has not begun could be asked to move. */
    private List<Movable> movable(Replacement search) {
        return db.select(SHIFT.ID, SHIFT.POST_ID, SHIFT.OFFICER_ID).from(SHIFT).join(POST)
                .on(POST.AGENCY_ID.eq(SHIFT.AGENCY_ID)).and(POST.ID.eq(SHIFT.POST_ID))
                .where(POST.DAY.eq(db.select(POST.DAY).from(POST).where(POST.ID.eq(search.postId()))))
                .and(SHIFT.STATE.eq("SCHEDULED")).and(SHIFT.STARTS_AT.gt(clock.instant()))
                .and(POST.ID.ne(search.postId())).orderBy(SHIFT.ID).fetch(r -> new Movable(r.get(SHIFT.ID),
                        new Place(r.get(SHIFT.POST_ID).toString(), r.get(SHIFT.OFFICER_ID).toString())));
    }

    /** The one who is missing, and the person who was asked already: their answer is known, or they gave none. */
    private Set<String> asked(Replacement search) {
        var asked = db.select(REPLACEMENT_OFFER.OFFICER_ID).from(REPLACEMENT_OFFER)
                .where(REPLACEMENT_OFFER.REPLACEMENT_ID.eq(search.id())).fetch().stream()
                .map(r -> r.value1().toString()).collect(Collectors.toCollection(HashSet::new));
        db.select(SHIFT.OFFICER_ID).from(SHIFT).where(SHIFT.ID.eq(search.shiftId()))
                .forEach(r -> asked.add(r.value1().toString()));
        return asked;
    }

    /** Who stands somewhere by their department's word, which the engine does not know, stays where they are. */
    private static Day seated(ScheduleProblem problem, List<Movable> movable, String post) {
        var free = new ArrayList<>(movable);
        while (true) {
            var places = free.stream().map(Movable::place).collect(Collectors.toSet());
            var model = ScheduleModel.of(with(problem,
                    problem.pins().stream().filter(p -> !p.shift().equals(post) && !places.contains(p)).toList()));
            var roster = new Seating(model);
            var stuck = free.stream().filter(m -> !sit(model, roster, m.place())).toList();
            if (stuck.isEmpty())
                return new Day(model, roster,
                        free.stream().collect(Collectors.toMap(m -> m.place().shift(), Movable::shift)));
            free.removeAll(stuck);
        }
    }

    private static boolean sit(ScheduleModel model, Seating roster, Place place) {
        for (int seat = 0; seat < model.seats(); seat++) {
            if (!model.shift(seat).id().equals(place.shift()) || roster.holder(seat) >= 0) continue;
            for (int p = model.firstPair(seat); p < model.lastPair(seat); p++) {
                if (!model.officer(p).id().equals(place.officer()) || !roster.fits(p, -1, -1)) continue;
                roster.put(p);
                return true;
            }
        }
        return false;
    }

    /** Each changed seat has its price from the repair; none is counted a second time as published. */
    private static ScheduleProblem with(ScheduleProblem p, List<Place> pins) {
        return new ScheduleProblem(p.id(), p.first(), p.last(), p.objective(), p.policies(), p.departments(),
                p.schools(), p.shifts(), p.officers(), pins, List.of());
    }

    private List<Step> steps(Replacement search, Day day, Repair found) {
        var model = day.model();
        var officers = new HashSet<UUID>();
        for (var c : found.changes()) {
            officers.add(officer(model, c.after()));
            if (c.before() >= 0) officers.add(officer(model, c.before()));
        }
        var files = db.select(OFFICER.ID, OFFICER.FULL_NAME, OFFICER.DEPARTMENT_ID).from(OFFICER)
                .where(OFFICER.ID.in(officers)).fetchMap(OFFICER.ID);
        var steps = new ArrayList<Step>();
        for (var c : found.changes()) {
            var shift = model.shift(c.seat());
            var to = files.get(officer(model, c.after()));
            var from = c.before() < 0 ? null : files.get(officer(model, c.before()));
            var post = UUID.fromString(shift.id());
            steps.add(new Step(post, UUID.fromString(shift.school()), shift.window(), day.shifts().get(shift.id()),
                    from == null ? null : new Who(from.get(OFFICER.ID), from.get(OFFICER.FULL_NAME)),
                    new Who(to.get(OFFICER.ID), to.get(OFFICER.FULL_NAME)),
                    from == null && !hasTurn(search.postId(), to.get(OFFICER.DEPARTMENT_ID))));
        }
        return MoveProposal.inOrder(steps);
    }

    private boolean hasTurn(UUID post, UUID department) {
        var facts = eligibility.post(post);
        return facts.order().rankOf(department, eligibility.department(department).rank()) <= facts.postedRank();
    }

    private static UUID officer(ScheduleModel model, int pair) {
        return UUID.fromString(model.officer(pair).id());
    }
}
