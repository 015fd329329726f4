package org.daywatch.transparency.programs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.transparency.programs.report.SiteVisit.Evidence;
import org.daywatch.transparency.programs.report.SiteVisit.Line;
import org.junit.jupiter.api.Test;

class SiteVisitTest {

    private static SiteVisit file(String done, String gap, String address) {
        return new SiteVisit(new UUID(1, 1), "Ironwood High", "Ironwood Unified", LocalDate.of(2026, 11, 17), "P",
                "year", "the state", List.of(new Line("AZ-LRE", "LRE", "LRE", "180 h", done, "Behind", "", "R@2020")),
                List.of(gap),
                List.of(new Evidence(LocalDate.of(2026, 9, 1), "Cohort lesson", "Ana", "50 min", address)),
                List.of("R@2020"));
    }

    @Test
    void theDigestIsOfEverythingTheFileSays() {
        var digest = file("60 h", "no log", "/logs/1").digest();
        assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(file("60 h", "no log", "/logs/1").digest());
        assertThat(file("61 h", "no log", "/logs/1").digest()).isNotEqualTo(digest);
        assertThat(file("60 h", "no logs", "/logs/1").digest()).isNotEqualTo(digest);
        assertThat(file("60 h", "no log", "/logs/2").digest()).isNotEqualTo(digest);
    }

    @Test
    void wordsThatMoveFromOneFieldToTheNextChangeTheDigest() {
        assertThat(file("60 h", "ab", "c").digest()).isNotEqualTo(file("60 h", "a", "bc").digest());
    }
}
