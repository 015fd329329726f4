package org.daywatch.directory.programs.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.programs.catalog.Catalog;
import org.daywatch.directory.Due.Start;
import org.daywatch.platform.errors.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of one school: docs/formats/program-school.md.
 *
 * @param programs codes; empty: all of the state
 * @param numbers in force beside the shipped ones, or instead of them
 */
record SchoolFile(String name, @Nullable SchoolLevel level, @Nullable String nces, @Nullable LocalDate opened,
        @Nullable LocalDate closed, List<String> programs, List<ProgramRule> numbers,
        List<Start> starts) {
    static final SchoolFile NONE = new SchoolFile("", null, null, null, null, List.of(), List.of(), List.of());
    /** Scope of numbers that are given: narrower than the shipped ones. */
    static final String GIVEN = "GIVEN";
    private static final Set<String> FIELDS = Set.of("schema", "version", "name", "level", "nces", "opened", "closed",
            "programs", "numbers", "starts");
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    SchoolFile with(List<ProgramRule> more) {
        var all = new ArrayList<>(numbers);
        all.addAll(more);
        return new SchoolFile(name, level, nces, opened, closed, programs, all, starts);
    }

    /** Numbers given on the command line: they hold on every day. */
    static List<ProgramRule> numbers(Map<String, String> given, String state, Catalog catalog) {
        return new TreeMap<>(given).entrySet().stream().map(e -> number("--number", e.getKey(), e.getValue(), ALWAYS,
                null, "given on the command line", state, catalog)).toList();
    }

    static SchoolFile read(Path path, String state, Catalog catalog) {
        JsonNode root = root(path);
        for (String field : root.propertyNames())
            if (!FIELDS.contains(field))
                throw new InvalidInput(field, root.get(field).toString(),
                        "Is not a field of a school's file; leave it out or mend its name.");
        must(root, "schema", "daywatch.program-school");
        must(root, "version", "1");
        var opened = day(root, "opened");
        var closed = day(root, "closed");
        if (opened != null && closed != null && closed.isBefore(opened))
            throw new InvalidInput("closed", closed.toString(), "Is before the school opened; give a later day.");
        var numbers = new ArrayList<ProgramRule>();
        for (JsonNode n : list(root, "numbers")) {
            LocalDate from = day(n, "from");
            numbers.add(number("numbers", text(n, "requirement"), text(n, "value"), from == null ? ALWAYS : from,
                    day(n, "to"), text(n, "source"), state, catalog));
        }
        return new SchoolFile(text(root, "name"), level(text(root, "level")),
                text(root, "nces").isEmpty() ? null : text(root, "nces"), opened, closed,
                programs(root, state, catalog),
                numbers, list(root, "starts").stream().map(s -> start(s, state, catalog)).toList());
    }

    private static JsonNode root(Path path) {
        try {
            JsonNode root = JsonMapper.builder().build().readTree(Files.readString(path));
            if (root.isObject()) return root;
        } catch (IOException | JacksonException e) {
            throw new InvalidInput("--school", path.toString(),
                    "Cannot be read as JSON; name a file as docs/formats/program-school.md describes it.");
        }
        throw new InvalidInput("--school", path.toString(),
                "Is no JSON object; docs/formats/program-school.md describes it.");
    }

    private static ProgramRule number(String field, String code, String value, LocalDate from, @Nullable LocalDate to,
            String source, String state, Catalog catalog) {
        var demand = catalog.demand(code).filter(d -> d.program().startsWith(state + "-"))
                .orElseThrow(() -> new InvalidInput(field, code, "Is no requirement of " + state + "; give one of "
                        + catalog.demands().stream().filter(d -> d.program().startsWith(state + "-")).map(d -> d.code())
                                .collect(Collectors.joining(", "))
                        + "."));
        if (!value.matches("\\d{1,4}"))
            throw new InvalidInput(field, code + "=" + value,
                    "Is no whole number up to 9999; write " + code + "=2, for example.");
        if (to != null && to.isBefore(from))
            throw new InvalidInput(field, to.toString(), "Ends before it begins; give a later day.");
        return new ProgramRule("GIVEN-" + code, demand.rule(), GIVEN, new BigDecimal(value), "", from, to, source,
                false, "");
    }

    private static List<String> programs(JsonNode root, String state, Catalog catalog) {
        var known = catalog.of(state).stream().map(p -> p.program().code()).toList();
        return list(root, "programs").stream().map(JsonNode::asString).peek(code -> {
            if (!known.contains(code))
                throw new InvalidInput("programs", code,
                        "Is no program of " + state + "; give one of " + String.join(", ", known) + ".");
        }).toList();
    }

    private static Start start(JsonNode node, String state, Catalog catalog) {
        String subject = text(node, "subject");
        LocalDate on = day(node, "on");
        if (on == null) throw new InvalidInput("starts", node.toString(), "Has no day; give \"on\": \"2026-08-10\".");
        if (catalog.demands().stream()
                .noneMatch(d -> d.program().startsWith(state + "-") && d.subject().equals(subject))) {
            throw new InvalidInput("starts", subject, "Is nothing that a program of " + state
                    + " demands; docs/formats/program-school.md lists the subjects.");
        }
        return new Start(subject, on);
    }

    private static @Nullable SchoolLevel level(String text) {
        if (text.isEmpty()) return null;
        return Arrays.stream(SchoolLevel.values()).filter(l -> l.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("level", text,
                        "Is not one of " + Arrays.toString(SchoolLevel.values()) + "."));
    }

    private static void must(JsonNode root, String field, String value) {
        if (!text(root, field).equals(value))
            throw new InvalidInput(field, text(root, field), "Must be " + value + ".");
    }

    private static @Nullable LocalDate day(JsonNode node, String field) {
        String text = text(node, field);
        if (text.isEmpty()) return null;
        LocalDate day = org.daywatch.platform.intake.Dates.date(text);
        if (day == null) throw new InvalidInput(field, text, "Is not a date of the calendar; write it as 2026-08-10.");
        return day;
    }

    private static List<JsonNode> list(JsonNode node, String field) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) return List.of();
        if (!found.isArray())
            throw new InvalidInput(field, found.toString(), "Is no list; write it in square brackets.");
        return found.valueStream().toList();
    }

    private static String text(JsonNode node, String field) {
        JsonNode found = node.get(field);
        if (found == null || found.isNull()) return "";
        if (!found.isValueNode())
            throw new InvalidInput(field, found.toString(), "Is no single value; write a text or a number.");
        return found.asString().strip();
    }
}
