package org.daywatch.directory.protection;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For some days only named people of the school find this student by looking for them.
 *
 * @param lastDay null: until somebody ends it
 * @param readers those of them who still have a place in the district
 */
public record Protection(UUID id, UUID student, String reason, LocalDate firstDay, @Nullable LocalDate lastDay,
        Set<UUID> readers) {

    boolean inForce(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    /**
     * Where everybody who was named has left, whoever may protect students finds them, or nobody could end it.
     *
     * @param protects whether the person may protect students
     */
    boolean shownTo(UUID person, boolean protects) {
        return readers.contains(person) || readers.isEmpty() && protects;
    }
}
