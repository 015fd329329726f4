package org.daywatch.staffing.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.calendars.SchoolCalendar;
import org.daywatch.directory.calendars.SessionDays;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.RequestAside;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.PostOrders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What schools ask for: the list, the form, one request and what is decided about it. */
@Controller
class RequestPages {

    private static final int CSV_ROWS = 100_000;
    private static final int MOST_TO_CHOOSE = 300;

    private final RequestQueries queries;
    private final RequestStore store;
    private final RequestCommands requests;
    private final Campuses campuses;
    private final Districts districts;
    private final DepartmentTerms terms;
    private final Forms forms;
    private final SessionDays sessions;
    private final ObjectProvider<RequestAside> asides;

    RequestPages(RequestQueries queries, RequestStore store, RequestCommands requests, Campuses campuses,
            Districts districts, DepartmentTerms terms,
            Forms forms, SessionDays sessions, ObjectProvider<RequestAside> asides) {
        this.sessions = sessions;
        this.asides = asides;
        this.queries = queries;
        this.store = store;
        this.requests = requests;
        this.campuses = campuses;
        this.districts = districts;
        this.terms = terms;
        this.forms = forms;
    }

    @Bean
    static NavEntry requestsNav() {
        return NavEntry.of(NavPart.TODAY, 30, "requests.nav", "/requests", "mail_outline", Permission.REQUESTS_READ);
    }

    @Needs(Permission.REQUESTS_READ)
    @GetMapping("/requests")
    ModelAndView list(@RequestParam Map<String, String> parameters, Page page, Actor actor) {
        var listing = queries.list(paging(parameters), actor.school(), 0);
        return new ModelAndView("staffing/requests/requests",
                Map.of("page", page.titled("requests.title"), "paging", listing.paging(), "rows", listing.rows(),
                        "districts", districts.names(), "mayAsk", actor.may(Permission.REQUESTS_MAKE),
                        "mayAskMany", actor.may(Permission.REQUESTS_MAKE) && actor.school() == null));
    }

    @Needs(Permission.REQUESTS_READ)
    @GetMapping("/requests.csv")
    void csv(@RequestParam Map<String, String> parameters, Actor actor, HttpServletResponse response) {
        var rows = queries.list(paging(parameters), actor.school(), CSV_ROWS).rows();
        Csv.answer(response, "requests.csv",
                List.of("number", "school", "kind", "role", "officers", "first_day", "last_day", "state"),
                rows.stream().map(r -> Stream.of(r.number(), r.school().name(), r.kind(), r.role(), r.officers(),
                        r.first(), r.last(), r.state()).toList()));
    }

    @Needs(Permission.REQUESTS_MAKE)
    @GetMapping("/requests/new")
    ModelAndView form(@RequestParam(defaultValue = "") String school, Page page, Actor actor) {
        return formView(page.titled("requests.new.title"), actor,
                actor.school() != null ? actor.school().toString() : school, "", List.of());
    }

    /** Two buttons: keep as a draft, or send. */
    @Needs(Permission.REQUESTS_MAKE)
    @PostMapping("/requests")
    ModelAndView make(@RequestParam MultiValueMap<String, String> posted, @RequestParam UUID form, Page page,
            Actor actor, HttpServletResponse response) {
        return Act.form(page.titled("requests.new.title"), posted.toSingleValueMap(),
                again -> formView(again, actor, posted.getFirst("school"), "", posted.get("weekdays")), () -> {
                    var content = RequestForm.read(posted, this::yearEnd);
                    if (actor.school() != null && !actor.school().equals(content.schoolId()))
                        throw new Forbidden("a principal asks for their own school");
                    if (!forms.first(form)) return new ModelAndView("redirect:/requests");
                    var id = requests.draft(content);
                    boolean send = "send".equals(posted.getFirst("then"));
                    if (send) requests.submit(id);
                    Flashes.say(response, "success", page.t(send ? "requests.said.sent" : "requests.said.drafted"));
                    return new ModelAndView("redirect:/requests/" + id);
                });
    }

    @Needs(Permission.REQUESTS_MAKE)
    @GetMapping("/requests/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Page page, Actor actor) {
        var request = mine(id, actor);
        return formView(page.titled("requests.edit.title", request.number()).with(Map.of(), values(request)), actor,
                request.content().schoolId().toString(), id.toString(),
                request.content().weekdays().stream().map(Enum::name).toList());
    }

