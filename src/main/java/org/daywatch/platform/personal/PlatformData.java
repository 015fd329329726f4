package org.daywatch.platform.personal;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.EXPORT_ASK;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.platform.Tables.PEOPLE_FILE;
import static org.daywatch_db.platform.Tables.SESSION;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLens;
import org.daywatch.platform.audit.AuditShown;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Account, memberships, sessions, messages, and what the person did themselves. Secrets (hashes, cookies) are not data
 * about them.
 */
@Component
@Transactional(readOnly = true)
class PlatformData implements PersonalData {

    private final DSLContext db;
    private final DSLContext signin;
    private final Sessions sessions;
    private final ObjectProvider<AuditShown> shown;

    PlatformData(DSLContext db, @Qualifier("signin") DSLContext signin, Sessions sessions,
            ObjectProvider<AuditShown> shown) {
        this.shown = shown;
        this.db = db;
        this.signin = signin;
        this.sessions = sessions;
    }

    @Override
    public Map<String, List<Map<String, Object>>> about(UUID person) {
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        all.put("account",
                signin.select(ACCOUNT.PERSON_ID, ACCOUNT.EMAIL, ACCOUNT.FULL_NAME, ACCOUNT.LANGUAGE, ACCOUNT.STATE,
                        ACCOUNT.CREATED_AT)
                        .from(ACCOUNT).where(ACCOUNT.PERSON_ID.eq(person)).fetchMaps());
        all.put("memberships", sessions.places(person).stream()
                .map(p -> Map.<String, Object>of("organization", p.organization(), "kind", p.kind(), "role", p.role()))
                .toList());
        all.put("sessions",
                signin.select(SESSION.METHOD, SESSION.DEVICE, SESSION.CREATED_AT, SESSION.LAST_SEEN, SESSION.EXPIRES_AT,
                        SESSION.REVOKED_AT)
                        .from(SESSION).where(SESSION.PERSON_ID.eq(person)).orderBy(SESSION.CREATED_AT).fetchMaps());
        all.put("notificationChoices",
                db.selectFrom(NOTIFICATION_CHOICE).where(NOTIFICATION_CHOICE.PERSON_ID.eq(person)).fetchMaps().stream()
                        .map(PlatformData::readable).toList());
        all.put("messages",
                db.select(OUTBOUND_MESSAGE.SUBJECT, OUTBOUND_MESSAGE.BODY, DELIVERY.CHANNEL, DELIVERY.ADDRESS,
                        DELIVERY.STATE, DELIVERY.SENT_AT, DELIVERY.READ_AT)
                        .from(DELIVERY).join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                        .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                        .where(DELIVERY.PERSON_ID.eq(person)).orderBy(DELIVERY.DUE_AT).fetchMaps());
        all.put("exportAsks",
                db.select(EXPORT_ASK.REASON, EXPORT_ASK.ASKED_AT, EXPORT_ASK.ALLOWED_AT).from(EXPORT_ASK)
                        .where(EXPORT_ASK.PERSON_ID.eq(person)).orderBy(EXPORT_ASK.ASKED_AT).fetchMaps());
        all.put("peopleFiles",
                db.select(PEOPLE_FILE.ABOUT, PEOPLE_FILE.ROW_COUNT, PEOPLE_FILE.REASON, PEOPLE_FILE.ASKED_AT,
                        PEOPLE_FILE.ANSWER, PEOPLE_FILE.TAKEN_AT).from(PEOPLE_FILE)
                        .where(PEOPLE_FILE.PERSON_ID.eq(person)).orderBy(PEOPLE_FILE.ASKED_AT).fetchMaps());
        var lens = AuditLens.of(shown, person); // they read their file, and perhaps not alone
        all.put("acts",
                db.select(AUDIT_LINE.AT, AUDIT_LINE.ROLE, AUDIT_LINE.CAPACITY, lens.action().as("action"),
                        AUDIT_LINE.SUBJECT).from(AUDIT_LINE)
                        .where(AUDIT_LINE.PERSON_ID.eq(person)).and(lens.kept()).orderBy(AUDIT_LINE.SEQ).fetchMaps());
        return all;
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        var copy = new LinkedHashMap<>(row);
        copy.computeIfPresent("channels", (k, v) -> List.of((Object[]) v));
        return copy;
    }
}
