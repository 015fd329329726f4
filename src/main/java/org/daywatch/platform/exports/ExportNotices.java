package org.daywatch.platform.exports;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.RolePermissions;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever may allow more files learns that somebody waits for it, and who waited that it was allowed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ExportNotices {

    private static final String PAGE = "/exports";

    private final Notifications notifications;
    private final RolePermissions permissions;
    private final Texts texts;
    private final DSLContext db;
    private final Clock clock;

    ExportNotices(Notifications notifications, RolePermissions permissions, Texts texts, DSLContext db, Clock clock) {
        this.notifications = notifications;
        this.permissions = permissions;
        this.texts = texts;
        this.db = db;
        this.clock = clock;
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
        var roles = permissions.all().entrySet().stream().filter(r -> r.getValue().contains(Permission.USERS_EDIT))
                .map(r -> r.getKey().name()).toList();
        return db.selectDistinct(MEMBERSHIP.PERSON_ID).from(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(asker.tenant()))
                .and(MEMBERSHIP.ROLE.in(roles)).and(MEMBERSHIP.PERSON_ID.ne(asker.person()))
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .fetchSet(MEMBERSHIP.PERSON_ID);
    }
}
