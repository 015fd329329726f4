package org.daywatch.relationships.threats;

import java.util.List;
import java.util.UUID;
import org.daywatch.relationships.threats.cases.ThreatCase;

/** All cases of a district, for what counts them and shows none. The district is bound. */
public interface CaseFiles {

    /** But for those that have faded. */
    List<ThreatCase> all(UUID district);
}
