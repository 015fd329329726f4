package org.daywatch.platform.exports;

import java.time.Instant;
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

/** Whoever may allow more files learns that somebody waits for it, and who waited that it was allowed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExportNotices {

    private static final String PAGE = "/exports";

    private final Notifications notifications;
    private final Holders holders;
    private final Texts texts;

    ExportNotices(Notifications notifications, Holders holders, Texts texts) {
        this.notifications = notifications;
        this.holders = holders;
        this.texts = texts;
    }

    /**
     * @param until the end of the day for which it is asked. @param fresh false: they were told already. @return how
     * many may allow it
     */
    int asked(Actor by, String reason, Instant until, boolean fresh) {
        var others = allowing(by);
        if (fresh && !others.isEmpty())
            notifications.tell(notice("asked", by.name(), reason).until(until),
                    new Audience.People(by.tenant(), others));
        return others.size();
    }

    void allowed(UUID asker, Actor by, Instant until) {
        notifications.tell(notice("allowed", by.name(), "").until(until), Audience.person(by.tenant(), asker));
    }

    private Notice notice(String what, String name, String reason) {
        return Notice.of("MORE_EXPORTS", PAGE,
                language -> new Notice.Words(texts.of(language, "exports.notice." + what + ".subject", name),
                        texts.of(language, "exports.notice." + what + ".body", name, reason)));
    }

    private Set<UUID> allowing(Actor asker) {
        return holders.of(asker.tenant(), Permission.USERS_EDIT).stream().map(Holders.Holder::person)
                .filter(person -> !person.equals(asker.person())).collect(Collectors.toSet());
    }
}
