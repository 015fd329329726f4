package org.daywatch.transparency.programmes.gathering;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.BellDays;
import org.daywatch.transparency.programmes.meters.YearDays;
import org.springframework.stereotype.Component;

/** The school year around a day, by school: its days in session between the first of July and the last of June. */
@Component
public class SchoolYears {

    private final BellDays bells;

    SchoolYears(BellDays bells) {
        this.bells = bells;
    }

    /** Where school years are told apart: no school begins its year in June. */
    public static LocalDate begin(LocalDate asOf) {
        int year = asOf.getMonthValue() >= Month.JULY.getValue() ? asOf.getYear() : asOf.getYear() - 1;
        return LocalDate.of(year, Month.JULY, 1);
    }

    public static LocalDate end(LocalDate asOf) {
        return begin(asOf).plusYears(1).minusDays(1);
    }

    /** A school without calendar or bells has a year without days, which says that it is not known. */
    public Map<UUID, YearDays> of(Collection<UUID> schools, LocalDate asOf) {
        var days = new HashMap<UUID, List<LocalDate>>();
        bells.of(schools, begin(asOf), end(asOf)).forEach(d -> days.computeIfAbsent(d.schoolId(), s -> new ArrayList<>(200)).add(d.day()));
        var years = new HashMap<UUID, YearDays>();
        var same = new HashMap<List<LocalDate>, YearDays>(); // schools of a district mostly share their days
        schools.forEach(s -> years.put(s, same.computeIfAbsent(days.getOrDefault(s, List.of()), YearDays::of)));
        return years;
    }
}
