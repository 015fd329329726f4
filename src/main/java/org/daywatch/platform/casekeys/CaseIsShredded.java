package org.daywatch.platform.casekeys;

import java.util.UUID;

/** Somebody wants to add to a case whose key was destroyed: nothing can be added to it. */
public class CaseIsShredded extends RuntimeException {

    CaseIsShredded(UUID caseId) {
        super("case " + caseId);
    }
}
