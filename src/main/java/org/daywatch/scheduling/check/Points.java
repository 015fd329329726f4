package org.daywatch.scheduling.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daywatch.scheduling.check.files.ProblemFacts.Officer;
import org.daywatch.scheduling.check.files.ProblemFacts.School;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;
import org.daywatch.scheduling.check.files.ProblemFacts.Spot;
import org.daywatch.scheduling.check.files.ProblemFacts;
import org.daywatch.scheduling.check.files.Weights;

/** The objective WORTH, seat by seat and officer by officer, each rule by itself. Prices are negative. */
final class Points {

    static final List<String> TERMS = List.of("FILL", "CORE", "FACE", "SHARE", "KNOWN", "FAIR", "WISH", "OUTSIDE",
            "TRAVEL", "COST",
            "CHANGE", "WORTH");
    private static final int EARTH_KM = 6371;
    private static final int ZIP3 = 3;
    private static final long CENTS_AN_HOUR_TO_DOLLARS_A_MINUTE = 6000;

    private final ProblemFacts facts;
    private final Weights weights;
    private final SortedMap<String, Long> terms = new TreeMap<>();

    private Points(ProblemFacts facts) {
        this.facts = facts;
        this.weights = facts.weights();
        TERMS.forEach(term -> terms.put(term, 0L));
    }

    /** Every term, also those that come to nothing. */
    static SortedMap<String, Long> of(ProblemFacts facts, AssignedSeats seats) {
        var points = new Points(facts);
        for (var officer : facts.officers().values()) points.officer(officer, seats.of(officer.id()));
        for (var told : facts.published()) {
            if (!seats.all().contains(told)) points.add("CHANGE", -points.weights.change());
        }
        return points.terms;
    }

    /** Every officer: one without a seat may be beyond their fair share already. */
    private void officer(Officer officer, List<Shift> shifts) {
        Map<String, Integer> seatsAt = new HashMap<>();
        long minutes = officer.credited();
        for (var shift : shifts) {
            seat(officer, shift, facts.schoolOf(shift));
            seatsAt.merge(shift.school(), 1, Integer::sum);
            minutes += shift.minutes();
        }
        seatsAt.forEach((school, seats) -> {
            if (!facts.schools().get(school).core().contains(officer.id())) add("FACE", -weights.face());
            add("SHARE", -weights.share().points() * Math.max(0, seats - weights.share().at()));
        });
        for (var band : weights.fair()) add("FAIR", -band.points() * Math.max(0, minutes - band.at()));
        var mostDays = officer.wishes().mostDays();
        if (mostDays != null) add("WISH", -weights.wish().days() * Math.max(0, shifts.size() - mostDays));
    }

    private void seat(Officer officer, Shift shift, School school) {
        add("FILL", shift.minutes() * weights.fill().getOrDefault(shift.priority(), 0L));
        if (school.core().contains(officer.id())) add("CORE", weights.core());
        add("KNOWN", weights.known().points()
                * Math.min(officer.daysAt().getOrDefault(shift.school(), 0L), weights.known().at()));
        if (officer.wishes().schools().contains(shift.school())) add("WISH", weights.wish().school());
        if (officer.wishes().weekdays().contains(shift.day().getDayOfWeek())) add("WISH", weights.wish().weekday());
        if (school.level() != null && officer.wishes().levels().contains(school.level()))
            add("WISH", weights.wish().level());
        var available = officer.available();
        if (available != null && available.stream().noneMatch(w -> w[0] <= shift.start() && shift.end() <= w[1]))
            add("OUTSIDE", -weights.outside());
        add("TRAVEL", -travel(officer.home(), school.spot()));
        add("COST", -halfUp(officer.rate() * shift.minutes() * weights.cost(), CENTS_AN_HOUR_TO_DOLLARS_A_MINUTE));
        if (shift.eligible() != null) add("WORTH", shift.eligible().getOrDefault(officer.id(), 0L));
    }

    private long travel(Spot home, Spot school) {
        var travel = weights.travel();
        if (home.at() != null && school.at() != null)
            return travel.perKm() * Math.round(kilometers(home.at(), school.at()));
        var zip = home.zip();
        if (zip != null && zip.equals(school.zip())) return travel.sameZip();
        if (zip != null && school.zip() != null && zip.length() >= ZIP3
                && school.zip().startsWith(zip.substring(0, ZIP3)))
            return travel.sameZip3();
        return home.county() != null && home.county().equals(school.county())
                ? travel.sameCounty()
                : travel.otherwise();
    }

    /** Along the great circle. */
    private static double kilometers(double[] from, double[] to) {
        double latitude = Math.toRadians(to[0] - from[0]) / 2;
        double longitude = Math.toRadians(to[1] - from[1]) / 2;
        double chord = Math.pow(Math.sin(latitude), 2)
                + Math.cos(Math.toRadians(from[0])) * Math.cos(Math.toRadians(to[0]))
                        * Math.pow(Math.sin(longitude), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static long halfUp(long value, long by) {
        return Math.floorDiv(2 * value + by, 2 * by);
    }

    private void add(String term, long points) {
        terms.merge(term, points, Long::sum);
    }
}
