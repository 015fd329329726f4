package org.daywatch.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dated rules about how long before and after the bells a post is manned. */
public interface PostMargins {

    List<PostMargin> list();

    /** @param before true: minutes before the first bell; false: after the last */
    record PostMargin(String ruleId, boolean before, String scope, int minutes, LocalDate validFrom, @Nullable LocalDate validTo) {}
}
