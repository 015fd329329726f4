package org.daywatch.platform.identity.passkeys;

import static org.daywatch_db.platform.Tables.ACCOUNT;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;

import java.util.UUID;
import org.daywatch_db.platform.tables.records.PasskeyUserRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The handle under which a person's passkeys know them: random, so that it says nothing about them. */
@Component
@Transactional("signinTransactions")
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final DSLContext db;

    PasskeyUsers(@Qualifier("signin") DSLContext db) {
        this.db = db;
    }

    UUID person(Bytes handle) {
        return db.select(PASSKEY_USER.PERSON_ID).from(PASSKEY_USER).where(PASSKEY_USER.ID.eq(handle.getBytes()))
                .fetchSingle(PASSKEY_USER.PERSON_ID);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return db.selectFrom(PASSKEY_USER).where(PASSKEY_USER.ID.eq(id.getBytes())).fetchOne(PasskeyUsers::entity);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        return db.selectFrom(PASSKEY_USER).where(PASSKEY_USER.NAME.eq(email)).fetchOne(PasskeyUsers::entity);
    }

    /** Called with the e-mail address as name, by the ceremony that adds a person's first passkey. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        var account = db.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(entity.getName())).fetchSingle();
        db.insertInto(PASSKEY_USER).set(PASSKEY_USER.ID, entity.getId().getBytes())
                .set(PASSKEY_USER.PERSON_ID, account.getPersonId())
                .set(PASSKEY_USER.NAME, account.getEmail()).set(PASSKEY_USER.DISPLAY_NAME, account.getFullName())
                .onConflictDoNothing().execute();
    }

    @Override
    public void delete(Bytes id) {
        db.deleteFrom(PASSKEY_USER).where(PASSKEY_USER.ID.eq(id.getBytes())).execute();
    }

    private static PublicKeyCredentialUserEntity entity(PasskeyUserRecord r) {
        return ImmutablePublicKeyCredentialUserEntity.builder().id(new Bytes(r.getId())).name(r.getName())
                .displayName(r.getDisplayName()).build();
    }
}
