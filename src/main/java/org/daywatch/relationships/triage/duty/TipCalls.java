package org.daywatch.relationships.triage.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.triage.QueuedTip;
import org.daywatch.relationships.triage.TriageEvent.LifeTipArrived;
import org.daywatch.relationships.triage.queue.QueuedTipStore;
import org.daywatch.relationships.triage.queue.TipsTold;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells one after the other that a tip about a life waits, until somebody has opened it. The message says at which
 * school and nothing of what was written.
 */
@Component
@Transactional
public class TipCalls {

    private static final Duration NEWS = Duration.ofHours(12);

    private final QueuedTipStore queue;
    private final TipsTold told;
    private final TipDuty duty;
    private final TipReceivers receivers;
    private final Organizations organizations;
    private final TriageLists lists;
    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;
    private final Clock clock;

    TipCalls(QueuedTipStore queue, TipsTold told, TipDuty duty, TipReceivers receivers,
            Organizations organizations, TriageLists lists, Notifications notifications,
            Campuses campuses, Texts texts, Clock clock) {
        this.queue = queue;
        this.told = told;
        this.duty = duty;
        this.receivers = receivers;
        this.organizations = organizations;
        this.lists = lists;
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
        this.clock = clock;
    }

    /** In its transaction: a tip that is kept is told. */
    @EventListener
    void on(LifeTipArrived fact) {
        call(fact.tenant(), fact.id());
    }

    /** All of a district that nobody has opened. */
    public void callAll(UUID district) {
        queue.calling().forEach(tip -> call(district, tip));
    }

    private void call(UUID district, UUID id) {
        var standing = queue.lock(id); // of two nodes one tells
        if (!standing.calls()) return;
        var tip = standing.tip();
        Instant now = clock.instant();
        var clockOfTips = lists.clock(district, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var order = duty.order(district, tip.school(), now);
        var due = new LinkedHashSet<UUID>();
        int people = clockOfTips.told(tip.handedOn(), now);
        order.first().stream().limit(people).forEach(due::add);
        var onPost = new LinkedHashSet<UUID>();
        if (!order.kept() || people > order.first().size() || clockOfTips.exhausted(tip.handedOn(), now)) {
            due.addAll(order.rest());
            onPost.addAll(receivers.onPost(district, tip.school()));
        }
        tell(district, tip, due, district, now);
        if (!onPost.isEmpty()) tell(district, tip, onPost, organizations.agencyOf(district), now);
    }

    /** @param of the organization in which these people are */
    private void tell(UUID district, QueuedTip tip, Set<UUID> people, UUID of, Instant now) {
        people.removeAll(told.of(tip.id()));
        if (people.isEmpty()) return;
        told.keep(district, tip.id(), people, now);
        notifications.tell(notice(tip, now), new Audience.People(of, Set.copyOf(people)));
    }

    private Notice notice(QueuedTip tip, Instant now) {
        String school = campuses.find(tip.school()).map(Campus::name).orElse("");
        return Notice.of("LIFE_TIP", "/nameless-tips/" + tip.id(),
                language -> new Notice.Words(texts.of(language, "nametips.notice.life.subject", school),
                        texts.of(language, "nametips.notice.life.body", school)))
                .asUrgent().until(now.plus(NEWS));
    }
}
