package org.daywatch.staffing.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.officers.Officer;
import org.jspecify.annotations.Nullable;

/**
 * An officer as their department's list describes them, with what they hold. What is null or empty the list does not
 * tell.
 */
record OfficerRow(int line, String department, String ori, String badge, String fullName, String email, String phone,
        Officer.@Nullable Rank rank,
        @Nullable LocalDate hiredOn, String certificate, List<String> languages, String homeZip, Set<String> roles,
        @Nullable LocalDate startedInSchools, Officer.@Nullable State state, List<Credential> credentials) {

    /** What the file of an officer should say: the list where it tells something, otherwise what stands there. */
    Officer.Details details(UUID departmentId, @Nullable Officer stored) {
        return new Officer.Details(departmentId, fullName, email, told(phone, stored == null ? "" : stored.phone()),
                badge,
                told(rank, stored == null ? Officer.Rank.OFFICER : stored.rank()), hiredOn != null || stored == null
                        ? hiredOn
                        : stored.hiredOn(),
                told(certificate, stored == null ? "" : stored.certificateNumber()),
                languages.isEmpty() ? stored == null ? List.of("en") : stored.languages() : languages,
                told(homeZip, stored == null ? "" : stored.homeZip()), roles.isEmpty()
                        ? stored == null
                                ? Set.of("SSO")
                                : stored.roles()
                        : roles,
                startedInSchools != null || stored == null ? startedInSchools : stored.startedInSchoolsOn(),
                told(state, stored == null ? Officer.State.ACTIVE : stored.state()));
    }

    static Officer.Details details(Officer o) {
        return new Officer.Details(o.departmentId(), o.fullName(), o.email(), o.phone(), o.badge(), o.rank(),
                o.hiredOn(),
                o.certificateNumber(),
                o.languages(), o.homeZip(), o.roles(), o.startedInSchoolsOn(), o.state());
    }

    private static String told(String text, String stored) {
        return text.isEmpty() ? stored : text;
    }

    private static <E extends Enum<E>> E told(@Nullable E value, E stored) {
        return value == null ? stored : value;
    }
}
