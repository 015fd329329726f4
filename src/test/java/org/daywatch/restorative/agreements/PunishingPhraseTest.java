package org.daywatch.restorative.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.daywatch.restorative.agreements.PunishingPhrase.Found;
import org.junit.jupiter.api.Test;

/** A promise puts something right; what only hurts is sent back under the name of its rule. */
class PunishingPhraseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final List<PunishingPhrase> SHIPPED = shipped();

    @Test
    void punishmentsAreFoundAsPeopleWriteThem() {
        for (var line : new String[][] {{"They will be suspended for two days", "EXCLUSION"},
                {"Three detentions", "EXCLUSION"}, {"They are off the team until May", "EXCLUSION"},
                {"NO RECESS this week", "EXCLUSION"}, {"stay at home on Friday", "EXCLUSION"},
                {"Apologize to everybody in front of the class", "SHAME"}, {"a publicly read apology", "SHAME"},
                {"Wear a big sign", "SHAME"}, {"Wash all of the tables for a month", "PENALTY_WORK"},
                {"Clean the bathrooms", "PENALTY_WORK"}, {"write it 100 times", "PENALTY_WORK"},
                {"Report to the officer each morning", "POLICE"}, {"Pay a fine", "MONEY"},
                {"una suspensión", "EXCLUSION"},
                {"Pedir perdón delante de todos", "SHAME"}, {"Una disculpa PUBLICA", "SHAME"},
                {"Limpiar todos los baños", "PENALTY_WORK"}, {"tres días de detencion", "EXCLUSION"},
                {"Pagar una multa", "MONEY"}, {"Quedarse en la casa", "EXCLUSION"}})
            assertThat(PunishingPhrase.in(line[0], SHIPPED, DAY)).as(line[0]).extracting(Found::rule)
                    .contains(line[1]);
    }

    @Test
    void whatPutsThingsRightPasses() {
        for (var line : new String[] {"Repair the bike with Dana on Saturday",
                "Tell Kim what I heard before I tell it on",
                "Sit at another table at lunch", "Write Dana a letter", "Bring the book back and say sorry to Dana",
                "Help in the library twice, as Dana wished", "Ask Ms. Reed when I need a break",
                "Pedirle perdón a Dana", "Pagar la ventana", "I am fine with sharing the ball",
                "Walk home together", "The suspense of waiting ends: I answer messages"})
            assertThat(PunishingPhrase.in(line, SHIPPED, DAY)).as(line).isEmpty();
    }

    @Test
    void thePlaceInTheTextIsQuotedAndARowCountsOnlyOnItsDays() {
        var row = new PunishingPhrase("SHAME", "en", "kneel", DAY, DAY.plusDays(1), "Board minutes", true);
        assertThat(PunishingPhrase.in("They KNEEL down", List.of(row), DAY))
                .containsExactly(new Found("SHAME", "KNEEL"));
        assertThat(PunishingPhrase.in("They kneel down", List.of(row), DAY.minusDays(1))).isEmpty();
        assertThat(PunishingPhrase.in("They kneel down", List.of(row), DAY.plusDays(2))).isEmpty();
    }

    /** As the migration ships them. */
    private static List<PunishingPhrase> shipped() {
        try {
            var sql = Files.readString(
                    Path.of("src/main/java/org/daywatch/restorative/migrations/V101__conferences.sql"));
            var rows = Pattern.compile("\\('([A-Z_]+)', '(en|es)', '([^']+)', '2000-01-01'").matcher(sql).results()
                    .map(m -> new PunishingPhrase(m.group(1), m.group(2), m.group(3), LocalDate.of(2000, 1, 1), null,
                            "Daywatch proposal", true))
                    .toList();
            assertThat(rows).hasSizeGreaterThan(30);
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
