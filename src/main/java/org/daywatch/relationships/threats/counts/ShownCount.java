package org.daywatch.relationships.threats.counts;

import org.jspecify.annotations.Nullable;

/** A number, or that it is not shown because few students stand behind it or behind one beside it. 0 is a number. */
public record ShownCount(@Nullable Integer number) {

    static final ShownCount HIDDEN = new ShownCount(null);

    public boolean hidden() {
        return number == null;
    }
}
