package org.daywatch.planning.agreements;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.planning.agreements.Agreement.Party;
import org.jspecify.annotations.Nullable;

/** Everything that changes the state of an agreement. */
public sealed interface AgreementCommand {

    /** Name of whoever acts. */
    String by();

    /** Another text; signatures below the old one count no more. */
    record Revise(String by) implements AgreementCommand {}

    /** @param open findings of the check. @param why needed where there are any */
    record Offer(String by, int open, String why) implements AgreementCommand {}

    /**
     * @param id of the signature
     * @param party for which they sign; null where they sign for neither
     * @param name of their account. @param typed as they wrote it. @param hash of the text they had before them
     */
    record Sign(UUID id, UUID person, String by, String role, @Nullable Party party, String name, String typed,
            String hash, LocalDate today) implements AgreementCommand {}

    /** The term is over. @param today the school's day */
    record Expire(String by, LocalDate today) implements AgreementCommand {}

    /** Another agreement that follows this one is in force. */
    record Replace(String by, UUID successor) implements AgreementCommand {}

    record End(String by, String reason) implements AgreementCommand {}
}
