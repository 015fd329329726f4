package org.daywatch.planning.agreements;

import static org.daywatch_db.planning.Tables.AGREEMENT;
import static org.daywatch_db.planning.Tables.AGREEMENT_SIGNATURE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.platform.time.FarthestDays;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements as people and timers look at them. */
@Component
@Transactional(readOnly = true)
public class AgreementQueries {

    static final List<String> SORTABLE = List.of("waits", "due", "start", "state", "officer");
    /** Filter: past its last day and not signed by both. */
    public static final String LATE = "LATE";
    private static final List<String> OPEN = List.of("DRAFT", "OFFERED", "SIGNED_IN_PART");

    private final HomeTime home;
    private final DSLContext db;
    private final Campuses campuses;
    private final Clock clock;

    AgreementQueries(DSLContext db, Campuses campuses, HomeTime home, Clock clock) {
        this.home = home;
        this.db = db;
        this.campuses = campuses;
        this.clock = clock;
    }

    /** @param late past its last day and not signed by both. @param signed parties that signed the present text */
    public record Row(UUID id, String school, String kind, String officer, LocalDate start, LocalDate due,
            LocalDate ends, State state, boolean late, int signed) {}

    /** For timers and first screens. @param renewed another agreement follows it */
    public record Standing(UUID id, UUID agencyId, UUID districtId, UUID schoolId, String officer, LocalDate start,
            LocalDate due, LocalDate ends, State state, boolean renewed) {}

    long count(Paging paging, AgreementDoor.Reads reads) {
        return db.fetchCount(AGREEMENT, which(paging, reads));
    }

    List<Row> list(Paging paging, AgreementDoor.Reads reads, int limit) {
        var a = AGREEMENT;
        var column = switch (paging.sort()) {
            case "start" -> a.START_DAY;
            case "state" -> a.STATE;
            case "officer" -> a.OFFICER_NAME;
            default -> a.DUE_DAY;
        };
        var waits = DSL.when(a.STATE.in(OPEN), 0).otherwise(1);
        SortField<?> order = paging.sort().equals("waits")
                ? paging.descending() ? waits.desc() : waits.asc()
                : paging.descending() ? column.desc() : column.asc();
        var s = AGREEMENT_SIGNATURE;
        var signed = DSL.selectCount().from(s).where(s.AGENCY_ID.eq(a.AGENCY_ID)).and(s.AGREEMENT_ID.eq(a.ID))
                .and(s.VOIDED_AT.isNull()).asField("signed");
        var rows = db.select(a.asterisk(), signed).from(a).where(which(paging, reads)).orderBy(order, a.DUE_DAY, a.ID)
                .offset(paging.offset()).limit(limit).fetch();
        var named = campuses.list(rows.stream().map(r -> r.get(a.SCHOOL_ID)).distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        var today = home.today();
        return rows.map(r -> {
            var school = Optional.ofNullable(named.get(r.get(a.SCHOOL_ID))).or(() -> campuses.find(r.get(a.SCHOOL_ID)));
            var state = State.valueOf(r.get(a.STATE));
            var here = school.map(c -> clock.instant().atZone(c.zone()).toLocalDate()).orElse(today);
            return new Row(r.get(a.ID), school.map(Campus::name).orElse(""), r.get(a.KIND), r.get(a.OFFICER_NAME),
                    r.get(a.START_DAY), r.get(a.DUE_DAY), r.get(a.ENDS_DAY), state,
                    state.open() && here.isAfter(r.get(a.DUE_DAY)), r.get("signed", Integer.class));
        });
    }

    private static Condition readable(AgreementDoor.Reads reads) {
        var a = AGREEMENT;
        var here = reads.schools().map(a.SCHOOL_ID::in).orElse(DSL.noCondition());
        var own = reads.own();
        if (own == null) return here;
        var worked = own.worked().entrySet().stream().map(e -> a.SCHOOL_ID.eq(e.getKey())
                .and(a.START_DAY.le(e.getValue().last())).and(a.ENDS_DAY.ge(e.getValue().first()))).toList();
        return (own.file() == null ? DSL.falseCondition() : a.OFFICER_ID.eq(own.file()))
                .or(a.OFFICER_ID.isNull().and(here.or(DSL.or(worked))));
    }

    private Condition which(Paging paging, AgreementDoor.Reads reads) {
        var a = AGREEMENT;
        var which = readable(reads);
        String state = paging.filter("state");
        if (state.equals(LATE)) which = which.and(a.ID.in(late(which)));
        else if (!state.isEmpty()) which = which.and(a.STATE.eq(state));
        if (!paging.filter("kind").isEmpty()) which = which.and(a.KIND.eq(paging.filter("kind")));
        String words = paging.filter("q");
        if (!words.isEmpty()) {
            which = which.and(a.OFFICER_NAME.containsIgnoreCase(words)
                    .or(a.SCHOOL_ID.in(campuses.search(words, null).stream().map(Campus::id).toList())));
        }
        return which;
    }

    /** By the day it is at each school. */
    private List<UUID> late(Condition which) {
        var a = AGREEMENT;
        var open = db.select(a.ID, a.SCHOOL_ID, a.DUE_DAY).from(a).where(which).and(a.STATE.in(OPEN))
                .and(a.DUE_DAY.le(home.today())).fetch();
        var schools = campuses.list(open.getValues(a.SCHOOL_ID).stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Campus::id, Function.identity()));
        return open.stream()
                .filter(r -> schools.containsKey(r.get(a.SCHOOL_ID)) && clock.instant()
                        .atZone(schools.get(r.get(a.SCHOOL_ID)).zone()).toLocalDate().isAfter(r.get(a.DUE_DAY)))
                .map(r -> r.get(a.ID)).toList();
    }

    /** To be signed, or in force, of the organization that is bound, what is due soonest first. */
    public List<Standing> standing() {
        return standing(AGREEMENT.STATE.in(OPEN).or(AGREEMENT.STATE.eq("IN_FORCE")));
    }

    /** To be signed and late, or with a quarter of the time left. @param schools only these; null: all */
    public List<Standing> pressing(@Nullable Collection<UUID> schools) {
        var tomorrow = FarthestDays.latest(clock.instant()); // whoever shows it asks the school's own day
        return standing(
                AGREEMENT.STATE.in(OPEN).and(schools == null ? DSL.noCondition() : AGREEMENT.SCHOOL_ID.in(schools))
                        .and(DSL.condition("{0} - ({0} - {1}) / 4 <= {2}", AGREEMENT.DUE_DAY, AGREEMENT.START_DAY,
                                DSL.val(tomorrow))));
    }

    private List<Standing> standing(Condition which) {
        var a = AGREEMENT;
        var next = AGREEMENT.as("next");
        var renewed = DSL.exists(DSL.selectOne().from(next).where(next.AGENCY_ID.eq(a.AGENCY_ID))
                .and(next.FOLLOWS_ID.eq(a.ID)).and(next.STATE.ne("ENDED")));
        return db.select(a.asterisk(), DSL.field(renewed).as("renewed")).from(a).where(which).orderBy(a.DUE_DAY, a.ID)
                .fetch(r -> new Standing(r.get(a.ID), r.get(a.AGENCY_ID), r.get(a.DISTRICT_ID), r.get(a.SCHOOL_ID),
                        r.get(a.OFFICER_NAME), r.get(a.START_DAY), r.get(a.DUE_DAY),
                        r.get(a.ENDS_DAY), State.valueOf(r.get(a.STATE)), r.get("renewed", Boolean.class)));
    }
}
