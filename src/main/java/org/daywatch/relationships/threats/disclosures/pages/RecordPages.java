package org.daywatch.relationships.threats.disclosures.pages;

import java.util.List;
import java.util.Map;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.FirstScreenLines;
import org.daywatch.relationships.threats.ThreatDoor;
import org.daywatch.relationships.threats.disclosures.RecordOfDisclosures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of whoever keeps a district's records: what waits for them, and what went out. */
@Controller
@Needs(value = Permission.DISCLOSURES_READ, hidden = true)
class RecordPages {

    private final RecordOfDisclosures disclosures;
    private final List<FirstScreenLines> lines;

    RecordPages(RecordOfDisclosures disclosures, List<FirstScreenLines> lines) {
        this.disclosures = disclosures;
        this.lines = lines;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry recordsEntry(ThreatDoor door) {
            return NavEntry.of(NavPart.TODAY, 4, "records.nav", "/records", "home", Permission.DISCLOSURES_READ)
                    .when(actor -> door.isOpen());
        }
    }

    @GetMapping("/records")
    ModelAndView record(Page page, Actor actor, @RequestParam(defaultValue = "") String q) {
        var found = disclosures.find(actor, q);
        return new ModelAndView("relationships/threats/disclosures/pages/record",
                Map.of("page", page.titled("records.title"), "q", q, "more", found.more(), "rows",
                        found.shown().stream().map(kept -> RecordLine.of(page, kept, found.now())).toList(), "lines",
                        FirstScreenLines.all(lines, page, actor)));
    }
}
