package org.daywatch.relationships.threats.requests.pages;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.cases.CaseFile.Printed;
import org.daywatch.relationships.threats.disclosures.Disclosures;
import org.daywatch.relationships.threats.requests.RecordsRequestCommands;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a parent is shown, in their language: the page for the parent where somebody made one, and the record as it was
 * made ready for them. Whoever keeps the records sees that it is there and not what it says.
 */
@Controller
@Needs(value = Permission.RECORDS_ASKED_READ, hidden = true)
class RecordsPaperPages {

    private final RecordsRequestDoor door;
    private final RecordsRequestCommands requests;
    private final Disclosures disclosures;
    private final AuditLog audit;

    RecordsPaperPages(RecordsRequestDoor door, RecordsRequestCommands requests, Disclosures disclosures,
            AuditLog audit) {
        this.door = door;
        this.requests = requests;
        this.disclosures = disclosures;
        this.audit = audit;
    }

    @GetMapping("/records/requests/{id}/paper")
    ModelAndView paper(Page page, Actor actor, @PathVariable UUID id) {
        var asked = door.get(actor, id);
        var prepared = asked.request().file().prepared();
        if (prepared == null || !asked.reads()) throw new NotFound("the paper of records request " + id);
        var seen = asked.of().orElseThrow(() -> new NotFound("the paper of records request " + id));
        audit.read("RecordsPaper", "records request " + id, Map.of());
        return new ModelAndView("relationships/threats/requests/pages/paper",
                Map.of("page", page.titled("asked.paper"), "said", page.in(prepared.language()), "asked", asked,
                        "prepared", prepared, "accounts", accounts(seen.threat().file().printed(), prepared.language()),
                        "disclosed", disclosures.kept(seen), "statements",
                        requests.statements(seen.threat().id())));
    }

    /** The latest in this language, if there is one. */
    private static List<Printed> accounts(List<Printed> all, String language) {
        return all.reversed().stream().filter(p -> p.language().equals(language)).limit(1).toList();
    }
}
