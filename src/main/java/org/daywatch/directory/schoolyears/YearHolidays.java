package org.daywatch.directory.schoolyears;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.CalendarChange.PutDays;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.schoolyears.KnownHolidays.Proposed;
import org.daywatch.platform.identity.Organizations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Known holidays and one school year: which are proposed, which it has, adding those somebody chose. */
@Component
@Transactional
public class YearHolidays {

    private final KnownHolidays known;
    private final Calendars calendars;
    private final Organizations organizations;

    YearHolidays(KnownHolidays known, Calendars calendars, Organizations organizations) {
        this.known = known;
        this.calendars = calendars;
        this.organizations = organizations;
    }

    @Transactional(readOnly = true)
    public List<Proposed> proposed(SchoolCalendar calendar) {
        var state = organizations.find(calendar.districtId()).map(Organizations.Organization::state).orElse(null);
        return known.of(calendar.firstDay(), calendar.lastDay(), state);
    }

    /** Days everybody has an entry for already. */
    Set<String> entered(SchoolCalendar calendar) {
        return calendar.days().filter(d -> d.scope().specificity() == 0).map(d -> d.day().toString())
                .collect(Collectors.toSet());
    }

    /** What is proposed and has no entry yet. */
    @Transactional(readOnly = true)
    public List<Proposed> missing(SchoolCalendar calendar) {
        var entered = entered(calendar);
        return proposed(calendar).stream().filter(p -> !entered.contains(p.day().toString())).toList();
    }

    /** For every school of the district; posts follow in the same transaction. */
    public void add(SchoolCalendar calendar, Collection<Proposed> chosen) {
        var scope = CalendarScope.all(calendar.districtId());
        chosen.forEach(
                p -> calendars.apply(new PutDays(calendar.id(), p.day(), p.day(), scope, DayKind.HOLIDAY, p.name())));
    }
}
