package org.daywatch.emergencies.webhooks;

import static org.daywatch_db.emergencies.Tables.WEBHOOK;
import static org.daywatch_db.emergencies.Tables.WEBHOOK_DELIVERY;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.alerts.duress.ForcedReading;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was told to whom and what became of it, as people look at it. */
@Component
@Transactional(readOnly = true)
public class WebhookLog {

    static final List<String> SORTABLE = List.of("at", "state", "webhook");

    private final DSLContext db;
    private final Campuses campuses;
    private final ForcedReading forced;

    WebhookLog(DSLContext db, Campuses campuses, ForcedReading forced) {
        this.db = db;
        this.forced = forced;
        this.campuses = campuses;
    }

    /** @param error what went wrong last; empty: nothing */
    public record Row(UUID id, UUID webhook, String name, String school, ZoneId zone, UUID incident, int version,
            String event, String status, String action, Instant at, String delivery, int attempts,
            Instant dueAt, @Nullable Instant sentAt, String error, boolean again) {}

    long count(Paging paging, Actor actor) {
        return db.selectCount().from(WEBHOOK_DELIVERY).join(WEBHOOK)
                .on(WEBHOOK.TENANT_ID.eq(WEBHOOK_DELIVERY.TENANT_ID), WEBHOOK.ID.eq(WEBHOOK_DELIVERY.WEBHOOK_ID))
                .where(which(paging, actor)).fetchSingle().value1();
    }

    List<Row> list(Paging paging, Actor actor, int limit) {
        var d = WEBHOOK_DELIVERY;
        var column = switch (paging.sort()) {
            case "state" -> d.DELIVERY;
            case "webhook" -> WEBHOOK.NAME;
            default -> d.AT;
        };
        SortField<?> order = paging.descending() ? column.desc() : column.asc();
        var rows = db.select().from(d).join(WEBHOOK).on(WEBHOOK.TENANT_ID.eq(d.TENANT_ID), WEBHOOK.ID.eq(d.WEBHOOK_ID))
                .where(which(paging, actor))
                .orderBy(order, d.AT.desc(), d.VERSION.desc(), d.ID).offset(paging.offset()).limit(limit).fetch();
        Map<UUID, Campus> schools = campuses.list(rows.map(r -> r.get(d.SCHOOL_ID)).stream().distinct().toList())
                .stream().collect(Collectors.toMap(Campus::id, Function.identity()));
        return rows.map(r -> {
            var school = Optional.ofNullable(schools.get(r.get(d.SCHOOL_ID)));
            boolean again = r.get(d.DELIVERY).equals("DEAD") && r.get(WEBHOOK.STOPPED_AT) == null;
            return new Row(r.get(d.ID), r.get(d.WEBHOOK_ID), r.get(WEBHOOK.NAME), school.map(Campus::name).orElse(""),
                    school.map(Campus::zone).orElse(ZoneId.of("UTC")), r.get(d.INCIDENT_ID),
                    r.get(d.VERSION), r.get(d.EVENT), r.get(d.STATUS), r.get(d.ACTION), r.get(d.AT), r.get(d.DELIVERY),
                    r.get(d.ATTEMPTS), r.get(d.DUE_AT), r.get(d.SENT_AT),
                    Optional.ofNullable(r.get(d.LAST_ERROR)).orElse(""), again);
        });
    }

    /** Given up, of those they look after. */
    int dead(Actor actor) {
        return db.selectCount().from(WEBHOOK_DELIVERY).join(WEBHOOK)
                .on(WEBHOOK.TENANT_ID.eq(WEBHOOK_DELIVERY.TENANT_ID), WEBHOOK.ID.eq(WEBHOOK_DELIVERY.WEBHOOK_ID))
                .where(own(actor)).and(WEBHOOK_DELIVERY.DELIVERY.eq(Webhook.Delivery.DEAD.name())).fetchSingle()
                .value1();
    }

    /** For the person who may send it again: only their own. */
    boolean theirs(Actor actor, UUID delivery) {
        return db.fetchExists(db.selectOne().from(WEBHOOK_DELIVERY).join(WEBHOOK)
                .on(WEBHOOK.TENANT_ID.eq(WEBHOOK_DELIVERY.TENANT_ID), WEBHOOK.ID.eq(WEBHOOK_DELIVERY.WEBHOOK_ID))
                .where(own(actor)).and(WEBHOOK_DELIVERY.ID.eq(delivery)));
    }

    private static Condition own(Actor actor) {
        var own = WEBHOOK_DELIVERY.TENANT_ID.eq(actor.tenant());
        return actor.role().atOneSchool() ? own.and(WEBHOOK.SCHOOL_ID.eq(actor.school())) : own;
    }

    private Condition which(Paging paging, Actor actor) {
        var which = own(actor);
        for (var ended : forced.ended(actor.person()).entrySet())
            which = which.and(DSL.not(
                    WEBHOOK_DELIVERY.INCIDENT_ID.eq(ended.getKey()).and(WEBHOOK_DELIVERY.AT.gt(ended.getValue()))));
        if (!paging.filter("state").isEmpty()) which = which.and(WEBHOOK_DELIVERY.DELIVERY.eq(paging.filter("state")));
        if (!paging.filter("status").isEmpty()) which = which.and(WEBHOOK_DELIVERY.STATUS.eq(paging.filter("status")));
        if (!paging.filter("q").isEmpty()) {
            var found = campuses.search(paging.filter("q"), null).stream().map(Campus::id).toList();
            which = which
                    .and(WEBHOOK.NAME.containsIgnoreCase(paging.filter("q")).or(WEBHOOK_DELIVERY.SCHOOL_ID.in(found)));
        }
        return which;
    }
}
