package org.daywatch.platform.audit.browse;

import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.audit.AuditLens;
import org.daywatch.platform.audit.AuditShown;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.time.Days;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lines of the organization that is bound, newest first. */
@Component
@Transactional(readOnly = true)
public class AuditQueries {

    static final int LONGEST_EXPORT = 100_000;

    private final DSLContext db;
    private final ObjectProvider<AuditShown> shown;

    AuditQueries(DSLContext db, ObjectProvider<AuditShown> shown) {
        this.db = db;
        this.shown = shown;
    }

    private AuditLens lens(UUID reader) {
        return AuditLens.of(shown, reader);
    }

    /** @param who the person's name; "Daywatch" for the system itself */
    public record Line(long seq, Instant at, String who, String role, String capacity, String action, String subject,
            String detail) {}

    /** What the reader asks for; empty texts ask for everything. */
    record Filter(String who, String action, String subject, @Nullable LocalDate from, @Nullable LocalDate to,
            ZoneId zone) {

        static Filter of(Map<String, String> p, ZoneId zone) {
            return new Filter(p.getOrDefault("who", "").strip(), p.getOrDefault("action", "").strip(),
                    p.getOrDefault("subject", "").strip(),
                    day(p, "from"), day(p, "to"), zone);
        }

        private static @Nullable LocalDate day(Map<String, String> p, String name) {
            String text = p.getOrDefault(name, "").strip();
            try {
                return text.isEmpty() ? null : Days.parse(text);
            } catch (DateTimeParseException e) {
                throw new InvalidInput(name, text, "typed.wrong.day");
            }
        }
    }

    long count(Filter filter, UUID reader) {
        return db.fetchCount(AUDIT_LINE, condition(filter, lens(reader)));
    }

    List<Line> list(Filter filter, UUID reader, boolean latestFirst, int offset, int size) {
        var names = names();
        var lens = lens(reader);
        var action = lens.action().as("shown_action");
        var detail = lens.detail().as("shown_detail");
        var l = AUDIT_LINE;
        return db.select(l.SEQ, l.AT, l.PERSON_ID, l.ROLE, l.CAPACITY, action, l.SUBJECT, detail).from(l)
                .where(condition(filter, lens))
                .orderBy(latestFirst ? l.SEQ.desc() : l.SEQ.asc()).offset(offset).limit(size)
                .fetch(r -> new Line(r.get(l.SEQ), r.get(l.AT),
                        r.get(l.PERSON_ID) == null
                                ? "Daywatch"
                                : names.getOrDefault(r.get(l.PERSON_ID), r.get(l.PERSON_ID).toString()),
                        r.get(l.ROLE), r.get(l.CAPACITY), r.get(action), r.get(l.SUBJECT), r.get(detail)));
    }

    /** Every action that occurs, for the filter. */
    List<String> actions(UUID reader) {
        var lens = lens(reader);
        var action = lens.action().as("shown_action");
        return db.selectDistinct(action).from(AUDIT_LINE).where(lens.kept()).orderBy(action).limit(300).fetch(action);
    }

    private Map<UUID, String> names() {
        return db.select(MEMBERSHIP.PERSON_ID, MEMBERSHIP.FULL_NAME).from(MEMBERSHIP).fetch().stream()
                .collect(Collectors.toMap(r -> r.get(MEMBERSHIP.PERSON_ID), r -> r.get(MEMBERSHIP.FULL_NAME),
                        (one, other) -> one));
    }

    private static Condition condition(Filter f, AuditLens lens) {
        Condition all = lens.kept();
        if (!f.who().isEmpty())
            all = all.and(AUDIT_LINE.PERSON_ID.in(DSL.select(MEMBERSHIP.PERSON_ID).from(MEMBERSHIP)
                    .where(MEMBERSHIP.FULL_NAME.containsIgnoreCase(f.who()))));
        if (!f.action().isEmpty()) all = all.and(lens.action().eq(f.action()));
        if (!f.subject().isEmpty())
            all = all.and(AUDIT_LINE.SUBJECT.containsIgnoreCase(f.subject())
                    .or(lens.detail().containsIgnoreCase(f.subject())));
        if (f.from() != null) all = all.and(AUDIT_LINE.AT.ge(f.from().atStartOfDay(f.zone()).toInstant()));
        if (f.to() != null) all = all.and(AUDIT_LINE.AT.lt(f.to().plusDays(1).atStartOfDay(f.zone()).toInstant()));
        return all;
    }
}
