package org.daywatch.staffing.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.intake.ExpectedColumn;
import org.daywatch.platform.intake.Row;
import org.daywatch.platform.time.StateZones;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.register.DepartmentFile.Contact;
import org.daywatch.staffing.departments.register.DepartmentFile;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.daywatch.staffing.imports.DepartmentsImport.Terms;
import org.jspecify.annotations.Nullable;

/** Reads rows of a list of departments. */
final class DepartmentReader {

    static final List<ExpectedColumn> COLUMNS = List.of(ExpectedColumn.required("Department", "Name", "Agency name"),
            ExpectedColumn.optional("ORI", "Department ORI"),
            ExpectedColumn.optional("Contact", "Contact name"),
            ExpectedColumn.optional("Title"), ExpectedColumn.optional("Email", "E-mail"),
            ExpectedColumn.optional("Phone", "Telephone"), ExpectedColumn.optional("Time zone", "Zone"),
            ExpectedColumn.optional("Limits", "Set of limits"),
            ExpectedColumn.optional("Asked as", "Order"), ExpectedColumn.optional("From", "First day"),
            ExpectedColumn.optional("To", "Last day"),
            ExpectedColumn.optional("Forbidden work", "Prohibited work"), ExpectedColumn.optional("Lead hours"),
            ExpectedColumn.optional("Cancel hours"), ExpectedColumn.optional("Minimum hours"),
            ExpectedColumn.optional("Signed paper"), ExpectedColumn.optional("Signed by"));

    private static final int CANCEL = 24;
    private static final int MINIMUM = 3;

    private final ZoneId usual;
    private final LocalDate today;
    private final Map<String, String> sets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Integer> seen = new HashMap<>();

    /** @param sets the published limits */
    DepartmentReader(DepartmentFiles files, Set<String> sets) {
        this.usual = files.usualZone();
        this.today = files.today();
        sets.forEach(set -> this.sets.put(set, set));
        this.sets.put("not known yet", CapPolicyStore.NOT_KNOWN);
        this.sets.put(CapPolicyStore.NOT_KNOWN, CapPolicyStore.NOT_KNOWN);
    }

    /** @param paper name of the file with the signed terms, beside the list; empty: no terms come with it */
    record DepartmentRow(DepartmentFile file, boolean zoneSaid, boolean limitsSaid, Terms terms, String paper,
            String signedBy) {

        /**
         * What stands on file with what the row says: an empty cell leaves it, and the name on file stays, for a list
         * may write it shorter.
         */
        DepartmentFile onto(DepartmentFile on) {
            var said = file.contact();
            var contact = new Contact(or(said.name(), on.contact().name()), or(said.title(), on.contact().title()),
                    or(said.email(), on.contact().email()), or(said.phone(), on.contact().phone()));
            return new DepartmentFile(on.name(), or(file.ori(), on.ori()), contact, zoneSaid ? file.zone() : on.zone(),
                    limitsSaid ? file.policySet() : on.policySet());
        }

        private static String or(String said, String otherwise) {
            return said.isEmpty() ? otherwise : said;
        }
    }

    /** The department, or null where the row is faulty; the row then says why. */
    @Nullable
    DepartmentRow read(Row row) {
        var contact = new Contact(row.optional("Contact", 200), row.optional("Title", 200), row.optional("Email", 200),
                row.optional("Phone", 60));
        String name = row.text("Department", 200);
        String ori = row.optional("ORI", 20).toUpperCase(Locale.ROOT);
        var zone = zone(row);
        String set = row.raw("Limits").isEmpty() ? CapPolicyStore.NOT_KNOWN : row.oneOf("Limits", sets);
        String paper = row.optional("Signed paper", 120);
        String signedBy = paper.isEmpty() ? row.optional("Signed by", 120) : row.text("Signed by", 120);
        var terms = terms(row);
        Integer before = name.isEmpty() ? null : seen.putIfAbsent(name.toLowerCase(Locale.ROOT), row.line());
        if (before != null) row.fault("Department", name, "staffing.cell.twice", before);
        if (row.isFaulty()) return null;
        try {
            return new DepartmentRow(new DepartmentFile(name, ori, contact, zone, set).checked(),
                    !row.raw("Time zone").isEmpty(), !row.raw("Limits").isEmpty(), terms, paper, signedBy);
        } catch (InvalidInput wrong) {
            wrong.errors().forEach(e -> row.fault(switch (e.field()) {
                case "ori" -> "ORI";
                case "contactEmail" -> "Email";
                default -> "Department";
            }, e.value(), switch (e.field()) {
                case "ori" -> "staffing.cell.ori.state";
                case "contactEmail" -> "staffing.cell.email";
                default -> "staffing.cell.department";
            }));
            return null;
        }
    }

    private ZoneId zone(Row row) {
        String text = row.optional("Time zone", 60);
        if (text.isEmpty()) return usual;
        var zone = StateZones.read(text);
        if (zone.isEmpty()) row.fault("Time zone", text, "staffing.cell.zone");
        return zone.orElse(usual);
    }

    private Terms terms(Row row) {
        var from = row.date("From");
        var to = row.date("To");
        var first = from == null ? today : from;
        if (to != null && to.isBefore(first)) row.fault("To", to.toString(), "staffing.cell.before");
        Set<WorkKind> forbidden = row.raw("Forbidden work").isEmpty() ? WorkKind.USUALLY_FORBIDDEN : forbidden(row);
        return new Terms(number(row, "Asked as", 0, 999), first, to, forbidden, number(row, "Lead hours", 0, 2160),
                number(row, "Cancel hours", CANCEL, 336), number(row, "Minimum hours", MINIMUM, 12));
    }

    private static Set<WorkKind> forbidden(Row row) {
        var words = Arrays.stream(row.optional("Forbidden work", 400).split("[;,]"))
                .map(w -> w.strip().toUpperCase(Locale.ROOT).replace(' ', '_')).filter(w -> !w.isEmpty()).toList();
        var unknown = words.stream().filter(
                w -> Arrays.stream(WorkKind.values()).noneMatch(k -> k.name().equals(w) && k != WorkKind.SCHOOL_SAFETY))
                .toList();
        if (!unknown.isEmpty()) row.fault("Forbidden work", unknown.getFirst(), "staffing.cell.work");
        return words.stream().filter(w -> !unknown.contains(w)).map(WorkKind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int number(Row row, String column, int otherwise, int most) {
        Integer count = row.count(column);
        if (count == null) return otherwise;
        if (count > most) row.fault(column, count.toString(), "staffing.cell.most", most);
        return count;
    }
}
