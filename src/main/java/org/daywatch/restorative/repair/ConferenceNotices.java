package org.daywatch.restorative.repair;

import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.restorative.conferences.Conference;
import org.springframework.stereotype.Component;

/** Who is told of a conference at once. At which school, and no word more: messages are read on locked screens. */
@Component
class ConferenceNotices {

    private final Campuses campuses;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Texts texts;

    ConferenceNotices(Campuses campuses, Organizations organizations, Notifications notifications, Texts texts) {
        this.campuses = campuses;
        this.organizations = organizations;
        this.notifications = notifications;
        this.texts = texts;
    }

    /** To whoever leads it from now on, unless they did it themselves. */
    void given(Conference c, UUID by) {
        if (!c.lead().equals(by))
            tell(c, "CONFERENCE_GIVEN", "given", Audience.person(c.district(), c.lead()));
    }

    /** To the officer whom an educator invited. */
    void invited(Conference c) {
        if (c.officer() != null)
            tell(c, "CONFERENCE_INVITED", "invited",
                    Audience.person(organizations.agencyOf(c.district()), c.officer().officer()));
    }

    private void tell(Conference c, String kind, String words, Audience whom) {
        var school = campuses.find(c.school()).map(s -> s.name()).orElse("");
        notifications.tell(Notice.of(kind, "/restorative/" + c.id(),
                language -> new Notice.Words(texts.of(language, "conference.notice." + words + ".subject", school),
                        texts.of(language, "conference.notice." + words + ".body", school))),
                whom);
    }
}
