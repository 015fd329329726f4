package org.daywatch.transparency.programs.totals;

import static org.daywatch_db.transparency.Tables.ACTIVITY;
import static org.daywatch_db.transparency.Tables.FILED_PAPER;
import static org.daywatch_db.transparency.Tables.PROGRAM_CLOCK;
import static org.daywatch_db.transparency.Tables.WEEKLY_LOG;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daywatch.transparency.programs.meters.Subjects;
import org.daywatch.transparency.programs.meters.YearDays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Activity lines summed for any number of schools: one statement for what takes time, one for what was done on a day,
 * one for weeks of duty.
 */
@Component
@Transactional(readOnly = true)
public class ActivityFigures {

    /**
     * Of which the day matters and not the minutes: everything that counts, but time. An index holds for exactly this.
     */
    private static final Condition OF_A_DAY = ACTIVITY.SUBJECT.ne(DSL.inline(""))
            .and(ACTIVITY.SUBJECT.ne(DSL.inline("ON_CAMPUS"))).and(ACTIVITY.SUBJECT.notLike(DSL.inline("LRE:%")));
    /** Of so many schools and more the whole of the lines is read. */
    private static final int MANY = 100;
    private static final String EMERGENCY_PLAN = "PLAN:EMERGENCY";
    private static final Condition STANDS = ACTIVITY.WITHDRAWN_AT.isNull();
    /** Time on campus and time away while paid: these lines never overlap, and every other line lies inside them. */
    private static final Field<Boolean> CLOCK = ACTIVITY.KIND.in(DSL.inline("ON_POST"), DSL.inline("OFF_CAMPUS"));

    private final DSLContext db;

    ActivityFigures(DSLContext db) {
        this.db = db;
    }

    /**
     * Minutes and lines that have everything else in common.
     *
     * @param clock paid time, on campus or away from it
     * @param reason why away from campus; empty on campus
     * @param recentMinutes and {@code recentLines}: since the day asked for that school
     * @param sincePost on the first day of the school's only funded post, or later
     */
    record Sum(UUID school, @Nullable UUID officer, @Nullable UUID post, String subject, boolean clock,
            boolean onCampus, String reason, long minutes, int lines,
            long recentMinutes, int recentLines, LocalDate first, boolean sincePost) {}

    /**
     * Something that was done on a day. @param evidence address of the page that shows it. @param term of an agreement
     * or an emergency plan: the days it is for, where they are known
     */
    record OnDay(UUID school, @Nullable UUID officer, String subject, LocalDate day, String evidence,
            @Nullable Term term) {

        OnDay(UUID school, @Nullable UUID officer, String subject, LocalDate day, String evidence) {
            this(school, officer, subject, day, evidence, null);
        }

        /**
         * An emergency plan counts until it must be reviewed, and where nobody said when that is, for a year;
         * everything else counts by its day.
         */
        boolean counts(LocalDate asOf) {
            if (!Subjects.of(subject).contains(EMERGENCY_PLAN)) return true;
            return !(term == null ? day.plusYears(1) : term.to()).isBefore(asOf);
        }
    }

    /** Both days count. */
    record Term(LocalDate from, LocalDate to) {

        boolean meets(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !to.isBefore(first);
        }

        /** An older line tells no term; its clock knows where it began, and it held for that school year. */
        static @Nullable Term of(@Nullable Instant from, @Nullable Instant to, @Nullable Instant began) {
            if (from == null && began == null) return null;
            var first = LocalDate.ofInstant(from == null ? began : from, ZoneOffset.UTC);
            return new Term(first, to == null ? SchoolYears.end(first) : LocalDate.ofInstant(to, ZoneOffset.UTC));
        }
    }

    /** Weeks of one officer at one school, by their Mondays. */
    record OfficerWeeks(UUID school, UUID officer, Set<LocalDate> mondays) {}

    /** A weekly log and the school's day on which both had signed it for the first time. */
    record SignedLate(UUID school, UUID officer, LocalDate week, LocalDate on) {}

