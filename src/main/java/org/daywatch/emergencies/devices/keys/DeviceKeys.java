package org.daywatch.emergencies.devices.keys;

import static org.daywatch_db.emergencies.Tables.DEVICE_KEY;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.alerts.AlertPlaces;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeTime;
import org.daywatch_db.emergencies.tables.records.DeviceKeyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keys of devices as rows. Each one registered and each revoked is audited. */
@Repository
@Transactional
public class DeviceKeys {

    private static final int MOST = 10; // that count at once, of one person

    private static final Duration LATELY = Duration.ofDays(90);

    private final DSLContext db;
    private final AlertPlaces places;
    private final ProgramRules rules;
    private final AuditLog audit;
    private final Clock clock;
    private final HomeTime home;

    DeviceKeys(DSLContext db, AlertPlaces places, ProgramRules rules, AuditLog audit, Clock clock, HomeTime home) {
        this.db = db;
        this.places = places;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    /** @throws InvalidInput when the label or the key is none, or the key is registered already */
    public DeviceKey register(Actor actor, String label, String publicKey) {
        String name = label.strip().replaceAll("\\p{Cntrl}+", " ");
        if (name.isEmpty() || name.length() > 80) throw new InvalidInput("label", label, "devices.wrong.label");
        byte[] raw = Ed25519Text.read(publicKey);
        var now = clock.instant();
        if (of(actor.person()).stream().filter(key -> key.counts(now)).count() >= MOST)
            throw new InvalidInput("label", label, "devices.wrong.many");
        if (db.fetchExists(DEVICE_KEY, DEVICE_KEY.PUBLIC_KEY.eq(raw).and(DEVICE_KEY.REVOKED_AT.isNull())))
            throw new InvalidInput("key", publicKey, "devices.wrong.known");
        UUID district = actor.role().organizationKind().equals("DISTRICT") ? actor.tenant() : null;
        var rule = rules.book().get("DEVICE_KEY_LIFE", home.day(now),
                district == null ? new String[0] : new String[] {"DISTRICT:" + district});
        var key = new DeviceKey(places.agency(actor), Ids.next(), district, actor.person(), actor.role(), name, raw,
                now, now.plus(Duration.ofDays(rule.number())), null);
        db.insertInto(DEVICE_KEY).set(DEVICE_KEY.AGENCY_ID, key.agency()).set(DEVICE_KEY.ID, key.id())
                .set(DEVICE_KEY.DISTRICT_ID, district).set(DEVICE_KEY.PERSON_ID, key.person())
                .set(DEVICE_KEY.ROLE, key.role().name()).set(DEVICE_KEY.LABEL, name).set(DEVICE_KEY.PUBLIC_KEY, raw)
                .set(DEVICE_KEY.MADE_AT, now)
                .set(DEVICE_KEY.EXPIRES_AT, key.expiresAt()).set(DEVICE_KEY.RULE, rule.version()).execute();
        audit.act("DeviceKeyRegistered", "person " + actor.person(), Map.of("key", key.id(), "label", name));
        return key;
    }

    /**
     * By its owner or by the person who sets up alerts; the caller has looked that they may. Takes effect in the lane
     * within two seconds. @param person its owner
     */
    public void revoke(UUID person, UUID id) {
        int one = db.update(DEVICE_KEY).set(DEVICE_KEY.REVOKED_AT, clock.instant()).where(DEVICE_KEY.ID.eq(id))
                .and(DEVICE_KEY.PERSON_ID.eq(person))
                .and(DEVICE_KEY.REVOKED_AT.isNull()).execute();
        if (one == 0) throw new NotFound("device key " + id);
        audit.act("DeviceKeyRevoked", "person " + person, Map.of("key", id));
    }

    /** Newest first; those that ended too. */
    @Transactional(readOnly = true)
    public List<DeviceKey> of(UUID person) {
        return list(DEVICE_KEY.PERSON_ID.eq(person));
    }

    /** Those that count, of the organization that is bound. */
    @Transactional(readOnly = true)
    List<DeviceKey> living() {
        return list(DEVICE_KEY.REVOKED_AT.isNull().and(DEVICE_KEY.EXPIRES_AT.gt(clock.instant())));
    }

    /** Those that count, and those that ended not long ago. */
    @Transactional(readOnly = true)
    List<DeviceKey> lately() {
        var then = clock.instant().minus(LATELY);
        return list(
                DEVICE_KEY.EXPIRES_AT.gt(then).and(DEVICE_KEY.REVOKED_AT.isNull().or(DEVICE_KEY.REVOKED_AT.gt(then))));
    }

    private List<DeviceKey> list(Condition which) {
        return db.selectFrom(DEVICE_KEY).where(which).orderBy(DEVICE_KEY.MADE_AT.desc(), DEVICE_KEY.ID)
                .fetch(DeviceKeys::key);
    }

    private static DeviceKey key(DeviceKeyRecord r) {
        return new DeviceKey(r.getAgencyId(), r.getId(), r.getDistrictId(), r.getPersonId(), Role.valueOf(r.getRole()),
                r.getLabel(), r.getPublicKey(), r.getMadeAt(),
                r.getExpiresAt(), r.getRevokedAt());
    }
}
