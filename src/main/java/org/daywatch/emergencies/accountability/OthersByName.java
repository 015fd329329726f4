package org.daywatch.emergencies.accountability;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.accountability.RollCall.Person;

/**
 * Those expected elsewhere, found by a name as somebody types it: "Yucca, Alex", "Alex Yucca" or as it was offered to
 * them.
 */
final class OthersByName {

    private final Map<String, UUID> byName = new HashMap<>();

    OthersByName(Collection<RollUp.Line> elsewhere) {
        var twice = new HashSet<String>();
        for (var line : elsewhere) {
            for (String name : names(line)) {
                var other = byName.putIfAbsent(key(name), line.person().id());
                if (other != null && !other.equals(line.person().id())) twice.add(key(name));
            }
        }
        byName.keySet().removeAll(twice); // of two who are called the same, the command post says which
    }

    /** As a page offers it: the name, and where they are expected. */
    static String label(RollUp.Line line) {
        return line.expectedIn() == null
                ? line.person().name()
                : line.person().name() + " (" + line.expectedIn().title() + ")";
    }

    Optional<UUID> find(String typed) {
        return Optional.ofNullable(byName.get(key(typed)));
    }

    private static List<String> names(RollUp.Line line) {
        Person person = line.person();
        int comma = person.name().indexOf(", ");
        return comma < 0
                ? List.of(person.name(), label(line))
                : List.of(person.name(), label(line),
                        person.name().substring(comma + 2) + " " + person.name().substring(0, comma));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
