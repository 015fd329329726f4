package org.daywatch.staffing.posts.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.districts.Districts;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.awards.AwardQueries;
import org.daywatch.staffing.awards.methods.AwardMethods;
import org.daywatch.staffing.eligibility.OfficerChoices;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.posts.PostQueries;
import org.daywatch.staffing.posts.PostState;
import org.daywatch.staffing.posts.PostWidening;
import org.daywatch.staffing.supervisors.SupervisorNeeds;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Posts: the list, one post, and what a coordinator does with it. */
@Controller
class PostPages {

    private static final int CSV_ROWS = 200_000;
    private static final int LONGEST_REASON = 1000;
    private static final Duration USUAL_HOLD = Duration.ofHours(24);

    private final HomeTime home;
    private final PostQueries queries;
    private final PostCommands posts;
    private final Districts districts;
    private final Clock clock;
    private final PostWidening widening;
    private final ProgramRules rules;
    private final SupervisorNeeds supervisors;
    private final AwardMethods methods;
    private final AwardQueries awards;
    private final OfficerChoices choices;

    PostPages(PostQueries queries, PostCommands posts, Districts districts, HomeTime home, Clock clock,
            PostWidening widening, ProgramRules rules,
            SupervisorNeeds supervisors, AwardMethods methods, AwardQueries awards, OfficerChoices choices) {
        this.home = home;
        this.choices = choices;
        this.methods = methods;
        this.awards = awards;
        this.supervisors = supervisors;
        this.rules = rules;
        this.widening = widening;
        this.queries = queries;
        this.posts = posts;
        this.districts = districts;
        this.clock = clock;
    }

    @Bean
    static NavEntry postsNav() {
        return NavEntry.of(NavPart.COVERAGE, 40, "posts.nav", "/posts", "location_on", Permission.POSTS_READ);
    }

    @Needs(Permission.POSTS_READ)
    @GetMapping("/posts")
    ModelAndView list(@RequestParam Map<String, String> parameters, Page page, Actor actor) {
        var listing = queries.list(paging(parameters), actor.school(), today(), 0);
        return new ModelAndView("staffing/posts/pages/posts",
                Map.of("page", page.titled("posts.title"), "paging", listing.paging(), "rows", listing.rows(),
                        "districts", districts.names(), "today", today(), "mayPlan", actor.may(Permission.POSTS_EDIT)));
    }

    @Needs(Permission.POSTS_READ)
    @GetMapping("/posts.csv")
    void csv(@RequestParam Map<String, String> parameters, Actor actor, HttpServletResponse response) {
        var rows = queries.list(paging(parameters), actor.school(), today(), CSV_ROWS).rows();
        Csv.answer(response, "posts.csv",
                List.of("day", "school", "starts_at", "ends_at", "zone", "minutes", "role", "seat", "state", "officer"),
                rows.stream()
                        .map(r -> Stream
                                .of(r.day(), r.school().name(), r.window().start(), r.window().end(), r.school().zone(),
                                        r.window().minutes(),
                                        r.role(), r.seat(), r.state(), r.officer() == null ? "" : r.officer())
                                .toList()));
    }

    @Needs(Permission.POSTS_READ)
    @GetMapping("/posts/{id}")
    ModelAndView one(@PathVariable UUID id, Page page, Actor actor) {
        return view(id, page, actor);
    }

    /** To the primary department, or also to the partners up to this rank. */
    @Needs(Permission.POSTS_EDIT)
    @PostMapping("/posts/{id}/opening")
    ModelAndView open(@PathVariable UUID id, @RequestParam(defaultValue = "1") int rank, Page page,
            HttpServletResponse response) {
        posts.open(id, rank);
        return back(id, page, response, "posts.said.opened");
    }

    @Needs(Permission.POSTS_EDIT)
    @PostMapping("/posts/{id}/hold")
    ModelAndView hold(@PathVariable UUID id, @RequestParam Map<String, String> form, Page page, Actor actor,
            HttpServletResponse response) {
        return Act.form(page, form, again -> view(id, again, actor), () -> {
            posts.hold(id, officer(form), until(id, form), form.getOrDefault("reason", ""));
            return back(id, page, response, "posts.said.held");
        });
    }

