package org.daywatch.transparency.activitylog.weeks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.transparency.activitylog.weeks.WeeklyLog.Signature;

/** What can be done with a weekly log. */
public sealed interface WeeklyLogCommand {

    record By(UUID person, String name) {
        Signature at(Instant now) {
            return new Signature(person, name, now);
        }
    }

    /** The officer signs what it holds now. @param today at the school */
    record Sign(By by, WeekContent content, LocalDate today) implements WeeklyLogCommand {}

    /** The school's administrator signs after them. */
    record Lock(By by, WeekContent content) implements WeeklyLogCommand {}

    record SendBack(By by, String reason) implements WeeklyLogCommand {}

    /**
     * A line comes or goes. @param by name, or empty for the house itself @param reason why after a signature; a word
     * of WeekChange where nobody said
     */
    record Change(String by, String reason) implements WeeklyLogCommand {}
}
