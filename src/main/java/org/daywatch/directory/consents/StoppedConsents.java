package org.daywatch.directory.consents;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An adult without custody said yes: it was not taken, and the school learns of it once. No message names anybody. */
@Component
@Transactional
class StoppedConsents {

    private final ConsentStore store;
    private final Campuses campuses;
    private final Notifications notifications;
    private final AuditLog audit;
    private final Texts texts;
    private final Clock clock;

    StoppedConsents(ConsentStore store, Campuses campuses, Notifications notifications, AuditLog audit, Texts texts,
            Clock clock) {
        this.store = store;
        this.campuses = campuses;
        this.notifications = notifications;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    void tell(Consent asked) {
        if (!store.stopped(asked.id(), clock.instant())) return;
        audit.act("ConsentWithoutCustody", "consent " + asked.id(), Map.of());
        String school = campuses.find(asked.school()).orElseThrow().name();
        var notice = Notice.of("CONSENT_WITHOUT_CUSTODY", "/consents/" + asked.about(),
                language -> new Notice.Words(texts.of(language, "consent.stopped.subject"),
                        texts.of(language, "consent.stopped.body", school)));
        var by = store.askedBy(asked.id());
        notifications.tell(notice, Audience.person(asked.district(), by));
        notifications.tellOthers(notice, new Audience.Holders(asked.district(), Role.PRINCIPAL, asked.school()),
                Set.of(by));
    }
}
