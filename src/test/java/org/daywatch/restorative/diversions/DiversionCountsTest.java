package org.daywatch.restorative.diversions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.daywatch.restorative.diversions.DiversionCounts.Course;
import org.daywatch.restorative.diversions.DiversionCounts.Reply;
import org.daywatch.restorative.diversions.DiversionEnd.Outcome;
import org.daywatch.restorative.diversions.DiversionEnd.Without;
import org.daywatch.restorative.diversions.DiversionFile.Answer;
import org.daywatch.restorative.diversions.DiversionFile.HelpOffer;
import org.junit.jupiter.api.Test;

/** What came of it, as a person counts it; outside the school nobody learns of a few. */
class DiversionCountsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @Test
    void aSchoolYearIsCountedAsAPersonCountsIt() {
        var counts = DiversionCounts.of(List.of(
                of(1, Exclusion.EXPULSION, ended(Outcome.EXCLUDED, Without.LAW)),
                of(2, Exclusion.EXPULSION, ended(Outcome.EXCLUDED, null), offer("MENTOR", Answer.DECLINED, false)),
                of(3, Exclusion.OTHER_SCHOOL, ended(Outcome.HELPED, null), offer("MENTOR", Answer.ACCEPTED, true),
                        offer("COUNSELING", Answer.ACCEPTED, false)),
                of(3, Exclusion.OTHER_SCHOOL, null, offer("COUNSELING", Answer.WAITING, false)),
                of(4, Exclusion.EXPULSION, ended(Outcome.STRUCK, null))));
        assertThat(counts.courses()).containsOnlyKeys(Exclusion.EXPULSION, Exclusion.OTHER_SCHOOL);
        assertThat(counts.courses().get(Exclusion.EXPULSION))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Course.EXCLUDED_WITHOUT, 1, Course.EXCLUDED_AFTER, 1));
        assertThat(counts.courses().get(Exclusion.OTHER_SCHOOL))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Course.HELPED, 1, Course.OPEN, 1));
        assertThat(counts.offers().get("MENTOR"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Reply.DECLINED, 1, Reply.HELPED, 1));
        assertThat(counts.offers().get("COUNSELING"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(Reply.ACCEPTED, 1, Reply.WAITING, 1));
        assertThat(counts.without()).containsExactlyInAnyOrderEntriesOf(Map.of(Without.LAW, 1));
    }

    @Test
    void aSchoolSeesEveryCellWithItsSums() {
        var table = DiversionTable.exact(List.of("A", "B"), new int[][] {{1, 0}, {2, 5}});
        assertThat(table.rows()).extracting(DiversionTable.Row::cells).containsExactly(List.of(1, 0, 1),
                List.of(2, 5, 7));
        assertThat(table.all().cells()).containsExactly(3, 5, 8);
    }

    @Test
    void elevenTimesOfOneStudentAreOneStudent() {
        var all = new ArrayList<Diversion>();
        for (int i = 0; i < 11; i++) all.add(of(1, Exclusion.EXPULSION, null));
        assertThat(DiversionCounts.lastOfEach(all)).hasSize(1);
        assertThat(table(DiversionCounts.of(DiversionCounts.lastOfEach(all)).grid())).isEmpty();
    }

    @Test
    void theLastOfAYearIsTheOneThatCounts() {
        var first = of(1, Exclusion.EXPULSION, null);
        var last = new Diversion(first.district(), new UUID(8, 8), first.school(), DAY.plusDays(9),
                first.counselor(), of(1, Exclusion.OTHER_SCHOOL, null).file(), 0);
        assertThat(DiversionCounts.lastOfEach(List.of(last, first))).containsExactly(last);
        var struck = new Diversion(first.district(), new UUID(8, 9), first.school(), DAY.plusDays(19),
                first.counselor(), of(1, Exclusion.OTHER_SCHOOL, ended(Outcome.STRUCK, null)).file(), 0);
        assertThat(DiversionCounts.lastOfEach(List.of(last, first, struck))).containsExactly(last);
    }

    /** Rows and columns that show all but one cell would give it away; so do two hidden ones of one row alone. */
    @Test
    void outsideTheSchoolNoFigureIsSmallAndNoneFollowsFromOthers() {
        var random = new Random(20261207);
        int shown = 0;
        for (int i = 0; i < 500; i++) {
            var counts = new int[4][4];
            for (var row : counts)
                for (int c = 0; c < 4; c++) row[c] = random.nextInt(3) == 0 ? random.nextInt(11) : random.nextInt(60);
            var table = table(counts);
            if (table.isEmpty()) continue;
            shown++;
            var rows = new ArrayList<>(table.get().rows());
            rows.add(table.get().all());
            for (var row : rows)
                for (var cell : row.cells())
                    if (cell != null)
                        assertThat(cell).satisfiesAnyOf(n -> assertThat(n).isZero(),
                                n -> assertThat(n).isGreaterThanOrEqualTo(11));
            for (var row : rows)
                assertThat(row.cells().stream().filter(java.util.Objects::isNull).count()).isNotEqualTo(1);
            for (int c = 0; c < 5; c++) {
                int column = c;
                assertThat(rows.stream().filter(r -> r.cells().get(column) == null).count()).isNotEqualTo(1);
            }
        }
        assertThat(shown).as("most are shown").isGreaterThan(400);
        assertThat(table(new int[][] {{3, 3, 0, 0}, {0, 0, 0, 4}, {0, 0, 0, 0}, {0, 0, 0, 0}}))
                .as("ten students").isEmpty();
    }

    private static java.util.Optional<DiversionTable> table(int[][] counts) {
        return DiversionTable.hidden(List.of("A", "B", "C", "D"), counts, 11);
    }

    private static Diversion of(int student, Exclusion considered, DiversionEnd end, HelpOffer... offers) {
        return new Diversion(new UUID(1, 1), UUID.randomUUID(), new UUID(1, 2), DAY, new UUID(1, 3),
                new DiversionFile(new UUID(5, student), "Student " + student, considered, DAY, "HALLWAY", List.of(),
                        List.of(offers), end),
                0);
    }

    private static DiversionEnd ended(Outcome outcome, Without without) {
        return new DiversionEnd(outcome, DAY, outcome == Outcome.EXCLUDED ? Exclusion.EXPULSION : null, null, without,
                "Words", "Robin Sage");
    }

    private static HelpOffer offer(String kind, Answer answer, boolean helped) {
        return new HelpOffer(1, kind, DAY, "", answer, answer == Answer.WAITING ? null : DAY, helped ? DAY : null);
    }
}
