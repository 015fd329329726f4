package org.daywatch.directory.ownaccounts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.web.Page;

/** A room that records something about a student which student and parents may read. The district is bound. */
public interface OwnAccountPart {

    /**
     * One thing that was recorded or done.
     *
     * @param on the school's day. @param key text of the room. @param words what stands in it: days as such, names of
     * texts as {@link Named}, other words as they are
     */
    record Entry(LocalDate on, String key, List<Object> words) {

        public String said(Page page) {
            return page.t(key, words.stream().map(word -> switch (word) {
                case Named(var text) -> page.t(text);
                case LocalDate day -> page.when().dayAndYear(day);
                default -> word;
            }).toArray());
        }
    }

    /** A word that stands under a key in the reader's language. */
    record Named(String key) {}

    List<Entry> of(UUID student);

    /** What its records about the student are called in the audit, such as "match 0198…". */
    List<String> subjects(UUID student);
}
