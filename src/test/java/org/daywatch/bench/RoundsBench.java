package org.daywatch.bench;

import static org.daywatch_db.prevention.Tables.CHECKPOINT;
import static org.daywatch_db.prevention.Tables.FINDING;
import static org.daywatch_db.prevention.Tables.ROUND;
import static org.daywatch_db.prevention.Tables.SIGHTING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.Daywatch;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A district of 90 schools with 45 checkpoints each and one year of rounds: a door sweep each week, two patrols each
 * school day, an inspection each month. Whatever they saw propped open is a finding, most of them closed since. All is
 * written directly; what is measured is opening the pages over HTTP as a signed-in coordinator and as the district's
 * safety director, with row security, near the year's end. Ends with 1 where a page does not keep its promise.
 */
public final class RoundsBench {

    private static final int DOORS = 40;
    private static final int OTHERS = 5;
    private static final int PASSED = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 21);
    private static final int PARTS = 8;
    private static final int VISITS = 200;
    private static final double PROMISE = 100;
    private static final String SEEN = """
            insert into prevention.sighting (agency_id, id, district_id, round_id, checkpoint_id, result, reason, done, way, at, received_at, stands)
            select r.agency_id, gen_random_uuid(), r.district_id, r.id, c.id,
                   case when c.position % 37 = extract(week from r.day)::int % 37 then 'PROPPED' else 'AS_IT_MUST_BE' end, 'NONE', 'UNSAID', 'QR',
                   r.started_at + make_interval(secs => c.position * 40), r.ended_at, true
            from prevention.round r join prevention.checkpoint c on c.school_id = r.school_id
            where r.kind = ? and\s""";

    private final ConfigurableApplicationContext app;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final UUID agency;
    private final int schools;
    private final String only;
    private final List<String> slow = new ArrayList<>();

    private RoundsBench(ConfigurableApplicationContext app, int schools, String only) {
        this.app = app;
        this.only = only;
        this.schools = schools;
        this.db = app.getBean("dslContext", DSLContext.class);
        this.transaction = new TransactionTemplate(app.getBean("transactionManager", PlatformTransactionManager.class));
        this.agency = app.getBean(Organizations.class).foundAgency("Bench Cooperative", "TX");
    }

    /**
     * @param arguments {@code --schools N} for a quick look, the promise is about 90; {@code --pages WORDS} only those
     * whose name has these words
     */
    public static void main(String[] arguments) throws Exception {
        int schools = 90;
        String pages = "";
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 < arguments.length && arguments[i].equals("--schools")
                    && arguments[i + 1].matches("[1-9][0-9]{0,3}"))
                schools = Integer.parseInt(arguments[i + 1]);
            else
                if (i + 1 < arguments.length && arguments[i].equals("--pages")) pages = arguments[i + 1];
                else {
                    System.err.println("Usage: bin/bench rounds [--schools N] [--pages WORDS]");
                    System.exit(64);
                }
        }
        Path home = Files.createTempDirectory("daywatch-bench");
        var clock = Clock.fixed(Instant.parse("2027-05-19T16:00:00Z"), ZoneOffset.UTC);
        var app = new SpringApplicationBuilder(Daywatch.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("wallClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run("--server.port=0", "--server.address=127.0.0.1", "--daywatch.timers=false",
                        "--daywatch.database.directory=" + home.resolve("postgres"),
                        "--logging.level.root=warn");
        List<String> slow;
        try (app) {
            var bench = new RoundsBench(app, schools, pages);
            bench.schools();
            bench.year();
            bench.findings();
            bench.pages();
            slow = bench.slow;
        }
        FileSystemUtils.deleteRecursively(home);
        System.out.printf("%-34s %s%n", "under 100 ms in 95 of 100 visits",
                slow.isEmpty() ? "every page" : "not " + String.join("; ", slow));
        System.exit(slow.isEmpty() ? 0 : 1);
    }

    private void schools() {
        transacted(() -> {
            UUID district = app.getBean(Organizations.class).findOrCreate("DISTRICT", "Bench Unified", "TX", "B1");
            db.execute(
                    """
                    insert into directory.school (agency_id, id, district_id, name, level, state, street, city, zone, desk_code)
                    select ?, gen_random_uuid(), ?, 'School ' || n, 'HIGH', 'TX', '1 Main St', 'Lubbock', 'America/Chicago', '000000' from generate_series(1, ?) n""",
                    agency, district, schools);
            app.getBean(Calendars.class).create(district, "2026-27", FIRST, LAST);
            return app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR,
                    LocalTime.of(8, 0), LocalTime.of(15, 0), FIRST));
        });
        transacted(() -> db.execute("""
                insert into prevention.checkpoint (agency_id, id, district_id, school_id, kind, name, place, position, outer_door, added_at, added_by)
                select agency_id, gen_random_uuid(), district_id, id, case when n <= ? then 'DOOR' else 'CAMERA' end, 'Point ' || n, 'Hall ' || n % 7, n, n <= ?, '2026-08-01T12:00:00Z', 'bench'
                from directory.school cross join generate_series(1, ?) n""", DOORS, DOORS, DOORS + OTHERS));
    }

    private void year() {
        long began = System.nanoTime();
        rounds("SWEEP", "extract(isodow from d) = 1", 12, DOORS);
        rounds("PATROL", "extract(isodow from d) <= 5", 14, PASSED);
        rounds("PATROL", "extract(isodow from d) <= 5", 19, PASSED);
        rounds("INSPECTION", "extract(day from d) = 15", 16, OTHERS);
        seen("SWEEP", "c.outer_door");
        seen("PATROL", "c.position % 4 = extract(hour from r.started_at)::int % 4 and c.position <= 48");
        seen("INSPECTION", "c.position > " + DOORS);
        transacted(() -> db.execute(
                """
                update prevention.checkpoint c set seen_at = s.at, seen_result = s.result from (
                    select distinct on (checkpoint_id) checkpoint_id, at, result from prevention.sighting order by checkpoint_id, at desc) s where s.checkpoint_id = c.id"""));
        System.out.printf("%-34s %,d checkpoints, %,d rounds, %,d sightings, %s: %.1f s%n", "in the database",
                transacted(() -> db.fetchCount(CHECKPOINT)), transacted(() -> db.fetchCount(ROUND)),
                transacted(() -> db.fetchCount(SIGHTING)),
                transacted(() -> db.fetchSingle("select pg_size_pretty(pg_total_relation_size('prevention.sighting'))")
                        .get(0, String.class)),
                (System.nanoTime() - began) / 1e9);
    }

    /** Some of the schools at a time: a statement that takes half a minute is given up. */
    private void seen(String kind, String what) {
        for (int part = 0; part < PARTS; part++) {
            int some = part;
            transacted(
                    () -> db.execute(SEEN + what + " and abs(hashtext(r.school_id::text)) % ? = ?", kind, PARTS, some));
        }
    }

    private void rounds(String kind, String days, int hour, int seen) {
        transacted(() -> db.execute(
                """
                insert into prevention.round (agency_id, id, district_id, school_id, kind, day, started_at, walker_person, walker_name, state, ended_at, minutes, checkpoints, checked, breaches, ended_by)
                select agency_id, gen_random_uuid(), district_id, id, ?, d::date, d + make_interval(hours => ?), md5(id::text)::uuid, 'Officer ' || name, 'FINISHED', d + make_interval(hours => ?, mins => 35),
                       35, ?, ?, 1, 'Officer ' || name
                from directory.school cross join generate_series(?::date, ?::date, interval '1 day') d where d < date '2027-05-19' and\s"""
                        + days,
                kind, hour, hour, seen, seen, FIRST, LAST));
    }

    /**
     * What was propped open in one week at one door is one finding, seen again by whoever came by. Four of five are
     * closed after three weeks; the others, and those of the last weeks, are open, assigned, mended, or accepted as a
     * risk.
     */
    private void findings() {
        long began = System.nanoTime();
        transacted(() -> db.execute("""
                insert into prevention.finding (agency_id, id, district_id, school_id, source, source_id, checkpoint_id, what, place, severity, likelihood, cost_class, estimate, owner, due,
                       opened_at, opened_by, opened_person, state, fixed_at, fixed_by, fixed_person, fixed_how, verified_at, verified_by, verified_person, verified_how,
                       ended_at, ended_by, ended_person, ended_how, review_by, seen_again)
                select agency_id, id, district_id, school_id, 'ROUND', round_id, checkpoint_id, name || ' was propped open.', place, 3, 3, 'LOW', case when n % 3 > 0 then n % 900 end, owner, at::date + 30,
                       at, 'Officer', md5('o')::uuid, state, case when mended then at + interval '9 days' end, case when mended then 'Locksmith' end, case when mended then md5('l')::uuid end,
                       case when mended then 'New closer.' else '' end, case when seen then at + interval '14 days' end, case when seen then 'Officer' end, case when seen then md5('o')::uuid end,
                       case when seen then 'It latches.' else '' end, case when over then at + interval '21 days' end, case when over then 'Principal' end, case when over then md5('p')::uuid end,
                       case when over then 'Done.' else '' end, case when state = 'RISK_ACCEPTED' then date '2027-09-01' end, again
                from (select *, case when state <> 'OPEN' then 'Facilities' end as owner, state in ('FIXED', 'CLOSED') as mended, state = 'CLOSED' as seen, state in ('CLOSED', 'RISK_ACCEPTED') as over
                      from (select *, case when at < date '2027-04-26' and n % 5 > 0 then 'CLOSED' else (array['OPEN', 'ASSIGNED', 'FIXED', 'RISK_ACCEPTED'])[1 + n % 4] end as state
                            from (select c.agency_id, gen_random_uuid() as id, c.district_id, c.school_id, c.id as checkpoint_id, c.name, c.place, min(s.at) as at,
                                         (array_agg(s.round_id order by s.at))[1] as round_id, count(*)::int - 1 as again, (row_number() over (order by md5(c.id::text || min(s.at))))::int as n,
                                         row_number() over (partition by c.id order by min(s.at) desc) as latest
                                  from prevention.sighting s join prevention.checkpoint c on c.id = s.checkpoint_id where s.result = 'PROPPED'
                                  group by c.agency_id, c.district_id, c.school_id, c.id, c.name, c.place, date_trunc('week', s.at)) each) stated
                      where latest = 1 or state = 'CLOSED') said"""));
        transacted(() -> db.execute("""
                insert into prevention.finding_line (agency_id, finding_id, id, district_id, at, kind, words, by_name, by_person, breach_result, breach_point)
                select f.agency_id, f.id, gen_random_uuid(), f.district_id, f.opened_at, 'OPENED', f.what, f.opened_by, f.opened_person, 'PROPPED', c.name
                from prevention.finding f join prevention.checkpoint c on c.id = f.checkpoint_id"""));
        System.out.printf("%-34s %,d, %,d of them not closed: %.1f s%n", "findings",
                transacted(() -> db.fetchCount(FINDING)),
                transacted(() -> db.fetchCount(FINDING, FINDING.STATE.ne("CLOSED"))),
                (System.nanoTime() - began) / 1e9);
    }

    private void pages() throws Exception {
        var visits = new TimedVisits(app, agency);
        UUID district = transacted(
                () -> db.fetchSingle("select district_id from directory.school limit 1").get(0, UUID.class));
        var director = new TimedVisits(app, agency, district, Role.SAFETY_DIRECTOR);
        UUID school = transacted(
                () -> db.fetchSingle("select id from directory.school where name = 'School ' || ?", (schools + 1) / 2)
                        .get(0, UUID.class));
        UUID sweep = transacted(() -> db.select(ROUND.ID).from(ROUND).where(ROUND.SCHOOL_ID.eq(school))
                .and(ROUND.KIND.eq("SWEEP")).orderBy(ROUND.DAY.desc()).limit(1).fetchSingle(ROUND.ID));
        for (var page : List.of(List.of("door sweeps of all schools", "/rounds/sweeps"),
                List.of("door sweeps of one school", "/rounds/sweeps/" + school),
                List.of("six weeks on paper", "/rounds/sweeps/" + school + "/sheet.pdf"),
                List.of("rounds, the newest first", "/rounds"),
                List.of("rounds with breaches, page 40", "/rounds?state=BREACH&page=40"),
                List.of("rounds of one school", "/rounds?school=" + school),
                List.of("one round of 40 doors", "/rounds/" + sweep),
                List.of("checkpoints of the district", "/checkpoints"),
                List.of("checkpoints not seen in time", "/checkpoints?state=MISSED"),
                List.of("checkpoints searched", "/checkpoints?q=hall+3&sort=-seen")))
            keeps(visits, page.get(0), page.get(1));
        for (var page : List.of(List.of("findings not closed", "/findings"),
                List.of("findings that are late", "/findings?state=LATE"),
                List.of("the oldest findings", "/findings?sort=-age"),
                List.of("all findings of the year", "/findings?state=ALL"),
                List.of("findings as a file", "/findings.csv"),
                List.of("door sweeps of all schools", "/rounds/sweeps"), List.of("rounds, the newest first", "/rounds"),
                List.of("checkpoints not seen in time", "/checkpoints?state=MISSED"),
                List.of("first screen", "/board")))
            keeps(director, "director: " + page.get(0), page.get(1));
        System.out.printf("%-34s %d processors, %s%n", "on", Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.version"));
    }

    private void keeps(TimedVisits visits, String what, String path) throws Exception {
        if (!what.contains(only)) return;
        double took = visits.open(what, path, VISITS);
        if (took >= PROMISE) slow.add("%s (%.0f ms)".formatted(what, took));
    }

    private <R> R transacted(Supplier<R> work) {
        return Tenancy.as(Scope.system(agency), () -> transaction.execute(t -> work.get()));
    }
}
