package org.daywatch.emergencies.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertEnding;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Last Tuesday's lockdown drill at the high school, let out room by room and ended by two, and a call for the nurse two
 * days later.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class AlertsChapter implements DemoChapter {

    private static final LocalDate DRILL = LocalDate.of(2026, 11, 10);
    private static final LocalDate CALL = LocalDate.of(2026, 11, 12);
    private static final List<String> ROOMS = List.of("Room 101", "Room 102", "Room 103", "Room 104", "Library", "Gym",
            "Cafeteria", "Office");

    private final Organizations organizations;
    private final Schools schools;
    private final List<LaneListener> listeners;
    private final AlertCommands commands;
    private final Clock clock;

    AlertsChapter(Organizations organizations, Schools schools, List<LaneListener> listeners, AlertCommands commands,
            Clock clock) {
        this.organizations = organizations;
        this.schools = schools;
        this.listeners = listeners;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 38;
    }

    @Override
    public void tell(DemoStory story) {
        var district = story.the("ironwood");
        var school = story.the("ironwood-high");
        var teacher = new By(
                organizations.join(district, "teacher@demo.daywatch.example", "Quinn Harroway", Role.TEACHER, school),
                "Quinn Harroway", false);
        var office = new By(organizations.join(district, "office@demo.daywatch.example", "Sasha Vandermeer",
                Role.FRONT_OFFICE, school), "Sasha Vandermeer", true);
        var principal = new By(organizations.join(district, "principal@demo.daywatch.example", "Morgan Sedgewick",
                Role.PRINCIPAL, school), "Morgan Sedgewick", true);
        var building = schools.addBuilding(school, "Main building");
        var rooms = new ArrayList<UUID>();
        for (var room : ROOMS) rooms.add(schools.addRoom(school, building, room, "1", null));
        var drill = Ids.next();
        story.remember("lockdown-drill", drill);
        later(story, DRILL, "10:05:00", () -> press(story, drill, AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN,
                principal, null, "Office", "Lockdown drill, announced to families on Friday."));
        later(story, DRILL, "10:05:20", () -> press(story, Ids.next(), AlertStatus.EXERCISE, ProtocolAction.LOCKDOWN,
                teacher, rooms.get(1), "Room 102", ""));
        for (int i = 0; i < rooms.size(); i++) {
            var room = rooms.get(i);
            later(story, DRILL, "10:%02d:10".formatted(10 + i), () -> commands.handle(drill,
                    new AlertCommand.ReleaseRoom(principal, room, Set.copyOf(rooms)), principal.person()));
        }
        later(story, DRILL, "10:18:40", () -> over(drill, principal, rooms, "Eight rooms; 102 had its light on."));
        later(story, DRILL, "10:19:05", () -> over(drill, office, rooms, ""));
        var call = Ids.next();
        later(story, CALL, "13:22:10", () -> press(story, call, AlertStatus.ACTUAL, ProtocolAction.HELP_MEDICAL,
                teacher, rooms.get(1), "Room 102", "A student has fainted; awake now."));
        later(story, CALL, "13:31:00", () -> over(call, office, rooms, "The nurse has taken over."));
    }

    private static void later(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), what);
    }

    private void press(DemoStory story, UUID id, AlertStatus status, ProtocolAction action, By by, @Nullable UUID room,
            String place, String note) {
        var press = new LaneEntry.Press(id, story.agency(), story.the("ironwood"), story.the("ironwood-high"), status,
                action, "", room, place, note, LaneEntry.Source.WEB,
                by.person(), by.name(), null, clock.instant());
        listeners.forEach(listener -> listener.store(List.of(press)));
    }

    private void over(UUID alert, By by, List<UUID> rooms, String why) {
        commands.act(alert, new AlertCommand.SayOver(by, AlertEnding.ALL_CLEAR, Set.copyOf(rooms), why), false)
                .orThrow();
    }
}
