package org.daywatch.planning.export;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daywatch.planning.operationsplans.PlanDoor;
import org.daywatch.planning.operationsplans.PlanRules;
import org.daywatch.planning.operationsplans.content.RiskRating;
import org.daywatch.planning.operationsplans.seal.PlanOpenings;
import org.daywatch.platform.audit.AuditLog;
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

/** A plan to take along, while an opening lasts. That it left the house is a line of the audit. */
@Controller
@Needs(Permission.PLANS_READ)
class PlanExportPages {

    private static final MediaType DOCX = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final PlanDoor door;
    private final PlanOpenings openings;
    private final PlanRules rules;
    private final ConfidentialLines lines;
    private final AuditLog audit;
    private final Clock clock;

    PlanExportPages(PlanDoor door, PlanOpenings openings, PlanRules rules, ConfidentialLines lines, AuditLog audit,
            Clock clock) {
        this.door = door;
        this.openings = openings;
        this.rules = rules;
        this.lines = lines;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/operations-plans/{id}/openings/{opening}/plan.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID opening) {
        return file(MediaType.APPLICATION_PDF, "operations-plan.pdf",
                PlanPdf.of(document(actor, page, id, opening, "pdf")));
    }

    @GetMapping("/operations-plans/{id}/openings/{opening}/plan.docx")
    ResponseEntity<byte[]> docx(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID opening) {
        return file(DOCX, "operations-plan.docx", PlanDocx.of(document(actor, page, id, opening, "docx")));
    }

    private PlanDocument document(Actor actor, Page page, UUID id, UUID opening, String kind) {
        var plan = door.readable(actor, id);
        var school = door.school(plan);
        var content = door.sealed(actor, plan, () -> {
            var text = openings.text(plan, opening, actor.person());
            audit.act("PlanTakenAlong", "operations plan " + id, Map.of("opening", opening, "kind", kind));
            return text;
        });
        var weights = rules.weights(LocalDate.ofInstant(plan.begunAt(), school.zone()));
        var ratings = new HashMap<UUID, RiskRating>();
        content.hazards().forEach(h -> ratings.put(h.id(), RiskRating.of(h, weights)));
        return PlanDocuments.of(page, school, plan, content, ratings,
                lines.of(school.state(), LocalDate.ofInstant(clock.instant(), school.zone())), clock.instant());
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .cacheControl(CacheControl.noStore()).body(bytes);
    }
}
