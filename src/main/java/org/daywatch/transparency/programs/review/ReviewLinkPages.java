package org.daywatch.transparency.programs.review;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.ShownOnce;
import org.daywatch.transparency.programs.schools.ProgramPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Review links, made and ended. */
@Controller
@Needs(Permission.REVIEW_LINKS)
public class ReviewLinkPages {

    private final ReviewLinks links;
    private final ProgramPlaces places;
    private final Organizations organizations;
    private final PublicAddress address;
    private final Clock clock;

    ReviewLinkPages(ReviewLinks links, ProgramPlaces places, Organizations organizations, PublicAddress address,
            Clock clock) {
        this.links = links;
        this.places = places;
        this.organizations = organizations;
        this.address = address;
        this.clock = clock;
    }

    /**
     * @param made the address of one just made, shown once. @param districts name by id. @param schools those that may
     * be chosen
     */
    public record View(List<ReviewLink> links, @Nullable String made, Map<UUID, String> districts, List<Campus> schools,
            Instant now, List<Integer> days) {

        public String school(ReviewLink link) {
            return schools.stream().filter(s -> s.id().equals(link.schoolId())).findFirst().map(Campus::name)
                    .orElse("");
        }
    }

    @GetMapping("/program/reviews")
    ModelAndView list(Page page, Actor actor) {
        return view(page, actor, null);
    }

    @PostMapping("/program/reviews")
    ModelAndView make(Page page, Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return Act.form(page, typed, again -> view(again, actor, null), () -> {
            var school = Ids.find(typed.getOrDefault("school", "")).map(id -> places.get(actor, id));
            var district = school.map(Campus::districtId).or(() -> Ids.find(typed.getOrDefault("district", "")))
                    .filter(d -> districts(actor).containsKey(d)).orElseThrow(() -> new InvalidInput("district",
                            typed.getOrDefault("district", ""), "review.wrong.district"));
            int days = typed.getOrDefault("days", "").matches("[0-9]{1,3}") ? Integer.parseInt(typed.get("days")) : 0;
            String secret = links.make(actor, agency(actor), district, school.map(Campus::id).orElse(null),
                    typed.getOrDefault("forWhom", ""), days);
            ShownOnce.beside(response, "/program/reviews");
            return view(page, actor, address.get() + "/review/" + secret);
        });
    }

    @PostMapping("/program/reviews/{id}/revocation")
    ModelAndView revoke(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        links.revoke(actor, id);
        Flashes.say(response, "success", page.t("review.said.revoked"));
        return new ModelAndView("redirect:/program/reviews");
    }

    private ModelAndView view(Page page, Actor actor, @Nullable String made) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("review.title"));
        model.put("view",
                new View(links.list(), made, districts(actor), places.of(actor), clock.instant(), ReviewLinks.DAYS));
        return new ModelAndView("transparency/programs/review/links", model);
    }

    private Map<UUID, String> districts(Actor actor) {
        return places.of(actor).stream().map(Campus::districtId).distinct()
                .collect(Collectors.toMap(Function.identity(),
                        d -> organizations.find(d).map(Organization::name).orElse("")));
    }

    private UUID agency(Actor actor) {
        if (!actor.role().organizationKind().equals("DISTRICT")) return actor.tenant();
        return Optional.of(actor.tenant()).flatMap(organizations::find).map(Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + actor.tenant()));
    }
}
