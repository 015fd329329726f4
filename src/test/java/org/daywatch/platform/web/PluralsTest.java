package org.daywatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.daywatch.platform.texts.Texts;
import org.junit.jupiter.api.Test;

class PluralsTest {

    private final Texts texts;

    PluralsTest() throws java.io.IOException {
        texts = new Texts();
    }

    @Test
    void oneSchoolIsNotSeveral() {
        assertThat(texts.of("en", "coverage.tile.schools", 1)).isEqualTo("of 1 school");
        assertThat(texts.of("en", "coverage.tile.schools", 4248)).isEqualTo("of 4,248 schools");
        assertThat(texts.of("es", "coverage.tile.schools", 1)).isEqualTo("de 1 escuela");
        assertThat(texts.of("en", "coverage.sheet.summary", 1, 1, 1)).isEqualTo("1 school, 1 of 1 post filled");
        assertThat(texts.of("en", "coverage.asked.reason", 1L, "on leave")).isEqualTo("1 officer: on leave");
        assertThat(texts.of("es", "coverage.asked.may", 0L, 5))
                .isEqualTo("Ninguno de 5 oficiales activos puede tomarlo.");
        assertThat(texts.of("en", "imports.next.bells", 2, 3)).isEqualTo("2 schools need bell times. Set them.");
        assertThat(texts.of("es", "imports.next.calendars", 1, 3))
                .isEqualTo("A una escuela le falta el año escolar. Agréguelo.");
    }

    @Test
    void distancesAreInTheReadersWordsWithAmericanNumbers() {
        assertThat(page("en").distance(150)).isEqualTo("492 feet");
        assertThat(page("es").distance(500)).isEqualTo("1,640 pies");
        assertThat(page("es").distance(5560)).isEqualTo("3.5 millas");
    }

    private Page page(String language) {
        return new Page("", language, texts, null, "", List.of(), new Page.Csrf("", ""), Page.Kind.REAL, null, "/",
                false, 0,
                Map.of(), Map.of());
    }
}
