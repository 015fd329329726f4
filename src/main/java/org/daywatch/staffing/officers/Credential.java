package org.daywatch.staffing.officers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer holds: a certificate, course, card or permission, with its dates. */
public record Credential(UUID id, Kind kind, String number, LocalDate issuedOn, @Nullable LocalDate expiresOn,
        @Nullable BigDecimal hours, State state) {

    public enum Kind {
        STATE_CERTIFICATION, CONTINUING_TRAINING, FIREARMS, SSO_COURSE, SRO_COURSE, SCHOOL_CERTIFICATE,
        DISABILITIES_TRAINING,
        FINGERPRINT_CARD, WORK_PERMISSION,
        /** Asked for by the program that pays, and no bar to a shift. */
        NEW_OFFICER_TRAINING, LRE_ACADEMY, PERFORMANCE_FORM, FERPA_TRAINING, CIVIL_RIGHTS_TRAINING,
        MENTAL_HEALTH_TRAINING,
        /** Asked for before an officer mentors a student. */
        MENTOR_TRAINING, MENTOR_REFERENCE;

        /** Measured in hours, so a record without them proves nothing. */
        public boolean needsHours() {
            return this == CONTINUING_TRAINING || this == SSO_COURSE || this == SRO_COURSE
                    || this == MENTOR_TRAINING;
        }
    }

    public enum State { VALID, SUSPENDED, WITHDRAWN }

    public Credential {
        if (expiresOn != null && expiresOn.isBefore(issuedOn)) {
            throw new IllegalArgumentException(
                    "It expires on " + expiresOn + ", before it was issued on " + issuedOn + ".");
        }
    }

    public boolean isValid() { return state == State.VALID; }

    /** In force on a day: issued by then, not run out, not suspended. */
    public boolean holds(LocalDate day) {
        return isValid() && !issuedOn.isAfter(day) && (expiresOn == null || !expiresOn.isBefore(day));
    }

    /**
     * Its last day; a work permission without one lapses with its calendar year, anything else without one never ends.
     */
    public @Nullable LocalDate lastDay() {
        if (expiresOn != null || kind != Kind.WORK_PERMISSION) return expiresOn;
        return LocalDate.of(issuedOn.getYear(), Month.DECEMBER, 31);
    }

    public BigDecimal hoursOrNone() {
        return hours == null ? BigDecimal.ZERO : hours;
    }
}
