package org.daywatch.transparency.programs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.journeys.year.Played;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.report.SiteVisit.Evidence;
import org.daywatch.transparency.programs.totals.EvidenceLines.Line;
import org.daywatch.transparency.programs.totals.PlayedSchools;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was at a drill stands beside it, though the line that counts is the school's and names nobody. */
class VisitEvidenceTest {

    private static final UUID OFFICER = new UUID(0, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 25);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 21);

    private final VisitEvidence evidence;

    VisitEvidenceTest() throws java.io.IOException {
        var page = new Page("", "en", new Texts(), null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null,
                "/", false,
                0, Map.of(), Map.of());
        var florida = new PlayedSchools(Played.of("florida")).on(LocalDate.of(2027, 5, 27)).get("cabbage-palm");
        evidence = new VisitEvidence(page, florida,
                List.of(line(AUGUST, null, "DRILL:ACTIVE_THREAT", "/drills/1"), line(AUGUST, OFFICER, "", "/drills/1"),
                        line(JANUARY, null, "DRILL:ACTIVE_THREAT", "/drills/2")),
                Map.of(OFFICER, "Owen Jarrett"));
    }

    @Test
    void aDrillIsCalledAsTheProgramCountsItAndNamesItsOfficers() {
        assertThat(evidence.list()).extracting(Evidence::day, Evidence::what, Evidence::officer)
                .containsExactly(tuple(AUGUST, "Active-threat drill", "Owen Jarrett"),
                        tuple(JANUARY, "Active-threat drill", ""));
    }

    @Test
    void anActiveThreatDrillWithoutANameIsAGapWhereTheRecordMustHaveOne() {
        assertThat(evidence.unnamed())
                .containsExactly("Active-threat drill: the record of Jan 21, 2027 names no officer");
    }

    @Test
    void whatTookNoTimeIsNotSaidToHaveTakenNoneOfIt() {
        assertThat(evidence.of(line(JANUARY, null, "AGREEMENT:SERVICE", "/service-agreements/1", 0)).amount())
                .isEmpty();
        assertThat(evidence.of(line(JANUARY, null, "DRILL:FIRE", "/drills/3", 20)).amount()).isEqualTo("0 h 20 min");
    }

    private static Line line(LocalDate day, @Nullable UUID officer, String subject, String address) {
        return line(day, officer, subject, address, 20);
    }

    private static Line line(LocalDate day, @Nullable UUID officer, String subject, String address, int minutes) {
        return new Line(new UUID(1, 1), new UUID(2, 2), officer, null, day, "DRILL", subject, minutes, null, true, "",
                "", "FACT", address);
    }
}
