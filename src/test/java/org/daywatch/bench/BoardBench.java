package org.daywatch.bench;

import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.staffing.Tables.POST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.Daywatch;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.DayKind;
import org.daywatch.directory.calendars.Bells.BellChange;
import org.daywatch.directory.calendars.Bells;
import org.daywatch.directory.calendars.Calendars;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.ledger.DayClosing;
import org.daywatch.staffing.postplans.PlanJobs;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The school list of a whole state, one school week of posts for every open regular school, then the coverage board
 * over HTTP. Everything goes through importer and commands; only officers and their punches of the morning are written
 * directly, because four thousand people checking in is not what is measured here.
 */
public final class BoardBench {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final WallClock CLOCK = new WallClock();

    private final ConfigurableApplicationContext app;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final UUID agency;

    private BoardBench(ConfigurableApplicationContext app) {
        this.app = app;
        this.db = app.getBean("dslContext", DSLContext.class);
        this.transaction = new TransactionTemplate(app.getBean("transactionManager", PlatformTransactionManager.class));
        this.agency = app.getBean(Organizations.class).foundAgency("Bench Cooperative", "FL");
    }

    /** The week is planned the week before and looked at on Wednesday morning. */
    private static final class WallClock extends Clock {

        private static final Instant THE_WEEK_BEFORE = Instant.parse("2026-10-01T14:00:00Z");
        /** Half past ten in New York, half past nine in Chicago: the state lies in both zones. */
        private static final Instant WEDNESDAY_MORNING = Instant.parse("2026-10-07T14:30:00Z");

        private volatile Instant now = THE_WEEK_BEFORE;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() { return ZoneOffset.UTC; }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int opens = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Path list = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data"))
                .resolve("nces/florida_schools.csv");
        if (!Files.exists(list)) {
            System.err.println("There is no " + list
                    + ".\nMaybe set DAYWATCH_DATA, or give --data the folder that holds nces/florida_schools.csv.");
            System.exit(2);
        }
        Path home = Files.createTempDirectory("daywatch-bench");
        var app = new SpringApplicationBuilder(Daywatch.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("wallClock", Clock.class, () -> CLOCK, bean -> bean.setPrimary(true)))
                .run("--server.port=0", "--server.address=127.0.0.1", "--daywatch.timers=false",
                        "--daywatch.database.directory=" + home.resolve("postgres"), "--logging.level.root=warn");
        try (app) {
            var bench = new BoardBench(app);
            bench.taken(list);
            bench.posts();
            CLOCK.now = WallClock.WEDNESDAY_MORNING;
            var visits = new TimedVisits(app, bench.agency); // signs in on that morning: a session of the week before would be over
            visits.open("board, nobody on post", "/board?day=" + WEDNESDAY, opens);
            bench.officers();
            visits.open("board, 94 of 100 posts filled", "/board?day=" + WEDNESDAY, opens);
            visits.open("board, searched and sorted", "/board?day=" + WEDNESDAY + "&q=orange&sort=-uncovered", opens);
            visits.open("week", "/board/week?day=" + WEDNESDAY, Math.max(10, opens / 10));
            bench.bellsMoved();
            bench.closing();
        }
        FileSystemUtils.deleteRecursively(home);
        System.exit(0);
    }

    private void taken(Path list) {
        long began = System.nanoTime();
        var report = bound(
                () -> app.getBean(FileImports.class).take(ImportKind.NCES, new ImportFile(list, list.getFileName()
                        .toString(), null)));
        System.out.printf("%-34s %,d rows read, %,d accepted, %,d refused, %,d created: %.1f s%n", "school list",
                report.read(),
                report.accepted(), report.refusedRows(),
                report.created(), seconds(began));
        var counts = new TreeMap<String, Integer>();
        transacted(() -> db.select(SCHOOL.KIND, SCHOOL.STATUS, DSL.count()).from(SCHOOL)
                .groupBy(SCHOOL.KIND, SCHOOL.STATUS)
                .fetch(r -> counts.put(r.value1() + ", " + r.value2(), r.value3())));
        counts.forEach((what, count) -> System.out.printf("  %-40s %,6d%n", what, count));
    }

    private void posts() {
        record Place(UUID id, UUID district) {}
        long began = System.nanoTime();
        List<Place> places = transacted(
                () -> db.select(SCHOOL.ID, SCHOOL.DISTRICT_ID).from(SCHOOL).where(SCHOOL.IN_OPERATION)
                        .and(SCHOOL.KIND.startsWithIgnoreCase("Regular"))
                        .orderBy(SCHOOL.ID).fetch(r -> new Place(r.value1(), r.value2())));
        var districts = places.stream().map(Place::district).distinct().toList();
        for (var district : districts) {
            transacted(() -> {
                app.getBean(Calendars.class).create(district, "2026-27", LocalDate.of(2026, 8, 10),
                        LocalDate.of(2027, 5, 28));
                return app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR,
                        LocalTime.of(8, 15), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
            });
        }
        System.out.printf("%-34s %,d districts: %.1f s%n", "calendars and bells", districts.size(), seconds(began));
        long agreed = System.nanoTime();
        transacted(() -> {
            UUID department = app.getBean(Organizations.class).findOrCreate("DEPARTMENT", "Bench Police", "FL", "FL00");
            app.getBean(DepartmentTerms.class).put(AgreedTerms.usual(Tenancy.tenant(), department, 1, "TEST", Set.of(),
                    ZoneId.of("America/New_York")));
            return app.getBean(RequestCommands.class).agree(places.stream().map(p -> content(p.id())).toList(),
                    department);
        });
        System.out.printf("%-34s %,d requests: %.1f s%n", "term coverage agreed", places.size(), seconds(agreed));
        long planned = System.nanoTime();
        var job = bound(() -> app.getBean(PlanJobs.class).run(MONDAY, MONDAY.plusDays(4), true));
        System.out.printf(
                "%-34s taken: regular schools in operation; %,d posts for %,d schools, 5 days, %,d without bells: %.1f s (%s)%n",
                "one school week of posts", job.posts(),
                places.size(), job.noBells(), seconds(planned), job.state());
    }

