package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What time it is belongs to a place: a school's, a department's, or the agency's ({@code HomeTime}). No class answers
 * with a zone it thought of itself.
 */
class ZonesTest {

    /** A zone by name, a fixed number of hours, or whatever the machine lives by. */
    private static final Pattern THOUGHT_OF = Pattern.compile(
            "(?<!\"zone\": |\\\\)\"(America|Pacific|US|Europe|Etc)/|\\bZoneOffset\\.of\\w*\\(|\\bZoneId\\.systemDefault|\\bTimeZone\\.getDefault|zone +text [^,]*default '[A-Z]");
    /** The day on the clock of nowhere, shown or judged as today's. */
    private static final Pattern NOBODYS_DAY = Pattern
            .compile("LocalDate(Time)?\\.now\\(clock\\)|YearMonth\\.now\\(clock\\)");
    /**
     * The farthest days themselves; the demonstration, which has its own place; two defaults of columns that a later
     * migration takes away.
     */
    private static final List<String> ALLOWED = List.of("platform/time/FarthestDays.java", "/demo/");

    @Test
    void noClassAnswersWithAZoneOfItsOwn() throws IOException {
        Offenders.none(
                "Ask the school's zone, the department's, or HomeTime for the agency's; FarthestDays where schools of several zones are looked through.",
                Sources.linesOfMain(".java", ".jte", ".sql").stream()
                        .filter(line -> ALLOWED.stream().noneMatch(line.file()::contains))
                        .filter(line -> THOUGHT_OF.matcher(line.text()).find()
                                || NOBODYS_DAY.matcher(line.text()).find())
                        .toList());
    }

    @Test
    void theSearchFindsWhatItIsFor() {
        for (String wrong : List.of("ZoneId.of(\"America/Phoenix\")", "ZoneOffset.ofHours(-7)",
                "ZoneId.systemDefault()", "TimeZone.getDefault()", "LocalDate.now(clock)",
                "@Scheduled(cron = \"0 40 2 * * *\", zone = \"America/Phoenix\")",
                "    zone text not null default 'America/Phoenix',")) {
            assertThat(THOUGHT_OF.matcher(wrong).find() || NOBODYS_DAY.matcher(wrong).find()).as(wrong).isTrue();
        }
        for (String right : List.of("LocalDate.now(clock.withZone(school.zone()))", "home.today()",
                "write it as America/Chicago", "    zone text not null,")) {
            assertThat(THOUGHT_OF.matcher(right).find() || NOBODYS_DAY.matcher(right).find()).as(right).isFalse();
        }
    }
}
