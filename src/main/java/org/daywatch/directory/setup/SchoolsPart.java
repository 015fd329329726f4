package org.daywatch.directory.setup;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.districts.Districts;
import org.daywatch.directory.sites.Position;
import org.daywatch.directory.sites.School;
import org.daywatch.directory.sites.SchoolDetails;
import org.daywatch.directory.sites.Schools.NewSchool;
import org.daywatch.directory.sites.Schools;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.StateZones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schools, recognized by their national number, else by their name in the district. */
@Component
class SchoolsPart implements SetupPart {

    /** Fields of the file and what the form of a school calls them. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final int USUAL_RADIUS = 150;

    static {
        for (String same : List.of("name", "street", "city", "state", "zip", "phone")) TEXTS.put(same, same);
        TEXTS.putAll(
                Map.of("nces_id", "ncesId", "state_id", "stateId", "low_grade", "lowGrade", "high_grade", "highGrade"));
        TEXTS.forEach((file, form) -> NAMES.put(form, file));
    }

    private final Schools schools;
    private final NamedPlaces places;
    private final Districts districts;
    private final Agencies agencies;

    SchoolsPart(Schools schools, NamedPlaces places, Districts districts, Agencies agencies) {
        this.schools = schools;
        this.places = places;
        this.districts = districts;
        this.agencies = agencies;
    }

    /** @param said the fields the file says, as the form of a school calls them. @param at null: not said */
    private record Wanted(JsonValue json, @Nullable String district, Map<String, String> said, @Nullable Position at) {

        String text(String field) {
            return said.getOrDefault(field, "");
        }

        String words() {
            return said.containsKey("name") ? text("name") : text("ncesId");
        }
    }

    @Override
    public String key() {
        return "schools";
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var seen = new HashMap<String, JsonValue>();
        var wanted = file.each(section, value -> {
            var school = school(value, file);
            if (!school.text("ncesId").isEmpty()) file.once(seen, value, school.text("ncesId"));
            else
                if (school.said().containsKey("name"))
                    file.once(seen, value, school.district() + " " + school.text("name"));
            return school;
        });
        return run -> wanted.forEach(s -> run.at(s.json(), () -> apply(s, run)));
    }

    private static Wanted school(JsonValue value, SetupReading file) {
        var fields = file.fields(value, "district", "name", "nces_id", "state_id", "level", "low_grade", "high_grade",
                "enrollment", "street", "city", "state", "zip", "phone", "zone", "latitude",
                "longitude");
        var said = new LinkedHashMap<String, String>();
        TEXTS.forEach((name, form) -> {
            String text = file.text(fields, name);
            if (text != null) said.put(form, text);
        });
        if (fields.has("level")) said.put("level", fields.choice("level", null, Scalars.names(SchoolLevel.values())));
        if (fields.has("enrollment")) said.put("enrollment", "" + fields.whole("enrollment", 0, 0, 999_999));
        if (fields.has("zone")) said.put("zone", fields.zone("zone").getId());
        var wanted = new Wanted(value, file.text(fields, "district"), said, position(fields, value, file));
        if (said.isEmpty() || !said.containsKey("name") && !said.containsKey("ncesId")) {
            if (value.kind() == JsonValue.Kind.OBJECT)
                file.flaws().add(value, "lacks the field name; add it, or the nces_id of a school that was imported.");
            return wanted;
        }
        var form = new HashMap<>(Map.of("name", "school", "status", "Open", "level", "OTHER", "state", "US", "zone",
                StateZones.ZONES.getFirst().getId())); // of what is not said, anything that is no fault
        form.putAll(said);
        if (said.values().stream().noneMatch(String::isEmpty) && !"Z".equals(said.get("zone")))
            file.checked(value, NAMES, () -> SchoolDetails.read(form));
        return wanted;
    }

    private static @Nullable Position position(Fields fields, JsonValue value, SetupReading file) {
        var latitude = fields.find("latitude");
        var longitude = fields.find("longitude");
        if (latitude == null && longitude == null) return null;
        if (latitude == null || longitude == null) {
            file.flaws().add(value, "gives one of latitude and longitude; give both, or neither.");
            return null;
        }
        return new Position(Scalars.number(latitude, file.flaws(), -90, 90),
                Scalars.number(longitude, file.flaws(), -180, 180), USUAL_RADIUS, List.of());
    }

    private void apply(Wanted wanted, SetupRun run) {
        var byNumber = wanted.text("ncesId").isEmpty()
                ? Optional.<School>empty()
                : schools.findByNces(wanted.text("ncesId"));
        if (byNumber.isPresent()) {
            change(byNumber.get(), wanted, run);
            return;
        }
        if (!wanted.said().containsKey("name"))
            throw run.refuse(wanted.json().fields().get("nces_id"),
                    "is no school on your list; import the national list first, or give district and name.");
        var district = places.district(run, wanted.json(), wanted.district());
        var on = places.find(district, wanted.text("name"));
        if (on.isPresent()) change(schools.get(on.get().id()), wanted, run);
        else add(district, wanted, run);
    }

    private void add(UUID district, Wanted wanted, SetupRun run) {
        String state = wanted.said().getOrDefault("state", districts.stateOf(district.toString()));
        String zone = wanted.said().getOrDefault("zone", agencies.zone(Tenancy.tenant()).getId());
        var id = schools.add(new NewSchool(district, wanted.text("name"),
                SchoolLevel.valueOf(wanted.said().getOrDefault("level", "OTHER")), wanted.text("lowGrade"),
                wanted.text("highGrade"),
                wanted.text("enrollment").isEmpty() ? null : Integer.valueOf(wanted.text("enrollment")),
                wanted.text("street"), wanted.text("city"), state, wanted.text("zip"), wanted.text("phone"),
                ZoneId.of(zone)));
        if (wanted.said().containsKey("ncesId") || wanted.said().containsKey("stateId"))
            schools.details(id, details(schools.get(id), wanted));
        if (wanted.at() != null) schools.locate(id, wanted.at());
        run.created(wanted.json(), wanted.words());
    }

    private void change(School on, Wanted wanted, SetupRun run) {
        var before = SchoolDetails.typed(on);
        var differences = new Differences();
        wanted.said().forEach((form, said) -> differences.of(NAMES.getOrDefault(form, form), before.get(form), said));
        boolean details = differences.any();
        var at = wanted.at() == null
                ? on.position()
                : new Position(wanted.at().latitude(), wanted.at().longitude(), on.position().radiusMeters(),
                        on.position().boundary());
        differences.of("latitude", on.position().latitude(), at.latitude()).of("longitude", on.position().longitude(),
                at.longitude());
        run.changed(wanted.json(), on.name(), differences, () -> {
            if (details) schools.details(on.id(), details(on, wanted));
            if (!at.equals(on.position())) schools.locate(on.id(), at);
        });
    }

    private static SchoolDetails details(School on, Wanted wanted) {
        var form = SchoolDetails.typed(on);
        form.putAll(wanted.said());
        return SchoolDetails.read(form);
    }
}
