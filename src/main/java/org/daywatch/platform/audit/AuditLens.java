package org.daywatch.platform.audit;

import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * How the trail looks to one reader, for the person who asks {@code platform.audit_line}. @param kept which lines they
 * are shown
 */
public record AuditLens(Field<String> action, Field<String> detail, Condition kept) {

    public static AuditLens of(Iterable<AuditShown> rooms, UUID reader) {
        var lens = new AuditLens(AUDIT_LINE.ACTION, AUDIT_LINE.DETAIL, DSL.noCondition());
        for (var room : rooms) {
            var otherwise = room.to(reader);
            if (otherwise.isPresent()) lens = lens.through(otherwise.get(), reader);
        }
        return lens;
    }

    private AuditLens through(AuditShown.Otherwise otherwise, UUID reader) {
        var as = action;
        var what = detail;
        for (var instead : otherwise.instead().reversed()) { // the first that fits stands outermost
            var theirs = AUDIT_LINE.PERSON_ID.eq(reader).and(AUDIT_LINE.ACTION.eq(instead.action()))
                    .and(AUDIT_LINE.SUBJECT.eq(instead.subject()));
            if (!instead.mark().isEmpty())
                theirs = theirs.and(AUDIT_LINE.DETAIL.contains(instead.mark() + ",")
                        .or(AUDIT_LINE.DETAIL.contains(instead.mark() + "}")));
            as = DSL.when(theirs, instead.as()).otherwise(as);
            what = DSL.when(theirs, instead.detail()).otherwise(what);
        }
        var shown = kept.and(as.ne(""));
        for (var one : otherwise.kept().entrySet()) {
            shown = shown.and(DSL.not(AUDIT_LINE.SUBJECT.eq(one.getKey()).and(AUDIT_LINE.AT.gt(one.getValue()))
                    .and(AUDIT_LINE.PERSON_ID.isDistinctFrom(reader))));
        }
        return new AuditLens(as, what, shown);
    }
}
