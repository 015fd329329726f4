package org.daywatch.emergencies.tips;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.texts.Texts;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who lead at the school, in its district and in the agency, and the officers on post there, learn of it once.
 * The message repeats nothing of what was said: it may name a child.
 */
@Component
class TipNotices {

    private static final Duration NEWS = Duration.ofHours(4);

    private final Notifications notifications;
    private final OfficerSchools officers;
    private final OnBehalf onBehalf;
    private final Texts texts;

    TipNotices(Notifications notifications, OfficerSchools officers, OnBehalf onBehalf, Texts texts) {
        this.notifications = notifications;
        this.officers = officers;
        this.onBehalf = onBehalf;
        this.texts = texts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID agency, Campus school, UUID group, By by, Instant at) {
        var notice = Notice
                .of("TIPS", "/tips/" + group,
                        language -> new Notice.Words(texts.of(language, "tips.notice.subject", school.name()),
                                texts.of(language, "tips.notice.body", by.name(), school.name())))
                .asUrgent().until(at.plus(NEWS));
        var writer = Set.of(by.person());
        for (var role : List.of(Role.PRINCIPAL, Role.FRONT_OFFICE))
            notifications.tellOthers(notice, new Audience.Holders(school.districtId(), role, school.id()), writer);
        notifications.tellOthers(notice, Audience.holders(school.districtId(), Role.SAFETY_DIRECTOR), writer);
        notifications.tellOthers(notice, Audience.holders(agency, Role.COORDINATOR), writer);
        var onPost = new HashSet<UUID>();
        onBehalf.run(agency, () -> onPost.addAll(officers.at(school.id()).keySet()));
        if (!onPost.isEmpty()) notifications.tellOthers(notice, new Audience.People(agency, onPost), writer);
    }
}
