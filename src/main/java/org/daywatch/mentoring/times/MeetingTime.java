package org.daywatch.mentoring.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.mentoring.proposals.Hours;

/**
 * When a student and their mentor meet each week. Pure.
 *
 * @param place where, in sight of an adult
 */
public record MeetingTime(UUID match, DayOfWeek weekday, Hours hours, String place) {

    /** The days of school on which they meet. */
    public List<LocalDate> days(Collection<LocalDate> school) {
        return school.stream().filter(day -> day.getDayOfWeek() == weekday).sorted().toList();
    }

    /** Somebody who is there in these hours can come for all of it. */
    public boolean isInside(Hours there) {
        return !there.begins().isAfter(hours.begins()) && !there.ends().isBefore(hours.ends());
    }

    /**
     * Meetings the mentor cannot come to. A day for which nobody is planned at the school yet is not lost: nothing is
     * known of it.
     *
     * @param school days of school to come. @param there when the mentor is planned to be at the school
     * @param planned the last day for which anybody is planned there
     */
    public List<LocalDate> lost(Collection<LocalDate> school, Map<LocalDate, List<Hours>> there, LocalDate planned) {
        return days(school).stream().filter(day -> !day.isAfter(planned))
                .filter(day -> there.getOrDefault(day, List.of()).stream().noneMatch(this::isInside)).toList();
    }
}
