package org.daywatch.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.daywatch._story.Browser;
import org.daywatch._story.FreshInstallation;

/**
 * A whole state in a real installation without the demonstration, by what an administrator has: the command line for
 * the list of schools, and pages for all the rest. Prints the seconds of each step. Some fifty schools, those of the
 * district nearest to that number, get a term and open posts.
 */
public final class FirstWeekBench {

    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final int WANTED = 50;
    private static final String PASSWORD = "a quiet morning at school";

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final FreshInstallation house;
    private final Browser admin;

    private FirstWeekBench(FreshInstallation house) {
        this.house = house;
        this.admin = new Browser(house.port());
    }

    public static void main(String[] arguments) throws Exception {
        Path list = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data"))
                .resolve("nces/florida_schools.csv");
        if (!Files.exists(list)) {
            System.err
                    .println("There is no " + list + ". Say where the data files are: bin/bench firstweek --data DIR");
            System.exit(64);
        }
        Path folder = Files.createTempDirectory("daywatch-bench");
        long began = System.nanoTime();
        try (var house = FreshInstallation.start(folder,
                LocalDateTime.of(2026, 8, 8, 10, 0).atZone(EASTERN).toInstant(), Map.of())) {
            var bench = new FirstWeekBench(house);
            bench.seconds.put("start on an empty folder", (System.nanoTime() - began) / 1e9);
            bench.run(list);
            bench.seconds.forEach((step, took) -> System.out.printf("%-58s %7.2f s%n", step, took));
        }
        System.exit(0);
    }

    private void run(Path list) throws Exception {
        timed("agency, department, terms with the signed paper", this::found);
        timed("4,248 schools by the command line, opening it included",
                () -> expect(house.command("import", "nces", list.toAbsolutePath().toString()), "accepted 4248"));
        var districts = districts();
        timed("bells for the schools of " + districts.size() + " districts",
                () -> districts.keySet().forEach(this::bells));
        var some = districts.entrySet().stream()
                .min(java.util.Comparator.comparingInt(d -> Math.abs(d.getValue() - WANTED))).orElseThrow();
        timed("the school year of one district", () -> redirected(admin.post("/calendars", "district=" + some.getKey(),
                "name=2026-27", "firstDay=2026-08-10", "lastDay=2027-05-28")));
        timed("looking at a term for its " + some.getValue() + " schools", () -> agreement = look(some.getKey()));
        timed("agreeing, and posts of four weeks open", this::agree);
        board();
    }

    private String agreement = "";

    private void found() {
        try {
            var link = Pattern.compile("code=(\\S+)").matcher(house.console()).results().reduce((a, b) -> b)
                    .orElseThrow().group(1);
            admin.get("/welcome?code=" + link);
            redirected(admin.post("/welcome", "code=" + link, "agency=Sunshine School Safety", "state=FL", "zone=",
                    "address=", "telephone=", "name=Ada Alder", "email=ada@agency.example",
                    "password=" + PASSWORD));
            var form = admin.get("/departments/new").body();
            var at = redirected(admin.post("/departments", "form=" + hidden(form, "form"), "name=Gulf County Sheriff",
                    "ori=FL0230000", "zone=America/New_York", "policySet=NOT_KNOWN"));
            admin.get(at);
            redirected(admin.upload(at, "paper", "signed.pdf", "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII),
                    "rank=1", "validFrom=2026-08-01", "validTo=", "policySet=NOT_KNOWN", "leadHours=0",
                    "cancelHours=24", "minimumHours=3", "supervisorFrom=", "supervisorPer=", "how=PAPER",
                    "signedBy=Lee Park", "signedTitle=Sheriff", "email="));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Districts with schools that can have bells, by id. */
    private Map<String, Integer> districts() {
        var found = new LinkedHashMap<String, Integer>();
        var ids = Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(admin.get("/bells/templates").body())
                .results().map(m -> m.group(1)).distinct().toList();
        for (String id : ids) {
            int schools = schools(admin.get("/bells/templates?district=" + id).body()).size();
            if (schools > 0) found.put(id, schools);
        }
        return found;
    }

    private static List<String> schools(String page) {
        return Pattern.compile("name=\"school\" value=\"([0-9a-f-]{36})\"").matcher(page).results().map(m -> m.group(1))
                .toList();
    }

    private void bells(String district) {
        var page = admin.get("/bells/templates?district=" + district).body();
        var fields = new ArrayList<>(List.of("district=" + district, "validFrom=2026-08-08"));
        for (String level : List.of("ELEMENTARY", "MIDDLE", "HIGH", "COMBINED", "OTHER")) {
            fields.add(level + ".REGULAR.first=08:00");
            fields.add(level + ".REGULAR.last=15:00");
        }
        schools(page).forEach(s -> fields.add("school=" + s));
        redirected(admin.post("/bells/templates", fields.toArray(String[]::new)));
    }

    private String look(String district) {
        var page = admin.get("/agreements/new").body();
        var department = Pattern.compile("name=\"department\".*?<option value=\"([0-9a-f-]{36})\"", Pattern.DOTALL)
                .matcher(page);
        if (!department.find()) throw new IllegalStateException("no department to choose");
        var at = redirected(admin.post("/agreements", "form=" + hidden(page, "form"), "district=" + district, "level=",
                "words=", "firstDay=2026-08-10", "lastDay=2027-05-28", "weekdays=MONDAY",
                "weekdays=TUESDAY", "weekdays=WEDNESDAY", "weekdays=THURSDAY", "weekdays=FRIDAY", "role=SSO",
                "officers=1", "department=" + department.group(1), "reason=No officer of its own",
                "duties=Walk the doors", "contact="));
        settled(at);
        return at;
    }

    private void agree() {
        redirected(admin.post(agreement + "/agreement", "openTo=2026-09-04"));
        var page = settled(agreement);
        var said = Pattern.compile("Agreed: [^<]*").matcher(page);
        if (!said.find() || !page.contains("posts are open"))
            throw new IllegalStateException("nothing is open: " + page.substring(0, Math.min(2000, page.length())));
        System.out.println(said.group());
    }

    private String settled(String at) {
        for (int i = 0; i < 3000; i++) {
            var body = admin.get(at).body();
            if (!body.contains("every 1s")) return body;
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("still at work: " + at);
    }

    private void board() {
        double[] took = new double[21];
        for (int i = 0; i < took.length; i++) {
            long began = System.nanoTime();
            var answer = admin.get("/board?day=2026-08-10");
            took[i] = (System.nanoTime() - began) / 1e6;
            if (answer.statusCode() != 200) throw new IllegalStateException("the board answers " + answer.statusCode());
        }
        System.out.printf("board of Monday: first %.0f ms", took[0]);
        Arrays.sort(took);
        System.out.printf(", median of %d %.0f ms, slowest %.0f ms%n", took.length, took[took.length / 2],
                took[took.length - 1]);
    }

    private void timed(String step, Runnable work) {
        long began = System.nanoTime();
        work.run();
        seconds.put(step, (System.nanoTime() - began) / 1e9);
    }

    private static void expect(String said, String words) {
        if (!said.contains(words)) throw new IllegalStateException("expected \"" + words + "\", got:\n" + said);
    }

    private static String redirected(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400)
            throw new IllegalStateException(answer.request().uri() + " answers " + answer.statusCode() + "\n"
                    + answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "));
        return answer.uri().getPath();
    }

    private static String hidden(String page, String name) {
        var value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!value.find()) throw new IllegalStateException("no field " + name);
        return value.group(1);
    }
}
