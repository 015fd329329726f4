package org.daywatch.directory.programs.posts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.districts.Districts;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.intake.Dates;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of posts that programs pay for, with their money; a principal reads those of their own school. */
@Controller
@Needs(Permission.AWARDS_READ)
public class FundedPostPages {
    private static final long MOST_AWARD_CENTS = 10_000_000_00L;
    private static final int MOST_HOUR_CENTS = 99_999;
    private static final Map<String, Comparator<Row>> SORTS = Map.of("award",
            Comparator.comparing(r -> r.post().award()), "program", Comparator.comparing(r -> r.post().program()),
            "district", Comparator.comparing(Row::district), "from", Comparator.comparing(r -> r.post().from()));
    private final HomeTime home;
    private final FundedPostStore posts;
    private final FundedPostRegister register;
    private final CatalogStore catalog;
    private final Campuses campuses;
    private final Districts districts;

    FundedPostPages(FundedPostStore posts, FundedPostRegister register, CatalogStore catalog, Campuses campuses,
            Districts districts, HomeTime home) {
        this.home = home;
        this.posts = posts;
        this.register = register;
        this.catalog = catalog;
        this.campuses = campuses;
        this.districts = districts;
    }

    /** A post with what its district and schools are called. */
    public record Row(FundedPost post, String district, List<String> schools, boolean ended) {}

    @GetMapping("/funded-posts")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var asked = Paging.read("/funded-posts", parameters, SORTS.keySet(), "award");
        var all = rows(actor, asked);
        var paging = asked.of(all.size());
        return new ModelAndView("directory/programs/posts/posts",
                Map.of("page", page.titled("fundedposts.title"), "paging", paging, "rows", paging.shown(all),
                        "mayEdit", actor.may(Permission.PROGRAM_EDIT), "mayExport", actor.may(Permission.EXPORTS)));
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/funded-posts.csv")
    void csv(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        actor.need(Permission.AWARDS_READ);
        var rows = rows(actor, Paging.read("/funded-posts", parameters, SORTS.keySet(), "award"));
        var header = List.of("award", "program", "kind", "district", "schools", "from", "to", "year_award_dollars",
                "hour_dollars");
        Csv.answer(response, "funded-posts.csv", header, rows.stream().map(r -> {
            var money = r.post().money();
            return Stream.<Object>of(r.post().award(), r.post().program(), r.post().kind(), r.district(),
                    String.join("; ", r.schools()), r.post().from(), Objects.toString(r.post().to(), ""),
                    money == null ? "" : Dollars.plain(money.yearAward()),
                    money == null ? "" : Dollars.plain(money.hour())).toList();
        }));
    }

    @GetMapping("/funded-posts/{id}")
    ModelAndView post(Page page, Actor actor, @PathVariable UUID id) {
        var post = posts.find(id).filter(p -> theirs(actor, p)).orElseThrow(() -> new NotFound("funded post " + id));
        return new ModelAndView("directory/programs/posts/post",
                Map.of("page", page.titled("fundedposts.one.title", post.award()), "row",
                        named(List.of(post)).getFirst(), "today", today(),
                        "mayEdit", actor.may(Permission.PROGRAM_EDIT)));
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/funded-posts/{id}/end")
    ModelAndView end(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return Act.form(page, typed, "last", again -> post(again, actor, id), () -> {
            register.end(id, day(typed, "last"), typed.getOrDefault("reason", ""));
            Flashes.say(response, "success", page.t("fundedposts.said.ended"));
            return new ModelAndView("redirect:/funded-posts/" + id);
        });
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/funded-posts/{id}/money")
    ModelAndView price(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> typed) {
        return Act.form(page, typed, again -> post(again, actor, id), () -> {
            long award = Dollars.read("yearAward", typed.getOrDefault("yearAward", ""), 0, MOST_AWARD_CENTS,
                    "fundedposts.wrong.money");
            int hour = (int) Dollars.read("hour", typed.getOrDefault("hour", ""), 1, MOST_HOUR_CENTS,
                    "fundedposts.wrong.money");
            register.price(id, new Money(award, hour));
            Flashes.say(response, "success", page.t("fundedposts.said.priced"));
            return new ModelAndView("redirect:/funded-posts/" + id);
        });
    }

    /** First the district, then the post: a list of all schools of a program is no field to choose from. */
    @Needs(Permission.PROGRAM_EDIT)
    @GetMapping("/funded-posts/new")
    ModelAndView form(Page page, @RequestParam(defaultValue = "") String district) {
        var names = districts.names();
        var chosen = names.keySet().stream().filter(id -> id.toString().equals(district)).findFirst()
                .or(() -> names.size() == 1 ? names.keySet().stream().findFirst() : java.util.Optional.empty());
        List<Campus> schools = chosen.map(id -> campuses.list(CalendarScope.all(id))).orElse(List.of());
        return new ModelAndView("directory/programs/posts/new-post",
                Map.of("page", page.titled("fundedposts.new.title"), "districts", names, "district",
                        chosen.map(UUID::toString).orElse(""),
                        "schools", schools, "programs",
                        catalog.read().programs().stream().map(p -> p.program()).toList(), "today", today()));
    }

    @Needs(Permission.PROGRAM_EDIT)
    @PostMapping("/funded-posts/new")
    ModelAndView add(Page page, HttpServletResponse response, @RequestParam Map<String, String> typed) {
        return Act.form(page, typed, "award", again -> form(again, typed.getOrDefault("district", "")), () -> {
            var schools = Stream.of("school", "school2").map(field -> typed.getOrDefault(field, ""))
                    .filter(text -> !text.isEmpty()).map(FundedPostPages::id).toList();
            var id = register.add(new FundedPostRegister.NewPost(typed.getOrDefault("program", ""),
                    typed.getOrDefault("award", ""), typed.getOrDefault("kind", ""), schools, day(typed, "from")));
            Flashes.say(response, "success", page.t("fundedposts.said.added"));
            return new ModelAndView("redirect:/funded-posts/" + id);
        });
    }

    private static boolean theirs(Actor actor, FundedPost post) {
        return actor.school() == null || post.schools().contains(actor.school());
    }

    private List<Row> rows(Actor actor, Paging paging) {
        return named(posts.list().stream().filter(p -> theirs(actor, p)).toList()).stream()
                .filter(r -> paging.finds(r.post().award(), r.post().program(), r.district(),
                        String.join(" ", r.schools())))
                .filter(r -> !paging.filter("show").equals("force") || !r.ended()).sorted(paging.order(SORTS)).toList();
    }

    private List<Row> named(List<FundedPost> found) {
        var names = districts.names();
        Map<UUID, String> schools = campuses
                .list(found.stream().flatMap(p -> p.schools().stream()).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Campus::id, Campus::name));
        return found.stream()
                .map(p -> new Row(p, names.getOrDefault(p.districtId(), ""),
                        p.schools().stream().map(s -> schools.getOrDefault(s, "–")).sorted().toList(),
                        p.to() != null && p.to().isBefore(today())))
                .toList();
    }

    private LocalDate today() {
        return home.today();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("school", text, "fundedposts.wrong.school");
        }
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "").strip();
        LocalDate day = Dates.date(text);
        if (day == null) throw new InvalidInput(field, text, "fundedposts.wrong.day");
        return day;
    }
}
