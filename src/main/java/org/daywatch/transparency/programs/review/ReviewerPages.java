package org.daywatch.transparency.programs.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.links.SecretLinks;
import org.daywatch.transparency.programs.report.PdfAnswer;
import org.daywatch.transparency.programs.report.SiteVisit;
import org.daywatch.transparency.programs.report.SiteVisitFiles;
import org.daywatch.transparency.programs.review.ReviewLink.Opening;
import org.daywatch.transparency.programs.review.ReviewLink.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a reviewer sees: the schools of their link, and each school's site-visit file, on the screen and on paper.
 * Nothing can be changed.
 */
@Controller
@Open(why = "the secret in the address is the key; it ends by itself and by hand, only its hash is stored and every use is audited")
public class ReviewerPages {

    private final ReviewLinks links;
    private final Campuses campuses;
    private final SiteVisitFiles files;
    private final SecretLinks secrets;
    private final Clock clock;

    ReviewerPages(ReviewLinks links, Campuses campuses, SiteVisitFiles files, SecretLinks secrets, Clock clock) {
        this.links = links;
        this.campuses = campuses;
        this.files = files;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param own address of the link on this site */
    public record View(ReviewLink link, List<SiteVisit> files, String own) {}

    @GetMapping("/review/{token}")
    @Nullable
    ModelAndView list(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(page, token, Opening.LIST, null, request, response,
                (link, schools) -> new ModelAndView("transparency/programs/review/review",
                        Map.of("page", page.titled("review.page.title"), "view",
                                new View(link, files.of(page, schools, link.forWhom(), false), "/review/" + token))));
    }

    @GetMapping("/review/{token}/schools/{school}")
    @Nullable
    ModelAndView school(Page page, @PathVariable String token, @PathVariable UUID school, HttpServletRequest request,
            HttpServletResponse response) {
        return with(page, token, Opening.SCHOOL, school, request, response, (link, schools) -> {
            var file = files.of(page, schools, link.forWhom(), false).getFirst();
            return new ModelAndView("transparency/programs/review/school",
                    Map.of("page", page.titled("program.school.title", file.school()), "file", file, "own",
                            "/review/" + token,
                            "pdf", "/review/" + token + "/schools/" + school + "/site-visit.pdf"));
        });
    }

    /**
     * What a figure counts, one by one. Records themselves stay with the school: whoever wants to see one asks for it
     * by its day.
     */
    @GetMapping("/review/{token}/schools/{school}/evidence")
    @Nullable
    ModelAndView evidence(Page page, @PathVariable String token, @PathVariable UUID school,
            @RequestParam(defaultValue = "") String figure, HttpServletRequest request,
            HttpServletResponse response) {
        return with(page, token, Opening.SCHOOL, school, request, response,
                (link, schools) -> new ModelAndView("transparency/programs/review/evidence",
                        Map.of("page", page.titled("program.evidence.title", schools.getFirst().name()), "back",
                                "/review/" + token + "/schools/" + school, "school", schools.getFirst(),
                                "behind", files.behind(page, schools.getFirst(), figure, false))));
    }

    @GetMapping("/review/{token}/schools/{school}/site-visit.pdf")
    @Nullable
    ModelAndView pdf(Page page, @PathVariable String token, @PathVariable UUID school, HttpServletRequest request,
            HttpServletResponse response) {
        return with(page, token, Opening.FILE, school, request, response, (link, schools) -> {
            PdfAnswer.write(response, "site-visit.pdf",
                    files.pdf(page, files.of(page, schools, link.forWhom(), false).getFirst()));
            return null;
        });
    }

    private @Nullable ModelAndView with(Page page, String token, Opening asked, @Nullable UUID school,
            HttpServletRequest request, HttpServletResponse response,
            BiFunction<ReviewLink, List<Campus>, @Nullable ModelAndView> answer) {
        return secrets.open(token, "review link", request, response, read -> links.open(read, asked, school),
                (read, link) -> {
                    if (link.standing(clock.instant()) != Standing.OPEN) {
                        response.setStatus(410);
                        return new ModelAndView("transparency/programs/review/ended",
                                Map.of("page", page.titled("review.ended.title"), "standing",
                                        link.standing(clock.instant())));
                    }
                    return answer.apply(link, schools(link, school));
                });
    }

    /** Those the link shows; asked for one that it does not show, there is none. */
    private List<Campus> schools(ReviewLink link, @Nullable UUID asked) {
        var shown = campuses.list(CalendarScope.all(link.districtId())).stream()
                .filter(s -> link.shows(s.districtId(), s.id())).filter(s -> asked == null || s.id().equals(asked))
                .sorted(Comparator.comparing(Campus::name)).toList();
        if (asked != null && shown.isEmpty()) throw new NotFound("school " + asked);
        return shown;
    }
}
