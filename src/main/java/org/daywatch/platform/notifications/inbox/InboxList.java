package org.daywatch.platform.notifications.inbox;

import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's own messages, searched in the language in which they are shown. */
@Component
@Transactional(readOnly = true)
public class InboxList {

    static final Set<String> SORTS = Set.of("at", "subject");
    public static final List<String> STATES = List.of("NEW", "READ", "URGENT");

    private final DSLContext db;

    InboxList(DSLContext db) {
        this.db = db;
    }

    /** @param readAt null while it is new */
    public record Item(UUID id, String topic, String subject, String body, String link, boolean urgent, Instant at,
            @Nullable Instant readAt) {}

    static Paging paging(Map<String, String> parameters) {
        return Paging.read("/inbox", parameters, SORTS, "-at");
    }

    long count(UUID person, String language, Paging asked) {
        return db.selectCount().from(DELIVERY).join(OUTBOUND_MESSAGE)
                .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID)).and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(theirs(person, language, asked)).fetchSingle().value1();
    }

    List<Item> list(UUID person, String language, Paging asked) {
        var subject = said(OUTBOUND_MESSAGE.SUBJECTS, language, OUTBOUND_MESSAGE.SUBJECT);
        var body = said(OUTBOUND_MESSAGE.BODIES, language, OUTBOUND_MESSAGE.BODY);
        Field<?> first = asked.sort().equals("subject") ? DSL.lower(subject) : DELIVERY.DUE_AT;
        return db
                .select(DELIVERY.ID, OUTBOUND_MESSAGE.TOPIC, subject, body, OUTBOUND_MESSAGE.LINK,
                        OUTBOUND_MESSAGE.LANE, DELIVERY.DUE_AT, DELIVERY.READ_AT)
                .from(DELIVERY).join(OUTBOUND_MESSAGE).on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID))
                .and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(theirs(person, language, asked))
                .orderBy(asked.descending() ? first.desc() : first.asc(), DELIVERY.DUE_AT.desc(), DELIVERY.ID.desc())
                .offset(asked.offset()).limit(asked.size())
                .fetch(r -> new Item(r.get(DELIVERY.ID), r.get(OUTBOUND_MESSAGE.TOPIC), r.get(subject), r.get(body),
                        r.get(OUTBOUND_MESSAGE.LINK),
                        r.get(OUTBOUND_MESSAGE.LANE).equals("URGENT"), r.get(DELIVERY.DUE_AT),
                        r.get(DELIVERY.READ_AT)));
    }

    private static Condition theirs(UUID person, String language, Paging asked) {
        var theirs = DELIVERY.TENANT_ID.eq(Tenancy.tenant()).and(DELIVERY.PERSON_ID.eq(person))
                .and(DELIVERY.CHANNEL.eq("IN_APP"));
        var words = asked.filter("q");
        if (!words.isEmpty()) {
            theirs = theirs.and(said(OUTBOUND_MESSAGE.SUBJECTS, language, OUTBOUND_MESSAGE.SUBJECT)
                    .containsIgnoreCase(words)
                    .or(said(OUTBOUND_MESSAGE.BODIES, language, OUTBOUND_MESSAGE.BODY).containsIgnoreCase(words)));
        }
        return switch (asked.filter("state")) {
            case "NEW" -> theirs.and(DELIVERY.READ_AT.isNull());
            case "READ" -> theirs.and(DELIVERY.READ_AT.isNotNull());
            case "URGENT" -> theirs.and(OUTBOUND_MESSAGE.LANE.eq("URGENT"));
            default -> theirs;
        };
    }

    private static Field<String> said(Field<org.jooq.JSONB> byLanguage, String language, Field<String> otherwise) {
        return DSL.coalesce(DSL.jsonbGetAttributeAsText(byLanguage, language), otherwise);
    }
}
