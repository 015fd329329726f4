package org.daywatch.emergencies.alerts.languages;

import java.util.concurrent.TimeUnit;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings into this node's memory what was confirmed and chosen, here or on another node. */
@Component
@ConditionalOnProperty(name = "daywatch.timers", matchIfMissing = true)
class LanguageRefresh {

    private final Tenants tenants;
    private final SchoolLanguages languages;

    LanguageRefresh(Tenants tenants, SchoolLanguages languages) {
        this.tenants = tenants;
        this.languages = languages;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void refresh() {
        tenants.forEachAgency("languages of alerts", languages::refresh);
    }
}
