package org.daywatch.emergencies.floorplans;

import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.REACH;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.sites.SchoolRooms;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.accountability.RollUp;
import org.daywatch.emergencies.accountability.RollUp.Standing;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.floorplans.LiveRooms.Pressed;
import org.daywatch.emergencies.floorplans.LiveRooms.Said;
import org.daywatch.platform.tenancy.OnBehalf;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the rooms of a school are during an alert. Roll calls are the district's: they are read in its name, and only
 * rooms come back.
 */
@Component
@Transactional(readOnly = true)
public class RoomsInAlert {

    private final DSLContext db;
    private final SchoolRooms rooms;
    private final RollQueries roll;
    private final ClassRosters rosters;
    private final OnBehalf onBehalf;

    RoomsInAlert(DSLContext db, SchoolRooms rooms, RollQueries roll, ClassRosters rosters, OnBehalf onBehalf) {
        this.rosters = rosters;
        this.db = db;
        this.rooms = rooms;
        this.roll = roll;
        this.onBehalf = onBehalf;
    }

    /** @param alert as its reader sees it */
    public LiveRooms of(Alert alert) {
        var presses = db.selectFrom(PRESS).where(PRESS.ALERT_ID.eq(alert.id())).orderBy(PRESS.SEQ)
                .fetch(r -> new Pressed(r.getRoomId(), r.getPlace(), r.getAcceptedAt()));
        var said = new ArrayList<Said>();
        onBehalf.run(alert.districtId(), () -> roll.ofAlert(alert.id()).ifPresent(
                call -> said.addAll(said(roll.rollUp(call), adultsWhoNeedHelp(alert.id())))));
        return LiveRooms.of(alert, rooms.of(alert.schoolId()), presses, said);
    }

    private static List<Said> said(RollUp up, Set<String> adults) {
        var hurt = new HashSet<UUID>();
        for (var line : up.exceptions()) {
            if (line.standing() != Standing.INJURED && line.standing() != Standing.NEEDS_HELP) continue;
            var where = line.seenIn() == null ? line.expectedIn() : line.seenIn();
            if (where != null) hurt.add(where.id());
        }
        return up.rooms().stream().map(room -> new Said(room.place().room(), room.secured(),
                hurt.contains(room.place().id()) || adult(room.place(), adults))).toList();
    }

    private static boolean adult(RollCall.Place place, Set<String> adults) {
        return place.emails().stream().anyMatch(adults::contains);
    }

    /** Who answered the alert with a call for help, by the e-mail their account and the roster have in common. */
    private Set<String> adultsWhoNeedHelp(UUID alert) {
        return db.select(REACH.PERSON_ID).from(REACH).where(REACH.ALERT_ID.eq(alert))
                .and(REACH.STATE.eq("NEEDS_HELP")).fetch(REACH.PERSON_ID).stream()
                .flatMap(person -> rosters.emailOf(person).stream()).map(email -> email.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
