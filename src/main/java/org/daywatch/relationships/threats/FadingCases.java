package org.daywatch.relationships.threats;

import org.daywatch.relationships.threats.cases.ThreatCase;

/** Hears of a case before what was written goes, in the same transaction. */
public interface FadingCases {

    void fades(ThreatCase c);
}
