package org.daywatch.staffing.officers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.staffing.availability.Availability;
import org.daywatch.staffing.availability.Wishes;
import org.jspecify.annotations.Nullable;

/**
 * The officer's file at the agency.
 *
 * @param hiredOn their seniority
 * @param startedInSchoolsOn starts the month for the state's school training; empty before their first day
 */
public record Officer(UUID id, UUID personId, UUID departmentId, String fullName, String email, String phone,
        String badge, Rank rank,
        @Nullable LocalDate hiredOn, String certificateNumber, List<String> languages, String homeZip,
        Set<String> roles,
        @Nullable LocalDate startedInSchoolsOn, Availability availability, Wishes wishes, State state, int version) {

    /** The languages they speak, as somebody who reads in this language calls them. */
    public String languagesIn(String reader) {
        return languages.stream().map(spoken -> Locale.of(spoken).getDisplayLanguage(Locale.of(reader)))
                .collect(Collectors.joining(", "));
    }

    public enum Rank { OFFICER, DETECTIVE, SERGEANT, LIEUTENANT, COMMANDER }

    public enum State { ACTIVE, SUSPENDED, LEFT }

    /** What a form or a file says of an officer; the rest of the file is kept elsewhere. */
    public record Details(UUID departmentId, String fullName, String email, String phone, String badge, Rank rank,
            @Nullable LocalDate hiredOn,
            String certificateNumber, List<String> languages, String homeZip, Set<String> roles,
            @Nullable LocalDate startedInSchoolsOn, State state) {}
}
