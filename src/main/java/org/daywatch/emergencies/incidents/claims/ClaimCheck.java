package org.daywatch.emergencies.incidents.claims;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.sites.School.Room;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says, held against what the school knows. It says what fits and what does not; it cancels nothing and
 * raises nothing: callers err about numbers, and lists of rooms are never complete.
 */
public final class ClaimCheck {

    private static final int NEAR = 3;

    private ClaimCheck() {}

    /** Somebody who stands in that building and said something. @param room where, by the school's list */
    public record Sign(@Nullable UUID room, Instant at) {}

    /** @param first, last bell; empty on a day without school */
    public record Bells(LocalTime first, LocalTime last) {}

    /** @return each CODE or CODE|what it is about; the first says whether the room exists */
    public static List<String> findings(String room, List<Room> rooms, Optional<Bells> bells, LocalTime now,
            List<Sign> signs) {
        var found = new ArrayList<String>();
        var match = rooms.stream().filter(r -> same(room, r.name())).findFirst();
        if (room.isBlank()) found.add("NO_ROOM_NAMED");
        else if (rooms.isEmpty()) found.add("NO_LIST_OF_ROOMS");
        else if (match.isPresent()) found.add("ROOM_EXISTS|" + match.get().name());
        else found.add("ROOM_UNKNOWN|" + room.strip());
        if (match.isEmpty() && !room.isBlank()) near(room, rooms).forEach(name -> found.add("NEAR|" + name));
        found.add(bells.map(b -> now.isBefore(b.first())
                ? "BEFORE_SCHOOL|" + b.first()
                : now.isAfter(b.last()) ? "AFTER_SCHOOL|" + b.last() : "IN_SESSION").orElse("NO_SCHOOL_TODAY"));
        long inside = signs.stream().filter(s -> match.isPresent() && match.get().id().equals(s.room())).count();
        if (signs.isEmpty()) found.add("NOBODY_HAS_PRESSED");
        else
            if (match.isPresent())
                found.add(inside > 0 ? "PRESSED_IN_ROOM|" + inside : "PRESSED_ELSEWHERE|" + signs.size());
            else
                found.add("PRESSED_ELSEWHERE|" + signs.size());
        return List.copyOf(found);
    }

    /** What an adult who should be in the room has said since the alert. */
    public enum Answer {
        NEEDS_HELP, SAFE, ACKNOWLEDGED, SILENT;

        /** @param reach state of their reach; empty where there is none */
        static Answer of(String reach) {
            return switch (reach) {
                case "NEEDS_HELP" -> NEEDS_HELP;
                case "SAFE" -> SAFE;
                case "ACKNOWLEDGED" -> ACKNOWLEDGED;
                default -> SILENT; // a screen that showed it says nothing of who stood there
            };
        }
    }

    /**
     * @param adults one answer for each who should be there now. @param secured what was last reported of the room, at
     * most one
     */
    public static List<String> adults(List<Answer> adults, List<Boolean> secured) {
        var found = new ArrayList<String>();
        if (adults.isEmpty()) found.add("NO_ADULT_KNOWN");
        for (var answer : Answer.values()) {
            long said = adults.stream().filter(answer::equals).count();
            if (said > 0) found.add("ADULT_" + answer + "|" + said);
        }
        secured.forEach(yes -> found.add(yes ? "ROOM_SECURED" : "ROOM_NOT_SECURED"));
        return List.copyOf(found);
    }

    /** "room 219", "Rm. 219" and "219" are one room; a name is compared without case and spaces. */
    static boolean same(String said, String listed) {
        return plain(said).equals(plain(listed));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\b(room|rm|classroom|salon|salón|aula|no|number)\\b\\.?", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> near(String said, List<Room> rooms) {
        var number = number(said);
        if (number.isEmpty()) return List.of();
        return rooms.stream().filter(r -> number(r.name()).isPresent())
                .sorted(Comparator.comparingInt((Room r) -> Math.abs(number(r.name()).get() - number.get()))
                        .thenComparing(Room::name))
                .limit(NEAR).map(Room::name).toList();
    }

    private static Optional<Integer> number(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? Optional.empty() : Optional.of(Integer.parseInt(digits));
    }
}
