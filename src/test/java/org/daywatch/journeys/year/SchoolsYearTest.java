package org.daywatch.journeys.year;

import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.daywatch.transparency.programs.campus.PlayedCampuses;
import org.daywatch.transparency.programs.totals.PlayedSchools;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What each school of the scripted years shows, put together without a database: posts in rotation and shared,
 * officers, agreements, due lists.
 */
class SchoolsYearTest {

    @TestFactory
    Stream<DynamicTest> schoolsShowWhatWasWrittenByHand() {
        return Stream.of("arizona", "texas", "florida").map(Script::of).flatMap(script -> {
            var played = new PlayedSchools(Played.of(script));
            var days = new Comparison(script, played.posts(), played.officers(), new SoftAssertions()).days();
            return days.stream().map(asOf -> DynamicTest.dynamicTest(played.played().state() + " " + asOf, () -> {
                var comparison = new Comparison(script, played.posts(), played.officers(), new SoftAssertions());
                comparison.compare(asOf, played.on(asOf), new PlayedCampuses(played.played()).on(asOf));
                comparison.softly().assertAll();
            }));
        });
    }
}
