package org.daywatch.emergencies.floorplans;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.directory.plans.SitePlans;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.accountability.AlertsAtSchool;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollCalls;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp;
import org.daywatch.emergencies.accountability.RoomReport;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** A school with four classes, five rooms, and a plan that shows four of them, a door and the keys. */
class PlannedSchool {

    private static final String PLAN = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" width="400" height="240"><rect x="5" y="5" \
            width="390" height="230" fill="none" stroke="black" stroke-width="3"/><path d="M5 110H395M5 140H395M100 5V110\
            M200 5V110M300 5V110M150 140V235" stroke="black"/></svg>""";

    final Story.Cast cast;
    final SchoolRoll school;
    final Campus campus;
    final List<UUID> rooms;
    final UUID plan;
    private final ApplicationContext app;
    private final Story story;

    PlannedSchool(ApplicationContext app) {
        this.app = app;
        story = app.getBean(Story.class);
        var db = app.getBean(DSLContext.class);
        var plans = app.getBean(SitePlans.class);
        cast = story.cast();
        school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 4, 3));
        rooms = story.as(cast.agency(), () -> {
            var schools = app.getBean(Schools.class);
            var building = schools.addBuilding(school.school(), "Main");
            return List.of("Room R100", "Room R101", "Room R102", "Room R103", "Library").stream()
                    .map(name -> schools.addRoom(school.school(), building, name, "1", null)).toList();
        });
        campus = story.as(cast.mesquite(),
                () -> app.getBean(Campuses.class).find(school.school()).orElseThrow());
        story.as(cast.mesquite(), () -> app.getBean(Organizations.class).join(cast.mesquite(),
                "director" + cast.suffix() + "@story.example", "Robin Sage", Role.SAFETY_DIRECTOR, null));
        plan = story.as(cast.mesquite(), () -> {
            var id = plans.add(cast.coordinator(), campus, "Main building, ground floor",
                    PLAN.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 4; i++)
                plans.place(campus, id, new SitePlan.Mark(Ids.next(), SitePlan.Kind.ROOM, rooms.get(i),
                        "Room R10" + i, 12 + 25 * i, 20));
            plans.place(campus, id, new SitePlan.Mark(Ids.next(), SitePlan.Kind.DOOR, null, "Door 1", 50, 96));
            plans.place(campus, id, new SitePlan.Mark(Ids.next(), SitePlan.Kind.KEYS, null, "Key box", 10, 52));
            return id;
        });
    }

    void removePlan() {
        story.run(cast.mesquite(), () -> app.getBean(SitePlans.class).remove(campus, plan));
    }

    UUID member(String who, Role role) {
        return story.as(cast.mesquite(), () -> app.getBean(Organizations.class).join(cast.mesquite(),
                who + cast.suffix() + "@story.example", "Robin Sage", role, school.school()));
    }

    UUID lockdown(AlertStatus status) {
        var press = new LaneEntry.Press(Ids.next(), cast.agency(), cast.mesquite(), school.school(), status,
                ProtocolAction.LOCKDOWN, "", rooms.get(1), "Room R101", "", LaneEntry.Source.WEB, null, "Ana Cruz",
                null, app.getBean(TestClock.class).instant());
        app.getBeansOfType(LaneListener.class).values().forEach(listener -> listener.store(List.of(press)));
        story.run(cast.mesquite(), () -> app.getBean(RollCalls.class)
                .begin(app.getBean(AlertsAtSchool.class).find(press.id()).orElseThrow()));
        return press.id();
    }

    void report(UUID alert, int group, boolean secured, RollCall.Says one) {
        story.run(cast.mesquite(), () -> {
            var roll = app.getBean(RollQueries.class);
            var call = roll.ofAlert(alert).orElseThrow();
            var up = roll.rollUp(call);
            var place = up.rooms().stream().map(RollUp.Room::place).filter(p -> p.room().equals("R10" + group))
                    .findFirst().orElseThrow();
            var student = up.lines().values().stream()
                    .filter(line -> line.expectedIn() != null && line.expectedIn().id().equals(place.id())).findFirst()
                    .orElseThrow().person().id();
            app.getBean(RollCalls.class).report(
                    new Actor(cast.coordinator(), "Sam Sage", cast.mesquite(), "Mesquite", Role.TEACHER,
                            Role.TEACHER.defaults(), school.school(), Capacity.NONE, Ids.next(),
                            "en"),
                    call,
                    new RoomReport(Ids.next(), place.id(), RollCall.Source.PHONE, Map.of(student, one), List.of(),
                            secured, null));
        });
    }
}
