package org.daywatch.emergencies.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan.Kind;
import org.daywatch.directory.plans.SitePlan.Mark;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.School.Room;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.pathtests.PathTest;
import org.daywatch.emergencies.pathtests.PathTestStore;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Two Tuesdays on which the way to the high school's screens was tried in silence: the gym's stayed dark both times,
 * one in the library came back.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class PathTestsChapter implements DemoChapter {

    private static final List<LocalDate> TESTS = List.of(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 10));
    /** Where each room lies on the plan: percent from the left edge, percent from the upper one. */
    private static final Map<String, int[]> LIES = Map.of("Room 101", new int[] {30, 54}, "Room 102",
            new int[] {30, 74}, "Room 103", new int[] {69, 57}, "Room 104", new int[] {77, 70},
            "Library", new int[] {42, 82}, "Gym", new int[] {24, 40}, "Cafeteria", new int[] {50, 30}, "Office",
            new int[] {57, 73});
    private static final Set<String> DARK = Set.of("Gym");
    private static final UUID NOBODY = new UUID(0, 0);

    private final Organizations organizations;
    private final Campuses campuses;
    private final SchoolRooms rooms;
    private final SitePlans plans;
    private final PathTestStore tests;
    private final List<LaneListener> listeners;
    private final AlertCommands commands;
    private final Clock clock;

    PathTestsChapter(Organizations organizations, Campuses campuses, SchoolRooms rooms, SitePlans plans,
            PathTestStore tests, List<LaneListener> listeners, AlertCommands commands, Clock clock) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.rooms = rooms;
        this.plans = plans;
        this.tests = tests;
        this.listeners = listeners;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        var devices = LIES.keySet().stream().collect(Collectors.toMap(Function.identity(), place -> Ids.next()));
        story.whenItIs(LocalDate.of(2026, 10, 2), LocalTime.of(7, 30), () -> stand(story, devices));
        for (var day : TESTS) {
            var test = Ids.next();
            story.whenItIs(day, LocalTime.of(10, 20), () -> begin(story, test, day));
            story.whenItIs(day, LocalTime.of(10, 20, 2), () -> answer(story, test, day, devices));
            story.whenItIs(day, LocalTime.of(10, 30), () -> end(story, test, day));
        }
    }

    private void stand(DemoStory story, Map<String, UUID> devices) {
        var campus = campuses.find(story.the("ironwood-high")).orElseThrow();
        var known = rooms.of(campus.id()).stream().filter(room -> LIES.containsKey(room.name())).toList();
        for (var room : known)
            tests.name(devices.get(room.name()), story.agency(), campus, room.id(), room.name(), "Sasha Vandermeer",
                    clock.instant());
        Tenancy.run(Scope.system(story.the("ironwood")),
                () -> known.forEach(room -> plans.place(campus, story.the("plan ironwood-high"), mark(room))));
    }

    private static Mark mark(Room room) {
        var lies = LIES.get(room.name());
        return new Mark(Ids.next(), Kind.ROOM, room.id(), room.name(), lies[0], lies[1]);
    }

    private void begin(DemoStory story, UUID test, LocalDate day) {
        var press = new LaneEntry.Press(test, story.agency(), story.the("ironwood"), story.the("ironwood-high"),
                AlertStatus.TEST, ProtocolAction.HOLD, "", null, "", "", LaneEntry.Source.WEB,
                null, "Daywatch", null, clock.instant());
        listeners.forEach(listener -> listener.store(List.of(press)));
        tests.add(of(story, test, day));
    }

    /** In the first week a screen in the library was off. */
    private void answer(DemoStory story, UUID test, LocalDate day, Map<String, UUID> devices) {
        var office = organizations.join(story.the("ironwood"), "office@demo.daywatch.example", "Sasha Vandermeer",
                Role.FRONT_OFFICE, story.the("ironwood-high"));
        devices.forEach((place, device) -> {
            if (DARK.contains(place) || place.equals("Library") && day.equals(TESTS.getFirst())) return;
            var heard = new LaneEntry.Ack(Ids.next(), story.agency(), story.the("ironwood"), story.the("ironwood-high"),
                    test, 1, LaneEntry.Kind.DELIVERED, office, "Sasha Vandermeer",
                    device.toString(), clock.instant());
            listeners.forEach(listener -> listener.store(List.of(heard)));
        });
    }

    private void end(DemoStory story, UUID test, LocalDate day) {
        commands.handle(test, new AlertCommand.SayOver(new AlertCommand.By(NOBODY, "Daywatch", true),
                AlertEnding.ALL_CLEAR, Set.of(story.the("ironwood-high")), ""), NOBODY);
        tests.end(of(story, test, day), clock.instant());
    }

    private PathTest of(DemoStory story, UUID test, LocalDate day) {
        return new PathTest(story.agency(), story.the("ironwood"), story.the("ironwood-high"),
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), test, clock.instant(), null);
    }
}
