package org.daywatch._story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A month of shifts in many districts, the same for the same size: early and late punches, forgotten check-outs, nights
 * over the ends of the month, check-ins nobody confirmed, and shifts that fell away. Written as rows, so that ten
 * thousand are there in seconds.
 */
public final class BilledMonth {

    public static final ZoneId ZONE = ZoneId.of("America/Phoenix");
    private static final int OFFICERS = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 30); // a day before October, and one after it

    public final int districts;
    public final List<Seed> seeds;

    /**
     * @param district its number, from 0; @param officer as well; every third one's department pays by the quarter hour
     */
    public record Seed(UUID shift, int district, int officer, String role, Instant start, Instant end,
            @Nullable Instant in, @Nullable Instant out, String state, String proof) {

        public int rounding() {
            return officer % 3 == 2 ? 15 : 1;
        }
    }

    public BilledMonth(int districts, int each) {
        this.districts = districts;
        var random = new Random(440);
        var all = new ArrayList<Seed>();
        for (int d = 0; d < districts; d++) for (int i = 0; i < each; i++) all.add(seed(random, d, all.size()));
        seeds = List.copyOf(all);
    }

    private static Seed seed(Random random, int district, int number) {
        var start = FIRST.plusDays(random.nextInt(33)).atTime(random.nextInt(24), random.nextInt(4) * 15).atZone(ZONE)
                .toInstant();
        var end = start.plus(Duration.ofMinutes(20 + random.nextInt(520)));
        var in = start.plusSeconds(60L * (random.nextInt(65) - 25) + random.nextInt(60));
        var out = end.plusSeconds(60L * (random.nextInt(240) - 40) + random.nextInt(60));
        if (!out.isAfter(in)) out = in.plus(Duration.ofMinutes(5));
        int luck = random.nextInt(100);
        String state = luck < 86 ? "ENDED" : luck < 91 ? "NO_SHOW" : luck < 96 ? "CANCELLED" : "SCHEDULED";
        String proof = random.nextInt(100) < 6
                ? "POSITION"
                : List.of("DESK_CODE", "DESK_PERSON", "COORDINATOR").get(random.nextInt(3));
        int part = random.nextInt(10);
        boolean ended = state.equals("ENDED");
        return new Seed(new UUID(0x440, number), district, random.nextInt(OFFICERS),
                part < 7 ? "SSO" : part < 9 ? "SRO" : "JPO", start, end, ended ? in : null, ended ? out : null, state,
                proof);
    }

    public static String districtName(int number) {
        return "District %03d".formatted(number);
    }

    public static String schoolName(int district) {
        return "School of district %03d".formatted(district);
    }

    public static String officerName(int number) {
        return "Officer Number " + number;
    }

    /** Writes it all into an empty installation. @return the agency */
    public UUID write(ApplicationContext app) {
        var story = app.getBean(Story.class);
        var cast = story.cast();
        var organizations = app.getBean(Organizations.class);
        var jdbc = new JdbcTemplate(app.getBean(DataSource.class));
        UUID quarters = Tenancy.as(Scope.system(cast.agency()),
                () -> organizations.findOrCreate("DEPARTMENT", "Quarter Hour Police", "AZ", "AZQ"));
        var people = IntStream.range(0, OFFICERS).mapToObj(i -> Tenancy.as(Scope.system(cast.agency()),
                () -> organizations.join(cast.agency(), "number" + i + "@story.example", officerName(i), Role.OFFICER,
                        null)))
                .toList();
        story.run(cast.agency(), () -> {
            var places = IntStream.range(0, districts).mapToObj(d -> place(app, organizations, jdbc, cast.agency(), d))
                    .toList();
            var officers = IntStream.range(0, OFFICERS).mapToObj(i -> app.getBean(OfficerCommands.class)
                    .add(new Officer.Details(i % 3 == 2 ? quarters : cast.department(), officerName(i),
                            "number" + i + "@story.example", "602-555-0100", "B" + i, Officer.Rank.OFFICER,
                            LocalDate.of(2012, 4, 1), "AZ-" + i, List.of("en"), "85004", Set.of("SSO", "SRO", "JPO"),
                            LocalDate.of(2026, 8, 3), Officer.State.ACTIVE)))
                    .toList();
            jdbc.update(
                    """
                    insert into directory.own_rule (agency_id, id, code, scope, value, unit, valid_from, source, to_confirm, words, set_at)
                    values (?, gen_random_uuid(), 'PAY_ROUNDING', ?, 15, 'minutes', '2026-01-01', 'their payroll', false, 'Paid by the quarter hour.', '2026-01-01')""",
                    cast.agency(), "DEPARTMENT:" + quarters);
            jdbc.batchUpdate(
                    "insert into staffing.post (agency_id, id, district_id, school_id, request_id, day, seat, starts_at, ends_at, role, bell_kind, state) values (?,?,?,?,?,?,?,?,?,?,'REGULAR','FILLED')",
                    seeds, 1000,
                    (s, seed) -> set(s, cast.agency(), post(seed), places.get(seed.district())[0],
                            places.get(seed.district())[1], places.get(seed.district())[2],
                            seed.start().atZone(ZONE).toLocalDate(), (int) seed.shift().getLeastSignificantBits() + 1,
                            seed.start(), seed.end(), seed.role()));
            jdbc.batchUpdate(
                    """
                    insert into staffing.shift (agency_id, id, district_id, school_id, school_name, post_id, officer_id, person_id, officer_name, department_id, starts_at, ends_at, state,
                        accepted_at, accepted_by, checked_in_at, check_in_proof, checked_out_at, closed_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,'OFFICER',?,?,?,?)""",
                    seeds, 1000,
                    (s, seed) -> set(s, cast.agency(), seed.shift(), places.get(seed.district())[0],
                            places.get(seed.district())[1], schoolName(seed.district()), post(seed),
                            officers.get(seed.officer()),
                            people.get(seed.officer()), officerName(seed.officer()),
                            seed.rounding() == 15 ? quarters : cast.department(), seed.start(), seed.end(),
                            seed.state(), TestClock.START,
                            seed.in(), seed.in() == null ? null : seed.proof(), seed.out(),
                            Set.of("NO_SHOW", "CANCELLED").contains(seed.state()) ? seed.end() : null));
        });
        return cast.agency();
    }

    /** @return district, school and request */
    private static UUID[] place(ApplicationContext app, Organizations organizations, JdbcTemplate jdbc, UUID agency,
            int number) {
        UUID district = organizations.findOrCreate("DISTRICT", districtName(number), "AZ", "B" + number);
        UUID school = app.getBean(Schools.class)
                .add(new Schools.NewSchool(district, schoolName(number), SchoolLevel.HIGH, "9", "12", 900,
                        "1 Ocotillo Way", "Mesquite Flat", "AZ", "85001", "480 555 0100", ZONE));
        UUID request = new UUID(0x442, number);
        jdbc.update(
                """
                insert into staffing.detail_request (agency_id, id, district_id, school_id, number, kind, role, officers, first_day, last_day, reason, duties, state, created_at)
                values (?, ?, ?, ?, ?, 'TERM', 'SSO', 1, '2026-08-03', '2027-05-21', 'an officer at every school day', 'Greet at the gate.', 'ACCEPTED', '2026-08-01')""",
                agency, request, district, school, "R-" + number);
        return new UUID[] {district, school, request};
    }

    private static UUID post(Seed seed) {
        return new UUID(0x441, seed.shift().getLeastSignificantBits());
    }

    private static void set(java.sql.PreparedStatement s, @Nullable Object... values) throws java.sql.SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant at) s.setObject(i + 1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            else if (values[i] == null) s.setNull(i + 1, java.sql.Types.NULL);
            else s.setObject(i + 1, values[i]);
        }
    }
}
