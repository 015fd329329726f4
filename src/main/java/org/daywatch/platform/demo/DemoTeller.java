package org.daywatch.platform.demo;

import static org.daywatch_db.platform.Tables.SETTING;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.DemoClock;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the demonstration once on an empty database, and marks that database as a demonstration for ever: a real
 * installation can never be opened in demo mode, nor a demonstration without it.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
@Order(10)
class DemoTeller implements ApplicationRunner {

    static final String AGENCY = "Sonoran School Safety Cooperative";
    private static final Logger log = LoggerFactory.getLogger(DemoTeller.class);

    private final List<DemoChapter> chapters;
    private final Organizations organizations;
    private final Tenants tenants;
    private final DSLContext db;
    private final DemoClock clock;

    DemoTeller(List<DemoChapter> chapters, Organizations organizations, Tenants tenants, DSLContext db, Clock clock) {
        this.chapters = chapters.stream().sorted(Comparator.comparingInt(DemoChapter::order)).toList();
        this.organizations = organizations;
        this.tenants = tenants;
        this.db = db;
        this.clock = (DemoClock) clock;
        db.select(SETTING.VALUE).from(SETTING).where(SETTING.NAME.eq("demo.offset")).fetchOptional(SETTING.VALUE)
                .ifPresent(offset -> this.clock.setOffset(Duration.parse(offset)));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var kind = db.select(SETTING.VALUE).from(SETTING).where(SETTING.NAME.eq("installation"))
                .fetchOptional(SETTING.VALUE);
        if (kind.isPresent() && kind.get().equals("demo")) return;
        if (kind.isPresent() || !tenants.list().isEmpty()) {
            throw new IllegalStateException("This database holds a real installation; it is not opened in demo mode.\n"
                    + "Maybe start without --demo, or choose another folder with --data.");
        }
        long began = System.nanoTime();
        // The story begins before the school year, so that agreements, certificates and first weeks lie behind it.
        clock.standAt(LocalDate.of(2026, 7, 13).atTime(8, 0).atZone(DemoStory.ZONE).toInstant());
        var agency = organizations.foundAgency(AGENCY, "AZ");
        organizations.join(agency, "coordinator@demo.daywatch.example", "Robin Alder", Role.COORDINATOR, null);
        organizations.join(agency, "admin@demo.daywatch.example", "Casey Juniper", Role.AGENCY_ADMIN, null);
        var story = new DemoStory(agency, clock);
        tenants.letTimersWait(true);
        for (var chapter : chapters) {
            Tenancy.run(Scope.system(agency), () -> chapter.tell(story));
        }
        clock.runFrom(story.itIs(DemoStory.TODAY, DemoStory.OPENS_AT));
        db.insertInto(SETTING).columns(SETTING.NAME, SETTING.VALUE).values("installation", "demo")
                .values("demo.offset", clock.offset().toString()).execute();
        tenants.letTimersWait(false);
        log.info("the demonstration was told in {} ms", (System.nanoTime() - began) / 1_000_000);
    }
}
