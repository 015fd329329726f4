package org.daywatch.platform.web.forms;

import static org.daywatch_db.platform.Tables.SUBMITTED_FORM;

import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A form carries an id; the second post with the same id is the same click. */
@Component
public class Forms {

    private final DSLContext db;

    Forms(DSLContext db) {
        this.db = db;
    }

    /**
     * @return true the first time; call it inside the command's transaction, so that a failed command may be sent again
     */
    @Transactional
    public boolean first(UUID formId) {
        return db.insertInto(SUBMITTED_FORM).set(SUBMITTED_FORM.TENANT_ID, Tenancy.tenant())
                .set(SUBMITTED_FORM.FORM_ID, formId)
                .onConflictDoNothing().execute() == 1;
    }

    /**
     * Does the work of a form once, in one transaction with its id, so that a failed one may be sent again. @param
     * formId as it was sent; work that came without one is done
     */
    @Transactional
    public void once(@Nullable String formId, Runnable work) {
        if (formId == null || !formId.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                || first(UUID.fromString(formId)))
            work.run();
    }
}
