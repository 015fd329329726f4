package org.daywatch.staffing.terms.proposals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.links.SecretLinks;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.staffing.caps.CapPolicyStore;
import org.daywatch.staffing.terms.proposals.TermsProposal.State;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The department's own page: the terms as the agency proposes them, confirmed or objected to by somebody of it who has
 * no account.
 */
@Controller
@Open(why = "the secret in the address went to the department's mailbox only; it ends by itself and with the answer, and only its hash is stored")
class TermsLinkPages {

    private final TermsProposals proposals;
    private final Organizations organizations;
    private final CapPolicyStore policies;
    private final SecretLinks secrets;
    private final Clock clock;

    TermsLinkPages(TermsProposals proposals, Organizations organizations, CapPolicyStore policies, SecretLinks secrets,
            Clock clock) {
        this.proposals = proposals;
        this.organizations = organizations;
        this.policies = policies;
        this.secrets = secrets;
        this.clock = clock;
    }

    @GetMapping("/terms/{token}")
    ModelAndView read(Page page, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return with(token, request, response, (proposal, own) -> view(page, proposal, own, response));
    }

    @PostMapping("/terms/{token}/confirmation")
    ModelAndView confirm(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String title, HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response,
                (proposal, own) -> act(page, proposal, own, response, Map.of("name", name, "title", title), "confirm",
                        () -> proposals.confirm(proposal, person("name", name), person("title", title))));
    }

    @PostMapping("/terms/{token}/objection")
    ModelAndView object(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String objection, HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response,
                (proposal, own) -> act(page, proposal, own, response,
                        Map.of("name", name, "title", title, "objection", objection), "object",
                        () -> proposals.object(proposal, person("name", name), person("title", title),
                                Typed.must("objection", objection, 2000))));
    }

    private ModelAndView act(Page page, TermsProposal proposal, String own, HttpServletResponse response,
            Map<String, String> typed, String form, Runnable work) {
        return Act.typed(page, form, typed, again -> view(again, proposal, own, response), () -> {
            work.run();
            return new ModelAndView("redirect:" + own);
        });
    }

    private static String person(String field, String text) {
        return Typed.must(field, text, 120);
    }

    private ModelAndView with(String token, HttpServletRequest request, HttpServletResponse response,
            BiFunction<TermsProposal, String, ModelAndView> answer) {
        return secrets.open(token, "link to terms", request, response, proposals::find, (read, proposal) -> {
            return answer.apply(proposal, "/terms/" + token);
        });
    }

    private ModelAndView view(Page page, TermsProposal proposal, String own, HttpServletResponse response) {
        var terms = proposal.terms();
        boolean over = proposal.state() instanceof State.Waiting(var _, var until) && !until.isAfter(clock.instant());
        if (over) response.setStatus(410);
        var model = new HashMap<String, Object>(
                Map.of("page", page.titled("terms.link.title"), "proposal", proposal, "own", own, "over", over,
                        "agency", name(proposal.agencyId()), "department", name(terms.departmentId()), "limits",
                        policies.judging(terms.policySet(), terms.departmentId())));
        return new ModelAndView("staffing/terms/proposals/link", model);
    }

    private String name(java.util.UUID organization) {
        return organizations.find(organization).map(Organizations.Organization::name).orElse("");
    }
}
