package org.daywatch.platform.audit.browse;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.audit.browse.AuditQueries.Filter;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what: a list with filters, and the same as CSV. Taking the whole list away is itself a line in it. */
@Controller
class AuditPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditQueries queries;
    private final AuditLog audit;
    private final Clock clock;
    private final HomeTime home;

    AuditPages(AuditQueries queries, AuditLog audit, Clock clock, HomeTime home) {
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    @Bean
    static NavEntry auditNavigation() {
        return NavEntry.of(NavPart.SETUP, 810, "audit.nav", "/audit", "verified_user", Permission.AUDIT_READ);
    }

    @Needs(Permission.AUDIT_READ)
    @GetMapping("/audit")
    ModelAndView list(Page page, Actor actor, @RequestParam Map<String, String> parameters) {
        var filter = Filter.of(parameters, home.zone());
        var paging = paging(parameters).of(queries.count(filter, actor.person()));
        return new ModelAndView("platform/audit/browse/audit", Map.of("page", page.titled("audit.title"), "paging",
                paging,
                "lines", queries.list(filter, actor.person(), paging.descending(), paging.offset(), paging.size()),
                "actions", queries.actions(actor.person()), "zone", home.zone(), "exact", TIME.withZone(home.zone()),
                "kind", (UnaryOperator<String>) subject -> kind(page, subject)));
    }

    /**
     * What a line is about, as the reader calls it: the words of its subject without the key, which stands behind
     * *details*.
     */
    static String kind(Page page, String subject) {
        var words = List.of(subject.split(" "));
        return IntStream.rangeClosed(1, words.size()).map(n -> words.size() + 1 - n)
                .mapToObj(n -> "audit.kind." + String.join("-", words.subList(0, n)))
                .filter(page::has).findFirst().map(page::t).orElse(subject);
    }

    private static Paging paging(Map<String, String> parameters) {
        return Paging.read("/audit", parameters, Set.of("at"), "-at");
    }

    @Needs(value = Permission.AUDIT_READ, stepUp = true)
    @GetMapping("/audit.csv")
    void export(Actor actor, @RequestParam Map<String, String> parameters, HttpServletResponse response) {
        var filter = Filter.of(parameters, home.zone());
        audit.act("ExportedAudit", "audit", Map.of("filter", parameters, "at", clock.instant()));
        int size = 1000;
        boolean latestFirst = paging(parameters).descending();
        var lines = IntStream.range(0, AuditQueries.LONGEST_EXPORT / size)
                .mapToObj(n -> queries.list(filter, actor.person(), latestFirst, n * size, size))
                .takeWhile(l -> !l.isEmpty())
                .flatMap(List::stream).map(l -> List.of(l.seq(), l.at(), l.who(), l.role(), l.capacity(), l.action(),
                        l.subject(), l.detail()));
        Csv.answer(response, "audit.csv",
                List.of("line", "at", "who", "role", "capacity", "action", "subject", "detail"), lines);
    }
}
