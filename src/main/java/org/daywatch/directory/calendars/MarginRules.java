package org.daywatch.directory.calendars;

import static org.daywatch_db.directory.Tables.PROGRAMME_RULE;

import java.util.List;
import org.daywatch.directory.PostMargins;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the margins out of the programme rules. */
@Component
@Transactional(readOnly = true)
class MarginRules implements PostMargins {

    private static final String BEFORE = "POST_MARGIN_BEFORE";
    private static final String AFTER = "POST_MARGIN_AFTER";

    private final DSLContext db;

    MarginRules(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<PostMargin> list() {
        return db.selectFrom(PROGRAMME_RULE).where(PROGRAMME_RULE.CODE.in(BEFORE, AFTER)).orderBy(PROGRAMME_RULE.ID, PROGRAMME_RULE.VALID_FROM)
                .fetch(r -> new PostMargin(r.getId(), r.getCode().equals(BEFORE), r.getScope(), r.getValue().intValueExact(), r.getValidFrom(),
                        r.getValidTo()));
    }
}
