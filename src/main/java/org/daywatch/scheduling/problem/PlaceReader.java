package org.daywatch.scheduling.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.Flaws;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;

/** Officers at shifts: what is accepted already and what was published. */
final class PlaceReader {

    private final Flaws flaws;
    private final Map<String, Integer> needs = new HashMap<>();
    private final Set<String> officers;

    PlaceReader(Flaws flaws, List<Shift> shifts, Set<String> officers) {
        this.flaws = flaws;
        this.officers = officers;
        shifts.forEach(s -> needs.put(s.id(), s.needs()));
    }

    List<Place> pins(Fields top) {
        return places(top, "pins");
    }

    List<Place> published(Fields top) {
        return places(top, "published");
    }

    private List<Place> places(Fields top, String section) {
        var seen = new HashSet<Place>();
        var taken = new HashMap<String, Integer>();
        var places = new ArrayList<Place>();
        for (var value : top.list(section)) {
            var f = Fields.of(value, flaws, "shift", "officer");
            var place = new Place(f.reference("shift", needs.keySet(), "shift"),
                    f.reference("officer", officers, "officer"));
            places.add(place);
            if (place.shift().isEmpty() || place.officer().isEmpty()) continue;
            if (!seen.add(place)) {
                flaws.add(value, "puts officer \"" + place.officer() + "\" on shift \"" + place.shift()
                        + "\" a second time; take one out.");
            } else
                if (taken.merge(place.shift(), 1, Integer::sum) > needs.getOrDefault(place.shift(),
                        Integer.MAX_VALUE)) {
                            flaws.add(value, "is one more than shift \"" + place.shift() + "\" needs ("
                                    + needs.get(place.shift()) + "); take one out, or raise needs.");
                        }
        }
        return List.copyOf(places);
    }
}