    @Needs(Permission.POSTS_EDIT)
    @PostMapping("/posts/{id}/hold/end")
    ModelAndView release(@PathVariable UUID id, Page page, HttpServletResponse response) {
        posts.release(id);
        return back(id, page, response, "posts.said.released");
    }

    @Needs(Permission.POSTS_EDIT)
    @PostMapping("/posts/{id}/cancellation")
    ModelAndView cancel(@PathVariable UUID id, @RequestParam String reason, Page page, HttpServletResponse response) {
        if (reason.length() > LONGEST_REASON)
            throw new InvalidInput("reason", reason.substring(0, 40) + "…", "posts.wrong.reason");
        boolean begun = !queries.get(id).row().window().start().isAfter(clock.instant());
        posts.cancel(id, reason);
        return back(id, page, response, begun ? "posts.said.ended" : "posts.said.cancelled");
    }

    @Needs(Permission.POSTS_EDIT)
    @PostMapping("/posts/{id}/cancellation/reversal")
    ModelAndView reopen(@PathVariable UUID id, Page page, HttpServletResponse response) {
        posts.reopen(id);
        return back(id, page, response, "posts.said.reopened");
    }

    private ModelAndView view(UUID id, Page page, Actor actor) {
        var post = queries.get(id);
        if (actor.school() != null && !actor.school().equals(post.row().school().id()))
            throw new NotFound("post " + id);
        boolean edit = actor.may(Permission.POSTS_EDIT);
        boolean free = post.row().state() == PostState.OPEN && post.row().window().start().isAfter(clock.instant()); // a place is held until its start at the latest
        var model = new java.util.HashMap<String, Object>(
                Map.of("page", page.titled("posts.one.title", post.row().school().name()), "post", post,
                        "officers", edit && free ? choices.of(id, page) : List.of(), "mayEdit", edit, "mayShift",
                        actor.may(Permission.SHIFTS_READ),
                        "partnersAt", widening.next(id), "margins", margins(page, post.marginRule()), "over",
                        !post.row().window().end().isAfter(clock.instant()),
                        "begun", !post.row().window().start().isAfter(clock.instant())));
        if (edit && free) model.put("holdUntil", holdUntil(post.row()));
        if (edit) { // ranks and awards are the agency's to know
            supervisors.ofPost(id).ifPresent(need -> model.put("supervisors", need));
            awards.ofPost(id).ifPresent(award -> model.put("award", award));
            if (post.row().state() == PostState.OPEN) model.put("ruling", methods.ruling(id));
        }
        return new ModelAndView("staffing/posts/pages/post", model);
    }

    /** A day is usually enough for a man to say yes; never beyond the start of the post. By the clock of the school. */
    private String holdUntil(PostQueries.Row row) {
        var day = clock.instant().plus(USUAL_HOLD);
        var until = day.isBefore(row.window().start()) ? day : row.window().start();
        return LocalDateTime.ofInstant(until, row.school().zone()).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /**
     * "15 minutes before the first bell, 15 minutes after the last": the rules that made the window, as they read then.
     */
    private String margins(Page page, String applied) {
        return rules.book().list().stream().filter(r -> Arrays.asList(applied.split(" ")).contains(r.version()))
                .map(r -> page.t(r.code().endsWith("BEFORE") ? "posts.margin.before" : "posts.margin.after",
                        r.number()))
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.joining(", "));
    }

    private Instant until(UUID id, Map<String, String> form) {
        var text = form.getOrDefault("until", "").strip();
        try {
            return LocalDateTime.parse(text).atZone(queries.get(id).row().school().zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("until", text, "posts.wrong.until");
        }
    }

    private static UUID officer(Map<String, String> form) {
        try {
            return UUID.fromString(form.getOrDefault("officer", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("officer", form.getOrDefault("officer", ""), "posts.wrong.officer");
        }
    }

    /**
     * The day in the westernmost school's clock is not worth a query: the list begins with the day it still is
     * somewhere.
     */
    private LocalDate today() {
        return home.today();
    }

    private static ModelAndView back(UUID id, Page page, HttpServletResponse response, String said) {
        Flashes.say(response, "success", page.t(said));
        return new ModelAndView("redirect:/posts/" + id);
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/posts", parameters, PostQueries.SORTABLE, "day");
    }
}
