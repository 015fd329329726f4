package org.daywatch.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact in the past tense. Published inside the transaction that made it true; audited there; told to other rooms
 * after it.
 */
public interface DomainEvent {

    /** The owning organization: an agency for what agency and district share. */
    UUID tenant();

    UUID id();

    Instant at();

    /** What it happened to, as "thing id", for the audit line. */
    String subject();
}
