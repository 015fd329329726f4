package org.daywatch.planning.agreements;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happens to an agreement: offered, signed, renewed, ended; and its print. */
@Controller
@Needs(Permission.AGREEMENTS_EDIT)
class AgreementActPages {

    private final AgreementDoor door;
    private final AgreementPages pages;
    private final AgreementCommands commands;
    private final AgreementDrafts drafts;
    private final AuditLog audit;

    AgreementActPages(AgreementDoor door, AgreementPages pages, AgreementCommands commands, AgreementDrafts drafts,
            AuditLog audit) {
        this.door = door;
        this.pages = pages;
        this.commands = commands;
        this.drafts = drafts;
        this.audit = audit;
    }

    @PostMapping("/service-agreements/{id}/offer")
    ModelAndView offer(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        return door.typed(page, actor, id, input, response, "serviceAgreements.said.offered",
                again -> pages.one(again, actor, id),
                () -> commands.offer(id, door.school(actor, door.mine(actor, id).schoolId()),
                        Typed.cut(input.getOrDefault("why", ""), 500), actor.name()));
    }

    /** The name as typed, and the hash of the text that was on the page. */
    @PostMapping("/service-agreements/{id}/signature")
    ModelAndView sign(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        return door.typed(page, actor, id, input, response, "serviceAgreements.said.signed",
                again -> pages.one(again, actor, id),
                () -> commands.sign(id, door.school(actor, door.mine(actor, id).schoolId()), actor,
                        input.getOrDefault("name", ""), input.getOrDefault("hash", "")));
    }

    @PostMapping("/service-agreements/{id}/end")
    ModelAndView end(Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> input,
            HttpServletResponse response) {
        return door.typed(page, actor, id, input, response, "serviceAgreements.said.ended",
                again -> pages.one(again, actor, id),
                () -> commands.end(id, Typed.cut(input.getOrDefault("why", ""), 500), actor.name()));
    }

    @PostMapping("/service-agreements/{id}/renewal")
    ModelAndView renew(Page page, Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        return door.act(page, actor, id, response, "serviceAgreements.said.renewed",
                () -> drafts.renew(id, door.school(actor, door.mine(actor, id).schoolId()), actor.name()));
    }

    @Needs(Permission.AGREEMENTS_READ)
    @GetMapping("/service-agreements/{id}/agreement.pdf")
    ResponseEntity<byte[]> pdf(Page page, Actor actor, @PathVariable UUID id) {
        var view = pages.view(actor, door.mine(actor, id));
        audit.act("AgreementPrinted", "agreement " + id, Map.of("text", view.agreement().text()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"agreement.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(AgreementSheet.of(page.in(view.agreement().language()), view));
    }
}
