package org.daywatch.relationships.threats;

import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.threats.cases.TeamPart;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.cases.ThreatEvent;
import org.daywatch.relationships.threats.cases.Waiting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the counselor and the administrator of a case that it waits for them: at which school, and no word more, for
 * messages are read on locked screens. Only who may read it then. An officer gets no message: what they may read hangs
 * on the moment, and their first page asks for it anew.
 */
@Component
class ThreatNotices {

    private final ThreatStore cases;
    private final ThreatDoor door;
    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    ThreatNotices(ThreatStore cases, ThreatDoor door, Notifications notifications, Campuses campuses, Texts texts) {
        this.cases = cases;
        this.door = door;
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    /** In the transaction of the fact; the district is bound. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ThreatEvent fact) {
        Waiting.after(fact).ifPresent(what -> cases.find(fact.id()).ifPresent(c -> tell(c, what)));
    }

    /** @return whether somebody was told: the administrator where the counselor is not there any more */
    boolean review(ThreatCase c) {
        var readers = door.readers(c);
        var who = readers.getOrDefault(TeamPart.MENTAL_HEALTH, readers.get(TeamPart.ADMINISTRATOR));
        return who != null
                && notifications.tell(notice(c, Waiting.REVIEW), Audience.person(c.district(), who)) > 0;
    }

    /** Not whoever does it. */
    private void tell(ThreatCase c, Waiting what) {
        UUID by = Tenancy.current().map(Scope::person).orElse(null);
        var who = door.readers(c).entrySet().stream().filter(e -> what.parts(c).contains(e.getKey()))
                .map(java.util.Map.Entry::getValue).filter(person -> !person.equals(by)).collect(Collectors.toSet());
        if (!who.isEmpty()) notifications.tell(notice(c, what), new Audience.People(c.district(), who));
    }

    private Notice notice(ThreatCase c, Waiting what) {
        String school = campuses.find(c.school()).map(s -> s.name()).orElse("");
        return Notice.of("ASSESSMENT_" + what, "/threats/" + c.id(),
                language -> new Notice.Words(texts.of(language, "threats.notice." + what + ".subject", school),
                        texts.of(language, "threats.notice." + what + ".body", school)));
    }
}
