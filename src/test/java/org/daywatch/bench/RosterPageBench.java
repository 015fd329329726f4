package org.daywatch.bench;

import static org.daywatch_db.directory.Tables.SCHOOL;
import static org.daywatch_db.staffing.Tables.ROSTER_PLACE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.daywatch.staffing.officers.Credential;
import org.daywatch.staffing.postplans.PlanJobs;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.schedules.publishing.PublicationStore;
import org.daywatch.staffing.schedules.publishing.SchedulePublishing;
import org.daywatch.staffing.schedules.weeks.ScheduleCommands;
import org.daywatch.staffing.schedules.weeks.ScheduleJobs;
import org.daywatch.staffing.schedules.weeks.ScheduleStore;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fill the week for a whole state, through the application: every open regular school of the list with a post a day, a
 * department for each district, seven officers for eight schools. The roster is worked out by the job, its pages are
 * opened over HTTP meanwhile and after, and it is published. Only officers and credentials are written directly.
 */
public final class RosterPageBench {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");

    private final ConfigurableApplicationContext app;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final UUID agency;
    private final boolean everybody; // all departments have the first turn, so that each is asked for every post

    private RosterPageBench(ConfigurableApplicationContext app, boolean everybody) {
        this.everybody = everybody;
        this.app = app;
        this.db = app.getBean("dslContext", DSLContext.class);
        this.transaction = new TransactionTemplate(app.getBean("transactionManager", PlatformTransactionManager.class));
        this.agency = app.getBean(Organizations.class).foundAgency("Bench Cooperative", "FL");
    }