    /**
     * Which days of a school are summed.
     *
     * @param from and {@code to}: of its school year, as far as it has gone. @param since from which day on minutes are
     * recent ones
     * @param postFrom first day of the school's only funded post; where it has none or several, the first day of the
     * year
     */
    record Asked(LocalDate from, LocalDate to, LocalDate since, LocalDate postFrom) {}

    List<Sum> sums(Map<UUID, Asked> of) {
        return sums(of, STANDS);
    }

    /** Paid time alone, whatever it was paid for. */
    List<Sum> paid(Map<UUID, Asked> of) {
        return sums(of, STANDS.and(CLOCK));
    }

    private List<Sum> sums(Map<UUID, Asked> of, Condition which) {
        if (of.isEmpty()) return List.of();
        if (of.size() > MANY) ofMany();
        var schools = List.copyOf(of.keySet());
        // "Distinct" tells the database that a school stands in it once: it looks each line up in these few, and not these few among millions of lines.
        var asked = DSL.table(
                "(select distinct on (u.school) u.* from unnest({0}::uuid[], {1}::date[], {2}::date[], {3}::date[], {4}::date[]) as u (school, first, last, since, post_from))",
                DSL.val(schools.toArray(UUID[]::new)), days(schools, of, Asked::from), days(schools, of, Asked::to),
                days(schools, of, Asked::since), days(schools, of, Asked::postFrom))
                .as("asked", "school", "first", "last", "since", "post_from");
        var school = DSL.field(DSL.name("asked", "school"), UUID.class);
        var recent = ACTIVITY.DAY.ge(DSL.field(DSL.name("asked", "since"), LocalDate.class));
        var inYear = ACTIVITY.DAY.between(DSL.field(DSL.name("asked", "first"), LocalDate.class),
                DSL.field(DSL.name("asked", "last"), LocalDate.class));
        var sincePost = DSL.field(ACTIVITY.DAY.ge(DSL.field(DSL.name("asked", "post_from"), LocalDate.class)));
        Field<String> reason = DSL.when(ACTIVITY.ON_CAMPUS, DSL.inline("")).otherwise(ACTIVITY.REASON);
        var firstDay = DSL.min(ACTIVITY.DAY);
        var recently = DSL.count().filterWhere(recent);
        var minutes = DSL.coalesce(DSL.sum(ACTIVITY.MINUTES).filterWhere(recent), DSL.inline(BigDecimal.ZERO));
        var activities = DSL.count();
        var sumMinutes = DSL.sum(ACTIVITY.MINUTES);
        return db
                .select(ACTIVITY.SCHOOL_ID, ACTIVITY.OFFICER_ID, ACTIVITY.FUNDED_POST_ID, ACTIVITY.SUBJECT, CLOCK,
                        ACTIVITY.ON_CAMPUS, reason, sumMinutes, activities,
                        minutes, recently, firstDay, sincePost)
                .from(ACTIVITY).join(asked).on(school.eq(ACTIVITY.SCHOOL_ID)).where(which).and(inYear)
                .groupBy(ACTIVITY.SCHOOL_ID, ACTIVITY.OFFICER_ID, ACTIVITY.FUNDED_POST_ID, ACTIVITY.SUBJECT, CLOCK,
                        ACTIVITY.ON_CAMPUS, reason, sincePost)
                .fetch(r -> new Sum(r.get(ACTIVITY.SCHOOL_ID), r.get(ACTIVITY.OFFICER_ID),
                        r.get(ACTIVITY.FUNDED_POST_ID), r.get(ACTIVITY.SUBJECT), r.get(CLOCK),
                        r.get(ACTIVITY.ON_CAMPUS),
                        r.get(reason), r.get(sumMinutes).longValue(), r.get(activities), r.get(minutes).longValue(),
                        r.get(recently), r.get(firstDay), r.get(sincePost)));
    }

    /**
     * Until the end of this transaction: sums of millions of lines are made in memory and not on disk, by a plan for as
     * many schools as are asked for.
     */
    private void ofMany() {
        db.fetch(
                "select set_config('work_mem', '32MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)");
    }

