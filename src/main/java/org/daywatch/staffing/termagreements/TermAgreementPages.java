package org.daywatch.staffing.termagreements;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.departments.register.DepartmentFiles;
import org.daywatch.staffing.requests.RequestForm;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.PostOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Choosing schools and a term, looking at what it would make, agreeing. A district asks the same way; the agency
 * decides.
 */
@Controller
@Needs(Permission.REQUESTS_MAKE)
class TermAgreementPages {

    private static final int CSV_ROWS = 100_000;

    private static final Map<String, Comparator<TermAgreement>> SORTS = Map.of("begun",
            Comparator.comparing(TermAgreement::startedAt),
            "schools", Comparator.comparing(TermAgreement::chosen).thenComparing(TermAgreement::startedAt),
            "days",
            Comparator.comparing((TermAgreement a) -> a.content().firstDay()).thenComparing(TermAgreement::startedAt),
            "state", Comparator.comparing(TermAgreement::state).thenComparing(TermAgreement::startedAt));

    private static final int NEAR = 60; // days between the first days of districts that begin the same school year

    private final TermAgreements agreements;
    private final TermAgreementStore store;
    private final Campuses campuses;
    private final Districts districts;
    private final DepartmentTerms terms;
    private final Forms forms;
    private final SessionDays days;
    private final DepartmentFiles files;

    TermAgreementPages(TermAgreements agreements, TermAgreementStore store, Campuses campuses, Districts districts,
            DepartmentTerms terms, Forms forms, DepartmentFiles files, SessionDays days) {
        this.agreements = agreements;
        this.store = store;
        this.campuses = campuses;
        this.districts = districts;
        this.terms = terms;
        this.forms = forms;
        this.days = days;
        this.files = files;
    }

