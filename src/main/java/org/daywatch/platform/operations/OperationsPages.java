package org.daywatch.platform.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.backup.Backups;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.retention.Retention;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.platform.web.kit.Tile;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One page for whoever keeps Daywatch running: what is old, what failed, what waits, how long things are kept. */
@Controller
class OperationsPages {

    private static final Duration BACKUP_OLD = Duration.ofHours(26); // a nightly backup, and two hours of grace
    private static final Duration CHECKPOINT_OLD = Duration.ofMinutes(2);

    private final OperationsQueries queries;
    private final Backups backups;
    private final Retention retention;
    private final List<Sign.Source> sources;
    private final UnheardFacts facts;
    private final RestoredCopy copy;
    private final AuditLog audit;
    private final Clock clock;
    private final HomeTime home;

    OperationsPages(OperationsQueries queries, Backups backups, Retention retention, List<Sign.Source> sources,
            UnheardFacts facts, RestoredCopy copy,
            AuditLog audit, Clock clock, HomeTime home) {
        this.queries = queries;
        this.backups = backups;
        this.retention = retention;
        this.sources = sources;
        this.facts = facts;
        this.copy = copy;
        this.audit = audit;
        this.clock = clock;
        this.home = home;
    }

    @Bean
    static NavEntry operationsNavigation() {
        return NavEntry.of(NavPart.SETUP, 820, "operations.nav", "/operations", "construction",
                Permission.OPERATIONS_READ);
    }

    @Needs(Permission.OPERATIONS_READ)
    @GetMapping("/operations")
    ModelAndView show(Page page) {
        var unheard = queries.unheard();
        return new ModelAndView("platform/operations/operations",
                Map.of("page", page.titled("operations.title"), "zone", home.zone(), "tiles",
                        tiles(page, unheard.size()),
                        "unheard", unheard, "rules", retention.rules(), "now", clock.instant()))
                .addObject("copyOf",
                        copy.now().map(one -> one.of() == null ? "" : page.when().record(one.of(), home.zone()))
                                .orElse(null));
    }

    @Needs(value = Permission.OPERATIONS_EDIT, stepUp = true)
    @PostMapping("/operations/facts/{id}/resending")
    ModelAndView again(Page page, @PathVariable UUID id, HttpServletResponse response) {
        if (!queries.isOurs(id)) throw new NotFound("unheard fact " + id);
        audit.act("ResentFact", "fact " + id, Map.of());
        facts.tellAgain(id);
        Flashes.say(response, "success", page.t("operations.again.done"));
        return new ModelAndView("redirect:/operations");
    }

    private List<Tile> tiles(Page page, int unheard) {
        var deliveries = queries.deliveries();
        int lost = deliveries.getOrDefault("DEAD", 0) + deliveries.getOrDefault("FAILED", 0);
        var tiles = new ArrayList<Tile>();
        tiles.add(aged(page, "operations.backup", backups.last().orElse(null), BACKUP_OLD, "operations.backup.never"));
        queries.archived().ifPresent(log -> tiles.add(archive(page, log)));
        tiles.add(aged(page, "operations.checkpoint", queries.at("audit.checkpoint").orElse(null), CHECKPOINT_OLD,
                "operations.checkpoint.never")
                .opens(page.actor() != null && page.actor().may(Permission.AUDIT_READ) ? "/audit" : null));
        tiles.add(Tile.of(page.t("operations.unheard"), Integer.toString(unheard)).opens("#unheard")
                .tone(unheard == 0 ? Chip.Tone.GOOD : Chip.Tone.BAD));
        tiles.add(Tile.of(page.t("operations.lost"), Integer.toString(lost)).opens("/outbox?state=LOST")
                .tone(lost == 0 ? Chip.Tone.GOOD : Chip.Tone.BAD));
        tiles.add(Tile
                .of(page.t("operations.waiting"),
                        Integer.toString(deliveries.getOrDefault("WAITING", 0) + deliveries.getOrDefault("HELD", 0)))
                .opens("/outbox?state=PENDING"));
        tiles.add(Tile.of(page.t("operations.size"),
                String.format(Locale.ROOT, "%.0f MB", queries.databaseBytes() / 1e6)));
        for (var source : sources) {
            for (var sign : source.signs())
                tiles.add(Tile.of(page.t(sign.labelKey()), sign.words() ? page.t(sign.figure()) : sign.figure())
                        .opens(sign.href()).tone(sign.tone()));
        }
        return tiles;
    }

    private Tile archive(Page page, OperationsQueries.Archived log) {
        boolean late = log.late(clock.instant());
        String note = late
                ? page.t("operations.archive.old", log.waiting())
                : page.t("operations.archive.every", log.seconds());
        return Tile
                .of(page.t("operations.archive"),
                        log.last() == null
                                ? page.t("operations.never")
                                : words(page, Duration.between(log.last(), clock.instant())))
                .note(note)
                .tone(late ? Chip.Tone.BAD : Chip.Tone.GOOD);
    }

    private Tile aged(Page page, String label, @org.jspecify.annotations.Nullable Instant at, Duration old,
            String never) {
        if (at == null)
            return Tile.of(page.t(label), page.t("operations.never")).note(page.t(never)).tone(Chip.Tone.BAD);
        var age = Duration.between(at, clock.instant());
        boolean overdue = age.compareTo(old) > 0; // said in words too: a color alone warns nobody who does not see it
        return Tile.of(page.t(label), words(page, age))
                .note(page.when().record(at, home.zone()) + (overdue ? ". " + page.t(label + ".old") : ""))
                .tone(overdue ? Chip.Tone.BAD : Chip.Tone.GOOD);
    }

    static String words(Page page, Duration age) {
        if (age.toDays() >= 2) return page.t("operations.days", age.toDays());
        if (age.toHours() >= 2) return page.t("operations.hours", age.toHours());
        return page.t("operations.minutes", Math.max(0, age.toMinutes()));
    }
}
