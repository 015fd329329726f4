package org.daywatch.staffing.search;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.util.List;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.search.SearchSource;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers by name, badge or e-mail address. */
@Component
@Transactional(readOnly = true)
class OfficerSearch implements SearchSource {

    private final DSLContext db;

    OfficerSearch(DSLContext db) {
        this.db = db;
    }

    @Override
    public String heading() {
        return "search.officers";
    }

    @Override
    public Permission needs() {
        return Permission.OFFICERS_READ;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Hit> find(String words, int most, String language) {
        return db.select(OFFICER.ID, OFFICER.FULL_NAME, OFFICER.BADGE, OFFICER.EMAIL).from(OFFICER)
                .where(OFFICER.FULL_NAME.containsIgnoreCase(words).or(OFFICER.BADGE.equalIgnoreCase(words))
                        .or(OFFICER.EMAIL.startsWithIgnoreCase(words)))
                .orderBy(OFFICER.FULL_NAME, OFFICER.ID).limit(most)
                .fetch(row -> new Hit(row.get(OFFICER.FULL_NAME),
                        "# " + row.get(OFFICER.BADGE) + " · " + row.get(OFFICER.EMAIL),
                        "/officers/" + row.get(OFFICER.ID)));
    }
}
