package org.daywatch.staffing.departments.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.outgoing.LinkMail;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.KeptFile;
import org.daywatch.platform.web.forms.Typed;
import org.daywatch.scheduling.WorkKind;
import org.daywatch.staffing.departments.TermsForm;
import org.daywatch.staffing.terms.AgreedTerms;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.daywatch.staffing.terms.proposals.TermsPaper;
import org.daywatch.staffing.terms.proposals.TermsProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Proposing terms to a department: with the signed paper they are in force at once, by link once somebody there has
 * confirmed.
 */
@Controller
@Needs(Permission.DEPARTMENTS_EDIT)
class TermsProposalPages {

    private static final int MOST_DEPARTMENTS = 999;
    private static final int SOON_DAYS = 60;

    private final DepartmentFiles files;
    private final DepartmentTerms terms;
    private final TermsProposals proposals;
    private final TermsForm fields;
    private final LinkMail mail;
    private final Clock clock;

    TermsProposalPages(DepartmentFiles files, DepartmentTerms terms, TermsProposals proposals, TermsForm fields,
            LinkMail mail, Clock clock) {
        this.files = files;
        this.terms = terms;
        this.proposals = proposals;
        this.fields = fields;
        this.mail = mail;
        this.clock = clock;
    }

    @GetMapping("/departments/{id}/terms")
    ModelAndView form(Page page, @PathVariable UUID id) {
        var file = files.get(id);
        return formView(page.with(Map.of(), typed(start(id, file), file)), id, file);
    }

    @PostMapping("/departments/{id}/terms")
    ModelAndView propose(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed,
            @KeptFile @RequestParam(required = false) @Nullable MultipartFile paper,
            HttpServletResponse response) throws IOException {
        var file = files.get(id);
        byte[] bytes = paper == null ? new byte[0] : paper.getBytes();
        String name = paper == null || paper.getOriginalFilename() == null ? "" : paper.getOriginalFilename();
        boolean onPaper = !"LINK".equals(typed.get("how"));
        return Act.form(page, typed, again -> formView(again, id, file), () -> {
            var proposed = read(id, file, typed);
            if (onPaper)
                proposals.file(by(actor), proposed, TermsPaper.read(name, bytes),
                        Typed.must("signedBy", typed.getOrDefault("signedBy", ""), 120),
                        typed.getOrDefault("signedTitle", ""));
            else
                proposals.send(by(actor), proposed, address(typed));
            Flashes.say(response, "success", page.t(onPaper ? "departments.said.agreed" : "departments.said.sent"));
            return new ModelAndView("redirect:/departments/" + id);
        });
    }

    @PostMapping("/departments/{id}/proposals/{proposal}/link")
    ModelAndView again(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID proposal,
            @RequestParam Map<String, String> typed, HttpServletResponse response) {
        mine(id, proposal);
        return Act.on(page, response, "/departments/" + id, "departments.said.sent",
                () -> proposals.sendAgain(by(actor), proposal, address(typed)));
    }

    @PostMapping("/departments/{id}/proposals/{proposal}/paper")
    ModelAndView file(Page page, @PathVariable UUID id, @PathVariable UUID proposal,
            @RequestParam(defaultValue = "") String signedBy, @RequestParam(defaultValue = "") String signedTitle,
            @KeptFile @RequestParam MultipartFile paper, HttpServletResponse response) throws IOException {
        mine(id, proposal);
        byte[] bytes = paper.getBytes();
        return Act.on(page, response, "/departments/" + id, "departments.said.agreed",
                () -> proposals.file(proposal, TermsPaper.read(String.valueOf(paper.getOriginalFilename()), bytes),
                        Typed.must("signedBy", signedBy, 120), signedTitle));
    }

    @PostMapping("/departments/{id}/proposals/{proposal}/withdrawal")
    ModelAndView withdraw(Page page, @PathVariable UUID id, @PathVariable UUID proposal, HttpServletResponse response) {
        mine(id, proposal);
        return Act.on(page, response, "/departments/" + id, "departments.said.withdrawn",
                () -> proposals.withdraw(proposal));
    }

    @Needs(Permission.TERMS_READ)
    @GetMapping("/departments/{id}/proposals/{proposal}/paper")
    void paper(@PathVariable UUID id, @PathVariable UUID proposal, HttpServletResponse response) throws IOException {
        mine(id, proposal);
        var paper = proposals.paper(proposal);
        response.setContentType(paper.type());
        response.setHeader("Content-Disposition",
                "attachment; filename=\"" + paper.name().replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_") + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(paper.bytes().length);
        response.getOutputStream().write(paper.bytes());
    }

    private void mine(UUID department, UUID proposal) {
        if (!proposals.get(proposal).terms().departmentId().equals(department))
            throw new NotFound("proposed terms " + proposal);
    }

    private AgreedTerms read(UUID id, DepartmentFile file, Map<String, String> typed) {
        var read = fields.read(start(id, file), typed);
        int rank = Typed.number("rank", typed.getOrDefault("rank", ""), 1, MOST_DEPARTMENTS, "terms.error.rank");
        var from = Typed.day("validFrom", typed.getOrDefault("validFrom", ""));
        var to = Typed.dayOrNone("validTo", typed.getOrDefault("validTo", ""));
        if (to != null && to.isBefore(from)) throw new InvalidInput("validTo", to.toString(), "terms.error.to");
        return read.ranked(rank).between(from, to);
    }

    private String address(Map<String, String> typed) {
        if (!mail.possible()) throw new InvalidInput("how", "LINK", "departments.error.mail");
        String to = typed.getOrDefault("email", "").strip();
        if (!to.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || to.length() > 200)
            throw new InvalidInput("email", to, "departments.error.email");
        return to;
    }

    /**
     * What is in force, or what is usually agreed; asked after those that are there already. Terms that end soon are
     * followed by the next ones.
     */
    private AgreedTerms start(UUID id, DepartmentFile file) {
        var today = clock.instant().atZone(file.zone()).toLocalDate();
        int next = terms.agreed().stream().mapToInt(AgreedTerms::rank).max().orElse(0) + 1;
        return terms.periods(id).on(today)
                .map(t -> t.to() != null && t.to().isBefore(today.plusDays(SOON_DAYS))
                        ? t.between(t.to().plusDays(1), null)
                        : t)
                .orElseGet(() -> AgreedTerms
                        .usual(Tenancy.tenant(), id, next, file.policySet(), WorkKind.USUALLY_FORBIDDEN, file.zone())
                        .between(today, null));
    }

    private static Map<String, String> typed(AgreedTerms t, DepartmentFile file) {
        var typed = new LinkedHashMap<>(TermsForm.typed(t));
        typed.put("rank", "" + t.rank());
        typed.put("validFrom", t.from() == null ? "" : t.from().toString());
        typed.put("validTo", t.to() == null ? "" : t.to().toString());
        typed.put("how", "PAPER");
        typed.put("signedBy", file.contact().name());
        typed.put("signedTitle", file.contact().title());
        typed.put("email", file.contact().email());
        return typed;
    }

    private static TermsProposals.By by(Actor actor) {
        return new TermsProposals.By(actor.person(), actor.name(), actor.organization());
    }

    private ModelAndView formView(Page page, UUID id, DepartmentFile file) {
        var model = new HashMap<String, Object>(Map.of("page", page.titled("departments.terms.title", file.name()),
                "id", id, "file", file,
                "sets", fields.sets(page, page.value("policySet", file.policySet())), "mailed", mail.possible()));
        return new ModelAndView("staffing/departments/register/terms", model);
    }
}
