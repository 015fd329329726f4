package org.daywatch.planning.export;

import static org.daywatch_db.planning.Tables.CONFIDENTIAL_LINE;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sentence every page of a plan carries. */
@Repository
@Transactional(readOnly = true)
class ConfidentialLines {

    private final DSLContext db;

    ConfidentialLines(DSLContext db) {
        this.db = db;
    }

    /** In English, as its source has it; shown with {@code page.stored("eop.confidential", …)}. */
    String of(String state, LocalDate day) {
        var t = CONFIDENTIAL_LINE;
        return db.select(t.WORDS).from(t).where(t.STATE.in(state, "ALL")).and(t.VALID_FROM.le(day))
                .and(t.VALID_TO.isNull().or(t.VALID_TO.ge(day)))
                .orderBy(DSL.when(t.STATE.eq(state), 0).otherwise(1), t.VALID_FROM.desc()).limit(1)
                .fetchSingle(t.WORDS);
    }
}
