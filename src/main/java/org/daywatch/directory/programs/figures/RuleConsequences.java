package org.daywatch.directory.programs.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.Requirement;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.jspecify.annotations.Nullable;

/**
 * Asked by the page on which a number of a program is changed, before it is; answered by the room that keeps meters, in
 * the reader's words. The directory owns the question so that it need not know who answers. Nothing is stored by
 * asking.
 */
public interface RuleConsequences {

    /**
     * @param edited what is demanded of each school concerned. @param asOf the day whose figures are read, the edited
     * rule as if it held already
     */
    List<Line> preview(Page page, Map<UUID, Edited> edited, LocalDate asOf);

    /** @param was null where nothing is demanded. @param becomes the same by the edited rule */
    record Edited(@Nullable Requirement was, @Nullable Requirement becomes) {}

    /** One meter of a funded post, or of a school that has none. @param address of the page that shows it */
    record Line(String what, String address, Side before, Side after) {

        /** Asked for on both sides, and neither can say what is missing. */
        public boolean nothingRecorded() {
            return before.standing != null && after.standing != null && before.missing.isEmpty()
                    && after.missing.isEmpty();
        }
    }

    /**
     * @param standing null where nothing is asked for. @param met "62 h of 180 h". @param pace what the days gone by
     * ask for; empty where that cannot be said. @param missing to the target
     */
    record Side(@Nullable Chip standing, String met, String pace, String missing) {}
}
