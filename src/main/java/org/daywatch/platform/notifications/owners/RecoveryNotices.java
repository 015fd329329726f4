package org.daywatch.platform.notifications.owners;

import org.daywatch.platform.identity.members.IdentityEvent.RecoveryApproved;
import org.daywatch.platform.identity.members.IdentityEvent.RecoveryRequested;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account others want to open learns of it in the inbox and by push or text message too: the email with the link
 * that stops it goes out only where mail is set up, and somebody else may read the mailbox.
 */
@Component
class RecoveryNotices {

    private final Notifications notifications;
    private final Texts texts;

    RecoveryNotices(Notifications notifications, Texts texts) {
        this.notifications = notifications;
        this.texts = texts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecoveryRequested fact) {
        notifications.tell(notice("asked"), Audience.person(fact.tenant(), fact.person()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecoveryApproved fact) {
        notifications.tell(notice("approved"), Audience.person(fact.tenant(), fact.person()));
    }

    private Notice notice(String key) {
        return Notice.of("ACCOUNT_RECOVERY", "/me",
                language -> new Notice.Words(texts.of(language, "recovery.notice." + key + ".subject"),
                        texts.of(language, "recovery.notice.body")))
                .asUrgent();
    }
}
