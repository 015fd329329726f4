package org.daywatch.prevention.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.checkpoints.CheckpointCommands;
import org.daywatch.prevention.checkpoints.CheckpointForm;
import org.daywatch.prevention.checkpoints.CheckpointStore;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.By;
import org.daywatch.prevention.rounds.RoundCommands;
import org.daywatch.prevention.rounds.Sighting;
import org.daywatch.prevention.rounds.Sighting.Done;
import org.daywatch.prevention.rounds.Sighting.Reason;
import org.daywatch.prevention.rounds.Sighting.Result;
import org.daywatch.prevention.rounds.Sighting.Way;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Checkpoints of two schools and their weekly door sweeps since October: the high school's office walks them on
 * Mondays, missed one week, and found the gym door three times; the middle school's principal began in November, an
 * elementary school walks on Tuesdays and has today's before it. A patrol and an inspection of cameras stand between
 * them.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class RoundsChapter implements DemoChapter {

    private static final LocalDate ENTERED = LocalDate.of(2026, 9, 28);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    private static final LocalDate MISSED = LocalDate.of(2026, 10, 26);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 16);

    private static final Duration PACE = Duration.ofSeconds(100);

    /** Kind, name, place, outer, days. */
    private static final List<String> HIGH = List.of("DOOR|Main entrance|Front, by the office|outer|",
            "DOOR|Door 2|East hall, by 101|outer|", "DOOR|Door 3|East hall, by 110|outer|",
            "DOOR|Gym door 4|Gym, north side|outer|", "DOOR|Gym door 5|Gym, loading side|outer|",
            "DOOR|Door 6|Cafeteria, by the kitchen|outer|", "DOOR|Door 7|Cafeteria patio|outer|",
            "DOOR|Door 8|West hall, by 140|outer|", "DOOR|Door 9|West hall, by 152|outer|",
            "DOOR|Library door 10|Library annex|outer|", "DOOR|Door 11|Science wing, south|outer|",
            "DOOR|Door 12|Science wing, roof stairs|outer|", "DOOR|Band room door 13|Music wing|outer|",
            "DOOR|Auditorium door 14|Stage side|outer|", "GATE|Bus loop gate|Quail Run|outer|",
            "GATE|Staff lot gate|Ironwood Drive|outer|", "FENCE|Canal fence|South edge, 400 ft|inner|",
            "LOCK|Lock of the custodian’s room|East hall, 118|inner|", "CAMERA|Camera 3|East hall|inner|",
            "CAMERA|Camera 9|Cafeteria hall|inner|", "CAMERA|Camera 12|Bus loop|inner|14",
            "RADIO|Radio 1|Front office|inner|7", "RADIO|Radio 4|Gym office|inner|7");
    private static final List<String> MIDDLE = List.of("DOOR|Main entrance|Front|outer|",
            "DOOR|Door A|North hall|outer|", "DOOR|Door B|South hall|outer|", "DOOR|Gym door|Gym|outer|",
            "DOOR|Kitchen door|Cafeteria|outer|", "GATE|Field gate|East fence|outer|",
            "CAMERA|Camera 1|Entrance|inner|", "RADIO|Radio 1|Front office|inner|7");

    /** Of the elementary school at which an officer is on post when the demonstration opens. */
    private static final List<String> THISTLE = List.of("DOOR|Main entrance|Front, by the office|outer|",
            "DOOR|Door 2|Kindergarten wing|outer|", "DOOR|Door 3|Library|outer|",
            "DOOR|Door 4|Multipurpose room|outer|",
            "DOOR|Door 5|Cafeteria, by the kitchen|outer|", "DOOR|Door 6|Portable classrooms|outer|",
            "GATE|Bus gate|Thistle Lane|outer|", "GATE|Playground gate|East side|outer|",
            "FENCE|Wash fence|North edge, 300 ft|inner|", "CAMERA|Camera 1|Front door|inner|14",
            "RADIO|Radio 1|Front office|inner|7");

    private final Organizations organizations;
    private final Campuses campuses;
    private final CheckpointCommands checkpoints;
    private final CheckpointStore store;
    private final RoundCommands rounds;

    RoundsChapter(Organizations organizations, Campuses campuses, CheckpointCommands checkpoints, CheckpointStore store,
            RoundCommands rounds) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.checkpoints = checkpoints;
        this.store = store;
        this.rounds = rounds;
    }

    /** Somebody who walks, and where. */
    private record Going(UUID agency, Campus school, Walker walker) {

        By by() {
            return new By(walker.person(), walker.name());
        }
    }

    /** Before the officers’ files, which take the story into October. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public void tell(DemoStory story) {
        var high = going(story, "ironwood-high", "office@demo.daywatch.example", "Sasha Vandermeer", Role.FRONT_OFFICE);
        var middle = going(story, "kestrel", "principal.kestrel@demo.daywatch.example", "Avery Lindqvist",
                Role.PRINCIPAL);
        at(story, ENTERED, "15:30", () -> enter(high, HIGH, "Morgan Sedgewick"));
        at(story, ENTERED, "16:10", () -> enter(middle, MIDDLE, "Avery Lindqvist"));
        var thistle = new Going(story.agency(), thistle(story), new Walker(new UUID(70, 2), "Rowan Teasdale", null));
        at(story, ENTERED, "16:20", () -> enter(thistle, THISTLE, "Taylor Winslow"));
        for (var monday = FIRST; !monday.isAfter(LAST); monday = monday.plusWeeks(1)) {
            if (!monday.equals(MISSED)) walk(story, high, monday, "07:08", Kind.SWEEP, "", found(monday));
            if (monday.isBefore(LAST))
                walk(story, thistle, monday.plusDays(1), "08:05", Kind.SWEEP, "", atThistle(monday.plusDays(1)));
            if (monday.isAfter(MISSED) && monday.isBefore(LAST))
                walk(story, middle, monday.plusDays(1), "07:30", Kind.SWEEP, "", Map.of());
        }
        walk(story, high, LocalDate.of(2026, 11, 4), "13:25", Kind.INSPECTION, "CAMERA",
                Map.of("Camera 9", new Look(Result.BROKEN, Done.TOLD, "No picture since the weekend.")));
        walk(story, high, LocalDate.of(2026, 11, 6), "12:05", Kind.PATROL, "GATE", Map.of());
    }

    /** What was found, beside what is right. */
    private record Look(Result result, Done done, String note) {}

    /** On the mornings on which something was wrong. */
    private static Map<String, Look> found(LocalDate day) {
        return switch (day.toString()) {
            case "2026-10-12" -> Map.of("Gym door 4",
                    new Look(Result.UNLOCKED, Done.SECURED, "The latch catches only when pulled hard."));
            case "2026-10-19" -> Map.of("Gym door 4", new Look(Result.BROKEN, Done.GUARDED, "Latch does not close."),
                    "Door 7", new Look(Result.PROPPED, Done.SECURED, "A wedge; taken away."));
            case "2026-11-02" -> Map.of("Door 12", new Look(Result.NOT_REACHED, Done.UNSAID, "Roof work."));
            case "2026-11-09" -> Map.of("Gym door 4", new Look(Result.BROKEN, Done.TOLD, ""));
            default -> Map.of();
        };
    }

    private static Map<String, Look> atThistle(LocalDate day) {
        return day.equals(LocalDate.of(2026, 11, 10))
                ? Map.of("Playground gate", new Look(Result.UNLOCKED, Done.SECURED, "The chain was open."))
                : Map.of();
    }

    private Campus thistle(DemoStory story) {
        var campus = campuses.list(CalendarScope.all(story.the("ironwood"))).stream()
                .filter(c -> c.name().equals("Desert Thistle School")).findFirst().orElseThrow();
        story.remember("thistle", campus.id());
        return campus;
    }

    private void enter(Going g, List<String> lines, String by) {
        int position = 0;
        for (var line : lines) {
            var cells = line.split("\\|", -1);
            position += 10;
            checkpoints.add(g.agency(), g.school(),
                    CheckpointForm.read(Map.of("kind", cells[0], "name", cells[1], "place", cells[2], "outer",
                            cells[3].equals("outer") ? "yes" : "no",
                            "every", cells[4], "position", String.valueOf(position))),
                    by);
        }
    }

    /** @param time when it was over. @param kind of the checkpoints that are passed; empty: every outer door */
    private void walk(DemoStory story, Going g, LocalDate day, String time, Kind round, String kind,
            Map<String, Look> found) {
        var over = day.atTime(LocalTime.parse(time)).atZone(DemoStory.ZONE).toInstant();
        at(story, day, time, () -> {
            var id = Ids.next();
            var passed = store.active(List.of(g.school().id())).stream()
                    .filter(c -> kind.isEmpty() ? c.outer() : c.kind().name().equals(kind)).toList();
            var at = over.minus(PACE.multipliedBy(passed.size()));
            rounds.start(g.agency(), id, g.school(), round, g.walker(), at);
            for (var c : passed) {
                at = at.plus(PACE);
                see(g, id, c, found.getOrDefault(c.name(), new Look(Result.AS_IT_MUST_BE, Done.UNSAID, "")), at);
            }
            rounds.finish(id, over, g.by());
        });
    }

    private void see(Going g, UUID round, Checkpoint c, Look look, Instant at) {
        rounds.see(new Sighting(Ids.next(), round, c.id(), look.result(),
                look.result() == Result.NOT_REACHED ? Reason.UNSAFE : Reason.NONE, look.done(), look.note(),
                c.outer() ? Way.QR : Way.LIST, at, null), g.by());
    }

    private Going going(DemoStory story, String school, String email, String name, Role role) {
        UUID person = organizations.join(story.the("ironwood"), email, name, role, story.the(school));
        return new Going(story.agency(), campuses.find(story.the(school)).orElseThrow(),
                new Walker(person, name, null));
    }

    private void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()), what));
    }
}
