package org.daywatch.staffing.offers.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.staffing.approvals.ApprovalWords;
import org.daywatch.staffing.approvals.CapApproval;
import org.daywatch.staffing.approvals.CapApprovalStore;
import org.daywatch.staffing.approvals.CapApprovals;
import org.daywatch.staffing.eligibility.EligibilityQueries;
import org.daywatch.staffing.offers.ApprovalAsking;
import org.daywatch.staffing.offers.OpenPosts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For a coordinator: who could take a post if their department allowed it, and what was asked so far. */
@Controller
@Needs(Permission.SHIFTS_DESK)
class PostApprovalPages {

    private final OpenPosts open;
    private final EligibilityQueries eligibility;
    private final CapApprovalStore store;
    private final CapApprovals approvals;
    private final ApprovalAsking asking;

    PostApprovalPages(OpenPosts open, EligibilityQueries eligibility, CapApprovalStore store, CapApprovals approvals,
            ApprovalAsking asking) {
        this.open = open;
        this.eligibility = eligibility;
        this.store = store;
        this.approvals = approvals;
        this.asking = asking;
    }

    @GetMapping("/posts/{post}/approvals")
    ModelAndView list(Page page, @PathVariable UUID post) {
        var shown = open.find(post).orElseThrow(() -> new NotFound("post " + post));
        var asked = store.ofPost(post, null);
        var waiting = asked.stream().filter(a -> a.state() instanceof CapApproval.State.Requested)
                .map(a -> a.who().officerId()).toList();
        var judged = eligibility.judgeOfficers(post);
        var candidates = judged.stream()
                .filter(j -> j.verdict().needsApprovalOnly() && !waiting.contains(j.officer().id())).toList();
        return new ModelAndView("staffing/offers/pages/post-approvals",
                Map.of("page", page.titled("approvals.post.title"), "post", shown, "asked", asked,
                        "candidates", candidates, "words", new ApprovalWords(page.lang(), shown.school().zone())));
    }

    @PostMapping("/posts/{post}/approvals")
    ModelAndView ask(Actor actor, Page page, HttpServletResponse response, @PathVariable UUID post,
            @RequestParam UUID officer,
            @RequestParam(defaultValue = "") String reason) {
        return Act.told(page, Map.of("officer", officer.toString(), "reason", reason), again -> list(again, post),
                () -> {
                    asking.ask(actor, officer, post, reason);
                    return back(post, page, response, "approvals.asked.said");
                });
    }

    @PostMapping("/posts/{post}/approvals/{id}/withdrawal")
    ModelAndView withdraw(Page page, HttpServletResponse response, @PathVariable UUID post, @PathVariable UUID id) {
        if (!post.equals(store.get(id).postId())) throw new NotFound("approval " + id);
        approvals.withdraw(id);
        return back(post, page, response, "approvals.withdrawn.said");
    }

    private static ModelAndView back(UUID post, Page page, HttpServletResponse response, String said) {
        Flashes.say(response, "success", page.t(said));
        return new ModelAndView("redirect:/posts/" + post + "/approvals");
    }
}
