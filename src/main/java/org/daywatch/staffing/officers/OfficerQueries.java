package org.daywatch.staffing.officers;

import static org.daywatch_db.staffing.Tables.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of officers, those first whose credentials end soonest. */
@Component
@Transactional(readOnly = true)
public class OfficerQueries {

    /**
     * Of each kind the one that lasts longest counts; without an end it never ends, except a permission, which lapses
     * with its year.
     */
    private static final String NEXT_END = """
            (select min(lasting.ends) from (
               select max(coalesce(c.expires_on, case when c.kind = 'WORK_PERMISSION'
                                                      then make_date(extract(year from c.issued_on)::int, 12, 31)
                                                      else 'infinity'::date end)) as ends
                 from staffing.credential c
                where c.agency_id = officer.agency_id and c.officer_id = officer.id and c.state = 'VALID'
                group by c.kind) lasting
              where lasting.ends < 'infinity'::date)""";

    public static final List<String> SORTS = List.of("ends", "name", "badge", "hired");

    private final DSLContext db;

    OfficerQueries(DSLContext db) {
        this.db = db;
    }

    /** @param nextEnd when the first of their credentials ends; null when none does */
    public record Row(UUID id, String name, String badge, Officer.Rank rank, UUID departmentId, List<String> roles,
            Officer.State state,
            @Nullable LocalDate nextEnd, String email, String phone, @Nullable LocalDate hiredOn,
            List<String> languages) {}

    public long count(Paging paging) {
        return db.fetchCount(OFFICER, fits(paging));
    }

    public List<Row> list(Paging paging, int most) {
        var ends = DSL.field(NEXT_END, LocalDate.class).as("ends");
        Field<?> key = Map.<String, Field<?>>of("ends", ends, "name", OFFICER.FULL_NAME, "badge", OFFICER.BADGE,
                "hired", OFFICER.HIRED_ON).get(paging.sort());
        SelectConditionStep<? extends Record> query = db.select(OFFICER.asterisk(), ends).from(OFFICER)
                .where(fits(paging));
        return query.orderBy((paging.descending() ? key.desc() : key.asc()).nullsLast(), OFFICER.FULL_NAME, OFFICER.ID)
                .limit(most).offset(paging.offset()).fetch(r -> row(r, ends));
    }

    private static Condition fits(Paging paging) {
        var fits = DSL.noCondition();
        var words = paging.filter("q");
        if (!words.isEmpty()) {
            fits = fits.and(OFFICER.FULL_NAME.containsIgnoreCase(words).or(OFFICER.BADGE.equalIgnoreCase(words))
                    .or(OFFICER.EMAIL.startsWithIgnoreCase(words)));
        }
        var department = Ids.find(paging.filter("department"));
        if (department.isPresent()) fits = fits.and(OFFICER.DEPARTMENT_ID.eq(department.get()));
        if (!paging.filter("state").isEmpty()) fits = fits.and(OFFICER.STATE.eq(paging.filter("state")));
        if (!paging.filter("role").isEmpty())
            fits = fits.and(DSL.val(paging.filter("role")).eq(DSL.any(OFFICER.ROLES)));
        return fits;
    }

    private static Row row(Record r, Field<LocalDate> ends) {
        return new Row(r.get(OFFICER.ID), r.get(OFFICER.FULL_NAME), r.get(OFFICER.BADGE),
                Officer.Rank.valueOf(r.get(OFFICER.RANK)), r.get(OFFICER.DEPARTMENT_ID),
                List.of(r.get(OFFICER.ROLES)), Officer.State.valueOf(r.get(OFFICER.STATE)), r.get(ends),
                r.get(OFFICER.EMAIL), r.get(OFFICER.PHONE),
                r.get(OFFICER.HIRED_ON), List.of(r.get(OFFICER.LANGUAGES)));
    }
}
