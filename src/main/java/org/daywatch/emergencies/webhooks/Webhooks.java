package org.daywatch.emergencies.webhooks;

import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.webhooks.calls.WebhookAddress;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Addresses as rows. The key is encrypted in its row and goes out twice: to whoever makes it, and into signatures. */
@Repository
@Transactional
class Webhooks implements EncryptedRecords {

    static final int MOST = 20; // for one organization

    private final DSLContext db;
    private final WebhookAddress addresses;
    private final WebhookRules rules;
    private final DataCipher cipher;
    private final AuditLog audit;
    private final Clock clock;

    Webhooks(DSLContext db, WebhookAddress addresses, WebhookRules rules, DataCipher cipher, AuditLog audit,
            Clock clock) {
        this.db = db;
        this.addresses = addresses;
        this.rules = rules;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param key to be shown once */
    record Made(UUID id, String key) {}

    @Transactional(readOnly = true)
    List<Webhook> list(Actor actor) {
        return list(theirs(actor));
    }

    @Transactional(readOnly = true)
    Webhook get(Actor actor, UUID id) {
        return list(theirs(actor).and(WEBHOOK.ID.eq(id))).stream().findFirst()
                .orElseThrow(() -> new NotFound("webhook " + id));
    }

    /**
     * @param format a {@link Webhook.Format}, as the form says it. @param dispatch it is a 911 center. @param statuses
     * of what it hears
     */
    Made add(Actor actor, String name, String address, String format, boolean dispatch, Set<AlertStatus> statuses) {
        if (name.strip().length() < 2 || name.strip().length() > 80)
            throw new InvalidInput("name", name, "webhooks.wrong.name");
        String checked = addresses.read(address).toString();
        if (Arrays.stream(Webhook.Format.values()).noneMatch(f -> f.name().equals(format)))
            throw new InvalidInput("format", format, "webhooks.wrong.format");
        if (statuses.isEmpty()) throw new InvalidInput("of" + AlertStatus.ACTUAL, "", "webhooks.wrong.statuses");
        if (db.fetchCount(WEBHOOK, WEBHOOK.TENANT_ID.eq(actor.tenant()).and(WEBHOOK.STOPPED_AT.isNull())) >= MOST)
            throw new InvalidInput("name", name, "webhooks.wrong.many");
        var id = Ids.next();
        String key = WebhookSignature.newKey();
        db.insertInto(WEBHOOK).set(WEBHOOK.TENANT_ID, actor.tenant()).set(WEBHOOK.ID, id)
                .set(WEBHOOK.SCHOOL_ID, actor.role().atOneSchool() ? actor.school() : null)
                .set(WEBHOOK.NAME, name.strip()).set(WEBHOOK.FORMAT, format).set(WEBHOOK.DISPATCH, dispatch)
                .set(WEBHOOK.STATUSES, statuses.stream().map(Enum::name).sorted().toArray(String[]::new))
                .set(WEBHOOK.ADDRESS, checked).set(WEBHOOK.SIGN_KEY, closed(key, id))
                .set(WEBHOOK.MADE_BY, actor.person())
                .set(WEBHOOK.MADE_NAME, actor.name()).set(WEBHOOK.MADE_AT, clock.instant()).execute();
        audit.act("WebhookMade", "webhook " + id, Map.of("name", name.strip(), "address", checked, "format", format,
                "dispatch", dispatch, "statuses", new TreeSet<>(statuses)));
        return new Made(id, key);
    }

    /** A new key; the one before signs beside it for a while, so that no message is refused meanwhile. */
    Made renewKey(Actor actor, UUID id) {
        if (get(actor, id).stoppedAt() != null) throw new NotFound("webhook " + id + " that is not stopped");
        String key = WebhookSignature.newKey();
        db.update(WEBHOOK).set(WEBHOOK.OLD_KEY, WEBHOOK.SIGN_KEY)
                .set(WEBHOOK.OLD_UNTIL, clock.instant().plus(rules.now().overlap()))
                .set(WEBHOOK.SIGN_KEY, closed(key, id))
                .where(WEBHOOK.ID.eq(id)).execute();
        audit.act("WebhookKeyRenewed", "webhook " + id, Map.of());
        return new Made(id, key);
    }

    /** It hears nothing from now on, and what still waits is not sent. */
    void stop(Actor actor, UUID id) {
        get(actor, id);
        int stopped = db.update(WEBHOOK).set(WEBHOOK.STOPPED_AT, clock.instant())
                .set(WEBHOOK.STOPPED_BY, actor.person()).where(WEBHOOK.ID.eq(id)).and(WEBHOOK.STOPPED_AT.isNull())
                .execute();
        db.update(WEBHOOK_DELIVERY).set(WEBHOOK_DELIVERY.DELIVERY, Webhook.Delivery.SUPPRESSED.name())
                .where(WEBHOOK_DELIVERY.WEBHOOK_ID.eq(id))
                .and(WEBHOOK_DELIVERY.DELIVERY.eq(Webhook.Delivery.WAITING.name())).execute();
        if (stopped == 1) audit.act("WebhookStopped", "webhook " + id, Map.of());
    }

    /** The keys that count now, the newest first. */
    @Transactional(readOnly = true)
    List<String> keys(UUID id) {
        var row = db.select(WEBHOOK.SIGN_KEY, WEBHOOK.OLD_KEY, WEBHOOK.OLD_UNTIL).from(WEBHOOK).where(WEBHOOK.ID.eq(id))
                .fetchSingle();
        var keys = new ArrayList<String>();
        keys.add(open(row.get(WEBHOOK.SIGN_KEY), id));
        if (row.get(WEBHOOK.OLD_KEY) != null && clock.instant().isBefore(row.get(WEBHOOK.OLD_UNTIL)))
            keys.add(open(row.get(WEBHOOK.OLD_KEY), id));
        return keys;
    }

    @Override
    public int renew() {
        int done = 0;
        for (var row : db.select(WEBHOOK.ID, WEBHOOK.SIGN_KEY, WEBHOOK.OLD_KEY).from(WEBHOOK)
                .where(WEBHOOK.TENANT_ID.eq(Tenancy.tenant())).forNoKeyUpdate().fetch()) {
            if (cipher.upToDate(row.get(WEBHOOK.SIGN_KEY))
                    && (row.get(WEBHOOK.OLD_KEY) == null || cipher.upToDate(row.get(WEBHOOK.OLD_KEY))))
                continue;
            db.update(WEBHOOK)
                    .set(WEBHOOK.SIGN_KEY, cipher.again(row.get(WEBHOOK.SIGN_KEY), place(row.get(WEBHOOK.ID))))
                    .set(WEBHOOK.OLD_KEY,
                            row.get(WEBHOOK.OLD_KEY) == null
                                    ? null
                                    : cipher.again(row.get(WEBHOOK.OLD_KEY),
                                            place(row.get(WEBHOOK.ID))))
                    .where(WEBHOOK.ID.eq(row.get(WEBHOOK.ID))).execute();
            done++;
        }
        return done;
    }

    /** Whoever is at one school looks after what that school alone is told by. */
    private static Condition theirs(Actor actor) {
        var own = WEBHOOK.TENANT_ID.eq(actor.tenant());
        if (!actor.role().atOneSchool()) return own;
        return actor.school() == null ? DSL.falseCondition() : own.and(WEBHOOK.SCHOOL_ID.eq(actor.school()));
    }

    private List<Webhook> list(Condition which) {
        return db.selectFrom(WEBHOOK).where(which)
                .orderBy(WEBHOOK.STOPPED_AT.desc().nullsFirst(), WEBHOOK.NAME, WEBHOOK.ID)
                .fetch(r -> new Webhook(r.getTenantId(), r.getId(),
                        r.getSchoolId(), r.getName(), r.getAddress(), Webhook.Format.valueOf(r.getFormat()),
                        r.getDispatch(),
                        Arrays.stream(r.getStatuses()).map(AlertStatus::valueOf).collect(Collectors.toSet()),
                        r.getMadeName(), r.getMadeAt(), still(r.getOldUntil()), r.getStoppedAt()));
    }

    private @org.jspecify.annotations.Nullable Instant still(@org.jspecify.annotations.Nullable Instant until) {
        return until != null && clock.instant().isBefore(until) ? until : null;
    }

    private byte[] closed(String key, UUID id) {
        return cipher.encrypt(key.getBytes(StandardCharsets.US_ASCII), place(id));
    }

    private String open(byte[] key, UUID id) {
        return new String(cipher.decrypt(key, place(id)), StandardCharsets.US_ASCII);
    }

    private static String place(UUID id) {
        return "webhook key " + id;
    }
}
