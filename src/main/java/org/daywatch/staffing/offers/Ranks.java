package org.daywatch.staffing.offers;

import static org.daywatch_db.staffing.Tables.DEPARTMENT_TERMS;
import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;
import static org.daywatch_db.staffing.Tables.POST;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which order departments are asked for a post: the one the request names comes first, the others follow in the order
 * of their terms. A department without terms is never asked.
 */
@Component
@Transactional(readOnly = true)
class Ranks {

    private final DSLContext db;

    Ranks(DSLContext db) {
        this.db = db;
    }

    /** For a query that joins post with its request. */
    static Field<Integer> of(int rankInTerms, UUID department) {
        return DSL.case_().when(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID.eq(department), 1)
                .when(DETAIL_REQUEST.PRIMARY_DEPARTMENT_ID.isNull(), rankInTerms).otherwise(Math.max(2, rankInTerms));
    }

    /** @return {@link Integer#MAX_VALUE} for a department without terms */
    int inTerms(UUID department) {
        return db.select(DEPARTMENT_TERMS.RANK_ORDER).from(DEPARTMENT_TERMS).where(DEPARTMENT_TERMS.DEPARTMENT_ID.eq(department))
                .fetchOptional(DEPARTMENT_TERMS.RANK_ORDER).orElse(Integer.MAX_VALUE);
    }

    boolean asked(UUID postId, UUID department) {
        int inTerms = inTerms(department);
        if (inTerms == Integer.MAX_VALUE) return false;
        return db.fetchExists(db.selectOne().from(POST).join(DETAIL_REQUEST).on(DETAIL_REQUEST.ID.eq(POST.REQUEST_ID))
                .where(POST.ID.eq(postId)).and(of(inTerms, department).le(POST.POSTED_RANK)));
    }
}
