package org.daywatch.directory.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.districts.District;
import org.daywatch.directory.districts.DistrictRegister;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.SetupRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Districts and schools as a set-up file names them: by name or by national number. */
@Component
public class NamedPlaces {

    private final DistrictRegister register;
    private final Campuses campuses;
    private final Schools schools;

    NamedPlaces(DistrictRegister register, Campuses campuses, Schools schools) {
        this.register = register;
        this.campuses = campuses;
        this.schools = schools;
    }

    List<District> districts() {
        return register.list().stream().map(District.Progress::district).toList();
    }

    static Optional<District> find(List<District> districts, String named) {
        return districts.stream().filter(d -> d.ncesId().equals(named)).findFirst()
                .or(() -> districts.stream().filter(d -> d.name().equalsIgnoreCase(named)).findFirst());
    }

    /** @param named null: the only one. @param where the entry that names it */
    public UUID district(SetupRun run, JsonValue where, @Nullable String named) {
        return Objects.requireNonNull(one(run, where, named).id());
    }

    private District one(SetupRun run, JsonValue where, @Nullable String named) {
        var all = districts();
        if (named == null && all.size() == 1) return all.getFirst();
        String known = all.isEmpty()
                ? "there is none yet"
                : "known are " + all.stream().limit(20).map(District::name).collect(Collectors.joining(", "));
        if (named == null) throw run.refuse(where, "lacks the field district; " + known + ".");
        return find(all, named).orElseThrow(() -> run.refuse(where.fields().getOrDefault("district", where),
                "is no district of the agency; " + known + "."));
    }

    public Optional<Campus> find(UUID district, String named) {
        if (named.matches("[0-9]{12}")) return schools.findByNces(named).flatMap(s -> campuses.find(s.id()));
        return campuses.list(CalendarScope.all(district)).stream().filter(c -> c.name().equalsIgnoreCase(named))
                .findFirst();
    }

    /** @param chosen {@code "all"}, or a list of names and numbers */
    public List<Campus> schools(SetupRun run, UUID district, JsonValue chosen) {
        var all = campuses.list(CalendarScope.all(district));
        if (chosen.kind() == JsonValue.Kind.TEXT) {
            if (all.isEmpty()) throw run.refuse(chosen, "means no school: the district has none yet.");
            return all;
        }
        var found = new ArrayList<Campus>();
        for (var item : chosen.items()) {
            var school = find(district, item.text()).filter(c -> c.districtId().equals(district));
            found.add(school.orElseThrow(() -> run.refuse(item,
                    "is no school of this district; write its name as on its page, or its twelve-digit NCES ID.")));
        }
        return found.stream().distinct().toList();
    }
}
