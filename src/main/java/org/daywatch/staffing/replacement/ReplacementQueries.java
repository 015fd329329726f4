package org.daywatch.staffing.replacement;

import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.REPLACEMENT;
import static org.daywatch_db.staffing.Tables.REPLACEMENT_OFFER;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolNames;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches as people look at them. */
@Component
@Transactional(readOnly = true)
public class ReplacementQueries {

    /** Searches under way at once; nobody looks through more. */
    static final int MOST = 200;
    /** More schools than these share no search worth reading. */
    private static final int SCHOOLS = 500;
    private static final UUID NOTHING = new UUID(0, 0);

    private final DSLContext db;
    private final SchoolNames names;
    private final Clock clock;

    ReplacementQueries(DSLContext db, SchoolNames names, Clock clock) {
        this.db = db;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param missing whose place it is
     * @param department theirs
     */
    public record Row(Replacement search, String missing, UUID department) {}

    /** One officer who was asked. */
    public record Offer(int wave, int place, UUID officer, String name, Instant sentAt, Instant expiresAt, String state,
            @org.jspecify.annotations.Nullable Instant answeredAt) {

        /**
         * What became of the question. A search that ended after the time to answer needed no answer any more, and got
         * none in time.
         */
        public String answer(Replacement.State search, Instant now) {
            var until = switch (search) {
                case Replacement.State.Searching _ -> now;
                case Replacement.State.Filled(var at, _, _) -> at;
                case Replacement.State.Exhausted(var at, _) -> at;
                case Replacement.State.Withdrawn(var at, _, _) -> at;
            };
            return (state.equals("ASKED") || state.equals("TAKEN")) && !until.isBefore(expiresAt) ? "EXPIRED" : state;
        }
    }

    /** What an officer is asked now. */
    public record Asked(UUID id, UUID post, UUID school, Window window, String role, Instant expiresAt) {}

    /** One that was filled: for measuring. */
    public record Filled(UUID school, UUID department, int wave, long seconds) {}

    public List<Row> underWay() {
        return rows(REPLACEMENT.STATE.eq("SEARCHING"), List.of(REPLACEMENT.STARTED_AT.desc(), REPLACEMENT.ID.desc()), 0,
                MOST);
    }

    List<Row> over(Paging asked) {
        var first = asked.sort().equals("start") ? REPLACEMENT.STARTS_AT : REPLACEMENT.STARTED_AT;
        return rows(which(asked), List.of(asked.descending() ? first.desc() : first.asc(), REPLACEMENT.ID.desc()),
                asked.offset(), asked.size());
    }

    int count(Paging asked) {
        return db.fetchCount(DSL.selectOne().from(REPLACEMENT).join(SHIFT).on(SHIFT.AGENCY_ID.eq(REPLACEMENT.AGENCY_ID))
                .and(SHIFT.ID.eq(REPLACEMENT.SHIFT_ID)).where(which(asked)));
    }

    public Optional<Row> find(UUID id) {
        return rows(REPLACEMENT.ID.eq(id), List.of(REPLACEMENT.ID), 0, 1).stream().findFirst();
    }

    /**
     * At one school: what is under way, and what found nobody for a post that is not over. Seen by its district too.
     */
    public List<Replacement> atSchool(UUID school) {
        return db.selectFrom(REPLACEMENT).where(REPLACEMENT.SCHOOL_ID.eq(school))
                .and(REPLACEMENT.STATE.in("SEARCHING", "EXHAUSTED")).and(REPLACEMENT.ENDS_AT.gt(clock.instant()))
                .orderBy(REPLACEMENT.STARTS_AT, REPLACEMENT.STARTED_AT.desc()).fetch(ReplacementStore::replacement);
    }

    public List<Offer> offers(UUID replacement) {
        return db
                .select(REPLACEMENT_OFFER.WAVE, REPLACEMENT_OFFER.PLACE, OFFICER.ID, OFFICER.FULL_NAME,
                        REPLACEMENT_OFFER.SENT_AT, REPLACEMENT_OFFER.EXPIRES_AT, REPLACEMENT_OFFER.STATE,
                        REPLACEMENT_OFFER.ANSWERED_AT)
                .from(REPLACEMENT_OFFER).join(OFFICER).on(OFFICER.AGENCY_ID.eq(REPLACEMENT_OFFER.AGENCY_ID))
                .and(OFFICER.ID.eq(REPLACEMENT_OFFER.OFFICER_ID))
                .where(REPLACEMENT_OFFER.REPLACEMENT_ID.eq(replacement))
                .orderBy(REPLACEMENT_OFFER.WAVE, REPLACEMENT_OFFER.PLACE)
                .fetch(r -> new Offer(r.get(REPLACEMENT_OFFER.WAVE), r.get(REPLACEMENT_OFFER.PLACE), r.get(OFFICER.ID),
                        r.get(OFFICER.FULL_NAME), r.get(REPLACEMENT_OFFER.SENT_AT),
                        r.get(REPLACEMENT_OFFER.EXPIRES_AT), r.get(REPLACEMENT_OFFER.STATE),
                        r.get(REPLACEMENT_OFFER.ANSWERED_AT)));
    }

    /** What the officer behind an account may answer now, the soonest end first. */
    public List<Asked> asked(UUID person) {
        return db
                .select(REPLACEMENT_OFFER.ID, REPLACEMENT.POST_ID, REPLACEMENT.SCHOOL_ID, REPLACEMENT.STARTS_AT,
                        REPLACEMENT.ENDS_AT, POST.ROLE, REPLACEMENT_OFFER.EXPIRES_AT)
                .from(REPLACEMENT_OFFER).join(REPLACEMENT).on(REPLACEMENT.AGENCY_ID.eq(REPLACEMENT_OFFER.AGENCY_ID))
                .and(REPLACEMENT.ID.eq(REPLACEMENT_OFFER.REPLACEMENT_ID))
                .join(POST).on(POST.AGENCY_ID.eq(REPLACEMENT.AGENCY_ID)).and(POST.ID.eq(REPLACEMENT.POST_ID))
                .join(OFFICER).on(OFFICER.AGENCY_ID.eq(REPLACEMENT_OFFER.AGENCY_ID))
                .and(OFFICER.ID.eq(REPLACEMENT_OFFER.OFFICER_ID))
                .where(OFFICER.PERSON_ID.eq(person)).and(REPLACEMENT_OFFER.STATE.eq("ASKED"))
                .and(REPLACEMENT_OFFER.EXPIRES_AT.gt(clock.instant()))
                .orderBy(REPLACEMENT_OFFER.EXPIRES_AT, REPLACEMENT_OFFER.ID)
                .fetch(r -> new Asked(r.get(REPLACEMENT_OFFER.ID), r.get(REPLACEMENT.POST_ID),
                        r.get(REPLACEMENT.SCHOOL_ID), new Window(r.get(REPLACEMENT.STARTS_AT),
                                r.get(REPLACEMENT.ENDS_AT)),
                        r.get(POST.ROLE), r.get(REPLACEMENT_OFFER.EXPIRES_AT)));
    }

    /** All that were filled since a moment. */
    public List<Filled> filled(Instant since) {
        return db
                .select(REPLACEMENT.SCHOOL_ID, SHIFT.DEPARTMENT_ID, REPLACEMENT.WAVE, REPLACEMENT.STARTED_AT,
                        REPLACEMENT.ENDED_AT)
                .from(REPLACEMENT)
                .join(SHIFT).on(SHIFT.AGENCY_ID.eq(REPLACEMENT.AGENCY_ID)).and(SHIFT.ID.eq(REPLACEMENT.SHIFT_ID))
                .where(REPLACEMENT.STATE.eq("FILLED"))
                .and(REPLACEMENT.STARTED_AT.ge(since))
                .fetch(r -> new Filled(r.get(REPLACEMENT.SCHOOL_ID), r.get(SHIFT.DEPARTMENT_ID),
                        r.get(REPLACEMENT.WAVE),
                        Duration.between(r.get(REPLACEMENT.STARTED_AT), r.get(REPLACEMENT.ENDED_AT)).toSeconds()));
    }

    /** Those that ended; what the page of times opens asks for filled ones of a school, a department or a wave. */
    private Condition which(Paging asked) {
        var which = REPLACEMENT.STATE.ne("SEARCHING");
        var words = asked.filter("q");
        if (!words.isEmpty()) {
            which = which.and(REPLACEMENT.SCHOOL_ID.in(names.named(words, SCHOOLS).stream().map(Campus::id).toList())
                    .or(SHIFT.OFFICER_NAME.containsIgnoreCase(words)));
        }
        if (!asked.filter("state").isEmpty()) which = which.and(REPLACEMENT.STATE.eq(asked.filter("state")));
        if (chosen(asked)) which = which.and(REPLACEMENT.STATE.eq("FILLED"));
        if (!asked.filter("school").isEmpty())
            which = which.and(REPLACEMENT.SCHOOL_ID.eq(Ids.find(asked.filter("school")).orElse(NOTHING)));
        if (!asked.filter("department").isEmpty())
            which = which.and(SHIFT.DEPARTMENT_ID.eq(Ids.find(asked.filter("department")).orElse(NOTHING)));
        return asked.filter("wave").matches("[0-9]{1,4}")
                ? which.and(REPLACEMENT.WAVE.eq(Integer.valueOf(asked.filter("wave"))))
                : which;
    }

    static boolean chosen(Paging asked) {
        return Stream.of("school", "department", "wave").anyMatch(name -> !asked.filter(name).isEmpty());
    }

    private List<Row> rows(Condition which, List<? extends OrderField<?>> order, int offset, int most) {
        return db.select(REPLACEMENT.asterisk(), SHIFT.OFFICER_NAME, SHIFT.DEPARTMENT_ID).from(REPLACEMENT).join(SHIFT)
                .on(SHIFT.AGENCY_ID.eq(REPLACEMENT.AGENCY_ID))
                .and(SHIFT.ID.eq(REPLACEMENT.SHIFT_ID)).where(which).orderBy(order).offset(offset).limit(most)
                .fetch(r -> new Row(ReplacementStore.replacement(r.into(REPLACEMENT)), r.get(SHIFT.OFFICER_NAME),
                        r.get(SHIFT.DEPARTMENT_ID)));
    }
}
