package org.daywatch.platform.identity.founding;

import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An installation without an agency prints, at each start, a fresh link for the person who can read its console. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "daywatch.demo", havingValue = "false", matchIfMissing = true)
class FirstAdministrator {

    private final OneTimeCodes codes;
    private final Tenants tenants;
    private final PublicAddress address;

    FirstAdministrator(OneTimeCodes codes, Tenants tenants, PublicAddress address) {
        this.codes = codes;
        this.tenants = tenants;
        this.address = address;
    }

    boolean needed() {
        return tenants.agencies().isEmpty();
    }

    /** On the console and not in the log: a log is copied to places whose readers must not become administrators. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!needed()) return;
        codes.withdrawAll(Purpose.FIRST_ADMINISTRATOR);
        System.out.println("No agency yet. Within 24 hours, the first administrator opens:\n  "
                + address.link("/welcome?code=" + codes.issue(Subject.of(Purpose.FIRST_ADMINISTRATOR))));
    }
}
