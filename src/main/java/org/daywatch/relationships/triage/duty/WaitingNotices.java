package org.daywatch.relationships.triage.duty;

import static org.daywatch_db.relationships.Tables.QUEUED_TIP;
import static org.daywatch_db.relationships.Tables.TIP_NOTICE;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.directory.BellDays;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.WaitingNotice;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever a tip was routed to that one waits at their school: one message for all tips of a quarter hour or a
 * morning, which leads to the list and names none. The district is bound.
 */
@Component
@Transactional
public class WaitingNotices {

    private final DSLContext db;
    private final TriageLists lists;
    private final TipReceivers receivers;
    private final Notifications notifications;
    private final Organizations organizations;
    private final Campuses campuses;
    private final BellDays bells;
    private final Texts texts;
    private final Clock clock;

    WaitingNotices(DSLContext db, TriageLists lists, TipReceivers receivers, Notifications notifications,
            Organizations organizations, Campuses campuses, BellDays bells, Texts texts, Clock clock) {
        this.db = db;
        this.lists = lists;
        this.receivers = receivers;
        this.notifications = notifications;
        this.organizations = organizations;
        this.campuses = campuses;
        this.bells = bells;
        this.texts = texts;
        this.clock = clock;
    }

    /** Routed again before it was told counts once. */
    void owe(UUID district, UUID tip, UUID school, TipReceiver to) {
        var n = TIP_NOTICE;
        var due = due(school, clock.instant());
        db.insertInto(n).set(n.DISTRICT_ID, district).set(n.TIP_ID, tip).set(n.RECEIVER, to.name()).set(n.DUE_AT, due)
                .onConflictDoNothing().execute();
    }

    private Instant due(UUID school, Instant now) {
        var campus = campuses.find(school).orElseThrow();
        var zone = campus.zone();
        var today = now.atZone(zone).toLocalDate();
        var hours = lists.noticeHours(campus.districtId(), today);
        return WaitingNotice.due(now, zone,
                bells.of(Set.of(school), today, today.plusDays(hours.ahead() + 1)), hours);
    }

    private record Whom(UUID school, TipReceiver receiver) implements Comparable<Whom> {
        @Override
        public int compareTo(Whom other) {
            int schools = school.compareTo(other.school);
            return schools != 0 ? schools : receiver.compareTo(other.receiver);
        }
    }

    /** All whose moment has come; of two nodes one tells. @return how many messages */
    public int tellDue(UUID district) {
        var n = TIP_NOTICE;
        var q = QUEUED_TIP;
        var owed = db.select(n.TIP_ID, n.RECEIVER, q.SCHOOL_ID, q.STATE, q.STATE_BY).from(n).join(q)
                .on(q.DISTRICT_ID.eq(n.DISTRICT_ID), q.ID.eq(n.TIP_ID)).where(n.DISTRICT_ID.eq(district))
                .and(n.DUE_AT.le(clock.instant())).forUpdate().of(n).skipLocked().fetch();
        var acted = new TreeMap<Whom, Set<UUID>>();
        for (var one : owed) {
            db.deleteFrom(n).where(n.DISTRICT_ID.eq(district)).and(n.TIP_ID.eq(one.get(n.TIP_ID)))
                    .and(n.RECEIVER.eq(one.get(n.RECEIVER))).execute();
            if (one.get(q.STATE).equals("CLOSED") || one.get(q.STATE).equals("REOPENED")) continue;
            var whom = new Whom(one.get(q.SCHOOL_ID), TipReceiver.valueOf(one.get(n.RECEIVER)));
            acted.merge(whom, Set.of(one.get(q.STATE_BY)), WaitingNotices::both);
        }
        return acted.entrySet().stream().mapToInt(e -> tell(district, e.getKey(), e.getValue())).sum();
    }

    /** Who has acted on every one of them has nothing to learn. */
    private static Set<UUID> both(Set<UUID> some, Set<UUID> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private int tell(UUID district, Whom whom, Set<UUID> acted) {
        String school = campuses.find(whom.school()).map(campus -> campus.name()).orElse("");
        var notice = Notice.of("TIP_WAITS", "/nameless-tips",
                language -> new Notice.Words(texts.of(language, "nametips.notice.waits.subject", school),
                        texts.of(language,
                                whom.receiver() == TipReceiver.DEPARTMENT
                                        ? "nametips.notice.police.waits"
                                        : "nametips.notice.waits.body",
                                school)));
        int told = 0;
        for (var role : lists.receivers().get(whom.receiver())) {
            var audience = role == Role.OFFICER
                    ? new Audience.People(organizations.agencyOf(district), receivers.onPost(district, whom.school()))
                    : new Audience.Holders(district, role, whom.school());
            told += notifications.tellOthers(notice, audience, acted);
        }
        return told;
    }
}
