package org.daywatch.emergencies.pathtests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places of a school by which of their devices answered in the last tests. Zero answers and no device are two things:
 * where no device is known the map says nothing.
 */
public final class DeadZones {

    /**
     * A place is dead when none of its devices answered in so many tests in a row; one miss may be a screen that was
     * off.
     */
    private static final int MISSES = 2;

    private DeadZones() {}

    /** @param room null where it stands in none of the school's list */
    public record Device(UUID id, @Nullable UUID room, String place, String namedBy, Instant since) {}

    public enum Answer { ANSWERED, SILENT, NOT_YET_THERE }

    /** @param answers one for each test, newest first */
    public record Line(Device device, List<Answer> answers, @Nullable Instant lastHeard) {}

    public record Place(String name, List<Line> lines, boolean dead) {

        /** null where none of its devices stands in a room of the school's list. */
        public @Nullable UUID room() {
            return lines.stream().map(line -> line.device.room).filter(Objects::nonNull).findFirst().orElse(null);
        }

        public boolean heard() {
            return lines.stream().anyMatch(line -> line.answers.contains(Answer.ANSWERED));
        }
    }

    /**
     * @param tests newest first
     * @param answered by test: the devices that answered it, each with the moment
     * @return dead places first, then by name
     */
    public static List<Place> of(List<Device> devices, List<PathTest> tests, Map<UUID, Map<UUID, Instant>> answered) {
        var places = new TreeMap<String, List<Line>>();
        for (var device : devices) {
            var answers = tests.stream().map(test -> answer(device, test, answered)).toList();
            var last = tests.stream().map(test -> answered.getOrDefault(test.alert(), Map.of()).get(device.id()))
                    .filter(Objects::nonNull).findFirst().orElse(null);
            places.computeIfAbsent(device.place(), p -> new ArrayList<>()).add(new Line(device, answers, last));
        }
        return places.entrySet().stream()
                .map(p -> new Place(p.getKey(), List.copyOf(p.getValue()), dead(p.getValue(), tests.size())))
                .sorted(Comparator.comparing((Place p) -> !p.dead()).thenComparing(Place::name)).toList();
    }

    /**
     * By room: true where it is dead, false where a device answered lately; a room of which nothing is known is left
     * out.
     */
    public static Map<UUID, Boolean> rooms(List<Place> places) {
        var rooms = new HashMap<UUID, Boolean>();
        for (var place : places) {
            for (var line : place.lines()) {
                boolean heard = line.answers().stream().limit(MISSES).anyMatch(a -> a == Answer.ANSWERED);
                if (line.device().room() != null && (place.dead() || heard))
                    rooms.merge(line.device().room(), place.dead(), Boolean::logicalAnd);
            }
        }
        return rooms;
    }

    private static Answer answer(Device device, PathTest test, Map<UUID, Map<UUID, Instant>> answered) {
        if (answered.getOrDefault(test.alert(), Map.of()).containsKey(device.id())) return Answer.ANSWERED;
        return device.since().isAfter(test.at()) ? Answer.NOT_YET_THERE : Answer.SILENT;
    }

    private static boolean dead(List<Line> lines, int tests) {
        if (tests < MISSES) return false;
        boolean allAsked = lines.stream()
                .anyMatch(line -> line.answers().subList(0, MISSES).stream().allMatch(a -> a == Answer.SILENT));
        return allAsked
                && lines.stream().noneMatch(line -> line.answers().subList(0, MISSES).contains(Answer.ANSWERED));
    }
}
