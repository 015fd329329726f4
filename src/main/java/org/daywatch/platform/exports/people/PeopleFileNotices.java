package org.daywatch.platform.exports.people;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.members.Holders;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever may answer learns that somebody waits, and who waited how it was answered. No student is named. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeopleFileNotices {

    private static final String PAGE = "/student-lists";

    private final Notifications notifications;
    private final Holders holders;
    private final Texts texts;
    private final Clock clock;

    PeopleFileNotices(Notifications notifications, Holders holders, Texts texts, Clock clock) {
        this.notifications = notifications;
        this.holders = holders;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return how many may answer */
    int asked(Actor by, PeopleFile file) {
        var others = answering(by, file);
        if (!others.isEmpty())
            notifications.tell(notice("asked", by.name(), file).until(file.askedAt().plus(PeopleFile.WAITS)),
                    new Audience.People(by.tenant(), others));
        return others.size();
    }

    void answered(PeopleFile file, Actor by, boolean yes) {
        notifications.tell(
                notice(yes ? "allowed" : "declined", by.name(), file).until(clock.instant().plus(PeopleFile.LASTS)),
                Audience.person(by.tenant(), file.person()));
    }

    private Notice notice(String what, String name, PeopleFile file) {
        return Notice.of("PEOPLE_FILE", PAGE,
                language -> new Notice.Words(
                        texts.of(language, "people.notice." + what + ".subject", name, file.rows()),
                        texts.of(language, "people.notice." + what + ".body", name, file.rows(), file.about(),
                                file.reason())));
    }

    private Set<UUID> answering(Actor asker, PeopleFile file) {
        return holders.of(asker.tenant(), Permission.EXPORTS_APPROVE).stream().filter(h -> file.within(h.school()))
                .map(Holders.Holder::person).filter(person -> !person.equals(asker.person()))
                .collect(Collectors.toSet());
    }
}
