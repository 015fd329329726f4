package org.daywatch.directory.programs.catalog;

import java.util.Optional;
import org.daywatch.directory.Requirement.Counting;
import org.daywatch.directory.Requirement.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Why the number of a demand is nobody's to set: another number would change no figure here, and whoever sets it must
 * not believe that it did.
 */
public enum FixedNumber {
    /** Who must sit at the table stands in rules of its own, seat by seat. */
    SEATS,
    /** Agendas know the duties by name. */
    DUTIES,
    /** What is told is a list, not a count. */
    ITEMS,
    /** Each officer has one log for each week. */
    ONE_LOG,
    /** Of each one that happens, once. */
    EACH_ONE,
    /** The file says whether the officer holds it, and not how much it took. */
    HELD,
    /** One paper of the district's by its day. */
    ONE_PAPER;

    public static Optional<FixedNumber> of(Demand demand) {
        return Optional.ofNullable(switch (demand.subject()) {
            case "MEETING:SAFETY_TEAM:ROLES" -> SEATS;
            case "MEETING:SAFETY_TEAM:DUTIES" -> DUTIES;
            case "NOTICE:ASSIGNMENT" -> ITEMS;
            case "LOG:WEEK" -> ONE_LOG;
            case "EXCEPTION:MARSHAL_PLAN" -> ONE_PAPER;
            case "DRILL:ACTIVE_THREAT:OFFICERS", "REPORT:AFTER_ACTION", "REPORT:ALERT_AFTER_ACTION" -> EACH_ONE;
            default -> byKind(demand);
        });
    }

    private static @Nullable FixedNumber byKind(Demand demand) {
        return switch (demand.owedBy()) {
            case OFFICER, POST -> demand.evidence() == Evidence.CREDENTIAL && !demand.subject().endsWith("_WITHIN")
                    || demand.subject().equals("REVIEW:OFFICER") ? HELD : null;
            case DISTRICT -> demand.counting() == Counting.BY_DATE ? ONE_PAPER : null;
            case SCHOOL, EVENT -> null;
        };
    }
}
