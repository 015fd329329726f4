package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Time comes in through the one clock, so that tests and the demonstration can move it. */
class ClockTest {

    private static final Pattern OWN_TIME = Pattern.compile(
            "\\b(Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\(\\s*\\)"
                    + "|\\b\\w+\\.now\\(\\s*ZoneId\\.|System\\.currentTimeMillis\\(|\\bnew Date\\(\\s*\\)|Clock\\.system\\w*\\(|\\bnow\\(\\s*\\)\\s*(at time zone|::)");

    /** Where the real clock is made, and the ids, whose time is only an order. */
    private static final List<String> ALLOWED = List.of("org/daywatch/platform/time/ClockConfiguration.java",
            "org/daywatch/platform/persistence/Ids.java");

    @Test
    void nobodyAsksForTheTimeWithoutTheClock() throws IOException {
        var found = Sources.linesOfMain(".java").stream()
                .filter(line -> ALLOWED.stream().noneMatch(line.file()::endsWith))
                .filter(line -> OWN_TIME.matcher(line.text()).find()).toList();
        Offenders.none(
                "Take the time from the injected Clock: clock.instant(), and the day from its place (HomeTime, the school's zone).",
                found);
    }

    @Test
    void theSearchFindsWhatItIsFor() {
        for (String wrong : List.of("var now = Instant.now();", "LocalDate.now( )",
                "long t = System.currentTimeMillis();", "new Date()", "LocalDate.now(ZoneId.of(\"x\"))",
                "Clock.systemUTC()")) {
            assertThat(OWN_TIME.matcher(wrong).find()).as(wrong).isTrue();
        }
        for (String right : List.of("clock.instant()", "LocalDate.now(clock)", "LocalDate.now(clock.withZone(zone))",
                "new Date(millis)")) {
            assertThat(OWN_TIME.matcher(right).find()).as(right).isFalse();
        }
    }
}
