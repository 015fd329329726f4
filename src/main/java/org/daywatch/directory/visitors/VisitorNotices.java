package org.daywatch.directory.visitors;

import java.time.Duration;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.VisitorWaits;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The office learns in silence that somebody at the door waits for it, and on which list; no name leaves the page. */
@Component
class VisitorNotices {

    private static final Duration NEWS = Duration.ofHours(2);

    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    VisitorNotices(Notifications notifications, Campuses campuses, Texts texts) {
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void tell(VisitorWaits fact) {
        String school = campuses.find(fact.schoolId()).map(Campus::name).orElse("");
        var notice = Notice.of("VISITOR_WAITS", "/visitors?school=" + fact.schoolId(),
                language -> new Notice.Words(texts.of(language, "visitors.wait.notice.subject", school),
                        texts.of(language, "visitors.wait.notice.body",
                                texts.of(language, "visitors.wait.matched." + fact.matched()))))
                .asUrgent().until(fact.at().plus(NEWS));
        for (var role : List.of(Role.FRONT_OFFICE, Role.PRINCIPAL))
            notifications.tell(notice, new Audience.Holders(fact.tenant(), role, fact.schoolId()));
    }
}
