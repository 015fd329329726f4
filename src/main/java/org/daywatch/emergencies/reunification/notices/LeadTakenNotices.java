package org.daywatch.emergencies.reunification.notices;

import java.time.Duration;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.PeopleEvent.ReunionLeadTaken;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lead was taken without the word of the one who led: the principal and the district learn who did it and why. */
@Component
public class LeadTakenNotices {

    private static final Duration NEWS = Duration.ofHours(8);

    private final Notifications notifications;
    private final Campuses campuses;
    private final Texts texts;

    LeadTakenNotices(Notifications notifications, Campuses campuses, Texts texts) {
        this.notifications = notifications;
        this.campuses = campuses;
        this.texts = texts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ReunionLeadTaken fact) {
        String school = campuses.find(fact.schoolId()).map(Campus::name).orElse("");
        var notice = Notice.of("REUNION_LEAD", "/reunification/" + fact.id(), language -> new Notice.Words(
                texts.of(language, "reunification.lead.taken.subject",
                        texts.of(language, "alerts.status." + fact.status()), school),
                texts.of(language, "reunification.lead.taken.body", fact.by(), fact.to(), fact.from(), fact.why())))
                .asUrgent().until(fact.at().plus(NEWS));
        for (var audience : List.of(new Audience.Holders(fact.tenant(), Role.PRINCIPAL, fact.schoolId()),
                Audience.holders(fact.tenant(), Role.SAFETY_DIRECTOR)))
            notifications.tell(notice, audience);
    }
}
