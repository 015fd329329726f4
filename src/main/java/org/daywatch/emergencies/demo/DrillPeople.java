package org.daywatch.emergencies.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.accountability.AlertsAtSchool;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollCalls;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp;
import org.daywatch.emergencies.accountability.RoomReport;
import org.daywatch.emergencies.alerts.AlertCommand.By;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.ReachWatch;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The staff of the high school, and what each of them does in a drill: sees it, presses, reports a room. */
@Component
@ConditionalOnProperty("daywatch.demo")
class DrillPeople {

    /** Class by teacher: whose account and whose class share an e-mail. */
    private static final Map<String, String> TEACHERS = Map.of("English 9", "Imani Calloway", "Biology",
            "Desmond Okafor-Lindt", "U.S. History", "Paloma Reyes-Whitlock",
            "Physical Education", "Gareth Stillwater", "Reading", "Noor Ferncastle");
    private static final Map<String, String> EMAILS = Map.of("English 9", "imani.calloway", "Biology", "desmond.okafor",
            "U.S. History", "paloma.reyes",
            "Physical Education", "gareth.stillwater", "Reading", "noor.ferncastle");

    private final Organizations organizations;
    private final Campuses campuses;
    private final List<LaneListener> listeners;
    private final AlertsAtSchool alerts;
    private final RollCalls calls;
    private final RollQueries rolls;
    private final ReachWatch reach;
    private final OfficerSchools officers;
    private final Clock clock;

