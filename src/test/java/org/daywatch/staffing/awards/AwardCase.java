package org.daywatch.staffing.awards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.time.Window;
import org.daywatch.scheduling.problem.ScheduleProblem.*;
import org.daywatch.scheduling.problem.ScheduleProblem;
import org.daywatch.staffing.awards.Award.Unsigned;
import org.daywatch.staffing.awards.methods.Method;
import org.daywatch.staffing.awards.methods.Ruling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An award made up without a database: a post, a method, officers one to nine. */
public final class AwardCase {

    public static final Instant NOW = Instant.parse("2026-08-05T13:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FINE = "{\"version\":1,\"allowed\":true,\"failed\":[],\"approvals\":[],\"warnings\":[],\"rules\":[\"ACTIVE@2000-01-01\"]}";
    private static final String FINE_ALONE = "{\"failed\":[],\"approvals\":[]}";
    static final String TIRED = "{\"version\":1,\"allowed\":false,\"failed\":[{\"code\":\"CAP_WEEK\",\"figures\":[{\"kind\":\"Hours\",\"value\":\"PT65H\"},"
            + "{\"kind\":\"Hours\",\"value\":\"PT64H\"},{\"kind\":\"Moment\",\"value\":\"2026-08-03T03:00\"},{\"kind\":\"Moment\",\"value\":\"2026-08-10T03:00\"},"
            + "{\"kind\":\"Hours\",\"value\":\"PT1H\"},{\"kind\":\"Words\",\"value\":\"Copper Valley Police\"}],\"rules\":[\"WEEK-64@2000-01-01\"]}],"
            + "\"approvals\":[],\"warnings\":[],\"rules\":[\"WEEK-64@2000-01-01\"]}";

    private AwardCase() {}

    public static UUID id(int n) {
        return UUID.fromString("01987000-0000-7000-8000-00000000000" + n);
    }

    public static Award award(Method method, Candidate... candidates) {
        var more = new Award.More(method == Method.OPTIMIZED ? problem(candidates) : null,
                List.of(unsigned(6, FINE_ALONE), unsigned(9, TIRED)));
        return Award.decide(id(9), id(8), place(), ruling(method, method.text()), List.of(candidates), more, NOW);
    }

    /** By the first text of the optimized method, which had a formula of its own. */
    static Award firstText(Candidate... candidates) {
        return Award.decide(id(9), id(8), place(), ruling(Method.OPTIMIZED, 1), List.of(candidates), Award.More.NONE,
                NOW);
    }

    static Unsigned unsigned(int n, String verdict) {
        var all = JSON.readTree(verdict);
        var kept = JSON.createObjectNode();
        kept.set("failed", all.path("failed"));
        kept.set("approvals", all.path("approvals"));
        return new Unsigned(id(n), kept);
    }

    /** Officers worth what their days at the school, their hours and their wishes say; by the points of a roster. */
    private static JsonNode problem(Candidate... candidates) {
        var weights = new Weights(Map.of(2, 1000L), 0, 0, new Share(100, 0), new Known(10, 10),
                List.of(new Band(Duration.ofHours(10), 1)), new Wish(25, 0, 0, 0), 0,
                new Travel(0, 0, 0, 0, 0), 0, 0);
        var school = place().school().toString();
        var shift = new Shift(place().post().toString(), school, place().day(), place().window(), 1, "SSO", Set.of(),
                "SCHOOL_SAFETY", 2, null, null);
        var officers = Arrays.stream(candidates).map(c -> new Officer(c.officer().toString(), id(4).toString(),
                Set.of("SSO"), List.of(), Home.UNKNOWN, 0, Set.of(), List.of(), null,
                new Wishes(c.facts().wishes() > 0 ? Set.of(school) : Set.of(), Set.of(), Set.of(), null),
                new History(Duration.ofMinutes(c.facts().creditedMinutes()), Map.of(school, c.facts().daysAtSchool()))))
                .toList();
        var day = new ScheduleProblem("day", place().day(), place().day(), new Objective(Kind.WORTH, weights),
                List.of(),
                List.of(new Department(id(4).toString(), place().zone(), List.of(), Set.of())),
                List.of(new School(school, place().zone(), "HIGH", Home.UNKNOWN, Set.of())),
                List.of(shift), officers, List.of(), List.of());
        return EngineWorth.problem(day, place().post(),
                Arrays.stream(candidates).map(Candidate::officer).sorted().toList());
    }

    public static Award.Place place() {
        return new Award.Place(id(7), id(6), "Ocotillo High", ZoneId.of("America/Phoenix"),
                LocalDate.parse("2026-08-10"),
                new Window(Instant.parse("2026-08-10T14:10:00Z"), Instant.parse("2026-08-10T21:10:00Z")), "SSO");
    }

    static Ruling ruling(Method method, int text) {
        return new Ruling(id(7), method, text, "METHOD-" + id(5) + "@2026-08-04", Instant.parse("2026-08-05T12:00:00Z"),
                28, new Ruling.Points(10, 2, 15),
                List.of(new Ruling.Applied("AWARD_DAYS", "AWARD-DAYS@2000-01-01", 28),
                        new Ruling.Applied("AWARD_HOUR", "AWARD-HOUR@2000-01-01", 2)));
    }

    /** Officer {@code n}, hired in 2010 + n, with so many hours; signed up n minutes after six. */
    public static Candidate officer(int n, int hours) {
        return candidate(n, new Candidate.Facts(LocalDate.of(2010 + n, 1, 1), hours * 60L, false,
                NOW.minusSeconds(n * 86_400L), 0, 0), FINE, false);
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
        return new Candidate(id(n), UUID.fromString("01987000-0000-7000-8000-0000000000a" + n),
                Instant.parse("2026-08-04T13:00:00Z").plusSeconds(60L * n), facts,
                JSON.readTree(verdict), elsewhere);
    }
}
