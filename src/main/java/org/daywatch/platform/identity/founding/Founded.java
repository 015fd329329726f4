package org.daywatch.platform.identity.founding;

import org.daywatch.platform.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is an agency to sign in to. Once there is one, nobody asks again. */
@Component
public class Founded {

    private final Tenants tenants;
    private final boolean demo;
    private volatile boolean yet;

    Founded(Tenants tenants, @Value("${daywatch.demo:false}") boolean demo) {
        this.tenants = tenants;
        this.demo = demo;
    }

    /** A demonstration founds its own agency, and nobody waits for a link there. */
    public boolean yet() {
        if (!yet) yet = demo || !tenants.agencies().isEmpty();
        return yet;
    }
}
