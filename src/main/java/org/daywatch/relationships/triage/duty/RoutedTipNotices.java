package org.daywatch.relationships.triage.duty;

import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.TriageEvent.TipRouted;
import org.daywatch.relationships.triage.queue.QueuedTipStore;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever a tip was routed to learns that one waits, and nothing of it: of one about a life in the transaction of the
 * fact, of another at the end of the quarter hour or in the morning.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoutedTipNotices {

    private final QueuedTipStore queue;
    private final WaitingNotices waiting;
    private final Notifications notifications;
    private final TriageLists lists;
    private final Organizations organizations;
    private final TipReceivers receivers;
    private final Campuses campuses;
    private final Texts texts;

    RoutedTipNotices(QueuedTipStore queue, WaitingNotices waiting, Notifications notifications, TriageLists lists,
            Organizations organizations,
            TipReceivers receivers, Campuses campuses, Texts texts) {
        this.queue = queue;
        this.waiting = waiting;
        this.notifications = notifications;
        this.lists = lists;
        this.organizations = organizations;
        this.receivers = receivers;
        this.campuses = campuses;
        this.texts = texts;
    }

    @EventListener
    void on(TipRouted fact) {
        boolean life = queue.find(fact.id()).filter(one -> one.tip().tipClass() == TipClass.LIFE_SAFETY).isPresent();
        if (life) tellNow(fact);
        else waiting.owe(fact.tenant(), fact.id(), fact.schoolId(), fact.to());
    }

    private void tellNow(TipRouted fact) {
        String school = campuses.find(fact.schoolId()).map(Campus::name).orElse("");
        var notice = Notice.of("TIP_ROUTED", "/nameless-tips/" + fact.id(),
                language -> new Notice.Words(texts.of(language, "nametips.notice.routed.subject", school),
                        texts.of(language, fact.to() == TipReceiver.DEPARTMENT
                                ? "nametips.notice.police.body"
                                : "nametips.notice.routed.body", school, fact.by())))
                .asUrgent();
        for (var role : lists.receivers().get(fact.to())) {
            if (role == Role.OFFICER) tellOfficers(notice, fact);
            else notifications.tell(notice, new Audience.Holders(fact.tenant(), role, fact.schoolId()));
        }
    }

    private void tellOfficers(Notice notice, TipRouted fact) {
        var onPost = receivers.onPost(fact.tenant(), fact.schoolId());
        if (!onPost.isEmpty())
            notifications.tell(notice, new Audience.People(organizations.agencyOf(fact.tenant()), onPost));
    }
}
