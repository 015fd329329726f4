package org.daywatch.staffing.fairness.rows;

import static org.daywatch_db.staffing.Tables.OPPORTUNITY;
import static org.daywatch_db.staffing.Tables.POST;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.fairness.rows.Chance.Outcome;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The posts of a month that an officer could have taken, every one of them, also where their hours overlap. */
@Component
@Transactional(readOnly = true)
class ChanceRows {

    private final DSLContext db;
    private final Campuses campuses;
    private final Clock clock;

    ChanceRows(DSLContext db, Campuses campuses, Clock clock) {
        this.db = db;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** By day and hour. */
    List<Chance> list(UUID officer, YearMonth month) {
        var o = OPPORTUNITY;
        var rows = db
                .select(POST.ID, POST.DAY, POST.SCHOOL_ID, POST.STARTS_AT, POST.ENDS_AT, POST.STATE, o.ASKED_AT,
                        o.ACCEPTED_AT, o.GIVEN_BACK_AT, o.DECLINED_AT)
                .from(o).join(POST).on(POST.AGENCY_ID.eq(o.AGENCY_ID)).and(POST.ID.eq(o.POST_ID))
                .where(o.OFFICER_ID.eq(officer)).and(o.DAY.between(month.atDay(1), month.atEndOfMonth()))
                .orderBy(POST.DAY, POST.STARTS_AT, POST.ID).fetch();
        var schools = campuses.list(rows.stream().map(r -> r.get(POST.SCHOOL_ID)).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var now = clock.instant();
        return rows.stream().filter(r -> schools.containsKey(r.get(POST.SCHOOL_ID))).map(r -> {
            var school = schools.get(r.get(POST.SCHOOL_ID));
            return new Chance(r.get(POST.ID), r.get(POST.DAY), school.name(), school.zone(),
                    new Window(r.get(POST.STARTS_AT), r.get(POST.ENDS_AT)), r.get(o.ASKED_AT) != null,
                    outcome(r, now));
        }).toList();
    }

    private static Outcome outcome(Record r, Instant now) {
        if (r.get(OPPORTUNITY.GIVEN_BACK_AT) != null) return Outcome.GIVEN_BACK;
        if (r.get(OPPORTUNITY.ACCEPTED_AT) != null) return Outcome.ACCEPTED;
        if (r.get(OPPORTUNITY.DECLINED_AT) != null) return Outcome.DECLINED;
        if (r.get(POST.STATE).equals("CANCELLED")) return Outcome.CANCELLED;
        boolean free = List.of("OPEN", "HELD").contains(r.get(POST.STATE)) && r.get(POST.ENDS_AT).isAfter(now);
        return free ? Outcome.OPEN : Outcome.MISSED;
    }
}
