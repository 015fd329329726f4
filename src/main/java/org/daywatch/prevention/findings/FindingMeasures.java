package org.daywatch.prevention.findings;

import java.util.List;
import java.util.UUID;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/** What was proposed to mend a finding, by whoever keeps measures. */
public interface FindingMeasures {

    /** @param cost what it would cost, in words */
    record Line(UUID id, String what, Chip state, String cost) {}

    List<Line> of(Page page, Finding finding);
}
