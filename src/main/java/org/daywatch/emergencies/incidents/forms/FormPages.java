package org.daywatch.emergencies.incidents.forms;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.incidents.CommandRole;
import org.daywatch.emergencies.incidents.IncidentDoor;
import org.daywatch.emergencies.incidents.pages.IncidentPages;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Forms to take along. Each that is made is a line of the audit. */
@Controller
@Needs(Permission.INCIDENT_EDIT)
class FormPages {

    private final IncidentDoor door;
    private final IncidentPages incidents;
    private final AuditLog audit;

    FormPages(IncidentDoor door, IncidentPages incidents, AuditLog audit) {
        this.door = door;
        this.incidents = incidents;
        this.audit = audit;
    }

    @GetMapping("/incidents/{id}/ics-201.pdf")
    ResponseEntity<byte[]> briefing(Page page, Actor actor, @PathVariable UUID id) {
        var view = incidents.view(actor, door.mine(actor, id));
        audit.act("IncidentFormMade", "incident " + id, Map.of("form", "201"));
        return pdf("ics-201.pdf", IncidentForms.briefing(page, view));
    }

    /** @param role COMMANDER or a {@link CommandRole}; empty for everything */
    @GetMapping("/incidents/{id}/ics-214.pdf")
    ResponseEntity<byte[]> log(Page page, Actor actor, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role) {
        boolean known = role.isEmpty() || role.equals(CommandRole.COMMANDER)
                || Arrays.stream(CommandRole.values()).anyMatch(r -> r.name().equals(role));
        var incident = door.mine(actor, id);
        if (!known) throw new InvalidInput("role", role, "incidents.wrong.role");
        var view = incidents.view(actor, incident);
        audit.act("IncidentFormMade", "incident " + id, Map.of("form", "214", "role", role));
        return pdf("ics-214.pdf", IncidentForms.log(page, view, role.isEmpty() ? null : role));
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .cacheControl(CacheControl.noStore()).body(bytes);
    }
}
