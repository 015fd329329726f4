package org.daywatch.directory.calendars;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarConsequences.Preview;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.DirectoryEvent.CalendarChanged;
import org.daywatch.directory.DirectoryEvent.CalendarCreated;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.directory.calendars.CalendarChange.PutDays;
import org.daywatch.directory.calendars.CalendarChange.RemoveDay;
import org.daywatch.directory.calendars.CalendarChange.Span;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.persistence.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes school years. Every change can be looked at before it is made; both are one computation. */
@Component
@Transactional
public class Calendars {

    private final CalendarStore calendars;
    private final Campuses campuses;
    private final ProposedDays proposed;
    private final Organizations organizations;
    private final Facts facts;
    private final Clock clock;

    Calendars(CalendarStore calendars, Campuses campuses, ProposedDays proposed, Organizations organizations,
            Facts facts, Clock clock) {
        this.calendars = calendars;
        this.campuses = campuses;
        this.proposed = proposed;
        this.organizations = organizations;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SchoolCalendar get(UUID calendar) {
        return calendars.get(calendar);
    }

    /** The school years of these districts, the latest first. */
    @Transactional(readOnly = true)
    public List<SchoolCalendar> list(Collection<UUID> districts) {
        return calendars.list(districts);
    }

    public UUID create(UUID district, String name, LocalDate firstDay, LocalDate lastDay) {
        if (name.isBlank()) throw new InvalidInput("name", name, "calendars.wrong.name");
        if (lastDay.isBefore(firstDay)) throw new InvalidInput("lastDay", "" + lastDay, "calendars.wrong.order");
        if (calendars.nameTaken(district, name.strip())) throw new Refused(DirectoryRefusal.CALENDAR_NAME_TAKEN);
        var agency = organizations.agencyOf(district);
        var calendar = SchoolCalendar.of(Ids.next(), district, name.strip(), firstDay, lastDay, List.of());
        calendars.insert(agency, calendar);
        facts.tell(new CalendarCreated(agency, calendar.id(), clock.instant(), district, calendar.name(), firstDay,
                lastDay));
        return calendar.id();
    }

    /** Convenience for the commonest change: no school for everybody from one day to another. */
    public void close(UUID calendar, LocalDate from, LocalDate to, DayKind kind, String note) {
        apply(new PutDays(calendar, from, to, CalendarScope.all(calendars.get(calendar).districtId()), kind, note));
    }

    @Transactional(readOnly = true)
    public Preview preview(CalendarChange change) {
        var calendar = checked(change);
        var reach = change.reach(calendar);
        return proposed.preview(campuses.list(change.scope(calendar)), reach.getFirst(), reach.getLast(),
                now -> now.with(change.applyTo(calendar)));
    }

    /** Writes the change and tells it; whoever plans from calendars follows in the same transaction. */
    public void apply(CalendarChange change) {
        var calendar = checked(change);
        var agency = calendars.agencyOf(calendar.id());
        var reach = change.reach(calendar);
        var scope = change.scope(calendar);
        switch (change) {
            case PutDays put -> put.days().forEach(day -> calendars.put(agency, calendar.id(), day));
            case RemoveDay remove -> calendars.remove(calendar.id(), remove.dayId());
            case Span span -> calendars.span(calendar.id(), span.firstDay(), span.lastDay());
        }
        facts.tell(new CalendarChanged(agency, calendar.id(), clock.instant(), scope, reach.getFirst(), reach.getLast(),
                change.words()));
    }

    private SchoolCalendar checked(CalendarChange change) {
        var calendar = calendars.get(change.calendarId());
        switch (change) {
            case PutDays put when put.to().isBefore(put.from()) ->
                throw new InvalidInput("to", "" + put.to(), "calendars.wrong.order");
            case PutDays put when !calendar.spans(put.from()) || !calendar.spans(put.to()) ->
                throw new Refused(DirectoryRefusal.DAY_OUTSIDE_CALENDAR);
            case Span span when span.lastDay().isBefore(span.firstDay()) ->
                throw new InvalidInput("lastDay", "" + span.lastDay(), "calendars.wrong.order");
            default -> {}
        }
        return calendar;
    }
}
