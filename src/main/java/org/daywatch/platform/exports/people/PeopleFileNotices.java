package org.daywatch.platform.exports.people;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Clock;
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

/** Whoever may answer learns that somebody waits, and who waited how it was answered. No student is named. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PeopleFileNotices {

    private static final String PAGE = "/student-lists";

    private final Notifications notifications;
    private final RolePermissions permissions;
    private final Texts texts;
    private final DSLContext db;
    private final Clock clock;

    PeopleFileNotices(Notifications notifications, RolePermissions permissions, Texts texts, DSLContext db,
            Clock clock) {
        this.notifications = notifications;
        this.permissions = permissions;
        this.texts = texts;
        this.db = db;
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
        var roles = permissions.all().entrySet().stream().filter(r -> r.getValue().contains(Permission.EXPORTS_APPROVE))
                .map(r -> r.getKey().name()).toList();
        return db.selectDistinct(MEMBERSHIP.PERSON_ID).from(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(asker.tenant()))
                .and(MEMBERSHIP.ROLE.in(roles)).and(MEMBERSHIP.PERSON_ID.ne(asker.person()))
                .and(MEMBERSHIP.SCHOOL_ID.isNull()
                        .or(file.school() == null
                                ? org.jooq.impl.DSL.falseCondition()
                                : MEMBERSHIP.SCHOOL_ID.eq(file.school())))
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .fetchSet(MEMBERSHIP.PERSON_ID);
    }
}
