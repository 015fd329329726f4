package org.daywatch.directory.sites;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.places.Distance;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Field;
import org.daywatch.platform.web.kit.Field.Option;
import org.daywatch.platform.web.kit.ZoneOptions;
import org.jspecify.annotations.Nullable;

/**
 * A school's page as it is shown: what is known of the school, and the fields of its forms with what was typed into
 * them.
 */
public record SchoolSheet(Page page, School school, String district) {

    private static final String WRONG_NAME = "name";

    public String here() {
        return "/schools/" + school.id();
    }

    /** By label; what a list of schools alone tells is left out where it is not known. */
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put(page.t("schools.district"), district);
        facts.put(page.t("schools.address"), school.address());
        facts.put(page.t("schools.level"),
                level(school.level()) + (school.grades().isEmpty() ? "" : ", " + school.grades()));
        facts.put(page.t("schools.enrollment"),
                school.enrollment() == null ? page.t("schools.unknown") : school.enrollment().toString());
        facts.put(page.t("schools.phone"), school.phone().isEmpty() ? page.t("schools.unknown") : school.phone());
        facts.put(page.t("schools.zone"), page.zone(school.zone()));
        facts.put(page.t("schools.status"),
                page.stored("nces.kind", school.kind()) + ", " + page.stored("nces.status", school.status()));
        put(facts, "schools.nces", school.ncesId());
        put(facts, "schools.stateId", school.stateId());
        put(facts, "schools.county", school.county());
        put(facts, "schools.locale", school.locale() == null ? null : page.stored("nces.locale", school.locale()));
        return facts;
    }

    private void put(Map<String, String> facts, String label, @Nullable String known) {
        if (known != null) facts.put(page.t(label), known);
    }

    public boolean mayChooseLanguages() {
        return page.actor() != null && page.actor().may(Permission.ALERT_SETUP);
    }

    public String latitude() {
        return "%.5f".formatted(school.position().latitude());
    }

    public String longitude() {
        return "%.5f".formatted(school.position().longitude());
    }

    public String rooms(School.Building building) {
        return building.rooms().stream().map(School.Room::name).collect(Collectors.joining(", "));
    }

    public List<Field> position() {
        var at = school.position();
        var corners = at.boundary().stream().map(c -> c.latitude() + ", " + c.longitude())
                .collect(Collectors.joining("\n"));
        return Stream.of(
                Field.text("latitude", page.t("schools.latitude")).hint(page.t("schools.position.paste"))
                        .value(at.shownLatitude()).with("inputmode", "decimal"),
                Field.text("longitude", page.t("schools.longitude")).with("inputmode", "decimal")
                        .value(at.shownLongitude()),
                Field.text("radius", page.t("schools.radius")).hint(page.t("schools.radius.hint"))
                        .value(new Distance(at.radiusMeters()).feet()).with("inputmode", "numeric"),
                Field.textarea("boundary", page.t("schools.boundary")).hint(page.t("schools.boundary.hint"))
                        .value(corners).with("rows", 4))
                .map(this::typed).toList();
    }

    public boolean positionWrong() {
        return position().stream().anyMatch(f -> f.error() != null);
    }

    public List<Field> details() {
        return Stream.of(Field.text("name", page.t("schools.name")).value(school.name()).must(),
                Field.select("status", page.t("schools.status"),
                        SchoolDetails.statuses().stream()
                                .map(word -> new Option(word, page.stored("nces.status", word))).toList())
                        .value(school.status())
                        .hint(page.t("schools.status.hint")).must(),
                Field.text("ncesId", page.t("schools.nces")).value(school.ncesId()).with("inputmode", "numeric"),
                Field.text("stateId", page.t("schools.stateId")).value(school.stateId()),
                Field.select("level", page.t("schools.level"),
                        Arrays.stream(SchoolLevel.values()).map(l -> new Option(l.name(), level(l))).toList())
                        .value(school.level().name()).must(),
                Field.select("lowGrade", page.t("schools.lowGrade"), grades()).value(school.lowGrade()),
                Field.select("highGrade", page.t("schools.highGrade"), grades()).value(school.highGrade()),
                Field.text("enrollment", page.t("schools.enrollment")).value(school.enrollment()).with("inputmode",
                        "numeric"),
                Field.text("street", page.t("schools.street")).value(school.street()),
                Field.text("city", page.t("schools.city")).value(school.city()),
                Field.text("state", page.t("schools.state")).value(school.state()).with("maxlength", 2).must(),
                Field.text("zip", page.t("schools.zip")).value(school.zip()),
                Field.of(Field.Kind.TEL, "phone", page.t("schools.phone")).value(school.phone()),
                Field.text("locale", page.t("schools.locale")).hint(page.t("schools.locale.hint"))
                        .value(school.locale()),
                Field.select("zone", page.t("schools.zone"),
                        ZoneOptions.of(page, page.value("zone", school.zone().getId()), page.t("schools.zone.choose")))
                        .hint(page.t("schools.zone.hint")).value(school.zone().getId()).must())
                .map(this::typed).toList();
    }

    /** Their form was sent and is shown again: of all forms here it alone has a status. */
    public boolean detailsTyped() {
        return !page.value("status", "").isEmpty();
    }

    /** A building without a name is told at the field of the form that adds one. */
    public Field building() {
        return Field.text("building", page.t("schools.building.name")).must()
                .error(detailsTyped() ? null : error(WRONG_NAME));
    }

    public Field roomBuilding() {
        return Field.select("roomBuilding", page.t("schools.room.building"),
                Option.of(school.buildings(), School.Building::id, School.Building::name));
    }

    /** All that may have to be mended, in the order in which it stands on the page. */
    public List<Field> mended() {
        return Stream.of(position(), details(), detailsTyped() ? List.<Field>of() : List.of(building()))
                .flatMap(List::stream).toList();
    }

    private Field typed(Field field) {
        return field.value(page.value(field.name(), field.value())).error(error(field.name()));
    }

    private @Nullable String error(String field) {
        return page.error(field).isEmpty() ? null : page.error(field);
    }

    private String level(SchoolLevel level) {
        return page.t("schools.level." + level.name());
    }

    private static List<Option> words(List<String> words) {
        return Option.of(words);
    }

    /** Those of every school, and its own where they are others. */
    private List<Option> grades() {
        var grades = new ArrayList<>(SchoolDetails.grades());
        Stream.of(school.lowGrade(), school.highGrade()).filter(Objects::nonNull)
                .filter(grade -> !grades.contains(grade)).forEach(grades::add);
        var options = new ArrayList<Option>();
        options.add(new Option("", page.t("schools.unknown")));
        options.addAll(words(grades));
        return options;
    }
}
