package org.daywatch.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Officers by the schools they work at, for rooms that name them. Seen by the agency and by the school's district. */
public interface SchoolOfficers {

    /**
     * @param officer their file's id
     * @param person the account they sign in with
     * @param firstDay their first day on post there since the day asked from, on the school's calendar
     */
    record Worked(UUID officer, UUID person, String name, LocalDate firstDay) {}

    /** Who has worked at this school since a day, whoever came first before the others. */
    List<Worked> since(UUID school, LocalDate from);

    /** First and last day on which somebody was on post at a school. */
    record Span(LocalDate first, LocalDate last) {}

    /** Where this person has been on post, by school. Asked as the agency. */
    Map<UUID, Span> worked(UUID person);
}
