package org.daywatch.emergencies.reach;

import static org.daywatch_db.emergencies.Tables.RECEIPT;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneEntry.Kind;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.ScriptedOutlets;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Elapsed;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Fifty-five people of a school, and a node that has just started. */
abstract class FiftyFivePeople {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired ReachStore reach;
    @Autowired ReachBoard board;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;

    final ScriptedOutlets outlets = new ScriptedOutlets();
    PostedDay day;
    UUID district;
    final Map<UUID, String> staff = new LinkedHashMap<>();
    Visit principal;
    Visit teacher;
    private ReachWatch watch;
    private long nanos;

    @BeforeEach
    void aSchoolWithFiftyFivePeople() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        for (int i = 0; i < 55; i++) {
            var role = i == 0 ? Role.PRINCIPAL : i < 3 ? Role.FRONT_OFFICE : Role.TEACHER;
            String name = "Staff Member %02d".formatted(i);
            UUID person = story.as(district, () -> organizations.join(district,
                    name.replace(' ', '.') + day.cast.suffix() + "@story.example", name, role, day.school));
            staff.put(person, name);
            if (i == 0) principal = visitor.signedIn(person, district, role);
            if (i == 3) teacher = visitor.signedIn(person, district, role);
        }
        beginAnew();
    }

    /** As a node that has just started: it knows nothing but what is stored, and the time of day. */
    final void beginAnew() {
        var elapsed = new Elapsed(clock, () -> nanos);
        watch = new ReachWatch(alerts, people, reach, board, outlets.escalation(app, elapsed), elapsed, clock);
    }

    final void pass(Duration time) {
        clock.move(time);
        nanos += time.toNanos();
    }

    final UUID raise(AlertStatus status, ProtocolAction action) {
        var press = press(Ids.next(), status, action);
        hear(press);
        return press.id();
    }

    final LaneEntry.Press press(UUID id, AlertStatus status, ProtocolAction action) {
        return press(id, status, action, null);
    }

    final LaneEntry.Press press(UUID id, AlertStatus status, ProtocolAction action, @Nullable UUID person) {
        return new LaneEntry.Press(id, day.cast.agency(), district, day.school, status, action, "", null, "", "",
                LaneEntry.Source.WEB, person, person == null ? "Somebody" : staff.get(person), null,
                clock.instant());
    }

    /** As the lane tells it before anything is stored. */
    final void memory(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        if (entry instanceof LaneEntry.Press press) listeners.forEach(l -> l.named(press, press.id()));
    }

    final void hear(LaneEntry entry) {
        listeners.forEach(l -> l.heard(entry));
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(entry))));
    }

    final LaneEntry.Ack ack(UUID alert, UUID person, Kind kind) {
        return new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, alert, 1, kind, person,
                staff.get(person), "", clock.instant());
    }

    final void round() {
        Tenancy.run(Scope.system(day.cast.agency()), () -> watch.round(day.cast.agency()));
    }

    final int count(UUID alert) {
        return story.as(district, () -> db.fetchCount(RECEIPT, RECEIPT.ALERT_ID.eq(alert)));
    }

    final String states(UUID alert, UUID person) {
        return story
                .as(district,
                        () -> reach.of(alert).stream().filter(r -> r.person().equals(person)).findFirst().orElseThrow())
                .state().code();
    }
}
