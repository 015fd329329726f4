package org.daywatch.platform.web.forms;

import static org.daywatch_db.platform.Tables.SUBMITTED_FORM;

import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
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
}
