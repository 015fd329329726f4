package org.daywatch.transparency.programs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.FundedPosts.FundedPost;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.programs.meters.PostMoney;
import org.daywatch.transparency.programs.totals.SchoolMeters.Figures;
import org.daywatch.transparency.programs.totals.SchoolMeters.OfPost;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.daywatch.transparency.programs.totals.Schools;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a grant report says of need and of money: zero, unknown and not shown are three things. */
class GrantReportTest {

    private static final UUID NORTH = new UUID(1, 1);
    private static final UUID SOUTH = new UUID(1, 2);
    private static final UUID EAST = new UUID(1, 3);
    private static final UUID WEST = new UUID(1, 4);

    private final Page page;

    GrantReportTest() throws java.io.IOException {
        page = new Page("", "en", new Texts(), null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null, "/",
                false, 0,
                Map.of(), Map.of());
    }

    @Test
    void aSmallNumberIsNotShownNorWhatWouldTellIt() {
        var text = report(Map.of(NORTH, 1, SOUTH, 5, EAST, 9), List.of());
        assertThat(text).contains("North High: fewer than 3, not shown",
                "South High: not shown, to protect a small number nearby", "East High: 9",
                "West High: unknown, nothing recorded",
                "Total: 15, at 3 of 4 schools");
    }

    @Test
    void noneIsZeroAndNothingRecordedIsUnknown() {
        assertThat(report(Map.of(NORTH, 0, SOUTH, 4), List.of())).contains("North High: none", "South High: 4",
                "East High: unknown", "Total: 4, at 2 of 4 schools");
        assertThat(report(Map.of(), List.of())).contains("North High: unknown").doesNotContain("Total:");
        assertThat(report(Map.of(NORTH, 2), List.of())).as("alone it has nothing to hide behind")
                .contains("fewer than 3", "The total is not shown");
    }

    @Test
    void eachAwardSaysWhatItPaysWhatWasSpentAndWhatIsLeft() {
        var priced = post("2026-11", List.of(NORTH, SOUTH), new PostMoney(6_000_000, 1_250_000, 4_750_000, null));
        var text = report(Map.of(), List.of(priced, post("2026-12", List.of(NORTH), null)));
        assertThat(text).contains(
                "SRO post, 2026-11 (North High, South High): grant $60,000.00, spent $12,500.00. $47,500.00 of $60,000.00 left.",
                "SRO post, 2026-12 (North High): Unknown: the grant amount and the cost per hour have not been entered",
                "Total for 1 of 2 posts with known grant amount and hourly cost: grant $60,000.00, spent $12,500.00, left $47,500.00");
        assertThat(text.split("SRO post, 2026-11", -1)).as("a shared post stands once").hasSize(2);
        assertThat(report(Map.of(), List.of())).contains("No funded posts added.");
    }

    private String report(Map<UUID, Integer> incidents, List<OfPost> posts) {
        var schools = List.of(school(NORTH, "North High", posts), school(SOUTH, "South High", posts),
                school(EAST, "East High", List.of()), school(WEST, "West High", List.of()));
        var besides = new HashMap<UUID, Besides>();
        schools.forEach(s -> besides.put(s.school().id(),
                new Besides(Instant.parse("2026-11-17T17:00:00Z"), List.of(), List.of(), List.of(), Optional.empty())));
        return GrantReport.of(page,
                new GrantReport.Figures("Mesquite Unified", Schools.AS_OF, schools, 0, 0, 0, besides, incidents, 3));
    }

    private static SchoolMeters school(UUID id, String name, List<OfPost> posts) {
        return new SchoolMeters(new Campus(id, new UUID(7, 2), name, "AZ", SchoolLevel.HIGH, ZoneOffset.UTC),
                Schools.AS_OF, Schools.YEAR, List.of(), posts, List.of(), new Figures(List.of(), null, 0), List.of(),
                List.of(), List.of());
    }

    private static OfPost post(String award, List<UUID> schools, @Nullable PostMoney money) {
        var post = new FundedPost(UUID.nameUUIDFromBytes(award.getBytes()), new UUID(7, 2), "AZ-SSP", award, "SRO",
                schools, LocalDate.of(2026, 7, 1), null,
                money == null ? null : new Money(money.award(), 7_500));
        return new OfPost(post, new Figures(List.of(), null, 0), money);
    }
}
