package org.daywatch.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What agreements in force at a school say about a topic, for rooms that show it. */
public interface AgreedClauses {

    /** @param kind SERVICE or MOU. @param words as both parties signed them */
    record AgreedClause(UUID agreement, String kind, String title, String words) {}

    /** Of agreements for all officers of the school that both parties signed; a memorandum first. */
    List<AgreedClause> about(UUID school, LocalDate day, String topic);
}
