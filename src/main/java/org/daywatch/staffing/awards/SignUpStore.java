package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.SIGN_UP;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.awards.SignUps.SignUp;
import org.daywatch_db.staffing.tables.records.SignUpRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who wants which post, as stored. */
@Repository
@Transactional
public class SignUpStore {

    private final DSLContext db;

    SignUpStore(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<SignUp> find(UUID post, UUID officer) {
        return db.selectFrom(SIGN_UP).where(SIGN_UP.POST_ID.eq(post)).and(SIGN_UP.OFFICER_ID.eq(officer))
                .and(SIGN_UP.WITHDRAWN_AT.isNull()).fetchOptional(SignUpStore::signUp);
    }

    /** Who wants the post, in the order of officers' ids: the order in which they are locked. */
    @Transactional(readOnly = true)
    public List<SignUp> of(UUID post) {
        return db.selectFrom(SIGN_UP).where(SIGN_UP.POST_ID.eq(post)).and(SIGN_UP.WITHDRAWN_AT.isNull())
                .orderBy(SIGN_UP.OFFICER_ID).fetch(SignUpStore::signUp);
    }

    @Transactional(readOnly = true)
    public List<SignUp> ofOfficer(UUID officer) {
        return db.selectFrom(SIGN_UP).where(SIGN_UP.OFFICER_ID.eq(officer)).and(SIGN_UP.WITHDRAWN_AT.isNull())
                .orderBy(SIGN_UP.SIGNED_AT.desc(), SIGN_UP.ID).limit(100).fetch(SignUpStore::signUp);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(Collection<UUID> posts) {
        return db.select(SIGN_UP.POST_ID, DSL.count()).from(SIGN_UP).where(SIGN_UP.POST_ID.in(posts))
                .and(SIGN_UP.WITHDRAWN_AT.isNull())
                .groupBy(SIGN_UP.POST_ID).fetchMap(SIGN_UP.POST_ID, DSL.count());
    }

    private static SignUp signUp(SignUpRecord r) {
        return new SignUp(r.getId(), r.getPostId(), r.getOfficerId(), r.getSignedAt());
    }

    void insert(SignUp s, UUID person) {
        db.insertInto(SIGN_UP).set(SIGN_UP.AGENCY_ID, Tenancy.tenant()).set(SIGN_UP.ID, s.id())
                .set(SIGN_UP.POST_ID, s.post()).set(SIGN_UP.OFFICER_ID, s.officer())
                .set(SIGN_UP.PERSON_ID, person).set(SIGN_UP.SIGNED_AT, s.signedAt()).execute();
    }

    /** @return false where they had not signed up */
    boolean withdrawn(UUID post, UUID officer, Instant now) {
        return db.update(SIGN_UP).set(SIGN_UP.WITHDRAWN_AT, now).where(SIGN_UP.POST_ID.eq(post))
                .and(SIGN_UP.OFFICER_ID.eq(officer)).and(SIGN_UP.WITHDRAWN_AT.isNull()).execute() > 0;
    }
}