    private static Field<LocalDate[]> days(List<UUID> schools, Map<UUID, Asked> of, Function<Asked, LocalDate> which) {
        return DSL.val(schools.stream().map(of::get).map(which).toArray(LocalDate[]::new));
    }

    /**
     * What has a day; an audit that holds for years is looked for further back than one year. The line of an agreement
     * names no officer: whom it speaks of stands with the clock that ran for it.
     */
    List<OnDay> onDays(Collection<UUID> schools, LocalDate from, LocalDate to) {
        var c = PROGRAM_CLOCK;
        var officerId = DSL.coalesce(ACTIVITY.OFFICER_ID, c.OFFICER_ID);
        return db
                .select(ACTIVITY.SCHOOL_ID, officerId, ACTIVITY.SUBJECT, ACTIVITY.DAY, ACTIVITY.EVIDENCE, ACTIVITY.KIND,
                        ACTIVITY.STARTS_AT, ACTIVITY.ENDS_AT,
                        c.STARTED_AT)
                .from(ACTIVITY)
                .leftJoin(c).on(c.AGENCY_ID.eq(ACTIVITY.AGENCY_ID)).and(c.SOURCE.eq(ACTIVITY.ORIGIN))
                .and(c.SOURCE.ne("")).and(c.STATE.ne("WITHDRAWN"))
                .and(c.KIND.in("SERVICE_AGREEMENT", "MEMORANDUM"))
                .where(ACTIVITY.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(STANDS)
                .and(ACTIVITY.DAY.between(from, to)).and(OF_A_DAY).orderBy(ACTIVITY.DAY, ACTIVITY.ID)
                .fetch(r -> new OnDay(r.get(ACTIVITY.SCHOOL_ID), r.get(officerId), r.get(ACTIVITY.SUBJECT),
                        r.get(ACTIVITY.DAY), r.get(ACTIVITY.EVIDENCE), term(r.get(ACTIVITY.KIND),
                                r.get(ACTIVITY.STARTS_AT), r.get(ACTIVITY.ENDS_AT), r.get(c.STARTED_AT))));
    }

    private static @Nullable Term term(String kind, @Nullable Instant from, @Nullable Instant to,
            @Nullable Instant began) {
        if (kind.equals("PLAN")) return from == null || to == null ? null : Term.of(from, to, null);
        return kind.equals("AGREEMENT") ? Term.of(from, to, began) : null;
    }

    /**
     * The last of each kind before a day, however long ago: what comes round every so many years is late when it is
     * older, and what is needed once stands.
     */
    List<OnDay> lastBefore(Collection<UUID> schools, LocalDate day) {
        return db.select(ACTIVITY.SCHOOL_ID, ACTIVITY.SUBJECT, ACTIVITY.DAY, ACTIVITY.EVIDENCE)
                .distinctOn(ACTIVITY.SCHOOL_ID, ACTIVITY.SUBJECT).from(ACTIVITY)
                .where(ACTIVITY.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(STANDS)
                .and(ACTIVITY.DAY.lt(day)).and(OF_A_DAY).and(ACTIVITY.KIND.ne("AGREEMENT"))
                .orderBy(ACTIVITY.SCHOOL_ID, ACTIVITY.SUBJECT, ACTIVITY.DAY.desc(), ACTIVITY.ID.desc())
                .fetch(r -> new OnDay(r.get(ACTIVITY.SCHOOL_ID), null, r.get(ACTIVITY.SUBJECT), r.get(ACTIVITY.DAY),
                        r.get(ACTIVITY.EVIDENCE)));
    }

    List<OfficerWeeks> dutyWeeks(Collection<UUID> schools, LocalDate from, LocalDate to) {
        return weeks(ACTIVITY, ACTIVITY.SCHOOL_ID, ACTIVITY.OFFICER_ID, ACTIVITY.DAY, from, to,
                ACTIVITY.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new))).and(STANDS).and(CLOCK)
                        .and(ACTIVITY.OFFICER_ID.isNotNull()).and(ACTIVITY.DAY.between(from, to)));
    }

    /** Weeks whose log both sides have signed. */
    List<OfficerWeeks> signedWeeks(Collection<UUID> schools, LocalDate from, LocalDate to) {
        return weeks(WEEKLY_LOG, WEEKLY_LOG.SCHOOL_ID, WEEKLY_LOG.OFFICER_ID, WEEKLY_LOG.WEEK, from, to,
                WEEKLY_LOG.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))
                        .and(WEEKLY_LOG.STATE.eq("LOCKED")).and(WEEKLY_LOG.WEEK.between(from.minusDays(6), to)));
    }

    /**
     * A paper that speaks of a day: of what it announces, or of the quarter it is about. @param evidence address of the
     * page that shows it
     */
    record OfADay(UUID school, String subject, LocalDate day, String evidence) {}

    /** Papers that speak of a day of that time, by that day. */
    List<OfADay> ofADay(Collection<UUID> schools, LocalDate from, LocalDate to) {
        var p = FILED_PAPER;
        return db.select(p.SCHOOL_ID, p.SUBJECT, p.FOR_DAY, p.ID).from(p)
                .where(p.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(p.WITHDRAWN_AT.isNull())
                .and(p.FOR_DAY.between(from, to)).orderBy(p.FOR_DAY, p.ID).fetch(r -> new OfADay(r.get(p.SCHOOL_ID),
                        r.get(p.SUBJECT), r.get(p.FOR_DAY), "/program/papers/" + r.get(p.ID)));
    }

    /**
     * Logs that both had signed so many days after their Monday or later still: week and day by school and officer.
     * Those in time, nearly all, stay where they are.
     */
    List<SignedLate> signedLate(Collection<UUID> schools, LocalDate from, LocalDate to, int days) {
        var l = WEEKLY_LOG;
        return db.select(l.SCHOOL_ID, l.OFFICER_ID, l.WEEK, l.FIRST_LOCKED_ON).from(l)
                .where(l.SCHOOL_ID.eq(DSL.any(schools.toArray(UUID[]::new)))).and(l.STATE.eq(DSL.inline("LOCKED")))
                .and(DSL.condition("{0} > {1} + {2}", l.FIRST_LOCKED_ON, l.WEEK, DSL.inline(days)))
                .and(l.WEEK.between(from.minusDays(6), to))
                .fetch(r -> new SignedLate(r.get(l.SCHOOL_ID), r.get(l.OFFICER_ID), r.get(l.WEEK),
                        r.get(l.FIRST_LOCKED_ON)));
    }

    /** One bit a week, so that a year of one officer is one row and not forty. */
    private List<OfficerWeeks> weeks(Table<?> of, Field<UUID> school, Field<UUID> officer, Field<LocalDate> day,
            LocalDate from, LocalDate to, Condition which) {
        var mondays = YearDays.week(from).datesUntil(to.plusDays(1), Period.ofWeeks(1)).toList();
        if (mondays.size() > Long.SIZE)
            throw new IllegalArgumentException("more than " + Long.SIZE + " weeks from " + from + " to " + to);
        var bits = DSL.field("bit_or(1::bigint << (({0} - {1}) / 7))", Long.class, day, DSL.val(mondays.getFirst()));
        return db.select(school, officer, bits).from(of).where(which).groupBy(school, officer)
                .fetch(r -> new OfficerWeeks(r.get(school), r.get(officer),
                        IntStream.range(0, mondays.size()).filter(i -> (r.get(bits) >>> i & 1) == 1)
                                .mapToObj(mondays::get).collect(Collectors.toUnmodifiableSet())));
    }

    /** Schools at which this officer was in that time, the one where they were last before the others. */
    public List<UUID> schoolsOf(UUID officer, LocalDate from, LocalDate to) {
        return db.select(ACTIVITY.SCHOOL_ID).from(ACTIVITY).where(ACTIVITY.OFFICER_ID.eq(officer)).and(STANDS)
                .and(ACTIVITY.DAY.between(from, to))
                .groupBy(ACTIVITY.SCHOOL_ID).orderBy(DSL.max(ACTIVITY.DAY).desc(), ACTIVITY.SCHOOL_ID)
                .fetch(ACTIVITY.SCHOOL_ID);
    }
}
