package org.daywatch.prevention.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.patrols.PatrolPlans;
import org.daywatch.prevention.patterns.Happening;
import org.daywatch.prevention.patterns.Happening.Kind;
import org.daywatch.prevention.patterns.Happening.Source;
import org.daywatch.prevention.patterns.Happenings;
import org.daywatch.prevention.zones.Zones;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The parts of the high school, what happened in them since August, and this week's walks; and those of the elementary
 * school with an officer on post.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class PatternsChapter implements DemoChapter {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 10);
    private static final int WEEKS = 11;
    private static final int HAPPENED = 168;
    private static final List<String> PARTS = List.of("North hall", "South hall", "Cafeteria", "Gym and lockers",
            "Courtyard", "Bus loop", "Student parking", "Library", "Science wing", "Athletic fields");
    private static final List<String> THISTLE = List.of("Front and office", "Kindergarten wing", "Library", "Cafeteria",
            "Playground", "Portable classrooms", "Bus loop");
    /** Where more happens, by the numbers of the parts. */
    private static final List<Integer> OFTEN = List.of(2, 2, 2, 3, 3, 6, 5, 1, 4);
    private static final List<Kind> KINDS = List.of(Kind.FIGHT, Kind.FIGHT, Kind.SUBSTANCES, Kind.SUBSTANCES,
            Kind.VANDALISM, Kind.TRESPASS, Kind.TRAFFIC, Kind.THEFT);
    private static final List<Integer> HOURS = List.of(11, 12, 12, 12, 13, 14, 15, 9, 8);

    private final Campuses campuses;
    private final Zones zones;
    private final Happenings happenings;
    private final PatrolPlans plans;
    private final TransactionTemplate transaction;

    PatternsChapter(Campuses campuses, Zones zones, Happenings happenings, PatrolPlans plans,
            PlatformTransactionManager transactions) {
        this.campuses = campuses;
        this.zones = zones;
        this.happenings = happenings;
        this.plans = plans;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        var school = campuses.find(story.the("ironwood-high")).orElseThrow();
        at(story, LocalDate.of(2026, 11, 5), () -> {
            var parts = PARTS.stream().map(name -> zones.add(school, name)).toList();
            note(story, school, parts);
        });
        at(story, LocalDate.of(2026, 11, 9), () -> plans.make(school, LocalDate.of(2026, 11, 9), "Morgan Sedgewick"));
        at(story, LocalDate.of(2026, 11, 16), () -> plans.make(school, LocalDate.of(2026, 11, 16), "Morgan Sedgewick"));
        thistle(story);
    }

    private void thistle(DemoStory story) {
        var school = campuses.find(story.the("thistle")).orElseThrow();
        at(story, LocalDate.of(2026, 11, 5), () -> THISTLE.forEach(name -> zones.add(school, name)));
        for (var monday : List.of(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 16)))
            at(story, monday, () -> plans.make(school, monday, "Taylor Winslow"));
    }

    /** The same each time the demonstration is told. */
    private void note(DemoStory story, Campus school, List<UUID> parts) {
        var lot = new Random(17);
        for (int i = 0; i < HAPPENED; i++) {
            var day = FIRST.plusWeeks(lot.nextInt(WEEKS)).plusDays(lot.nextInt(5));
            var zone = i % 12 == 0 ? null : parts.get(OFTEN.get(lot.nextInt(OFTEN.size())));
            happenings.insert(new Happening(story.agency(), Ids.next(), school.districtId(), school.id(), day,
                    HOURS.get(lot.nextInt(HOURS.size())), KINDS.get(lot.nextInt(KINDS.size())), Source.BY_HAND,
                    "", zone));
        }
    }

    private void at(DemoStory story, LocalDate day, Runnable what) {
        story.whenItIs(day, LocalTime.of(7, 5), () -> Tenancy.run(Scope.system(story.agency()),
                () -> transaction.executeWithoutResult(t -> what.run())));
    }
}
