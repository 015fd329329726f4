package org.daywatch.staffing.setup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.setup.NamedPlaces;
import org.daywatch.platform.json.Fields;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.scheduling.OfficerRole;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.daywatch.staffing.postplans.PostPlanning;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.requests.DetailRequest;
import org.daywatch.staffing.requests.RequestCommands;
import org.daywatch.staffing.requests.RequestContent;
import org.daywatch.staffing.requests.RequestKind;
import org.daywatch.staffing.termagreements.TermAgreements;
import org.daywatch.staffing.terms.PostOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Requests for posts on school days, agreed with a department at once; the posts of the first four weeks are opened as
 * the page proposes.
 */
@Component
class RequestsPart implements SetupPart {

    private final NamedPlaces places;
    private final NamedDepartments departments;
    private final RequestCommands requests;
    private final TermAgreements agreements;
    private final PostPlanning planning;
    private final PostCommands posts;
    private final DepartmentFiles files;

    RequestsPart(NamedPlaces places, NamedDepartments departments, RequestCommands requests, TermAgreements agreements,
            PostPlanning planning, PostCommands posts, DepartmentFiles files) {
        this.places = places;
        this.departments = departments;
        this.requests = requests;
        this.agreements = agreements;
        this.planning = planning;
        this.posts = posts;
        this.files = files;
    }

    /** @param content of one school; its school is nobody's */
    private record Wanted(JsonValue json, @Nullable String district, JsonValue schools, @Nullable SchoolLevel level,
            @Nullable String department, @Nullable RequestContent content) {}

    @Override
    public String key() {
        return "requests";
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var wanted = file.each(section, value -> wanted(value, file));
        return run -> wanted.forEach(r -> run.at(r.json(), () -> apply(r, Objects.requireNonNull(r.content()), run)));
    }

    private static Wanted wanted(JsonValue value, SetupReading file) {
        var fields = file.fields(value, "district", "schools", "level", "department", "posts_per_day", "role",
                "first_day", "last_day", "weekdays", "times", "reason", "duties", "contact");
        var level = fields.has("level")
                ? SchoolLevel.valueOf(fields.choice("level", null, Scalars.names(SchoolLevel.values())))
                : null;
        return new Wanted(value, file.text(fields, "district"), file.chosen(fields, "schools"), level,
                file.text(fields, "department"), content(value, fields, file));
    }

    private static @Nullable RequestContent content(JsonValue value, Fields fields, SetupReading file) {
        var role = OfficerRole.valueOf(fields.choice("role", "SSO", Scalars.names(OfficerRole.values())));
        int officers = (int) fields.whole("posts_per_day", 1, 1, 50);
        var first = fields.day("first_day");
        var last = fields.day("last_day");
        var weekdays = weekdays(fields, file);
        var times = times(fields, file);
        String reason = file.text(fields, "reason");
        String contact = file.text(fields, "contact");
        String duties = fields.has("duties")
                ? fields.list("duties").stream().map(line -> Scalars.text(line, file.flaws(), 1_000))
                        .collect(Collectors.joining("\n"))
                : PostOrders.template(key -> file.words().of("en", key));
        if (!fields.has("first_day") || !fields.has("last_day")) return null;
        return file
                .checked(value,
                        Map.of("officers", "posts_per_day", "firstDay", "first_day", "lastDay", "last_day", "from",
                                "times", "to", "times"),
                        () -> new RequestContent(
                                RequestContent.ANY_SCHOOL, times == null ? RequestKind.TERM : RequestKind.RECURRING,
                                role, officers, first, last, weekdays, times == null ? null : times.from(),
                                times == null ? null : times.to(),
                                reason == null ? file.words().of("en", "agreements.reason.usual") : reason, duties, "",
                                contact == null ? "" : contact, WorkKind.SCHOOL_SAFETY))
                .orElse(null);
    }

