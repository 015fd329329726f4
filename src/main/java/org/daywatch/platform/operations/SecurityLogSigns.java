package org.daywatch.platform.operations;

import java.util.List;
import org.daywatch.platform.securitylog.SecurityLog.Forwarding;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.kit.Chip.Tone;
import org.springframework.stereotype.Component;

/** Whether the collector that was named takes what a security officer watches. */
@Component
class SecurityLogSigns implements Sign.Source {

    private static final String HERE = "/operations";

    private final SecurityLog log;

    SecurityLogSigns(SecurityLog log) {
        this.log = log;
    }

    @Override
    public List<Sign> signs() {
        return log.forwarding().map(SecurityLogSigns::of)
                .orElseGet(() -> List.of(new Sign("operations.security.file", Integer.toString(log.keepDays()), HERE,
                        Tone.INFO)));
    }

    private static List<Sign> of(Forwarding now) {
        if (now.lost() > 0)
            return List.of(new Sign("operations.security.lost", Long.toString(now.lost()), HERE, Tone.BAD));
        return List.of(new Sign(now.away() ? "operations.security.away" : "operations.security.forwarded",
                Integer.toString(now.waiting()), HERE, now.away() ? Tone.WARN : Tone.GOOD));
    }
}
