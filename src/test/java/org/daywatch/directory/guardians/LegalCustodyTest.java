package org.daywatch.directory.guardians;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who decides for a student, by what is on file for that day. */
class LegalCustodyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);
    private static final UUID MOTHER = new UUID(0, 1);
    private static final UUID NEIGHBOR = new UUID(0, 2);

    @Test
    void aNeighborWhoMayCollectDecidesNothing() {
        assertThat(LegalCustody.of(List.of(entry(MOTHER, Custody.FULL, MayCollect.YES, CourtState.NONE, DAY, null),
                entry(NEIGHBOR, Custody.UNKNOWN, MayCollect.YES, CourtState.NONE, DAY, null)), DAY))
                .isEqualTo(Map.of(MOTHER, Custody.FULL, NEIGHBOR, Custody.UNKNOWN));
    }

    @Test
    void onlyWhatHoldsOnTheDayCounts() {
        var entries = List.of(entry(MOTHER, Custody.FULL, MayCollect.YES, CourtState.NONE, DAY, DAY.plusDays(2)));
        assertThat(LegalCustody.of(entries, DAY.minusDays(1))).isEmpty();
        assertThat(LegalCustody.of(entries, DAY.plusDays(2))).isEqualTo(Map.of(MOTHER, Custody.FULL));
        assertThat(LegalCustody.of(entries, DAY.plusDays(3))).isEmpty();
    }

    @Test
    void whatIsDisputedOrBeforeACourtIsNotKnownAndABarStaysABar() {
        for (var court : List.of(CourtState.PENDING, CourtState.NONE)) {
            var collect = court == CourtState.PENDING ? MayCollect.YES : MayCollect.CONTESTED;
            assertThat(LegalCustody.of(List.of(entry(MOTHER, Custody.FULL, collect, court, DAY, null)), DAY))
                    .isEqualTo(Map.of(MOTHER, Custody.UNKNOWN));
            assertThat(LegalCustody.of(List.of(entry(MOTHER, Custody.BARRED, collect, court, DAY, null)), DAY))
                    .isEqualTo(Map.of(MOTHER, Custody.BARRED));
        }
        assertThat(LegalCustody.of(List.of(entry(MOTHER, Custody.FULL, MayCollect.YES, CourtState.ORDER, DAY, null)),
                DAY)).as("an order settles it").isEqualTo(Map.of(MOTHER, Custody.FULL));
    }

    @Test
    void ofTwoEntriesTheStricterOneAnswers() {
        var full = entry(MOTHER, Custody.FULL, MayCollect.YES, CourtState.NONE, DAY, null);
        for (var other : Custody.values())
            assertThat(LegalCustody.of(
                    List.of(full, entry(MOTHER, other, MayCollect.YES, CourtState.NONE, DAY.minusDays(9), null)), DAY))
                    .isEqualTo(Map.of(MOTHER, other));
    }

    private static Guardianship entry(UUID who, Custody custody, MayCollect collect, CourtState court, LocalDate first,
            @Nullable LocalDate last) {
        return new Guardianship(UUID.randomUUID(), new UUID(0, 9), who, "Yucca, Jamie", "", "mother", collect, court,
                custody, "file 3", first, last, null, Instant.parse("2026-08-01T16:00:00Z"), null);
    }
}
