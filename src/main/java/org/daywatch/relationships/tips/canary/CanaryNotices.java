package org.daywatch.relationships.tips.canary;

import java.util.Locale;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators are told when the door fails; that it works again is seen in Operations. */
@Component
@Transactional
class CanaryNotices {

    private final Notifications notifications;
    private final Texts texts;

    CanaryNotices(Notifications notifications, Texts texts) {
        this.notifications = notifications;
        this.texts = texts;
    }

    void tell(UUID agency, Canary.State state) {
        var what = "tipcanary." + state.name().toLowerCase(Locale.ROOT);
        notifications.tell(Notice.of("TIP_DOOR_FAILS", "/operations",
                language -> new Notice.Words(texts.of(language, "tipcanary.notice.subject"),
                        texts.of(language, "tipcanary.notice.body", texts.of(language, what)))),
                Audience.holders(agency, Role.AGENCY_ADMIN));
    }
}
