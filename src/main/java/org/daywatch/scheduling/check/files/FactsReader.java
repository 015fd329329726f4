package org.daywatch.scheduling.check.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.daywatch.scheduling.check.files.ProblemFacts.Department;
import org.daywatch.scheduling.check.files.ProblemFacts.Officer;
import org.daywatch.scheduling.check.files.ProblemFacts.School;
import org.daywatch.scheduling.check.files.ProblemFacts.Seat;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;

/** Reads a problem. What it names must be there: a pin to a shift nobody knows cannot be judged. */
public final class FactsReader {

    public static final String FILE = "problem";
    private static final Set<String> REQUIRED = Set.of("schema", "version", "horizon", "schools", "shifts", "officers");

    private String id = "";
    private boolean fewest;
    private Weights weights = Weights.NONE;
    private final Map<String, List<Limit>> limits = new HashMap<>();
    private final Map<String, Department> departments = new HashMap<>();
    private final Map<String, School> schools = new HashMap<>();
    private final SortedMap<String, Shift> shifts = new TreeMap<>();
    private final SortedMap<String, Officer> officers = new TreeMap<>();
    private final Set<Seat> pins = new HashSet<>();
    private final List<Seat> published = new ArrayList<>();
    private final ItemReader item = new ItemReader();
    private final List<Runnable> namesToKnow = new ArrayList<>();

    public static ProblemFacts read(byte[] json) {
        var reader = new FactsReader();
        Document.read(json, FILE, REQUIRED, reader::take);
        reader.namesToKnow.forEach(Runnable::run);
        reader.departments.replaceAll((name, department) -> reader.withLimits(department));
        return new ProblemFacts(reader.id, reader.fewest, reader.weights, reader.departments, reader.schools,
                reader.shifts, reader.officers, reader.pins,
                reader.published);
    }

    private void take(String field, Cell cell) {
        switch (field) {
            case "schema" -> mustBe(cell, cell.text().equals("daywatch.roster"), "write daywatch.roster.");
            case "version" -> mustBe(cell, cell.whole() == 1, "this checker reads version 1.");
            case "id" -> id = cell.text();
            case "objective" -> objective(cell);
            case "policies" ->
                limits.computeIfAbsent(cell.get("id").text(), any -> new ArrayList<>()).add(Limit.of(cell));
            case "departments" -> department(cell);
            case "schools" -> once(schools, cell, item::school);
            case "shifts" -> shift(cell);
            case "officers" -> officer(cell);
            case "pins" -> mustBe(cell, pins.add(seat(cell)), "this pin is there already.");
            case "published" -> published.add(seat(cell));
            default -> {}
        }
    }

    private void objective(Cell cell) {
        var kind = cell.text("kind", "WORTH");
        mustBe(cell, Set.of("WORTH", "FEWEST_OFFICERS").contains(kind), "kind is WORTH or FEWEST_OFFICERS.");
        fewest = kind.equals("FEWEST_OFFICERS");
        if (!fewest) weights = cell.find("weights").map(Weights::of).orElse(Weights.NONE);
    }

    private void department(Cell cell) {
        once(departments, cell, item::department);
        cell.items("policies").forEach(policy -> mustKnow(limits, policy));
    }

    private void shift(Cell cell) {
        once(shifts, cell, item::shift);
        mustKnow(schools, cell.get("school"));
    }

    private void officer(Cell cell) {
        once(officers, cell, item::officer);
        cell.find("department").ifPresent(department -> mustKnow(departments, department));
    }

    private Seat seat(Cell cell) {
        mustKnow(shifts, cell.get("shift"));
        mustKnow(officers, cell.get("officer"));
        return new Seat(cell.get("shift").text(), cell.get("officer").text());
    }

    /** A policy that changed stands twice under its id, with other dates; both are meant. */
    private Department withLimits(Department department) {
        var all = department.policies().stream().distinct().flatMap(policy -> limits.get(policy).stream()).toList();
        return new Department(department.zone(), department.policies(), all, department.prohibits());
    }

    private <T> void once(Map<String, T> known, Cell cell, Function<Cell, T> read) {
        mustBe(cell.get("id"), known.put(cell.get("id").text(), read.apply(cell)) == null, "this id is there already.");
    }

    private void mustKnow(Map<String, ?> known, Cell name) {
        var text = name.text();
        namesToKnow.add(() -> mustBe(name, known.containsKey(text), "the problem has nothing with this id."));
    }

    private static void mustBe(Cell cell, boolean right, String advice) {
        if (!right) throw cell.wrong(advice);
    }
}
