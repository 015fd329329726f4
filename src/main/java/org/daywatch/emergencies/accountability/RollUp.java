package org.daywatch.emergencies.accountability;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.accountability.RollCall.Person;
import org.daywatch.emergencies.accountability.RollCall.Place;
import org.daywatch.emergencies.accountability.RollCall.Report;
import org.daywatch.emergencies.accountability.RollCall.Says;
import org.daywatch.emergencies.accountability.RollCall.Statement;
import org.jspecify.annotations.Nullable;

/** What follows from all that was said, computed anew each time; a pure function of its rows. */
public record RollUp(Map<Standing, Integer> counts, List<Line> exceptions, List<Room> rooms, Map<UUID, Line> lines,
        Optional<Duration> fullAfter) {

    /** Worst first. */
    public enum Standing { INJURED, NEEDS_HELP, MISSING, UNKNOWN, PRESENT }

    /** @param seenIn the room that has them, where it is not their own. @param since when it was said */
    public record Line(Person person, Standing standing, @Nullable Place expectedIn, @Nullable Place seenIn,
            @Nullable Instant since) {}

    /** How many were spoken of as something else than present. */
    public static long notPresent(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.standing != Standing.PRESENT && line.standing != Standing.UNKNOWN).count();
    }

    public enum Answer { NO_RESPONSE, IN_PROGRESS, COMPLETE }

    /** @param secured null: nobody has said so. @param accounted spoken of, those who are missing among them */
    public record Room(Place place, Answer answer, @Nullable Boolean secured, int expected, int accounted, int missing,
            String by) {

        /** In somebody's sight. */
        public int seen() {
            return accounted - missing;
        }
    }

    /**
     * @param told since when the school is told what it is told now: a room that was secured before, and may have been
     * let out since, has not said so of this
     */
    public static RollUp of(Instant begun, Instant told, List<Place> places, List<Person> people,
            List<Statement> statements, List<Report> reports) {
        Map<UUID, Place> byId = new HashMap<>();
        places.forEach(p -> byId.put(p.id(), p));
        Map<UUID, List<Statement>> said = new HashMap<>();
        statements.forEach(s -> said.computeIfAbsent(s.person(), p -> new ArrayList<>()).add(s));
        Map<UUID, Line> lines = new HashMap<>();
        Map<Standing, Integer> counts = new HashMap<>();
        for (var standing : Standing.values()) counts.put(standing, 0);
        for (var person : people) {
            var line = line(person, said.getOrDefault(person.id(), List.of()), byId);
            lines.put(person.id(), line);
            counts.merge(line.standing(), 1, Integer::sum);
        }
        var exceptions = lines.values().stream().filter(l -> l.standing() != Standing.PRESENT)
                .sorted(Comparator.comparing(Line::standing).thenComparing(l -> l.person().kind())
                        .thenComparing(l -> l.person().name()))
                .toList();
        return new RollUp(Map.copyOf(counts), exceptions, rooms(told, places, lines.values(), reports), lines,
                full(begun, counts, said));
    }

    /**
     * Each room's last word counts. A room that has somebody in sight is believed before one that misses them; of two
     * that have them the later one. Only when nobody has them does a "missing" stand.
     */
    private static Line line(Person person, List<Statement> said, Map<UUID, Place> places) {
        Map<Optional<UUID>, Statement> last = new HashMap<>();
        for (var s : said) last.merge(Optional.ofNullable(s.placeId()), s, (a, b) -> b.at().isBefore(a.at()) ? a : b);
        var decisive = last.values().stream().filter(s -> s.says() != Says.MISSING)
                .max(Comparator.comparing(Statement::at))
                .or(() -> last.values().stream().max(Comparator.comparing(Statement::at))).orElse(null);
        var expected = person.placeId() == null ? null : places.get(person.placeId());
        if (decisive == null) return new Line(person, Standing.UNKNOWN, expected, null, null);
        var seenIn = decisive.placeId() == null || decisive.says() == Says.MISSING
                || decisive.placeId().equals(person.placeId()) ? null : places.get(decisive.placeId());
        return new Line(person, Standing.valueOf(decisive.says().name()), expected, seenIn, decisive.at());
    }

    private static List<Room> rooms(Instant told, List<Place> places, Collection<Line> lines, List<Report> reports) {
        Map<UUID, int[]> tally = new HashMap<>();
        for (var line : lines) {
            if (line.person().placeId() == null) continue;
            var t = tally.computeIfAbsent(line.person().placeId(), p -> new int[3]);
            t[0]++;
            if (line.standing() != Standing.UNKNOWN) t[1]++;
            if (line.standing() == Standing.MISSING) t[2]++;
        }
        Map<UUID, List<Report>> of = new HashMap<>();
        reports.stream().filter(r -> r.placeId() != null).sorted(Comparator.comparing(Report::saidAt))
                .forEach(r -> of.computeIfAbsent(r.placeId(), p -> new ArrayList<>()).add(r));
        return places.stream()
                .map(place -> room(told, place, tally.getOrDefault(place.id(), new int[3]),
                        of.getOrDefault(place.id(), List.of())))
                .sorted(Comparator.comparing(Room::answer).thenComparing(r -> Boolean.TRUE.equals(r.secured()))
                        .thenComparing(r -> r.place().title()))
                .toList();
    }

    private static Room room(Instant told, Place place, int[] tally, List<Report> reports) {
        Boolean secured = null;
        String by = "";
        for (var report : reports) {
            if (report.secured() != null && !report.saidAt().isBefore(told)) secured = report.secured();
            by = report.by();
        }
        var answer = reports.isEmpty()
                ? Answer.NO_RESPONSE
                : tally[1] < tally[0] ? Answer.IN_PROGRESS : Answer.COMPLETE;
        return new Room(place, answer, secured, tally[0], tally[1], tally[2], by);
    }

    /**
     * From the alert until the last of all was in somebody's sight for the first time; empty while one is unknown or
     * missing.
     */
    private static Optional<Duration> full(Instant begun, Map<Standing, Integer> counts,
            Map<UUID, List<Statement>> said) {
        if (counts.get(Standing.UNKNOWN) + counts.get(Standing.MISSING) > 0 || said.isEmpty()) return Optional.empty();
        return said.values().stream()
                .map(all -> all.stream().filter(s -> s.says() != Says.MISSING).map(Statement::at)
                        .min(Comparator.naturalOrder()).orElse(begun))
                .max(Comparator.naturalOrder()).map(last -> Duration.between(begun, last));
    }

    /**
     * Exceptions that are about one person: all but the unknown of rooms that have not answered, for whom the room is
     * asked.
     */
    public List<Line> single() {
        var silent = silent().stream().map(r -> r.place().id()).collect(java.util.stream.Collectors.toSet());
        return exceptions.stream().filter(l -> l.standing() != Standing.UNKNOWN || l.person().placeId() == null
                || !silent.contains(l.person().placeId())).toList();
    }

    /** Rooms that have not answered. */
    public List<Room> silent() {
        return rooms.stream().filter(r -> r.answer() == Answer.NO_RESPONSE && r.accounted() < r.expected()).toList();
    }

    public int expected() {
        return lines.size();
    }

    public int count(Standing standing) {
        return counts.getOrDefault(standing, 0);
    }

    public long answered() {
        return rooms.stream().filter(r -> r.answer() != Answer.NO_RESPONSE).count();
    }

    public long secured() {
        return rooms.stream().filter(r -> Boolean.TRUE.equals(r.secured())).count();
    }
}
