package org.daywatch.staffing.postplans;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.platform.time.Window;

/** A seat that calendar, bells, margins and a request together call for. */
public record WantedPost(UUID requestId, UUID schoolId, LocalDate day, int seat, Window window, String bellKind,
        String marginRule) {

    SeatKey key() {
        return new SeatKey(requestId, day, seat);
    }

    /** Which seat is meant, whatever its window. */
    record SeatKey(UUID requestId, LocalDate day, int seat) {}
}
