package org.daywatch.platform.identity.passkeys;

import static org.daywatch_db.platform.Tables.PASSKEY;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch_db.platform.tables.records.PasskeyRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Public keys of passkeys, reached through the sign-in role. */
@Component
@Transactional("signinTransactions")
public class PasskeyStore implements UserCredentialRepository {

    private final DSLContext db;
    private final Clock clock;

    PasskeyStore(@Qualifier("signin") DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A passkey as its owner sees it. */
    public record Passkey(String id, String label, Instant created, Instant lastUsed, boolean synced) {}

    public List<Passkey> list(UUID person) {
        return db
                .select(PASSKEY.CREDENTIAL_ID, PASSKEY.LABEL, PASSKEY.CREATED_AT, PASSKEY.LAST_USED,
                        PASSKEY.BACKUP_STATE)
                .from(PASSKEY)
                .join(PASSKEY_USER).on(PASSKEY_USER.ID.eq(PASSKEY.USER_ID)).where(PASSKEY_USER.PERSON_ID.eq(person))
                .orderBy(PASSKEY.CREATED_AT)
                .fetch(r -> new Passkey(new Bytes(r.get(PASSKEY.CREDENTIAL_ID)).toBase64UrlString(),
                        r.get(PASSKEY.LABEL), r.get(PASSKEY.CREATED_AT), r.get(PASSKEY.LAST_USED),
                        r.get(PASSKEY.BACKUP_STATE)));
    }

    /** @return false when the person has no such passkey */
    public boolean remove(UUID person, String id) {
        return db.deleteFrom(PASSKEY).where(PASSKEY.CREDENTIAL_ID.eq(Bytes.fromBase64(id).getBytes()))
                .and(PASSKEY.USER_ID
                        .in(db.select(PASSKEY_USER.ID).from(PASSKEY_USER).where(PASSKEY_USER.PERSON_ID.eq(person))))
                .execute() == 1;
    }

    /** The library counts time by itself; ours is the clock's. */
    @Override
    public void save(CredentialRecord record) {
        Instant now = clock.instant();
        db.insertInto(PASSKEY).set(PASSKEY.CREDENTIAL_ID, record.getCredentialId().getBytes())
                .set(PASSKEY.USER_ID, record.getUserEntityUserId().getBytes())
                .set(PASSKEY.PUBLIC_KEY, record.getPublicKey().getBytes())
                .set(PASSKEY.SIGNATURE_COUNT, record.getSignatureCount())
                .set(PASSKEY.UV_INITIALIZED, record.isUvInitialized())
                .set(PASSKEY.BACKUP_ELIGIBLE, record.isBackupEligible())
                .set(PASSKEY.BACKUP_STATE, record.isBackupState())
                .set(PASSKEY.TRANSPORTS,
                        record.getTransports().stream().map(AuthenticatorTransport::getValue).sorted()
                                .collect(Collectors.joining(",")))
                .set(PASSKEY.ATTESTATION_OBJECT, bytes(record.getAttestationObject()))
                .set(PASSKEY.CLIENT_DATA, bytes(record.getAttestationClientDataJSON()))
                .set(PASSKEY.LABEL, record.getLabel()).set(PASSKEY.CREATED_AT, now).set(PASSKEY.LAST_USED, now)
                .onConflict(PASSKEY.CREDENTIAL_ID).doUpdate().set(PASSKEY.SIGNATURE_COUNT, record.getSignatureCount())
                .set(PASSKEY.UV_INITIALIZED, record.isUvInitialized()).set(PASSKEY.BACKUP_STATE, record.isBackupState())
                .set(PASSKEY.LAST_USED, now).execute();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return db.selectFrom(PASSKEY).where(PASSKEY.CREDENTIAL_ID.eq(id.getBytes())).fetchOne(PasskeyStore::record);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return db.selectFrom(PASSKEY).where(PASSKEY.USER_ID.eq(user.getBytes())).fetch(PasskeyStore::record);
    }

    @Override
    public void delete(Bytes id) {
        db.deleteFrom(PASSKEY).where(PASSKEY.CREDENTIAL_ID.eq(id.getBytes())).execute();
    }

    private static CredentialRecord record(PasskeyRecord r) {
        return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(r.getCredentialId()))
                .userEntityUserId(new Bytes(r.getUserId())).publicKey(new ImmutablePublicKeyCose(r.getPublicKey()))
                .signatureCount(r.getSignatureCount()).uvInitialized(r.getUvInitialized())
                .backupEligible(r.getBackupEligible())
                .backupState(r.getBackupState())
                .transports(Arrays.stream(r.getTransports().split(",")).filter(t -> !t.isBlank())
                        .map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
                .attestationObject(r.getAttestationObject() == null ? null : new Bytes(r.getAttestationObject()))
                .attestationClientDataJSON(r.getClientData() == null ? null : new Bytes(r.getClientData()))
                .label(r.getLabel()).created(r.getCreatedAt()).lastUsed(r.getLastUsed()).build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.getBytes();
    }
}
