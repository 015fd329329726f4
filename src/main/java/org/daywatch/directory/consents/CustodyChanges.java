package org.daywatch.directory.consents;

import org.daywatch.directory.DirectoryEvent.GuardianshipEnded;
import org.daywatch.directory.DirectoryEvent.GuardianshipEntered;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever loses custody consents no longer, and whoever gains it may say no. */
@Component
class CustodyChanges {

    private final Consents consents;

    CustodyChanges(Consents consents) {
        this.consents = consents;
    }

    @ApplicationModuleListener
    void on(GuardianshipEntered fact) {
        consents.weighAnew(fact.studentId());
    }

    @ApplicationModuleListener
    void on(GuardianshipEnded fact) {
        consents.weighAnew(fact.studentId());
    }
}
