package org.daywatch.relationships.threats.requests;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.threats.CaseFiles;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.springframework.stereotype.Component;

/**
 * Tells that a parent asked for a record, and that its day comes: at which school, and no word more, for messages are
 * read on locked screens. Only who may open it then. The district is bound.
 */
@Component
class RecordsRequestNotices {

    private final CaseFiles cases;
    private final ThreatDoor door;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Texts texts;

    RecordsRequestNotices(CaseFiles cases, ThreatDoor door, Organizations organizations, Notifications notifications,
            Texts texts) {
        this.cases = cases;
        this.door = door;
        this.organizations = organizations;
        this.notifications = notifications;
        this.texts = texts;
    }

    /** @param by whoever entered it, who is not told */
    void entered(RecordsRequest request, Campus school, UUID by) {
        var who = who(request);
        who.remove(by);
        tell("RECORDS_REQUESTED", "asked.notice.entered", request, school, who);
    }

    /** @return whether somebody was told */
    boolean due(RecordsRequest request, Campus school) {
        return tell("RECORDS_DUE", "asked.notice.due", request, school, who(request));
    }

    /** Who keeps the district's records, and the counselor and the principal of the case. */
    private Set<UUID> who(RecordsRequest request) {
        var who = new HashSet<UUID>();
        var id = request.caseId();
        if (id == null) return who;
        organizations.serving(request.district(), List.of(Role.RECORDS_KEEPER)).stream().map(s -> s.person())
                .filter(person -> door.wouldKeep(person, request.district(), id)).forEach(who::add);
        of(request, id).ifPresent(c -> who.addAll(door.readers(c).values()));
        return who;
    }

    private Optional<ThreatCase> of(RecordsRequest request, UUID id) {
        return cases.all(request.district()).stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private boolean tell(String topic, String words, RecordsRequest request, Campus school, Set<UUID> who) {
        if (who.isEmpty()) return false;
        var notice = Notice.of(topic, "/records/requests/" + request.id(),
                language -> new Notice.Words(texts.of(language, words + ".subject", school.name()),
                        texts.of(language, words + ".body", school.name())));
        return notifications.tell(notice, new Audience.People(request.district(), who)) > 0;
    }
}
