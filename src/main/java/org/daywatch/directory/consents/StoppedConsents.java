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
        var by = store.askedBy(asked.id());
        notifications.tell(notice("/consents/" + asked.about(), school), Audience.person(asked.district(), by));
        notifications.tellOthers(notice("/guardians", school),
                new Audience.Holders(asked.district(), Role.PRINCIPAL, asked.school()),
                Set.of(by));
    }

    /** @param where the reader can look: whoever asked at what was said, the principal at the custody on file */
    private Notice notice(String where, String school) {
        return Notice.of("CONSENT_WITHOUT_CUSTODY", where,
                language -> new Notice.Words(texts.of(language, "consent.stopped.subject"),
                        texts.of(language, "consent.stopped.body", school)));
    }
}
