package org.daywatch.transparency.programs.campus;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A day of school that is over, at one campus.
 *
 * @param asked minutes for which an officer is asked for
 * @param there minutes of them in which as many officers as are asked for were there
 * @param officers who was there in these hours, in the order in which they came
 * @param excepted an exception of the board held: nothing is missing, whoever came
 */
public record CampusDay(LocalDate day, int asked, int there, List<UUID> officers, boolean excepted) {

    public int missing() {
        return asked - there;
    }
}
