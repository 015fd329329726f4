package org.daywatch.scheduling.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A problem and an answer being written, in loose JSON: names without quotes, texts in single ones. */
public final class Draft {

    private static final JsonMapper LOOSE = JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES).build();

    final ObjectNode problem;
    final List<String[]> seats = new ArrayList<>();

    private Draft(ObjectNode problem) {
        this.problem = problem;
    }

    public static Draft of(String json) {
        return new Draft((ObjectNode) LOOSE.readTree(json));
    }

    /**
     * One department D and school S in the zone, officer O of D, from Sunday 1 November to Thursday 31 December 2026.
     */
    public static Draft in(String zone) {
        return of("""
                {schema: 'daywatch.roster', version: 1, id: 'small', horizon: {first: '2026-11-01', last: '2026-12-31'},
                 policies: [], departments: [{id: 'D', zone: '%1$s', policies: []}], schools: [{id: 'S', zone: '%1$s'}],
                 shifts: [], officers: [{id: 'O', department: 'D', hours: []}], pins: [], published: []}"""
                .formatted(zone));
    }

    public static JsonNode node(String json) {
        return LOOSE.readTree(json);
    }

    public Draft copy() {
        var copy = new Draft(problem.deepCopy());
        copy.seats.addAll(seats);
        return copy;
    }

    public Draft set(String field, String json) {
        problem.set(field, node(json));
        return this;
    }

    public Draft add(String list, String json) {
        problem.withArray("/" + list).add(node(json));
        return this;
    }

    /** Sets a field of the item with this id. */
    public Draft set(String list, String id, String field, String json) {
        item(list, id).set(field, node(json));
        return this;
    }

    public Draft without(String list, String id, String field) {
        item(list, id).remove(field);
        return this;
    }

    public Draft append(String list, String id, String field, String json) {
        item(list, id).withArray("/" + field).add(node(json));
        return this;
    }

    ObjectNode item(String list, String id) {
        return (ObjectNode) problem.get(list).valueStream().filter(item -> item.get("id").asString().equals(id))
                .findFirst().orElseThrow();
    }

    /** A shift at school S. */
    public Draft shift(String id, String start, String end) {
        return add("shifts", "{id: '%s', school: 'S', day: '%s', start: '%s', end: '%s'}".formatted(id,
                start.substring(0, 10), start, end));
    }

    /** The same with officer O on it. */
    public Draft worked(String id, String start, String end) {
        return shift(id, start, end).seat(id, "O");
    }

    public Draft hours(String kind, String start, String end) {
        return append("officers", "O", "hours", "{kind: '%s', start: '%s', end: '%s'}".formatted(kind, start, end));
    }

    public Draft limit(String shape, String parameters) {
        return limit("P", shape, "BLOCK", "'2020-01-01'", parameters);
    }

    public Draft limit(String id, String shape, String action, String from, String parameters) {
        append("departments", "D", "policies", "'" + id + "'");
        return add("policies", "{id: '%s', shape: '%s', action: '%s', valid_from: %s, parameters: %s}".formatted(id,
                shape, action, from, parameters));
    }

    public Draft pin(String shift, String officer) {
        return add("pins", "{shift: '%s', officer: '%s'}".formatted(shift, officer));
    }

    public Draft seat(String shift, String officer) {
        seats.add(new String[] {shift, officer});
        return this;
    }

    public Draft leave(String shift, String officer) {
        if (!seats.removeIf(seat -> seat[0].equals(shift) && seat[1].equals(officer)))
            throw new IllegalStateException("No such seat.");
        return this;
    }

    public byte[] problemBytes() {
        return LOOSE.writeValueAsBytes(problem);
    }

    /** An answer whose statements about itself are those the checker finds: for tests of rules, not of statements. */
    ObjectNode honestAnswer() {
        var answer = answer();
        var report = check(answer);
        answer.put("objective", report.objective());
        report.terms().forEach(((ObjectNode) answer.get("terms"))::put);
        ((ObjectNode) answer.get("problem")).put("sha256", report.problemSha256());
        if (report.fewestOfficers() && !answer.get("unfilled").isEmpty()) answer.put("status", "INCOMPLETE");
        return answer;
    }

    private ObjectNode answer() {
        var answer = (ObjectNode) node(
                """
                {schema: 'daywatch.roster-answer', version: 1, problem: {sha256: ''}, engine: {name: 'hand', version: '1', seed: 1},
                 status: 'FEASIBLE', objective: 0, bound: null, gap_percent: null, assignments: [], unfilled: [], terms: {}}""");
        if (problem.has("id")) ((ObjectNode) answer.get("problem")).set("id", problem.get("id"));
        seats.stream().sorted((a, b) -> (a[0] + "\0" + a[1]).compareTo(b[0] + "\0" + b[1]))
                .forEach(seat -> ((ArrayNode) answer.get("assignments")).addObject().put("shift", seat[0])
                        .put("officer", seat[1]));
        var there = new HashMap<String, TreeSet<String>>();
        seats.forEach(seat -> there.computeIfAbsent(seat[0], any -> new TreeSet<>()).add(seat[1]));
        var known = problem.get("officers").valueStream().map(o -> o.get("id").asString()).toList();
        var open = new TreeMap<String, Integer>();
        problem.get("shifts").forEach(shift -> {
            var id = shift.get("id").asString();
            int has = (int) there.getOrDefault(id, new TreeSet<>()).stream().filter(known::contains).count();
            if (has < shift.path("needs").asInt(1)) open.put(id, shift.path("needs").asInt(1) - has);
        });
        open.forEach(
                (id, seats) -> ((ArrayNode) answer.get("unfilled")).addObject().put("shift", id).put("seats", seats));
        return answer;
    }

    CheckReport check(JsonNode answer) {
        return ScheduleChecker.check(problemBytes(), LOOSE.writeValueAsBytes(answer));
    }

    CheckReport check() {
        return check(honestAnswer());
    }

    /** What was found, each as code and place. */
    public static List<String> found(CheckReport report) {
        return Stream.concat(report.violations().stream().map(Draft::place),
                report.disagreements().stream().map(d -> d.code() + " " + d.at())).toList();
    }

    List<String> found() {
        return found(check());
    }

    private static String place(CheckReport.Violation v) {
        return v.code() + " " + v.shift() + (v.officer() == null ? "" : "/" + v.officer())
                + (v.policy() == null ? "" : "/" + v.policy())
                + (v.other() == null ? "" : " (" + v.other() + ")");
    }

    /** The figures of the only violation. */
    static String figures(CheckReport report) {
        if (report.violations().size() != 1) throw new AssertionError("Not one violation: " + found(report));
        var v = report.violations().getFirst();
        return v.reached() + " of " + v.limit() + ", " + v.from() + " to " + v.to();
    }

    String figures() {
        return figures(check());
    }
}