    private static Set<DayOfWeek> weekdays(Fields fields, SetupReading file) {
        if (!fields.has("weekdays")) return RequestContent.WEEKDAYS;
        return fields.list("weekdays").stream()
                .map(d -> DayOfWeek.valueOf(Scalars.choice(d, file.flaws(), Scalars.names(DayOfWeek.values()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Times(LocalTime from, LocalTime to) {}

    /** Null where the bells decide. */
    private static @Nullable Times times(Fields fields, SetupReading file) {
        var value = fields.required("times").orElse(null);
        if (value == null || value.kind() == JsonValue.Kind.TEXT && value.text().equals("bells")) return null;
        if (value.kind() != JsonValue.Kind.OBJECT) {
            file.flaws().add(value, "must be \"bells\", or {\"from\": \"07:30\", \"to\": \"15:30\"}.");
            return null;
        }
        var times = file.fields(value, "from", "to");
        return new Times(times.time("from"), times.time("to"));
    }

    private void apply(Wanted wanted, RequestContent content, SetupRun run) {
        var department = departments.department(run, wanted.json(), wanted.department()).getKey();
        var district = places.district(run, wanted.json(), wanted.district());
        var schools = places.schools(run, district, wanted.schools()).stream()
                .filter(s -> wanted.level() == null || s.level() == wanted.level()).toList();
        if (schools.isEmpty()) throw run.refuse(wanted.json(), "means no school: none of these has this level.");
        var standing = requests.standing(schools.stream().map(Campus::id).toList(), content).stream()
                .filter(r -> sameTimes(r.content(), content))
                .collect(Collectors.groupingBy(r -> r.content().schoolId()));
        schools.stream().filter(s -> standing.containsKey(s.id())).forEach(s -> run.unchanged(wanted.json(),
                s.name() + ": " + same(s, content, standing.get(s.id()), wanted.json(), run)));
        var open = schools.stream().filter(s -> !standing.containsKey(s.id()))
                .sorted(Comparator.comparing(Campus::name)).toList();
        if (open.isEmpty()) return;
        if (content.bellsDecide()) agree(wanted, content, department, open, run);
        else ask(wanted, content, department, open, run);
    }

    private static boolean sameTimes(RequestContent one, RequestContent other) {
        return Objects.equals(one.from(), other.from()) && Objects.equals(one.to(), other.to());
    }

    /** @return the number of the request that asks for the same */
    private static String same(Campus school, RequestContent content, List<DetailRequest> standing, JsonValue where,
            SetupRun run) {
        return standing.stream().filter(r -> same(r.content(), content)).map(DetailRequest::number).findFirst()
                .orElseThrow(() -> run.refuse(where,
                        "asks at " + school.name() + " for other days or posts than request "
                                + standing.getFirst().number()
                                + ", which was agreed; withdraw that one first, or write here what it says."));
    }

    private static boolean same(RequestContent one, RequestContent other) {
        return one.officers() == other.officers() && one.firstDay().equals(other.firstDay())
                && one.lastDay().equals(other.lastDay()) && one.weekdays().equals(other.weekdays());
    }

    private void agree(Wanted wanted, RequestContent content, UUID department, List<Campus> schools, SetupRun run) {
        String chosen = schools.stream().limit(5).map(Campus::name).collect(Collectors.joining(", "))
                + (schools.size() > 5 ? " …" : "");
        var made = agreements.agreeAtOnce(chosen, schools, content, department, content.usuallyOpenTo(files.today()));
        if (!made.left().isEmpty()) {
            throw run.refuse(wanted.json(), "makes no posts at " + made.left().stream().limit(10)
                    .map(r -> r.name() + " (" + switch (Objects.requireNonNull(r.refused())) {
                        case NO_BELLS -> "no bells on the first day";
                        case NO_DAYS -> "no school days";
                        case COVERED -> "covered by " + r.coveredBy();
                    } + ")").collect(Collectors.joining(", ")) + "; set the school year and the bells first.");
        }
        run.created(wanted.json(), chosen + ": agreed, posts open: " + made.posts());
    }

    /**
     * At stated times there is no agreement for many schools: each is asked for and accepted by itself, as on the form
     * of one request.
     */
    private void ask(Wanted wanted, RequestContent content, UUID department, List<Campus> schools, SetupRun run) {
        var to = content.usuallyOpenTo(files.today());
        for (Campus school : schools) {
            var id = requests.draft(content.at(school.id()));
            requests.submit(id);
            requests.accept(id, department);
            planning.generate(List.of(id), content.firstDay(), to);
            var opened = posts.openQuietly(List.of(id), content.firstDay(), to);
            if (opened.posts() == 0)
                throw run.refuse(wanted.json(),
                        "makes no posts at " + school.name() + " until " + to + "; set the school year first.");
            posts.tellOpened(id, opened);
            run.created(wanted.json(), school.name() + ": agreed, posts open: " + opened.posts());
        }
    }
}