    private static RequestContent content(UUID school) {
        return new RequestContent(school, RequestKind.TERM, OfficerRole.SSO, 1, LocalDate.of(2026, 8, 10),
                LocalDate.of(2027, 5, 28), RequestContent.WEEKDAYS, null, null,
                "An officer for every school day", "Walk the doors, stand at drop-off.", "", "Front office",
                WorkKind.SCHOOL_SAFETY);
    }

    /**
     * 94 of 100 posts of the week have an officer; of those of today most came in time, some late, some by position
     * only, some not at all.
     */
    private void officers() {
        long began = System.nanoTime();
        int shifts = transacted(() -> {
            UUID department = app.getBean(Organizations.class).findOrCreate("DEPARTMENT", "Bench Police", "FL", "FL00");
            db.execute("""
                    insert into staffing.officer (agency_id, id, person_id, department_id, full_name, email, badge, rank)
                    select agency_id, id, id, ?, 'Officer ' || row_number() over (order by id), 'o' || row_number() over (order by id) || '@bench.example',
                           (row_number() over (order by id))::text, 'OFFICER' from directory.school""", department);
            return db.execute("""
                    insert into staffing.shift (agency_id, id, district_id, school_id, post_id, officer_id, person_id, officer_name, department_id, starts_at, ends_at, state,
                                                accepted_at, accepted_by, checked_in_at, check_in_proof)
                    select p.agency_id, gen_random_uuid(), p.district_id, p.school_id, p.id, o.id, o.person_id, o.full_name, o.department_id, p.starts_at, p.ends_at,
                           case when p.day = ? and n % 100 < 90 then 'ON_POST' else 'SCHEDULED' end, p.starts_at - interval '9 days', 'OFFICER',
                           case when p.day = ? and n % 100 < 90 then p.starts_at + make_interval(mins => (n % 30)::int - 22) end,
                           case when p.day = ? and n % 100 < 90 then case when n % 50 = 7 then 'POSITION' else 'DESK_CODE' end end
                    from (select *, row_number() over (partition by day order by id) as n from staffing.post) p
                    join staffing.officer o on o.agency_id = p.agency_id and o.id = p.school_id where n % 100 < 94""",
                    WEDNESDAY, WEDNESDAY, WEDNESDAY);
        });
        transacted(() -> db
                .execute("update staffing.post set state = 'FILLED' where id in (select post_id from staffing.shift)"));
        System.out.printf("%-34s %,d shifts: %.1f s%n", "officers", shifts, seconds(began));
    }

    /**
     * The district with most schools begins a quarter of an hour earlier: what would change, then the change itself
     * with its posts.
     */
    private void bellsMoved() {
        var largest = transacted(() -> db.select(SCHOOL.DISTRICT_ID, DSL.count()).from(SCHOOL)
                .groupBy(SCHOOL.DISTRICT_ID).orderBy(DSL.count().desc()).limit(1).fetchSingle());
        var change = new BellChange(CalendarScope.all(largest.value1()), DayKind.REGULAR, LocalTime.of(8, 0),
                LocalTime.of(15, 0), THURSDAY);
        long began = System.nanoTime();
        var preview = transacted(() -> app.getBean(Bells.class).preview(change));
        System.out.printf("%-34s %,d schools, %,d posts to move, %,d untouched: %.1f s%n",
                "a bell moved, what would change", largest.value2(), preview.moved(), preview.untouched(),
                seconds(began));
        long applied = System.nanoTime();
        transacted(() -> app.getBean(Bells.class).apply(change));
        System.out.printf("%-34s %.1f s%n", "a bell moved, the change", seconds(applied));
    }

    /** Monday and Tuesday are over: their days and gaps are closed and kept. */
    private void closing() {
        long began = System.nanoTime();
        int days = 0;
        for (int portion; (portion = bound(() -> app.getBean(DayClosing.class).closeDays())) > 0;) days += portion;
        long gaps = transacted(() -> (long) db.fetchCount(org.daywatch_db.staffing.Tables.COVERAGE_GAP));
        System.out.printf("%-34s %,d school days, %,d gaps kept, each told and audited: %.1f s%n", "days closed", days,
                gaps,
                seconds(began));
        long posts = transacted(() -> (long) db.fetchCount(POST));
        System.out.printf("%-34s %,d schools, %,d posts, %d processors, %s%n", "in the database",
                transacted(() -> db.fetchCount(SCHOOL)), posts,
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.version"));
    }

    private <R> R bound(Supplier<R> work) {
        return Tenancy.as(Scope.system(agency), work::get);
    }

    private <R> R transacted(Supplier<R> work) {
        return bound(() -> transaction.execute(t -> work.get()));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
