package org.daywatch.scheduling.problem;

import static org.daywatch.scheduling.problem.ScheduleWriter.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.daywatch.platform.Release;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonSource;
import org.daywatch.platform.json.JsonText;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.scheduling.problem.ScheduleAnswer.Open;
import org.daywatch.scheduling.problem.ScheduleAnswer.Status;
import org.daywatch.scheduling.problem.ScheduleProblem.Kind;
import org.daywatch.scheduling.problem.ScheduleProblem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads answers. Reading judges the form only: whether an answer is allowed for its problem is the checker's
 * to say, so an officer twice on a shift or a shift that is nobody's is read here and found there.
 */
public final class AnswerFile {

    public static final String SCHEMA = "daywatch.roster-answer";

    private static final String[] TOP = {"schema", "version", "problem", "engine", "status", "objective", "bound",
            "gap_percent", "assignments", "unfilled", "terms"};
    private static final long FAR = 1_000_000_000_000_000L;

    private final Flaws flaws = new Flaws();

    private AnswerFile() {}

    /** Equal answers give equal bytes. */
    public static byte[] write(ScheduleAnswer answer, Kind kind) {
        var engine = object("name", "daywatch", "version", Release.VERSION, "seed", answer.seed());
        if (answer.moves() != null) engine.put("moves", answer.moves());
        return new JsonText(SCHEMA).field("problem", object("id", answer.problem(), "sha256", answer.sha256()))
                .field("engine", engine)
                .field("status", answer.status().name()).field("objective", answer.objective())
                .field("bound", answer.bound())
                .field("gap_percent", answer.gapPercent(kind))
                .list("assignments",
                        answer.assignments().stream().sorted()
                                .map(p -> object("shift", p.shift(), "officer", p.officer())).iterator())
                .list("unfilled", answer.unfilled().stream().sorted(java.util.Comparator.comparing(Open::shift))
                        .map(o -> object("shift", o.shift(), "seats", o.seats())).iterator())
                .field("terms", answer.terms()).bytes();
    }

    /** @throws FileRefused with line, path, value and advice for everything that is wrong */
    public static ScheduleAnswer read(byte[] bytes) {
        return new AnswerFile().answer(bytes);
    }

    public static ScheduleAnswer read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private ScheduleAnswer answer(byte[] bytes) {
        var root = JsonSource.read(bytes, flaws);
        var schema = root.fields().get("schema");
        if (schema != null && !schema.text().equals(SCHEMA)) {
            flaws.add(schema, "must be " + SCHEMA + "; this is not an answer.");
            flaws.refuse();
        }
        var top = Fields.of(root, flaws, TOP);
        top.constant("schema", SCHEMA);
        top.constant("version", "1");
        var problem = top.required("problem").map(p -> Fields.of(p, flaws, "id", "sha256")).orElse(null);
        var engine = top.required("engine").map(e -> Fields.of(e, flaws, "name", "version", "seed", "moves"))
                .orElse(null);
        var status = Status.valueOf(top.choice("status", null, Scalars.names(Status.values())));
        for (String must : List.of("objective", "bound", "gap_percent", "assignments", "unfilled", "terms"))
            top.required(must);
        gap(top);
        var answer = new ScheduleAnswer(problem == null ? "" : name(problem), problem == null ? "" : sha(problem),
                engine == null ? 0 : seed(engine), moves(engine), status,
                top.whole("objective", 0, -FAR, FAR), top.open("bound") ? null : top.whole("bound", 0, -FAR, FAR),
                assignments(top), unfilled(top), terms(top));
        flaws.refuse();
        return answer;
    }

    private String name(Fields problem) {
        var id = problem.required("id");
        return id.isEmpty() || id.get().text().isEmpty() ? "" : problem.id("id");
    }

    private String sha(Fields problem) {
        problem.required("sha256").filter(s -> !s.text().matches("[0-9a-f]{64}"))
                .ifPresent(s -> flaws.add(s, "must be the SHA-256 of the problem's file: 64 digits 0-9 a-f."));
        var given = problem.find("sha256");
        return given == null ? "" : given.text();
    }

    private long seed(Fields engine) {
        engine.id("name");
        engine.id("version");
        engine.required("seed");
        return engine.whole("seed", 0, -FAR, FAR);
    }

    private static @Nullable Long moves(@Nullable Fields engine) {
        return engine != null && engine.has("moves") ? engine.whole("moves", 0, 0, FAR) : null;
    }

    private void gap(Fields top) {
        if (!top.open("gap_percent")) Scalars.number(top.find("gap_percent"), flaws, -FAR, FAR);
        if (top.open("bound") && !top.open("gap_percent"))
            flaws.add(top.find("gap_percent"), "stands without a bound; without one it is null.");
    }

    private List<Place> assignments(Fields top) {
        var places = new ArrayList<Place>();
        for (var item : top.list("assignments")) {
            var f = Fields.of(item, flaws, "shift", "officer");
            places.add(new Place(f.id("shift"), f.id("officer")));
        }
        return List.copyOf(places);
    }

    private List<Open> unfilled(Fields top) {
        var open = new ArrayList<Open>();
        for (var item : top.list("unfilled")) {
            var f = Fields.of(item, flaws, "shift", "seats");
            f.required("seats");
            open.add(new Open(f.id("shift"), (int) f.whole("seats", 1, 1, 50)));
        }
        return List.copyOf(open);
    }

    private SortedMap<String, Long> terms(Fields top) {
        var terms = new TreeMap<String, Long>();
        var given = top.find("terms");
        if (given == null) return terms;
        if (given.kind() != JsonValue.Kind.OBJECT) flaws.add(given, "must be an object of rules and points.");
        given.fields().forEach((rule, points) -> terms.put(rule, Scalars.whole(points, flaws, -FAR, FAR)));
        return terms;
    }
}