    @GetMapping("/agreements")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        many(actor);
        var all = rows(parameters);
        var paging = asked(parameters).of(all.size());
        return new ModelAndView("staffing/termagreements/agreements",
                Map.of("page", page.titled("agreements.title"), "paging", paging, "rows", paging.shown(all)));
    }

    @GetMapping("/agreements.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        many(actor);
        Csv.answer(response, "agreements.csv",
                List.of("schools", "first_day", "last_day", "officers", "role", "state", "begun"),
                rows(parameters).stream().map(a -> List.of(a.chosen(), a.content().firstDay(), a.content().lastDay(),
                        a.content().officers(), a.content().role(), a.state(), a.startedAt())));
    }

    private List<TermAgreement> rows(Map<String, String> parameters) {
        var asked = asked(parameters);
        return store.latest(CSV_ROWS).stream().filter(a -> asked.finds(a.chosen()))
                .filter(a -> asked.filter("state").isEmpty() || a.state().name().equals(asked.filter("state")))
                .sorted(asked.order(SORTS)).toList();
    }

    private static Paging asked(Map<String, String> parameters) {
        return Paging.read("/agreements", parameters, SORTS.keySet(), "-begun");
    }

    @GetMapping("/agreements/new")
    ModelAndView form(Page page, Actor actor) {
        var today = files.today();
        var start = Map.of("firstDay", today.toString(), "lastDay", endOfYear(today), "role", "SSO", "officers", "1",
                "reason", page.t("agreements.reason.usual"));
        return formView(page.with(Map.of(), start), actor, List.of());
    }

    @PostMapping("/agreements")
    ModelAndView look(@RequestParam MultiValueMap<String, String> posted, @RequestParam UUID form, Page page,
            Actor actor) {
        many(actor);
        return Act.told(page, posted.toSingleValueMap(), again -> formView(again, actor, posted.get("weekdays")),
                () -> {
                    var content = RequestForm.readTerm(posted);
                    var department = actor.may(Permission.REQUESTS_DECIDE) ? department(posted) : null;
                    var schools = schools(posted);
                    if (!forms.first(form)) return new ModelAndView("redirect:/agreements");
                    return new ModelAndView("redirect:/agreements/"
                            + agreements.look(chosen(posted, page), schools, content, department));
                });
    }

    @GetMapping("/agreements/{id}")
    ModelAndView one(@PathVariable UUID id, @RequestParam Map<String, String> parameters, Page page, Actor actor) {
        many(actor);
        var agreement = store.get(id); // first of all: once it says that it is done, the rows are all there
        var asked = Paging.read("/agreements/" + id, parameters, List.of("school", "posts"), "school");
        var paging = asked.of(store.count(id, asked));
        return new ModelAndView("staffing/termagreements/agreement",
                Map.of("page", page.titled("agreements.one.title"), "agreement", agreement,
                        "sums", store.sums(id), "paging", paging, "rows", store.list(id, paging), "mayOpen",
                        agreement.department() != null && actor.may(Permission.POSTS_EDIT),
                        "openTo", agreement.content().usuallyOpenTo(files.today())));
    }

    @GetMapping("/agreements/{id}.csv")
    void csv(@PathVariable UUID id, @RequestParam Map<String, String> parameters, HttpServletResponse response,
            Actor actor) {
        many(actor);
        store.get(id);
        var paging = Paging.read("/agreements/" + id, parameters, List.of("school", "posts"), "school").size(CSV_ROWS);
        Csv.answer(response, "agreement.csv", List.of("school", "posts", "left_out", "covered_by", "request"), store
                .list(id, paging).stream()
                .map(r -> Stream
                        .of(r.name(), r.posts(), r.refused() == null ? "" : r.refused(), r.coveredBy(), r.number())
                        .toList()));
    }

    @PostMapping("/agreements/{id}/agreement")
    ModelAndView agree(@PathVariable UUID id, @RequestParam(defaultValue = "") String openTo, Page page, Actor actor) {
        many(actor);
        return Act.told(page, Map.of("openTo", openTo), again -> one(id, Map.of(), again, actor), () -> {
            agreements.agree(id, actor.may(Permission.POSTS_EDIT) ? Typed.dayOrNone("openTo", openTo) : null);
            return new ModelAndView("redirect:/agreements/" + id);
        });
    }

    @PostMapping("/agreements/{id}/withdrawal")
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Page page, Actor actor,
            HttpServletResponse response) {
        many(actor);
        agreements.withdraw(id, reason);
        Flashes.say(response, "success", page.t("agreements.said.withdrawing"));
        return new ModelAndView("redirect:/agreements/" + id);
    }

    /**
     * The last school day of the year that runs, or of the next one; of several districts the latest. Empty where no
     * calendar says.
     */
    private String endOfYear(LocalDate today) {
        var running = days.calendarsByDistrict(campuses.search("", null)).values().stream().flatMap(List::stream)
                .filter(c -> !c.lastDay().isBefore(today)).toList();
        var first = running.stream().map(SchoolCalendar::firstDay).min(LocalDate::compareTo);
        return running.stream().filter(c -> !c.firstDay().isAfter(first.orElseThrow().plusDays(NEAR)))
                .map(SchoolCalendar::lastDay).max(LocalDate::compareTo).map(LocalDate::toString).orElse("");
    }

    private List<Campus> schools(MultiValueMap<String, String> posted) {
        var level = text(posted, "level");
        var found = campuses.search(text(posted, "words"), id(posted, "district"));
        if (level.isEmpty()) return found;
        var fits = found.stream().filter(c -> c.level().name().equals(level)).toList();
        if (fits.isEmpty()) throw new InvalidInput("level", level, "agreements.wrong.none");
        return fits;
    }

    private UUID department(MultiValueMap<String, String> posted) {
        var department = id(posted, "department");
        if (department == null
                || terms.list().departments().stream().noneMatch(d -> d.departmentId().equals(department))) {
            throw new InvalidInput("department", text(posted, "department"), "agreements.wrong.department");
        }
        return department;
    }

    /** Which schools, in words that can be read a year later. */
    private String chosen(MultiValueMap<String, String> posted, Page page) {
        var district = id(posted, "district");
        var level = text(posted, "level");
        var parts = Stream.of(
                district == null ? page.t("agreements.any.district") : districts.names().getOrDefault(district, ""),
                level.isEmpty() ? "" : page.t("schools.level." + level),
                text(posted, "words").isEmpty() ? "" : "\"" + text(posted, "words") + "\"");
        return String.join(", ", parts.filter(p -> !p.isEmpty()).toList());
    }

    private ModelAndView formView(Page page, Actor actor, @Nullable List<String> weekdays) {
        many(actor);
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("agreements.new.title"), "districts", districts.names(),
                        "departments", actor.may(Permission.REQUESTS_DECIDE) ? terms.list().departments() : List.of(),
                        "decides", actor.may(Permission.REQUESTS_DECIDE), "orders", PostOrders.template(page::t)));
        model.put("weekdays",
                weekdays == null || weekdays.isEmpty()
                        ? List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                        : weekdays);
        return new ModelAndView("staffing/termagreements/agreement-form", model);
    }

    /** A principal asks for their own school on the form of one request. */
    private static void many(Actor actor) {
        if (actor.school() != null) throw new Forbidden("a principal asks for their own school only");
    }

    private static @Nullable UUID id(MultiValueMap<String, String> posted, String field) {
        return Ids.find(text(posted, field)).orElse(null);
    }

    private static String text(MultiValueMap<String, String> posted, String field) {
        var value = posted.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
