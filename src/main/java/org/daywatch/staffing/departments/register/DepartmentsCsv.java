package org.daywatch.staffing.departments.register;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.staffing.terms.AgreedTerms;
import org.jspecify.annotations.Nullable;

/** Departments as a file: what is downloaded can be imported again elsewhere (docs/formats/departments.md). */
final class DepartmentsCsv {

    static final List<String> HEADER = List.of("Department", "ORI", "Contact", "Title", "Email", "Phone", "Time zone",
            "Limits", "Asked as", "From", "To", "Forbidden work", "Lead hours",
            "Cancel hours", "Minimum hours");

    private DepartmentsCsv() {}

    static List<?> row(DepartmentFile f, @Nullable AgreedTerms t) {
        var agreed = t == null
                ? List.of("", "", "", "", "", "", "")
                : Arrays.asList(t.rank(), t.from() == null ? "" : t.from(), t.to() == null ? "" : t.to(),
                        t.prohibited().stream().map(Enum::name).sorted().collect(Collectors.joining(";")),
                        t.leadHours(), t.cancelHours(), t.minimumHours());
        var row = new java.util.ArrayList<Object>(List.of(f.name(), f.ori(), f.contact().name(), f.contact().title(),
                f.contact().email(), f.contact().phone(), f.zone().getId(),
                t == null ? f.policySet() : t.policySet()));
        row.addAll(agreed);
        return row;
    }
}
