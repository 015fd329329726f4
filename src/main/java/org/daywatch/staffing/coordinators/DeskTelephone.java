package org.daywatch.staffing.coordinators;

import java.util.UUID;
import org.daywatch.platform.identity.agency.Agencies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The number under which the coordinators of an agency are reached: what the environment says, else what the agency
 * says of itself; empty where none is set.
 */
@Component
public class DeskTelephone {

    private final Agencies agencies;
    private final boolean demo;

    DeskTelephone(Agencies agencies, @Value("${daywatch.demo:false}") boolean demo) {
        this.agencies = agencies;
        this.demo = demo;
    }

    /** @param org the reader's organization: the agency, or one of its program */
    public String number(UUID org) {
        String said = agencies.telephone(org);
        return said.isEmpty() && demo ? "602 555 0100" : said;
    }
}
