package org.daywatch.platform.identity.founding;

import java.util.List;
import org.daywatch.platform.cli.LastLines;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * An installation without an agency has a link for the person who can read its console: each start and each node a link
 * of its own, all of them worth nothing once one is used. On the console and not in the log: a log is copied to places
 * whose readers must not become administrators.
 */
@Component
@ConditionalOnProperty(name = "daywatch.demo", havingValue = "false", matchIfMissing = true)
class FirstAdministrator implements LastLines {

    private final OneTimeCodes codes;
    private final Founded founded;
    private final PublicAddress address;

    FirstAdministrator(OneTimeCodes codes, Founded founded, PublicAddress address) {
        this.codes = codes;
        this.founded = founded;
        this.address = address;
    }

    @Override
    public List<String> lines() {
        if (founded.yet()) return List.of();
        return List.of("No agency yet. Within 24 hours, the first administrator opens:",
                "  " + address.link("/welcome?code=" + codes.issue(Subject.of(Purpose.FIRST_ADMINISTRATOR))));
    }
}
