package org.daywatch.mentoring.asking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.mentoring.asking.StudentAsk.Body;
import org.daywatch.mentoring.asking.StudentAsk.Outcome;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Students ask, counselors answer. The district is bound. */
@Component
@Transactional
class StudentAsks {

    /**
     * More that wait at one school are a prank, or a school without a counselor: whoever comes then is told to go to
     * one.
     */
    static final int MOST_WAITING = 200;

    private final StudentAskStore store;
    private final Campuses campuses;
    private final Notifications notifications;
    private final Shredding shredding;
    private final AuditLog audit;
    private final Texts texts;
    private final Clock clock;

    StudentAsks(StudentAskStore store, Campuses campuses, Notifications notifications, Shredding shredding,
            AuditLog audit, Texts texts, Clock clock) {
        this.store = store;
        this.campuses = campuses;
        this.notifications = notifications;
        this.shredding = shredding;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Campus> schoolOf(LinkToken poster) {
        return store.schoolOf(poster.hash()).flatMap(campuses::find);
    }

    /** The address of a poster is shown once; the one before leads nowhere from now on. */
    LinkToken poster(Actor actor, Campus school) {
        var link = LinkToken.next(school.districtId());
        var id = Ids.next();
        store.poster(school.districtId(), school.id(), id, link.hash(), actor.person(), clock.instant());
        audit.act("AskPosterMade", "ask-poster " + id, Map.of("school", school.id().toString()));
        return link;
    }

    /** @throws Refused where so many wait that nobody reads another */
    void ask(Campus school, Body body) {
        if (store.waiting(school.id()).size() >= MOST_WAITING) throw new Refused(AskRefusal.ASKS_TOO_MANY);
        var now = clock.instant();
        store.insert(school.districtId(), Ids.next(), school.id(), now, LocalDate.ofInstant(now, school.zone()), body);
        notifications.tell(
                Notice.of("STUDENT_ASKED", "/mentoring/asks",
                        language -> new Notice.Words(texts.of(language, "asking.notice.subject"),
                                texts.of(language, "asking.notice.body", school.name()))),
                new Audience.Holders(school.districtId(), Role.COUNSELOR, school.id()));
    }

    void answer(Actor actor, StudentAsk ask, Outcome outcome) {
        if (!store.answer(ask.id(), outcome, actor.person(), actor.name(), clock.instant()))
            throw new Refused(AskRefusal.ASK_ANSWERED);
        audit.act("StudentAskAnswered", "student-ask " + ask.id(), Map.of("outcome", outcome.name()));
    }

    /** Each with its key. */
    int forget(UUID district, Instant before) {
        List<UUID> over = store.answeredBefore(district, before);
        for (UUID id : over) shredding.shred(district, id);
        store.forget(over);
        return over.size();
    }
}
