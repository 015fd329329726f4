package org.daywatch.platform.operations;

import static org.daywatch_db.platform.Tables.SETTING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Audience;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.notifications.Notifications;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators are told of a certificate that ends, once for each figure, whichever node looks first. */
@Component
@Transactional
public class CertificateNotices {

    private final Notifications notifications;
    private final Texts texts;
    private final DSLContext db;

    CertificateNotices(Notifications notifications, Texts texts, DSLContext db) {
        this.notifications = notifications;
        this.texts = texts;
        this.db = db;
    }

    /** @param days left; below zero once it is over. @return whether this was the first time */
    boolean tell(UUID agency, Instant ends, int days) {
        String now = ends + " " + days;
        boolean first = db.insertInto(SETTING).set(SETTING.NAME, "certificate.told." + agency).set(SETTING.VALUE, now)
                .onConflict(SETTING.NAME).doUpdate().set(SETTING.VALUE, now).where(SETTING.VALUE.ne(now))
                .execute() > 0;
        if (!first) return false;
        String key = days < 0 ? "operations.certificate.notice.over" : "operations.certificate.notice";
        var day = ends.atZone(ZoneOffset.UTC).toLocalDate();
        notifications.tell(Notice.of("CERTIFICATE_ENDS", "/operations",
                language -> new Notice.Words(texts.of(language, key + ".subject", days),
                        texts.of(language, key + ".body", When.in(language).date(day)))),
                Audience.holders(agency, Role.AGENCY_ADMIN));
        return true;
    }
}
