package org.daywatch.staffing.search;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.search.SearchSource;
import org.daywatch.platform.time.When;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Detail requests by the number people say on the phone, or by what they are for. */
@Component
@Transactional(readOnly = true)
class RequestSearch implements SearchSource {

    private final DSLContext db;
    private final Campuses campuses;

    RequestSearch(DSLContext db, Campuses campuses) {
        this.db = db;
        this.campuses = campuses;
    }

    @Override
    public String heading() {
        return "search.requests";
    }

    @Override
    public Permission needs() {
        return Permission.REQUESTS_READ;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Hit> find(String words, int most, String language) {
        var rows = db
                .select(DETAIL_REQUEST.ID, DETAIL_REQUEST.NUMBER, DETAIL_REQUEST.SCHOOL_ID, DETAIL_REQUEST.FIRST_DAY,
                        DETAIL_REQUEST.LAST_DAY,
                        DETAIL_REQUEST.REASON)
                .from(DETAIL_REQUEST)
                .where(DETAIL_REQUEST.NUMBER.containsIgnoreCase(words)
                        .or(DETAIL_REQUEST.REASON.containsIgnoreCase(words)))
                .orderBy(DETAIL_REQUEST.FIRST_DAY.desc(), DETAIL_REQUEST.ID).limit(most).fetch();
        var names = campuses.list(rows.map(row -> row.get(DETAIL_REQUEST.SCHOOL_ID))).stream()
                .collect(Collectors.toMap(Campus::id, Campus::name));
        var days = When.in(language);
        return rows.map(row -> new Hit(
                row.get(DETAIL_REQUEST.NUMBER) + " · " + name(names, row.get(DETAIL_REQUEST.SCHOOL_ID)),
                row.get(DETAIL_REQUEST.FIRST_DAY).equals(row.get(DETAIL_REQUEST.LAST_DAY))
                        ? days.date(row.get(DETAIL_REQUEST.FIRST_DAY)) + " · " + row.get(DETAIL_REQUEST.REASON)
                        : days.date(row.get(DETAIL_REQUEST.FIRST_DAY)) + " – "
                                + days.date(row.get(DETAIL_REQUEST.LAST_DAY)) + " · " + row.get(DETAIL_REQUEST.REASON),
                "/requests/" + row.get(DETAIL_REQUEST.ID)));
    }

    private static String name(java.util.Map<UUID, String> names, UUID school) {
        return names.getOrDefault(school, "–");
    }
}
