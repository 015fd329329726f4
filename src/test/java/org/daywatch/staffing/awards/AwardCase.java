package org.daywatch.staffing.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.awards.methods.Ruling;
import tools.jackson.databind.json.JsonMapper;

/** An award made up without a database: a post, a method, officers one to nine. */
public final class AwardCase {

    public static final Instant NOW = Instant.parse("2026-08-05T13:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FINE = "{\"version\":1,\"allowed\":true,\"failed\":[],\"approvals\":[],\"warnings\":[],\"rules\":[\"ACTIVE@2000-01-01\"]}";
    private static final String TIRED = "{\"version\":1,\"allowed\":false,\"failed\":[{\"code\":\"CAP_WEEK\",\"figures\":[{\"kind\":\"Hours\",\"value\":\"PT65H\"},"
            + "{\"kind\":\"Hours\",\"value\":\"PT64H\"},{\"kind\":\"Moment\",\"value\":\"2026-08-03T03:00\"},{\"kind\":\"Moment\",\"value\":\"2026-08-10T03:00\"},"
            + "{\"kind\":\"Hours\",\"value\":\"PT1H\"},{\"kind\":\"Words\",\"value\":\"Copper Valley Police\"}],\"rules\":[\"WEEK-64@2000-01-01\"]}],"
            + "\"approvals\":[],\"warnings\":[],\"rules\":[\"WEEK-64@2000-01-01\"]}";

    private AwardCase() {}

    public static UUID id(int n) {
        return UUID.fromString("01987000-0000-7000-8000-00000000000" + n);
    }

    public static Award award(Method method, Candidate... candidates) {
        return Award.decide(id(9), id(8), place(), ruling(method), List.of(candidates), NOW);
    }

    public static Award.Place place() {
        return new Award.Place(id(7), id(6), "Ocotillo High", ZoneId.of("America/Phoenix"), LocalDate.parse("2026-08-10"),
                new Window(Instant.parse("2026-08-10T14:10:00Z"), Instant.parse("2026-08-10T21:10:00Z")), "SSO");
    }

    static Ruling ruling(Method method) {
        return new Ruling(id(7), method, "METHOD-" + id(5) + "@2026-08-04", Instant.parse("2026-08-05T12:00:00Z"), 28, new Ruling.Points(10, 2, 15),
                List.of(new Ruling.Applied("AWARD_DAYS", "AWARD-DAYS@2000-01-01", 28), new Ruling.Applied("AWARD_HOUR", "AWARD-HOUR@2000-01-01", 2)));
    }

    /** Officer {@code n}, hired in 2010 + n, with so many hours; signed up n minutes after six. */
    public static Candidate officer(int n, int hours) {
        return candidate(n, new Candidate.Facts(LocalDate.of(2010 + n, 1, 1), hours * 60L, false, NOW.minusSeconds(n * 86_400L), 0, 0), FINE, false);
    }

    public static Candidate tired(int n) {
        return candidate(n, officer(n, 60).facts(), TIRED, false);
    }

    public static Candidate with(Candidate c, Candidate.Facts facts) {
        return new Candidate(c.officer(), c.signUp(), c.signedUpAt(), facts, c.verdict(), c.elsewhere());
    }

    static Candidate elsewhere(int n) {
        return candidate(n, officer(n, 0).facts(), FINE, true);
    }

    private static Candidate candidate(int n, Candidate.Facts facts, String verdict, boolean elsewhere) {
        return new Candidate(id(n), UUID.fromString("01987000-0000-7000-8000-0000000000a" + n), Instant.parse("2026-08-04T13:00:00Z").plusSeconds(60L * n), facts,
                JSON.readTree(verdict), elsewhere);
    }
}
