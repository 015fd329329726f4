package org.daywatch.platform.web.again;

import static org.daywatch_db.platform.Tables.SUBMITTED_FORM;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent last of each form of a page, and where its answer led. */
@Component
@Transactional
class SentForms {

    private final DSLContext db;

    SentForms(DSLContext db) {
        this.db = db;
    }

    /** @return true unless the same came last; of two at the same moment one gets true */
    public boolean begin(UUID form, String sent) {
        return db.insertInto(SUBMITTED_FORM).set(SUBMITTED_FORM.TENANT_ID, Tenancy.tenant())
                .set(SUBMITTED_FORM.FORM_ID, form).set(SUBMITTED_FORM.SENT, sent)
                .onConflict(SUBMITTED_FORM.TENANT_ID, SUBMITTED_FORM.FORM_ID).doUpdate()
                .set(SUBMITTED_FORM.SENT, sent).setNull(SUBMITTED_FORM.ANSWER)
                .where(SUBMITTED_FORM.SENT.isDistinctFrom(sent)).execute() == 1;
    }

    /** Empty while it is being answered. */
    @Transactional(readOnly = true)
    public Optional<String> answer(UUID form) {
        return db.select(SUBMITTED_FORM.ANSWER).from(SUBMITTED_FORM).where(is(form))
                .fetchOptional(SUBMITTED_FORM.ANSWER);
    }

    public void answered(UUID form, String where) {
        db.update(SUBMITTED_FORM).set(SUBMITTED_FORM.ANSWER, where).where(is(form)).execute();
    }

    /** It was refused, or its answer is a page of its own: the same may be sent again. */
    public void forget(UUID form) {
        db.deleteFrom(SUBMITTED_FORM).where(is(form)).execute();
    }

    private static Condition is(UUID form) {
        return SUBMITTED_FORM.TENANT_ID.eq(Tenancy.tenant()).and(SUBMITTED_FORM.FORM_ID.eq(form));
    }
}
