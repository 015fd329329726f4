package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.daywatch.Daywatch;
import org.daywatch._story.AllTables;
import org.daywatch._story.FreshDatabase;
import org.daywatch._story.ToldAgain;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.operations.UnheardFacts;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.time.DemoClock;
import org.daywatch.staffing.replacement.ReplacementRounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The demonstration has lived: officers on posts, alerts, drills, lessons, agreements, clocks. Whatever delivers its
 * facts may deliver them again.
 *
 * <p>F-14 of docs/security.
 */
@SpringBootTest(classes = Daywatch.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"daywatch.demo=true", "daywatch.database.durable=false", "daywatch.timers=false",
                "daywatch.tips.slots=32", "daywatch.tips.reserve=8"})
@ContextConfiguration(initializers = FreshDatabase.class)
class EverythingTwiceIT {

    @Autowired UnheardFacts facts;
    @Autowired Clock clock;
    @Autowired Tenants tenants;
    @Autowired ReplacementRounds rounds;
    private Instant runsFrom;
    @Value("${daywatch.database.directory}") Path database;

    /** What becomes due while time goes on is no effect of telling: the clock stands where the story ended. */
    @BeforeEach
    void timeStands() {
        runsFrom = clock.instant();
        ((DemoClock) clock).standAt(DemoStory.TODAY.atTime(DemoStory.OPENS_AT).atZone(DemoStory.ZONE).toInstant());
    }

    /**
     * Hearing that somebody is looked for asks whoever is due to be asked: those who are due when the story ends are
     * asked first, as the timer would.
     */
    private void whatIsDueIsDone() {
        tenants.forEachAgency("asking for replacements", agency -> {
            while (rounds.sendDue() > 0) {}
        });
    }

    @AfterEach
    void timeGoesOn() {
        ((DemoClock) clock).runFrom(runsFrom);
    }

    @Test
    void everyFactToldToEveryRoomTwiceMoreInAnyOrderChangesNothing() throws Exception {
        try (var tables = AllTables.over(database)) {
            var again = new ToldAgain(tables, facts);
            again.settled("true");
            whatIsDueIsDone();
            again.settled("true");
            var before = tables.state();
            var chance = new Random(17);
            for (int time = 2; time <= 3; time++) {
                again.all("true", chance);
                assertThat(AllTables.changed(before, tables.state()))
                        .as("tables that changed when everything was told for the %d. time", time).isEmpty();
            }
        }
    }
}
