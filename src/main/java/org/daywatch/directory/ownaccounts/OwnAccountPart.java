package org.daywatch.directory.ownaccounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.web.Page;

/** A room that records something about a student which student and parents may read. The district is bound. */
public interface OwnAccountPart {

    /**
     * One thing that was recorded or done.
     *
     * @param key text of the room. @param words what stands in it: days and moments as such, other words as they are
     */
    record Entry(Instant at, String key, List<Object> words) {

        public String said(Page page, ZoneId zone) {
            return page.t(key, words.stream().map(word -> switch (word) {
                case Instant moment -> page.when().moment(moment, zone);
                case LocalDate day -> page.when().dayAndYear(day);
                default -> word;
            }).toArray());
        }
    }

    List<Entry> of(UUID student);

    /** What its records about the student are called in the audit, such as "match 0198…". */
    List<String> subjects(UUID student);
}
