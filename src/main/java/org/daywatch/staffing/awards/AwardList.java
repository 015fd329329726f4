package org.daywatch.staffing.awards;

import static org.daywatch_db.staffing.Tables.AWARD;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.awards.methods.Method;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What a reader of the awards asks for: school or officer, method, whether anybody had it, and the order. */
@Component
class AwardList {

    /** More schools than these share no search worth reading. */
    private static final int SCHOOLS = 500;

    private final SchoolNames names;

    AwardList(SchoolNames names) {
        this.names = names;
    }

    static Paging paging(Map<String, String> parameters) {
        return Paging.read("/awards", parameters, Set.of("decided", "day", "method"), "-decided");
    }

    Condition which(Paging asked) {
        var which = DSL.noCondition();
        var words = asked.filter("q");
        if (!words.isEmpty()) {
            var schools = names.named(words, SCHOOLS).stream().map(Campus::id).toList();
            which = which.and(AWARD.POST_ID.in(DSL.select(POST.ID).from(POST).where(POST.SCHOOL_ID.in(schools)))
                    .or(AWARD.OFFICER_ID.in(
                            DSL.select(OFFICER.ID).from(OFFICER).where(OFFICER.FULL_NAME.containsIgnoreCase(words)))));
        }
        if (Arrays.stream(Method.values()).anyMatch(m -> m.name().equals(asked.filter("method"))))
            which = which.and(AWARD.METHOD.eq(asked.filter("method")));
        if (Arrays.stream(Award.Outcome.values()).anyMatch(o -> o.name().equals(asked.filter("outcome"))))
            which = which.and(AWARD.OUTCOME.eq(asked.filter("outcome")));
        return which;
    }

    static List<OrderField<?>> order(Paging asked) {
        Field<?> first = switch (asked.sort()) {
            case "day" -> DSL.field(DSL.select(POST.STARTS_AT).from(POST).where(POST.AGENCY_ID.eq(AWARD.AGENCY_ID))
                    .and(POST.ID.eq(AWARD.POST_ID)));
            case "method" -> AWARD.METHOD;
            default -> AWARD.DECIDED_AT;
        };
        return List.of(asked.descending() ? first.desc() : first.asc(), AWARD.DECIDED_AT.desc(), AWARD.ID);
    }
}
