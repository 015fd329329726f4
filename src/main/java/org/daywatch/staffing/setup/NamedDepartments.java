package org.daywatch.staffing.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.departments.register.DepartmentFile;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Departments and published limits as a set-up file names them. */
@Component
class NamedDepartments {

    private static final String NOT_KNOWN_YET = "not known yet";

    private final DepartmentFiles files;
    private final CapPolicyStore policies;

    NamedDepartments(DepartmentFiles files, CapPolicyStore policies) {
        this.files = files;
        this.policies = policies;
    }

    Optional<Map.Entry<UUID, DepartmentFile>> find(String ori, String name) {
        var all = files.list().entrySet();
        return all.stream().filter(d -> !ori.isEmpty() && d.getValue().ori().equalsIgnoreCase(ori)).findFirst()
                .or(() -> all.stream().filter(d -> d.getValue().name().equalsIgnoreCase(name)).findFirst());
    }

    /**
     * @param where the entry that names it in its field {@code department}. @param named by name or ORI; null: the only
     * one
     */
    Map.Entry<UUID, DepartmentFile> department(SetupRun run, JsonValue where, @Nullable String named) {
        var all = List.copyOf(files.list().entrySet());
        if (named == null && all.size() == 1) return all.getFirst();
        String known = all.isEmpty()
                ? "there is none yet"
                : "known are " + all.stream().limit(20).map(d -> d.getValue().name()).collect(Collectors.joining(", "));
        if (named == null) throw run.refuse(where, "lacks the field department; " + known + ".");
        return find(named, named).orElseThrow(() -> run.refuse(where.fields().getOrDefault("department", where),
                "is no department of the agency; " + known + "."));
    }

    /** The published set of this name. @param present counts even where it is no longer published */
    String set(SetupRun run, JsonValue where, String named, String present) {
        if (named.equalsIgnoreCase(NOT_KNOWN_YET)) return CapPolicyStore.NOT_KNOWN;
        return Stream.concat(Stream.of(present), policies.sets().stream()).filter(set -> set.equalsIgnoreCase(named))
                .findFirst()
                .orElseThrow(() -> run.refuse(where.fields().getOrDefault("limits", where),
                        "is no published set of limits; write \"" + NOT_KNOWN_YET + "\" or one of "
                                + String.join(", ", policies.sets()) + "."));
    }
}
