package org.daywatch.staffing.duty;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CheckInPlaces;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.RolePermissions;
import org.daywatch.staffing.duty.MyDay.Step;
import org.daywatch.staffing.hoursleft.HoursLeft;
import org.daywatch.staffing.hoursleft.HoursLeftQueries;
import org.daywatch.staffing.officers.OfficerAccounts;
import org.daywatch.staffing.shifts.PunctualityRules;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftQueries.Card;
import org.daywatch.staffing.shifts.ShiftQueries;
import org.daywatch.staffing.sitepacks.SitePackReaders;
import org.daywatch.staffing.sitepacks.SitePackStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an officer's day together. */
@Component
@Transactional(readOnly = true)
class MyDayQueries {

    private static final int SHOWN = 8;

    private final ShiftQueries shifts;
    private final PunctualityRules rules;
    private final CheckInPlaces places;
    private final SitePackStore packs;
    private final DutyStore duties;
    private final OfficerAccounts officers;
    private final HoursLeftQueries standings;
    private final RolePermissions permissions;
    private final SitePackReaders readers;
    private final Clock clock;

    MyDayQueries(ShiftQueries shifts, PunctualityRules rules, CheckInPlaces places, SitePackStore packs,
            DutyStore duties,
            OfficerAccounts officers, HoursLeftQueries standings, RolePermissions permissions,
            SitePackReaders readers, Clock clock) {
        this.shifts = shifts;
        this.rules = rules;
        this.places = places;
        this.packs = packs;
        this.duties = duties;
        this.officers = officers;
        this.standings = standings;
        this.permissions = permissions;
        this.readers = readers;
        this.clock = clock;
    }

    MyDay of(UUID person) {
        var now = clock.instant();
        var ahead = shifts.upcoming(person, now, SHOWN);
        var first = ahead.stream().filter(c -> c.shift().state() instanceof State.OnPost).findFirst()
                .or(() -> ahead.stream().findFirst());
        if (first.isEmpty())
            return new MyDay(null, Step.NOTHING_AHEAD, null, null, null, false, null, Capacity.NONE, false, List.of(),
                    standings(person));
        var card = first.get();
        var shift = card.shift();
        var opensAt = shift.window().start().minus(rules.of(shift.schoolId(), shift.window().start()).opens());
        var note = shifts.noteBefore(shift).orElse(null);
        boolean onPost = shift.state() instanceof State.OnPost;
        var capacity = onPost ? duties.capacityOf(shift.id()) : Capacity.NONE;
        boolean withheld = note != null
                && !permissions.of(Role.OFFICER, capacity).contains(Permission.SCHOOL_NOTES_READ);
        var step = onPost
                ? Step.ON_POST
                : !packs.isRead(shift.schoolId(), shift.officerId()) && readers.mayRead(person, shift.schoolId())
                        ? Step.READ_PACK
                        : now.isBefore(opensAt) ? Step.WAIT : Step.CHECK_IN;
        var away = shifts.absences(shift.id()).stream().filter(a -> a.back() == null).findFirst().orElse(null);
        return new MyDay(card, step, opensAt, places.find(shift.schoolId()).orElse(null), withheld ? null : note,
                withheld, away, capacity,
                isToday(card), ahead.stream().filter(c -> c != card).toList(), standings(person));
    }

    private List<HoursLeft> standings(UUID person) {
        return officers.findByPerson(person)
                .map(o -> standings.of(o.id(), o.agencyId(), o.departmentId(), clock.instant()).stream()
                        .sorted(HoursLeft.TIGHTEST_FIRST).toList())
                .orElse(List.of());
    }

    private boolean isToday(Card card) {
        return card.date().equals(clock.instant().atZone(card.zone()).toLocalDate());
    }
}
