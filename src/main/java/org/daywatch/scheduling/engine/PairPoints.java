package org.daywatch.scheduling.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.School;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;
import org.daywatch.scheduling.problem.ScheduleProblem.Weights;
import org.daywatch.scheduling.problem.ScheduleProblem;

/** What one officer at one shift is worth by itself: the terms of docs/formats/roster.md that look at nothing else. */
public final class PairPoints {

    private static final double EARTH_KM = 6371;

    private final boolean counts; // false where only the number of officers matters
    private final Weights weights;
    private final Map<String, School> schools;
    private final Map<String, Set<String>> published;

    PairPoints(ScheduleProblem problem, Map<String, School> schools, Map<String, Set<String>> published) {
        this.counts = problem.objective().kind() == ScheduleProblem.Kind.WORTH;
        this.weights = problem.objective().weights();
        this.schools = schools;
        this.published = published;
    }

    public static PairPoints of(ScheduleProblem problem) {
        return new PairPoints(problem,
                problem.schools().stream().collect(Collectors.toMap(School::id, Function.identity())),
                problem.published().stream().collect(
                        Collectors.groupingBy(Place::shift, Collectors.mapping(Place::officer, Collectors.toSet()))));
    }

    long of(Shift shift, Officer officer) {
        if (!counts) return 0;
        long[] sum = {0};
        each(shift, officer, (term, points) -> sum[0] += points);
        return sum[0];
    }

    /** Each term by its name, zero ones included. */
    public void each(Shift shift, Officer officer, Term term) {
        var school = schools.get(shift.school());
        term.is("FILL", shift.minutes() * weights.fill(shift.priority()));
        term.is("CORE", school.core().contains(officer.id()) ? weights.core() : 0);
        term.is("KNOWN", weights.known().points()
                * Math.min(officer.history().daysAt().getOrDefault(school.id(), 0), weights.known().most()));
        term.is("WISH", wishes(shift, school, officer));
        term.is("OUTSIDE", outside(shift, officer) ? -weights.outside() : 0);
        term.is("TRAVEL", -travel(school.at(), officer.home()));
        term.is("COST", -cost(officer.rate(), shift.minutes()));
        term.is("CHANGE", published.getOrDefault(shift.id(), Set.of()).contains(officer.id()) ? weights.change() : 0);
        term.is("WORTH", shift.eligible() == null ? 0 : shift.eligible().getOrDefault(officer.id(), 0L));
    }

    @FunctionalInterface
    public interface Term {
        void is(String name, long points);
    }

    private long wishes(Shift shift, School school, Officer officer) {
        var wishes = officer.wishes();
        return (wishes.schools().contains(school.id()) ? weights.wish().school() : 0)
                + (wishes.weekdays().contains(shift.day().getDayOfWeek()) ? weights.wish().weekday() : 0)
                + (school.level() != null && wishes.levels().contains(school.level()) ? weights.wish().level() : 0);
    }

    private static boolean outside(Shift shift, Officer officer) {
        return officer.available() != null && officer.available().stream().noneMatch(w -> w.contains(shift.window()));
    }

    private long travel(Home school, Home officer) {
        var travel = weights.travel();
        if (school.latitude() != null && school.longitude() != null && officer.latitude() != null
                && officer.longitude() != null) {
            return travel.perKm()
                    * kilometers(school.latitude(), school.longitude(), officer.latitude(), officer.longitude());
        }
        if (school.zip() != null && officer.zip() != null && school.zip().equals(officer.zip()))
            return travel.sameZip();
        if (school.zip() != null && officer.zip() != null && zip3(school.zip()).equals(zip3(officer.zip())))
            return travel.sameZip3();
        return school.county() != null && school.county().equals(officer.county())
                ? travel.sameCounty()
                : travel.otherwise();
    }

    private static String zip3(String zip) {
        return zip.substring(0, Math.min(3, zip.length()));
    }

    /** Whole kilometers on the great circle, half up. StrictMath, so that every machine rounds alike. */
    static long kilometers(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double a = StrictMath.pow(StrictMath.sin(Math.toRadians(otherLatitude - latitude) / 2), 2)
                + StrictMath.cos(Math.toRadians(latitude)) * StrictMath.cos(Math.toRadians(otherLatitude))
                        * StrictMath.pow(StrictMath.sin(Math.toRadians(otherLongitude - longitude) / 2), 2);
        return (long) Math.floor(2 * EARTH_KM * StrictMath.asin(Math.min(1, StrictMath.sqrt(a))) + 0.5);
    }

    /** Cents an hour × minutes × points a dollar, half up. */
    private long cost(long rate, int minutes) {
        return Math.floorDiv(rate * minutes * weights.cost() + 3000, 6000L);
    }
}
