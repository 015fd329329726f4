package org.daywatch.staffing.requests;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.jspecify.annotations.Nullable;

/** Requests as tests need them. */
public final class Content {

    private Content() {}

    public static RequestContent term(UUID school) {
        return of(school, RequestKind.TERM, null, null);
    }

    public static RequestContent of(UUID school, RequestKind kind, @Nullable LocalTime from, @Nullable LocalTime to) {
        var first = LocalDate.of(2026, 8, 10);
        var last = kind == RequestKind.ONE_OFF
                ? first
                : kind == RequestKind.EVENT ? first.plusDays(1) : LocalDate.of(2026, 8, 21);
        return new RequestContent(school, kind, OfficerRole.SSO, 1, first, last, RequestContent.WEEKDAYS, from, to,
                "Campus without an officer", "Walk the doors, stand at drop-off.", "", "Front office 555-0100",
                WorkKind.SCHOOL_SAFETY);
    }

    public static RequestContent with(RequestContent c, WorkKind work) {
        return new RequestContent(c.schoolId(), c.kind(), c.role(), c.officers(), c.firstDay(), c.lastDay(),
                c.weekdays(), c.from(), c.to(),
                c.reason(), c.duties(), c.riskNotes(), c.contact(), work);
    }
}
