package org.daywatch.platform.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.daywatch.platform.web.kit.DayBar.Kind;
import org.daywatch.platform.web.kit.DayBar.Span;
import org.junit.jupiter.api.Test;

class DayBarTest {

    @Test
    void growsToWholeHoursAroundAnEveningEvent() {
        var bar = DayBar.around(List.of(new Span(Kind.REQUIRED, 18 * 60 + 30, 22 * 60 + 10, "game")), "");

        assertThat(bar.from()).isEqualTo(7 * 60);
        assertThat(bar.to()).isEqualTo(23 * 60);
        assertThat(bar.hours()).containsExactly(7, 9, 11, 13, 15, 17, 19, 21, 23);
    }

    @Test
    void placesMinutesInProportion() {
        var bar = new DayBar(8 * 60, 16 * 60, List.of(), "");

        assertThat(bar.x(8 * 60)).isZero();
        assertThat(bar.x(12 * 60)).isEqualTo(500);
        assertThat(bar.x(23 * 60)).isEqualTo(1000);
        assertThat(bar.width(new Span(Kind.UNCOVERED, 600, 600, ""))).as("even one minute is seen").isEqualTo(2);
    }

    @Test
    void aSpanThatEndsBeforeItStartsIsRefused() {
        assertThatThrownBy(() -> new Span(Kind.COVERED, 700, 600, "")).hasMessageContaining("600")
                .hasMessageContaining("700");
    }
}
