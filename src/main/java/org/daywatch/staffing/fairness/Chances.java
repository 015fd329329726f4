package org.daywatch.staffing.fairness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How often an officer could have worked, and what they made of it. They can stand at one place at a time, so posts
 * whose hours overlap are one chance: what they took counts first, then what they declined, then what passed them by,
 * then what is still open.
 *
 * @param asked posts they were asked for by name, each of them
 * @param givenBack of those accepted
 * @param cancelled taken away by the school or its calendar before anybody could work there: nobody's chance, so not in
 * {@link #all}
 */
record Chances(long accepted, long asked, long givenBack, long declined, long missed, long open, long cancelled) {

    static final Chances NONE = new Chances(0, 0, 0, 0, 0, 0, 0);

    // Open ranges: posts that only touch, one ending as the next begins, stay two.
    private static final String COUNT = """
            with chance as (
                select o.officer_id, tstzrange(p.starts_at, p.ends_at, '()') as during, o.asked_at is not null as asked, o.accepted_at is not null as accepted,
                       o.given_back_at is not null as given_back, o.declined_at is not null as declined, p.state in ('OPEN', 'HELD') and p.ends_at > {0} as free, p.state = 'CANCELLED' as cancelled
                  from staffing.opportunity o join staffing.post p on p.agency_id = o.agency_id and p.id = o.post_id
                 where o.day between {1} and {2} and ({3}::uuid is null or o.officer_id = {3}::uuid)),
            taken as (select officer_id, range_agg(during) as during from chance where accepted group by officer_id),
            refused as (select c.officer_id, range_agg(c.during) as during from chance c left join taken t using (officer_id)
                 where c.declined and not c.during && coalesce(t.during, tstzmultirange()) group by c.officer_id),
            acted as (select officer_id, range_agg(m.during) as during from (select * from taken union all select * from refused) m group by officer_id),
            gone as (select c.officer_id, range_agg(c.during) as during from chance c left join acted a using (officer_id)
                 where not c.free and not c.cancelled and not c.during && coalesce(a.during, tstzmultirange()) group by c.officer_id),
            waiting as (select c.officer_id, range_agg(c.during) as during from chance c left join acted a using (officer_id) left join gone g using (officer_id)
                 where c.free and not c.during && (coalesce(a.during, tstzmultirange()) + coalesce(g.during, tstzmultirange())) group by c.officer_id),
            away as (select c.officer_id, range_agg(c.during) as during from chance c left join acted a using (officer_id) left join gone g using (officer_id)
                   left join waiting w using (officer_id)
                 where c.cancelled and not c.during && (coalesce(a.during, tstzmultirange()) + coalesce(g.during, tstzmultirange()) + coalesce(w.during, tstzmultirange()))
                 group by c.officer_id),
            counted as (select officer_id, count(*) filter (where accepted) as accepted, count(*) filter (where asked) as asked,
                   count(*) filter (where given_back) as given_back from chance group by officer_id)
            select c.officer_id, c.accepted, c.asked, c.given_back, (select count(*) from unnest(r.during)), (select count(*) from unnest(g.during)),
                   (select count(*) from unnest(w.during)), (select count(*) from unnest(x.during))
              from counted c left join refused r using (officer_id) left join gone g using (officer_id) left join waiting w using (officer_id) left join away x using (officer_id)
            """;

    long all() {
        return accepted + declined + missed + open;
    }

    /** By officer, for posts from one day to another, both included; of one officer where {@code only} names them. */
    static Map<UUID, Chances> count(DSLContext db, LocalDate from, LocalDate to, @Nullable UUID only, Instant now) {
        return db
                .resultQuery(COUNT, DSL.val(now, SQLDataType.INSTANT), DSL.val(from), DSL.val(to),
                        DSL.val(only, SQLDataType.UUID))
                .fetchMap(r -> r.get(0, UUID.class),
                        r -> new Chances(r.get(1, Long.class), r.get(2, Long.class), r.get(3, Long.class),
                                r.get(4, Long.class),
                                r.get(5, Long.class), r.get(6, Long.class), r.get(7, Long.class)));
    }
}