    DrillPeople(Organizations organizations, Campuses campuses, List<LaneListener> listeners, AlertsAtSchool alerts,
            RollCalls calls, RollQueries rolls, ReachWatch reach,
            OfficerSchools officers, Clock clock) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.listeners = listeners;
        this.alerts = alerts;
        this.calls = calls;
        this.rolls = rolls;
        this.reach = reach;
        this.officers = officers;
        this.clock = clock;
    }

    static void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), what);
    }

    Campus school(DemoStory story) {
        return campuses.find(story.the("ironwood-high")).orElseThrow();
    }

    By principal(DemoStory story) {
        return new By(join(story, "principal@demo.daywatch.example", "Morgan Sedgewick", Role.PRINCIPAL),
                "Morgan Sedgewick", true);
    }

    By office(DemoStory story) {
        return new By(join(story, "office@demo.daywatch.example", "Sasha Vandermeer", Role.FRONT_OFFICE),
                "Sasha Vandermeer", true);
    }

    /** Teachers by their class. */
    Map<String, By> teachers(DemoStory story) {
        var all = new LinkedHashMap<String, By>();
        all.put("Algebra 1", new By(join(story, "teacher@demo.daywatch.example", "Quinn Harroway", Role.TEACHER),
                "Quinn Harroway", false));
        TEACHERS.keySet().stream().sorted().forEach(title -> all.put(title,
                new By(join(story, EMAILS.get(title) + "@staff.daywatch.example", TEACHERS.get(title), Role.TEACHER),
                        TEACHERS.get(title), false)));
        return all;
    }

    private UUID join(DemoStory story, String email, String name, Role role) {
        return organizations.join(story.the("ironwood"), email, name, role, story.the("ironwood-high"));
    }

    void press(DemoStory story, UUID id, ProtocolAction action, By by, String place, String note) {
        var press = new LaneEntry.Press(id, story.agency(), story.the("ironwood"), story.the("ironwood-high"),
                AlertStatus.EXERCISE, action, "", null, place, note,
                LaneEntry.Source.WEB, by.person(), by.name(), clock.instant().minusMillis(420), clock.instant());
        listeners.forEach(listener -> listener.store(List.of(press)));
    }

    /** What somebody's screen or they themselves answer. */
    void answer(DemoStory story, UUID alert, By by, LaneEntry.Kind kind) {
        answer(story, alert, by.person(), by.name(), kind);
    }

    private void answer(DemoStory story, UUID alert, UUID person, String name, LaneEntry.Kind kind) {
        var ack = new LaneEntry.Ack(Ids.next(), story.agency(), story.the("ironwood"), story.the("ironwood-high"),
                alert, 1, kind, person, name, "", clock.instant());
        listeners.forEach(listener -> listener.store(List.of(ack)));
    }

    /** Officers who stand at the school see it on their phones. */
    void officersSee(DemoStory story, UUID alert) {
        officers.at(story.the("ironwood-high"))
                .forEach((person, name) -> answer(story, alert, person, name, LaneEntry.Kind.ACKNOWLEDGED));
    }

    void lookAround(DemoStory story) {
        Tenancy.run(Scope.system(story.agency()), () -> reach.round(story.agency()));
    }

    void beginRollCall(DemoStory story, UUID alert) {
        asDistrict(story, () -> alerts.find(alert).ifPresent(calls::begin));
    }

    RollCall rollCall(UUID alert) {
        return rolls.ofAlert(alert).orElseThrow();
    }

    /**
     * The whole class is there, but for those named by their number in it, counted from 0. @param extra somebody of
     * another class beside them
     */
    void report(DemoStory story, UUID alert, By teacher, String title, Map<Integer, RollCall.Says> but,
            String... extra) {
        asDistrict(story, () -> {
            var call = rollCall(alert);
            var up = rolls.rollUp(call);
            var place = up.rooms().stream().map(RollUp.Room::place).filter(p -> p.title().equals(title)).findFirst()
                    .orElseThrow();
            var students = up.lines().values().stream().map(RollUp.Line::person)
                    .filter(p -> place.id().equals(p.placeId()))
                    .sorted(java.util.Comparator.comparing(RollCall.Person::name)).toList();
            var says = new LinkedHashMap<UUID, RollCall.Says>();
            for (int i = 0; i < students.size(); i++)
                says.put(students.get(i).id(), but.getOrDefault(i, RollCall.Says.PRESENT));
            for (String name : extra)
                up.lines().values().stream().map(RollUp.Line::person).filter(p -> p.name().equals(name))
                        .forEach(p -> says.put(p.id(), RollCall.Says.PRESENT));
            calls.report(actor(story, teacher, Role.TEACHER), call,
                    new RoomReport(Ids.next(), place.id(), RollCall.Source.PHONE, says, List.of(), true, null));
        });
    }

    /** The name of a student by their number in their class, counted from 0. */
    String student(UUID alert, String title, int number) {
        var up = rolls.rollUp(rollCall(alert));
        return up.lines().values().stream().filter(l -> l.expectedIn() != null && l.expectedIn().title().equals(title))
                .map(l -> l.person().name()).sorted().skip(number).findFirst().orElseThrow();
    }

    /** Whoever nobody has spoken of, or misses, was found: said at the command post. */
    void findEverybody(DemoStory story, UUID alert, By by) {
        asDistrict(story, () -> {
            var call = rollCall(alert);
            var says = new LinkedHashMap<UUID, RollCall.Says>();
            rolls.rollUp(call).exceptions().stream()
                    .filter(l -> l.standing() == RollUp.Standing.UNKNOWN || l.standing() == RollUp.Standing.MISSING)
                    .forEach(l -> says.put(l.person().id(), RollCall.Says.PRESENT));
            calls.report(actor(story, by, Role.PRINCIPAL), call,
                    new RoomReport(Ids.next(), null, RollCall.Source.POST, says, List.of(), null, null));
        });
    }

    void asDistrict(DemoStory story, Runnable what) {
        Tenancy.run(Scope.system(story.the("ironwood")), what);
    }

    private static Actor actor(DemoStory story, By by, Role role) {
        return new Actor(by.person(), by.name(), story.the("ironwood"), "Ironwood Valley Unified District", role,
                role.defaults(), story.the("ironwood-high"), Capacity.NONE, Ids.next(), "en");
    }
}
