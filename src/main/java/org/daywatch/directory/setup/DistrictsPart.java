package org.daywatch.directory.setup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.daywatch.directory.districts.District;
import org.daywatch.directory.districts.DistrictRegister;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Districts, recognized by their national number, else by their name. */
@Component
class DistrictsPart implements SetupPart {

    private static final Map<String, String> NAMES = Map.of("ncesId", "nces_id");

    private final DistrictRegister register;
    private final NamedPlaces places;
    private final Organizations organizations;

    DistrictsPart(DistrictRegister register, NamedPlaces places, Organizations organizations) {
        this.register = register;
        this.places = places;
        this.organizations = organizations;
    }

    private record Wanted(JsonValue json, String name, @Nullable String ncesId, @Nullable String state) {}

    @Override
    public String key() {
        return "districts";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var seen = new HashMap<String, JsonValue>();
        var wanted = file.each(section, value -> {
            var fields = file.fields(value, "name", "nces_id", "state");
            var district = new Wanted(value, file.required(fields, "name"), file.text(fields, "nces_id"),
                    file.text(fields, "state"));
            if (!district.name().isEmpty())
                file.checked(value, NAMES,
                        () -> new District(null, district.name(), Objects.requireNonNullElse(district.ncesId(), ""),
                                Objects.requireNonNullElse(district.state(), "US")));
            file.once(seen, value, district.name());
            return district;
        });
        return run -> wanted.forEach(d -> run.at(d.json(), () -> apply(d, run)));
    }

    private void apply(Wanted wanted, SetupRun run) {
        var districts = places.districts();
        var on = on(districts, wanted);
        if (on.isEmpty()) {
            String state = wanted.state() == null
                    ? organizations.find(Tenancy.tenant()).map(Organizations.Organization::state).orElse("US")
                    : wanted.state();
            register.add(new District(null, wanted.name(), Objects.requireNonNullElse(wanted.ncesId(), ""), state));
            run.created(wanted.json(), wanted.name());
            return;
        }
        var before = on.get();
        if (wanted.state() != null && !wanted.state().equalsIgnoreCase(before.state())) {
            throw run.refuse(wanted.json().fields().get("state"),
                    "is not the state the district was added with, which is " + before.state()
                            + "; it cannot be changed.");
        }
        var after = new District(before.id(), wanted.name(),
                wanted.ncesId() == null ? before.ncesId() : wanted.ncesId(), before.state());
        run.changed(wanted.json(), after.name(),
                new Differences().of("name", before.name(), after.name()).of("nces_id", before.ncesId(),
                        after.ncesId()),
                () -> register.change(Objects.requireNonNull(before.id()), after));
    }

    private static Optional<District> on(List<District> districts, Wanted wanted) {
        return districts.stream().filter(d -> wanted.ncesId() != null && d.ncesId().equals(wanted.ncesId())).findFirst()
                .or(() -> districts.stream().filter(d -> d.name().equalsIgnoreCase(wanted.name())).findFirst());
    }
}
