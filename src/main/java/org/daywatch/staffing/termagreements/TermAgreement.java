package org.daywatch.staffing.termagreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.staffing.requests.RequestContent;
import org.jspecify.annotations.Nullable;

/**
 * Term coverage for many schools.
 *
 * @param chosen which schools, in words
 * @param department asked first; null where a district asks and the agency decides later
 * @param openTo up to this day posts are made and opened with it; null: only requests are made
 * @param opened so many posts
 * @param content of one school's request; its school is nobody's
 */
public record TermAgreement(UUID id, String chosen, @Nullable UUID department, RequestContent content, State state,
        int total, int done,
        @Nullable String problem, Instant startedAt, @Nullable LocalDate openTo, int opened) {

    /** LOOKING and LOOKED change nothing; what AGREEING began is finished by agreeing again. */
    public enum State {
        LOOKING, LOOKED, AGREEING, AGREED, WITHDRAWING, WITHDRAWN, FAILED
    }

    /** Why a school is left out. */
    public enum Refused { NO_BELLS, NO_DAYS, COVERED }

    /**
     * One school of it.
     *
     * @param posts what its request would make
     * @param coveredBy number of the request that covers it already
     */
    public record Row(UUID school, String name, int posts, @Nullable Refused refused, String coveredBy,
            @Nullable UUID request, String number) {}

    /** @param posts of the schools that are taken */
    public record Sums(int taken, int refused, long posts, int made) {}

    public boolean running() {
        return state == State.LOOKING || state == State.AGREEING || state == State.WITHDRAWING;
    }
}
