package org.daywatch.platform.operations;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Administrators learn that the certificate ends while there is time: 30, 14, 7, 3, 2 days and one day before, and
 * every day once it is over. Browsers refuse the site then, and open alert screens do not come back.
 */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class CertificateTimer {

    private static final Set<Integer> TOLD_AT = Set.of(ServingCertificate.SOON_DAYS, 14, 7, 3, 2, 1, 0);

    private final ServingCertificate certificate;
    private final CertificateNotices notices;
    private final Tenants tenants;

    CertificateTimer(ServingCertificate certificate, CertificateNotices notices, Tenants tenants) {
        this.certificate = certificate;
        this.notices = notices;
        this.tenants = tenants;
    }

    @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void look() {
        var days = certificate.daysLeft();
        if (days.isEmpty() || days.getAsInt() >= 0 && !TOLD_AT.contains(days.getAsInt())) return;
        tenants.forEachAgency("the end of the certificate",
                agency -> notices.tell(agency, certificate.ends().orElseThrow(), days.getAsInt()));
    }
}
