package org.daywatch.staffing.awards;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For the coordinator: what officers sign up for, what was awarded, and each award with all its reasons. */
@Controller
@Needs(Permission.SHIFTS_DESK)
class AwardPages {

    private static final int CSV_ROWS = 50_000;

    private final AwardQueries queries;
    private final AwardStore awards;
    private final AuditLog audit;

    AwardPages(AwardQueries queries, AwardStore awards, AuditLog audit) {
        this.queries = queries;
        this.awards = awards;
        this.audit = audit;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry awardsEntry() {
            return NavEntry.of(NavPart.COVERAGE, 46, "awards.nav", "/awards", "verified_user", Permission.SHIFTS_DESK);
        }
    }

    @GetMapping("/awards")
    ModelAndView list(Page page, @RequestParam Map<String, String> parameters) {
        var asked = AwardList.paging(parameters);
        var paging = asked.of(queries.count(asked));
        return new ModelAndView("staffing/awards/awards",
                Map.of("page", page.titled("awards.title"), "collecting", queries.collecting(),
                        "made", queries.made(paging), "paging", paging));
    }

    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/awards.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var made = queries.made(AwardList.paging(parameters).size(CSV_ROWS));
        audit.act("ExportedAwards", "awards", Map.of("rows", made.size()));
        Csv.answer(response, "awards.csv",
                List.of("decided_at", "day", "school", "starts_at", "ends_at", "method", "signed_up", "outcome",
                        "officer"),
                made.stream()
                        .map(m -> List.of(m.award().decidedAt(), m.slot().day(), m.slot().school(),
                                m.slot().window().start(), m.slot().window().end(),
                                m.award().method(), m.candidates(), m.award().outcome(), m.officer())));
    }

    @GetMapping("/awards/{id}")
    ModelAndView award(Page page, @PathVariable UUID id) {
        var stored = awards.get(id);
        var award = AwardReader.read(stored.record()).decide();
        var names = awards.names(java.util.stream.Stream
                .concat(award.ranked().stream().map(Award.Ranked::candidate), award.out().stream())
                .map(Candidate::officer).toList());
        audit.read("Award", "award " + id, Map.of("candidates", names.size()));
        return new ModelAndView("staffing/awards/award", Map.of("page", page.titled("awards.one"), "stored", stored,
                "award", award, "names", names, "words", AwardWords.of(page, award)));
    }

    /** The record to the byte, for the person who wants to work it out themselves. */
    @Needs(value = Permission.EXPORTS, stepUp = true)
    @GetMapping("/awards/{id}/record.json")
    ResponseEntity<String> record(@PathVariable UUID id) {
        return ResponseEntity.ok().header("Content-Type", "application/json;charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"award-" + id + ".json\"")
                .body(awards.get(id).record());
    }
}