    public static void main(String[] arguments) throws Exception {
        boolean everybody = List.of(arguments).contains("everybody");
        int opens = List.of(arguments).stream().filter(a -> !a.equals("everybody")).findFirst().map(Integer::parseInt)
                .orElse(100);
        Path list = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data"))
                .resolve("nces/florida_schools.csv");
        if (!Files.exists(list)) {
            System.err.println("There is no " + list
                    + ".\nMaybe set DAYWATCH_DATA, or give --data the folder that holds nces/florida_schools.csv.");
            System.exit(2);
        }
        var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOW));
        var app = new SpringApplicationBuilder(Daywatch.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("benchClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run("--server.port=0", "--server.address=127.0.0.1", "--daywatch.timers=false",
                        "--daywatch.database.directory=" + Files.createTempDirectory("daywatch-bench"),
                        "--logging.level.root=warn");
        try (app) {
            new RosterPageBench(app, everybody).run(list, opens);
        }
        System.exit(0);
    }

    private void run(Path list, int opens) throws Exception {
        bound(() -> app.getBean(FileImports.class).take(ImportKind.NCES,
                new ImportFile(list, list.getFileName().toString(), null)));
        posts();
        officers();
        var visits = new TimedVisits(app, agency);
        String page = "/rosters?week=" + MONDAY;
        visits.open("week, no roster yet", page, opens);
        UUID roster = fill(visits, page);
        visits.open("week, unfilled first", page, opens);
        visits.open("week, searched", page + "&q=lincoln", opens);
        visits.open("week, an officer searched", page + "&q=officer+1234", opens);
        visits.open("week, places without anybody", page + "&state=LACKING&sort=school", opens);
        visits.open("week, last page", page + "&sort=school&page=75", opens);
        var places = bound(() -> app.getBean(ScheduleStore.class).places(roster));
        visits.open("why somebody stands at a place", "/rosters/" + roster + "/places/" + places.getFirst().post(), 5);
        visits.open("what publishing would do", "/rosters/" + roster + "/publication", 5);
        publish(roster);
        visits.open("week, published", page, opens);
    }

    /**
     * Timed as a person waits: until the first places can be looked at, until the roster stands, until bound and
     * reasons are written.
     */
    private UUID fill(TimedVisits visits, String page) throws Exception {
        var store = app.getBean(ScheduleStore.class);
        long began = System.nanoTime();
        UUID roster = bound(() -> app.getBean(ScheduleCommands.class).fill(MONDAY, MONDAY.plusDays(6), 1, null));
        var job = Thread.ofPlatform().start(() -> bound(() -> app.getBean(ScheduleJobs.class).next()));
        while (transacted(() -> db.fetchCount(ROSTER_PLACE)) == 0) Thread.sleep(50);
        System.out.printf("%-34s %.1f s after the click%n", "first places to look at", seconds(began));
        visits.open("week, while it is worked out", page, 20);
        while (bound(() -> store.get(roster)).working()) Thread.sleep(50);
        var stands = bound(() -> store.get(roster));
        System.out.printf("%-34s %s %.1f s after the click: %,d seats, %,d moves, %,d places filled, %,d points%n",
                "roster stands", stands.state(), seconds(began), stands.seats(),
                stands.movesMade(), bound(() -> store.places(roster)).size(), stands.points());
        job.join();
        var noted = bound(() -> store.get(roster));
        System.out.printf("%-34s %.1f s after the click: bound %s, gap %s %%%n", "bound and reasons", seconds(began),
                noted.bound(), noted.gapPercent());
        return roster;
    }

    private void publish(UUID roster) {
        long began = System.nanoTime();
        UUID id = bound(
                () -> app.getBean(SchedulePublishing.class).ask(roster, null, "Proposed in the schedule.", null));
        System.out.printf("%-34s %.0f ms%n", "publishing, the click", seconds(began) * 1000);
        bound(() -> app.getBean(SchedulePublishing.class).next());
        var done = bound(() -> app.getBean(PublicationStore.class).get(id));
        System.out.printf("%-34s %.1f s: %s, %,d places, %,d asked, %,d refused%n", "published", seconds(began),
                done.state(), done.places(), done.asked(), done.refused());
    }

    private void posts() {
        record Place(UUID id, UUID district) {}
        long began = System.nanoTime();
        List<Place> places = transacted(
                () -> db.select(SCHOOL.ID, SCHOOL.DISTRICT_ID).from(SCHOOL).where(SCHOOL.IN_OPERATION)
                        .and(SCHOOL.KIND.startsWithIgnoreCase("Regular")).orderBy(SCHOOL.ID)
                        .fetch(r -> new Place(r.value1(), r.value2())));
        var districts = places.stream().map(Place::district).distinct().toList();
        for (int i = 0; i < districts.size(); i++) {
            var district = districts.get(i);
            int rank = everybody ? 1 : i + 1; // each district's own department first, and no other unless partners are asked
            String name = "District " + (i + 1) + " Police";
            transacted(() -> {
                app.getBean(Calendars.class).create(district, "2026-27", LocalDate.of(2026, 8, 10),
                        LocalDate.of(2027, 5, 28));
                app.getBean(Bells.class).apply(new BellChange(CalendarScope.all(district), DayKind.REGULAR,
                        LocalTime.of(8, 15), LocalTime.of(15, 0), LocalDate.of(2026, 8, 10)));
                UUID department = app.getBean(Organizations.class).findOrCreate("DEPARTMENT", name, "FL", name);
                app.getBean(DepartmentTerms.class).put(AgreedTerms.usual(Tenancy.tenant(), department, rank, "TEST",
                        Set.of(), ZoneId.of("America/New_York")));
                return app.getBean(RequestCommands.class).agree(
                        places.stream().filter(p -> p.district().equals(district)).map(p -> content(p.id())).toList(),
                        department);
            });
        }
        var job = bound(() -> app.getBean(PlanJobs.class).run(MONDAY, MONDAY.plusDays(4), true));
        System.out.printf("%-34s %,d schools of %,d districts, %,d posts: %.1f s%n", "one school week", places.size(),
                districts.size(), job.posts(), seconds(began));
    }

    private static RequestContent content(UUID school) {
        return new RequestContent(school, RequestKind.TERM, OfficerRole.SSO, 1, LocalDate.of(2026, 8, 10),
                LocalDate.of(2027, 5, 28), RequestContent.WEEKDAYS, null, null,
                "An officer for every school day", "Walk the doors, stand at drop-off.", "", "Front office",
                WorkKind.SCHOOL_SAFETY);
    }

    /** Seven officers for eight schools, so that not everything can be filled. */
    private void officers() {
        long began = System.nanoTime();
        int officers = transacted(() -> db.execute(
                """
                insert into staffing.officer (agency_id, id, person_id, department_id, full_name, email, badge, rank)
                select agency_id, id, id, department, 'Officer ' || n, 'o' || n || '@bench.example', n::text, 'OFFICER'
                from (select s.agency_id, s.id, r.primary_department_id as department, row_number() over (order by s.id) as n
                      from directory.school s join staffing.detail_request r on r.agency_id = s.agency_id and r.school_id = s.id) numbered where n % 8 <> 0"""));
        var kinds = new ArrayList<String>();
        for (var kind : Credential.Kind.values()) kinds.add(kind.name());
        for (var kind : kinds) {
            transacted(() -> db.execute("""
                    insert into staffing.credential (agency_id, id, officer_id, kind, issued_on, hours, state)
                    select agency_id, gen_random_uuid(), id, ?, date '2026-01-05', ?, 'VALID' from staffing.officer""",
                    kind, Credential.Kind.valueOf(kind).needsHours() ? 40 : null));
        }
        System.out.printf("%-34s %,d: %.1f s%n", "officers", officers, seconds(began));
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
