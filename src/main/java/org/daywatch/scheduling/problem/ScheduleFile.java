package org.daywatch.scheduling.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.json.Flaws;
import org.daywatch.platform.json.JsonSource;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.scheduling.problem.ScheduleProblem.Officer;
import org.daywatch.scheduling.problem.ScheduleProblem.Shift;

/**
 * Reads a problem from its file, strictly: docs/formats/roster.md. The file is read twice, once for the names in it and
 * once for the rest, so that a name that leads nowhere is found at the line where it stands, in whatever order the file
 * is.
 */
public final class ScheduleFile {

    public static final String SCHEMA = "daywatch.roster";
    static final int LONGEST_HORIZON_DAYS = 62;

    private static final long LARGEST_BYTES = 1L << 30;
    private static final String[] TOP = {"schema", "version", "id", "horizon", "objective", "policies", "departments",
            "schools", "shifts", "officers", "pins", "published"};
    private static final Set<String> STREAMED = Set.of("shifts", "officers");

    private final byte[] bytes;
    private final Flaws flaws = new Flaws();
    private final Map<String, Map<String, Integer>> lines = Map.of("shifts", new LinkedHashMap<>(), "officers",
            new LinkedHashMap<>());

    private ScheduleFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws FileRefused with line, path, value and advice for everything that is wrong */
    public static ScheduleProblem read(byte[] bytes) {
        return new ScheduleFile(bytes).problem();
    }

    public static ScheduleProblem read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    public static ScheduleProblem read(Path file) throws IOException {
        return read(bytes(file));
    }

    /** The whole file, for whoever needs its digest as well. */
    public static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST_BYTES)
            throw new IOException(file + " is larger than a gigabyte; split the problem by market.");
        return Files.readAllBytes(file);
    }

    /** What an answer carries to say which file it answers: lower-case hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScheduleProblem problem() {
        var top = top();
        LocalDate first = LocalDate.EPOCH;
        LocalDate last = LocalDate.EPOCH;
        var horizon = top.required("horizon").map(h -> Fields.of(h, flaws, "first", "last")).orElse(null);
        if (horizon != null) {
            first = horizon.day("first");
            last = horizon.day("last");
            horizon(horizon, first, last);
        }
        var policies = PolicyReader.read(top, flaws);
        var sites = new SiteReader(flaws, PolicyReader.ids(policies), lines.get("officers").keySet());
        var departments = sites.departments(top);
        var schools = sites.schools(top);
        var shiftReader = new ShiftReader(flaws, first, last, schools, SiteReader.ids(departments),
                lines.get("officers").keySet());
        var officerReader = new OfficerReader(flaws, SiteReader.ids(departments), shiftReader.schools());
        var shifts = new ArrayList<Shift>();
        var officers = new ArrayList<Officer>();
        JsonSource.read(bytes, flaws, STREAMED, (section, element) -> {
            if (section.equals("shifts")) shifts.add(shiftReader.read(element));
            else officers.add(officerReader.read(element));
        });
        var places = new PlaceReader(flaws, shifts, lines.get("officers").keySet());
        var problem = new ScheduleProblem(top.has("id") ? top.id("id") : "", first, last,
                ObjectiveReader.read(top, flaws), policies, departments, schools,
                List.copyOf(shifts), List.copyOf(officers), places.pins(top), places.published(top));
        flaws.refuse();
        return problem;
    }

    /** A file of another kind is refused at once: everything else in it would be wrong too. */
    private Fields top() {
        var root = JsonSource.skim(bytes, flaws, STREAMED, "id", this::note);
        if (root.kind() == JsonValue.Kind.OBJECT) {
            for (var must : List.of(Map.entry("schema", SCHEMA), Map.entry("version", "1"))) {
                var given = root.fields().get(must.getKey());
                if (given == null)
                    flaws.add(root, "lacks the field " + must.getKey() + "; a problem begins with \"schema\": \""
                            + SCHEMA + "\", \"version\": 1.");
                else
                    if (!given.text().equals(must.getValue()))
                        flaws.add(given, "must be " + must.getValue() + "; this reader knows no other.");
                if (given == null || !given.text().equals(must.getValue())) flaws.refuse();
            }
        }
        var top = Fields.of(root, flaws, TOP);
        if (root.kind() != JsonValue.Kind.OBJECT) flaws.refuse();
        for (String must : List.of("schools", "shifts", "officers")) top.required(must);
        top.list("shifts");
        top.list("officers");
        return top;
    }

    private void note(String section, JsonValue element) {
        var id = element.fields().get("id");
        if (id == null || id.kind() != JsonValue.Kind.TEXT) return;
        var before = lines.get(section).putIfAbsent(id.text(), id.line());
        if (before != null)
            flaws.add(id,
                    "stands in " + section + " twice, first on line " + before + "; ids are unique, so rename one.");
    }

    private void horizon(Fields horizon, LocalDate first, LocalDate last) {
        if (first.equals(LocalDate.EPOCH) || last.equals(LocalDate.EPOCH)) return;
        var end = horizon.find("last");
        if (last.isBefore(first)) flaws.add(end, "is before the first day " + first + "; correct one of the two.");
        else if (first.plusDays(LONGEST_HORIZON_DAYS).compareTo(last) <= 0) {
            flaws.add(end, "makes the horizon longer than " + LONGEST_HORIZON_DAYS + " days from " + first
                    + "; split the problem.");
        }
    }
}