    private Optional<LocalDate> yearEnd(UUID school, LocalDate day) {
        return campuses.find(school).flatMap(campus -> sessions.timetable(List.of(campus)).calendar(campus, day))
                .map(SchoolCalendar::lastDay);
    }

    @Needs(Permission.REQUESTS_MAKE)
    @PostMapping("/requests/{id}/edit")
    ModelAndView change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> posted,
            @RequestParam("form") UUID formId, Page page, Actor actor, HttpServletResponse response) {
        var request = mine(id, actor);
        var typed = posted.toSingleValueMap();
        var titled = page.titled("requests.edit.again");
        Function<Page, ModelAndView> form = shown -> formView(shown, actor, posted.getFirst("school"), id.toString(),
                posted.get("weekdays"));
        return Act.form(titled, typed, form, () -> {
            var content = RequestForm.read(posted, this::yearEnd);
            if (!forms.first(formId)) return new ModelAndView("redirect:/requests/" + id);
            try {
                requests.change(id, version(typed), content);
            } catch (Stale stale) {
                // Saved again it replaces what the other wrote: by then the writer has been told.
                typed.put("version", "" + request.version());
                var told = form.apply(titled.with(Map.of(), typed).says("error", page.t("requests.edit.stale")));
                told.setStatus(HttpStatus.PRECONDITION_FAILED);
                return told;
            }
            Flashes.say(response, "success", page.t("requests.said.changed"));
            return new ModelAndView("redirect:/requests/" + id);
        });
    }

    @Needs(Permission.REQUESTS_READ)
    @GetMapping("/requests/{id}")
    ModelAndView one(@PathVariable UUID id, Page page, Actor actor) {
        return view(mine(id, actor), page, actor);
    }

    private DetailRequest mine(UUID id, Actor actor) {
        var request = store.get(id);
        if (actor.school() != null && !actor.school().equals(request.content().schoolId()))
            throw new NotFound("detail request " + id);
        return request;
    }

    private ModelAndView view(DetailRequest request, Page page, Actor actor) {
        var screen = terms.list(request.content().firstDay());
        return new ModelAndView("staffing/requests/request",
                Map.of("page", page.titled("requests.one.title", request.number()), "request", request,
                        "school", campuses.find(request.content().schoolId()).orElseThrow(), "made",
                        queries.made(request.id()), "screen", screen,
                        "asides", asides.orderedStream().flatMap(a -> a.about(request.id(), actor).stream()).toList(),
                        "mayAsk", actor.may(Permission.REQUESTS_MAKE), "mayDecide",
                        actor.may(Permission.REQUESTS_DECIDE), "mayPost", actor.may(Permission.POSTS_EDIT)));
    }

    private ModelAndView formView(Page page, Actor actor, String school, String id, List<String> weekdays) {
        var schools = choice(school == null ? "" : school);
        return new ModelAndView("staffing/requests/request-form",
                Map.of("page", page, "schools", schools, "school", school == null ? "" : school, "id", id,
                        "weekdays",
                        weekdays == null || weekdays.isEmpty()
                                ? RequestContent.WEEKDAYS.stream().map(Enum::name).toList()
                                : weekdays,
                        "orders", PostOrders.template(page::t)));
    }

    /** One school once it is known; else all of them while a person can still choose among them. */
    private List<Campus> choice(String school) {
        if (!school.isEmpty()) {
            try {
                return campuses.list(List.of(UUID.fromString(school)));
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        var all = campuses.search("", null);
        return all.size() > MOST_TO_CHOOSE ? List.of() : all;
    }

    private static Map<String, String> values(DetailRequest request) {
        var c = request.content();
        var values = new HashMap<String, String>(Map.of("version", "" + request.version()));
        values.put("kind", c.kind().name());
        values.put("role", c.role().name());
        values.put("workKind", c.workKind().name());
        values.put("officers", "" + c.officers());
        values.put("firstDay", "" + c.firstDay());
        values.put("lastDay", "" + c.lastDay());
        values.put("from", c.from() == null ? "" : "" + c.from());
        values.put("to", c.to() == null ? "" : "" + c.to());
        values.put("reason", c.reason());
        values.put("duties", c.duties());
        values.put("riskNotes", c.riskNotes());
        values.put("contact", c.contact());
        return values;
    }

    private static int version(Map<String, String> typed) {
        var text = typed.getOrDefault("version", "");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/requests", parameters, RequestQueries.SORTABLE, "-number");
    }
}
