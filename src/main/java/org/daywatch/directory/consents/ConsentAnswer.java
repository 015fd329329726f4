package org.daywatch.directory.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.daywatch.directory.consents.Consent.Giver;
import org.daywatch.platform.access.CaseRecord;

/** Whether something may be done for a student, by all who were asked about it. */
public sealed interface ConsentAnswer {

    /** @param since the last of those that are needed. @param until the first of them to end */
    record Stands(Instant since, LocalDate until) implements ConsentAnswer {}

    /** @param of whose yes is needed and is not there */
    record Missing(Set<Giver> of) implements ConsentAnswer {}

    record Declined(Instant at, Giver by) implements ConsentAnswer {}

    record Withdrawn(Instant at, Giver by) implements ConsentAnswer {}

    /** @param on the last day on which it held */
    record Lapsed(LocalDate on) implements ConsentAnswer {}

    /** The same, as the rule of who reads asks for it. A no reads as a withdrawal: nobody needs to know more. */
    default CaseRecord.Consent forReading() {
        return switch (this) {
            case Stands _ -> CaseRecord.Consent.GIVEN;
            case Missing _ -> CaseRecord.Consent.ASKED;
            case Declined _,Withdrawn _ -> CaseRecord.Consent.WITHDRAWN;
            case Lapsed _ -> CaseRecord.Consent.LAPSED;
        };
    }
}
