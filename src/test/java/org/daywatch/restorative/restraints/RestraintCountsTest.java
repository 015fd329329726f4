package org.daywatch.restorative.restraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.restorative.restraints.RestraintFile.Known;
import org.daywatch.restorative.restraints.RestraintFile.Plan;
import org.daywatch.restorative.restraints.RestraintKind.Means;
import org.junit.jupiter.api.Test;

/** Figures of a school year against sixty cases that a person counted: nothing else knows what is right. */
class RestraintCountsTest {

    private static final Path CASES = Path.of("src/test/resources/restorative/restraint-cases.csv");
    private static final Map<String, Plan> PLANS = Map.of("I", Plan.IDEA, "5", Plan.SECTION_504, "N", Plan.NONE, "U",
            Plan.NOT_KNOWN);
    private static final Map<String, RestraintKind> KINDS = Map.of("P", RestraintKind.PHYSICAL, "M",
            RestraintKind.MECHANICAL, "S", RestraintKind.SECLUSION);

    record Case(String sentence, List<RestraintFile> files, boolean complete, Map<String, String> cells) {}

    @Test
    void eachCaseIsCountedAsAPersonCountedIt() throws IOException {
        var cases = cases();
        assertThat(cases).hasSize(60);
        for (var c : cases)
            assertThat(cells(RestraintCounts.of(c.files(), c.complete()), c.complete())).as(c.sentence())
                    .isEqualTo(c.cells());
    }

    @Test
    void theSumOfAllPlansIsWhatAPersonAddsUp() throws IOException {
        for (var c : cases())
            KINDS.forEach((letter, kind) -> {
                int students = 0;
                int instances = 0;
                for (var cell : c.cells().entrySet())
                    if (cell.getKey().startsWith(letter)) {
                        var both = cell.getValue().replace("?", "0").split("/");
                        students += Integer.parseInt(both[0]);
                        instances += Integer.parseInt(both[1]);
                    }
                var total = RestraintCounts.of(c.files(), c.complete()).total(kind);
                assertThat(total).as(c.sentence() + " " + kind)
                        .isEqualTo(new RestraintCounts.Cell(known(students, c), known(instances, c)));
            });
    }

    private static Integer known(int number, Case c) {
        return number == 0 && !c.complete() ? null : number;
    }

    /** What is left out, changed or counted as something else is found by the cases. */
    @Test
    void theCasesFindWhatIsCountedWrong() throws IOException {
        int found = 0;
        for (var c : cases())
            for (int i = 0; i < c.files().size(); i++)
                for (var faulty : faulty(c.files(), i))
                    if (!cells(RestraintCounts.of(faulty, c.complete()), c.complete()).equals(c.cells())) found++;
        assertThat(found).as("planted faults that were found").isGreaterThan(200);
        for (var c : cases())
            if (c.complete() && !c.files().isEmpty())
                assertThat(RestraintCounts.of(c.files(), false).of(RestraintKind.SECLUSION, Plan.SECTION_504))
                        .as("none is not the same as not known: " + c.sentence()).satisfies(cell -> {
                            if (!c.cells().containsKey("S.5")) assertThat(cell.students()).isNull();
                        });
    }

    /** Without it, with it twice, with an arrest or none, by another means, of another plan. */
    private static List<List<RestraintFile>> faulty(List<RestraintFile> files, int at) {
        var f = files.get(at);
        var means = f.minutes().keySet();
        var other = new ArrayList<List<RestraintFile>>();
        var without = new ArrayList<>(files);
        without.remove(at);
        other.add(without);
        var twice = new ArrayList<>(files);
        twice.add(f);
        other.add(twice);
        if (means.contains(Means.HANDCUFFS)) other.add(with(files, at, file(f, f.minutes(), !f.arrest(), f.plan())));
        other.add(with(files, at, file(f, Map.of(Means.DEVICE, 3, Means.SECLUSION, 3), f.arrest(), f.plan())));
        other.add(with(files, at, file(f, f.minutes(), f.arrest(),
                f.plan() == Plan.NOT_KNOWN ? Plan.IDEA : Plan.NOT_KNOWN)));
        return other;
    }

    private static List<RestraintFile> with(List<RestraintFile> files, int at, RestraintFile other) {
        var all = new ArrayList<>(files);
        all.set(at, other);
        return all;
    }

    /** Cells of a complete year that are 0/0, and of another that are not known, are left out. */
    private static Map<String, String> cells(RestraintCounts counts, boolean complete) {
        var cells = new TreeMap<String, String>();
        KINDS.forEach((k, kind) -> PLANS.forEach((p, plan) -> {
            var cell = counts.of(kind, plan);
            var said = word(cell.students()) + "/" + word(cell.instances());
            if (!said.equals(complete ? "0/0" : "?/?")) cells.put(k + "." + p, said);
        }));
        return cells;
    }

    private static String word(Integer number) {
        return number == null ? "?" : number.toString();
    }

    private static List<Case> cases() throws IOException {
        var cases = new ArrayList<Case>();
        for (var line : Files.readAllLines(CASES)) {
            if (line.startsWith("#")) continue;
            var parts = line.split("\\|", -1);
            var files = new ArrayList<RestraintFile>();
            if (!parts[1].isBlank()) for (var event : parts[1].split(", ")) files.add(file(event, files.size()));
            var cells = new TreeMap<String, String>();
            if (!parts[3].isBlank())
                for (var cell : parts[3].split(" ")) cells.put(cell.split("=")[0], cell.split("=")[1]);
            cases.add(new Case(parts[0], files, parts[2].equals("yes"), cells));
        }
        return cases;
    }

    private static RestraintFile file(String event, int number) {
        var words = event.split(" ");
        var minutes = new HashMap<Means, Integer>();
        for (char letter : words[3].toCharArray())
            minutes.put(switch (letter) {
                case 'H' -> Means.HANDS;
                case 'C', 'A' -> Means.HANDCUFFS;
                case 'D' -> Means.DEVICE;
                default -> Means.SECLUSION;
            }, 3);
        return new RestraintFile(new UUID(1, words[0].charAt(0)), words[0], PLANS.get(words[1]),
                LocalDate.of(2026, 10, Integer.parseInt(words[2])), LocalTime.of(9, 0).plusMinutes(number), minutes,
                words[3].contains("A"), "HALLWAY", "", "", List.of(), "", Known.YES, "", Known.YES, null, List.of());
    }

    private static RestraintFile file(RestraintFile f, Map<Means, Integer> minutes, boolean arrest, Plan plan) {
        return new RestraintFile(f.student(), f.name(), plan, f.day(), f.began(), minutes, arrest, f.place(),
                f.danger(), f.causes(), f.tried(), f.people(), f.trained(), f.watched(), f.stopped(), f.talk(),
                f.changes());
    }
}
