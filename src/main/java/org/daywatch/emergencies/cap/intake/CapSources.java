package org.daywatch.emergencies.cap.intake;

import static org.daywatch_db.emergencies.Tables.CAP_SOURCE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.cap.PublicKeys;
import org.daywatch.emergencies.webhooks.calls.WebhookSignature;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.cipher.DataCipher;
import org.daywatch.platform.cipher.EncryptedRecords;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Agencies that may post to a district, each with a key of its own. */
@Repository
@Transactional
public class CapSources implements EncryptedRecords {

    private final DSLContext db;
    private final DataCipher cipher;
    private final AuditLog audit;
    private final Clock clock;

    CapSources(DSLContext db, DataCipher cipher, AuditLog audit, Clock clock) {
        this.db = db;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param signs its messages carry a signature of their own, and only those are taken */
    public record Source(UUID id, String name, boolean signs, String madeBy, Instant madeAt,
            @Nullable Instant stoppedAt) {}

    /** @param path where its owner posts to; it is no secret. @param key shown once */
    public record Made(String path, String key) {}

    /** Of a path: the district it is looked up under, and the source. */
    record Door(UUID district, UUID source) {

        static Optional<Door> read(String text) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (bytes.length != 32) return Optional.empty();
                var b = ByteBuffer.wrap(bytes);
                return Optional.of(new Door(new UUID(b.getLong(), b.getLong()), new UUID(b.getLong(), b.getLong())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String path() {
            var b = ByteBuffer.allocate(32).putLong(district.getMostSignificantBits())
                    .putLong(district.getLeastSignificantBits()).putLong(source.getMostSignificantBits())
                    .putLong(source.getLeastSignificantBits());
            return "/cap/" + Base64.getUrlEncoder().withoutPadding().encodeToString(b.array());
        }
    }

    @Transactional(readOnly = true)
    List<Source> list() {
        return db.selectFrom(CAP_SOURCE).where(CAP_SOURCE.DISTRICT_ID.eq(Tenancy.tenant()))
                .orderBy(CAP_SOURCE.STOPPED_AT.desc().nullsFirst(), CAP_SOURCE.NAME)
                .fetch(r -> new Source(r.getId(), r.getName(), r.getPublicKey() != null, r.getMadeName(), r.getMadeAt(),
                        r.getStoppedAt()));
    }

    /** @param publicKey with which the sender signs its messages themselves, PEM or Base64; empty: it does not */
    Made add(Actor actor, String name, String publicKey) {
        if (name.strip().length() < 2 || name.strip().length() > 80)
            throw new InvalidInput("name", name, "capnotices.wrong.name");
        byte[] signs = publicKey.isBlank()
                ? null
                : PublicKeys.read(publicKey)
                        .orElseThrow(() -> new InvalidInput("publicKey", publicKey, "capnotices.wrong.key"))
                        .getEncoded();
        var id = Ids.next();
        String key = WebhookSignature.newKey();
        db.insertInto(CAP_SOURCE).set(CAP_SOURCE.DISTRICT_ID, actor.tenant()).set(CAP_SOURCE.ID, id)
                .set(CAP_SOURCE.NAME, name.strip()).set(CAP_SOURCE.PUBLIC_KEY, signs)
                .set(CAP_SOURCE.SIGN_KEY, cipher.encrypt(key.getBytes(StandardCharsets.US_ASCII), place(id)))
                .set(CAP_SOURCE.MADE_BY, actor.person()).set(CAP_SOURCE.MADE_NAME, actor.name())
                .set(CAP_SOURCE.MADE_AT, clock.instant()).execute();
        audit.act("CapSourceMade", "source " + id, Map.of("name", name.strip()));
        return new Made(new Door(actor.tenant(), id).path(), key);
    }

    void stop(UUID id) {
        int stopped = db.update(CAP_SOURCE).set(CAP_SOURCE.STOPPED_AT, clock.instant())
                .where(CAP_SOURCE.DISTRICT_ID.eq(Tenancy.tenant())).and(CAP_SOURCE.ID.eq(id))
                .and(CAP_SOURCE.STOPPED_AT.isNull()).execute();
        if (stopped == 0) throw new NotFound("source " + id);
        audit.act("CapSourceStopped", "source " + id, Map.of());
    }

    /** @param key of its address; @param sender with which its messages are signed, if they are */
    record Known(String name, String key, @Nullable PublicKey sender) {}

    /** Of one that is not stopped; the district is bound. */
    @Transactional(readOnly = true)
    Optional<Known> find(UUID id) {
        return db.selectFrom(CAP_SOURCE).where(CAP_SOURCE.DISTRICT_ID.eq(Tenancy.tenant())).and(CAP_SOURCE.ID.eq(id))
                .and(CAP_SOURCE.STOPPED_AT.isNull())
                .fetchOptional(r -> new Known(r.getName(),
                        new String(cipher.decrypt(r.getSignKey(), place(id)), StandardCharsets.US_ASCII),
                        r.getPublicKey() == null ? null : PublicKeys.of(r.getPublicKey()).orElseThrow()));
    }

    @Override
    public int renew() {
        int done = 0;
        for (var row : db.select(CAP_SOURCE.ID, CAP_SOURCE.SIGN_KEY).from(CAP_SOURCE)
                .where(CAP_SOURCE.DISTRICT_ID.eq(Tenancy.tenant())).forNoKeyUpdate().fetch()) {
            if (cipher.upToDate(row.get(CAP_SOURCE.SIGN_KEY))) continue;
            done += db.update(CAP_SOURCE)
                    .set(CAP_SOURCE.SIGN_KEY, cipher.again(row.get(CAP_SOURCE.SIGN_KEY), place(row.get(CAP_SOURCE.ID))))
                    .where(CAP_SOURCE.ID.eq(row.get(CAP_SOURCE.ID))).execute();
        }
        return done;
    }

    private static String place(UUID id) {
        return "notice key " + id;
    }
}
