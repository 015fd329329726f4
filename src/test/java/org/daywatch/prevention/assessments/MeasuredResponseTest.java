package org.daywatch.prevention.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daywatch.prevention.assessments.SiteAssessment.Response;
import org.junit.jupiter.api.Test;

/** How long help takes is the middle of what was measured, and of two in the middle the slower. */
class MeasuredResponseTest {

    @Test
    void ofAnOddNumberItIsTheMiddleOneHoweverLongTheLongest() {
        assertThat(Response.middle(List.of(900, 240, 300))).contains(new Response(300, "3", true));
        assertThat(Response.middle(List.of(240))).contains(new Response(240, "1", true));
    }

    @Test
    void ofAnEvenNumberItIsTheSlowerOfTheTwoInTheMiddle() {
        assertThat(Response.middle(List.of(600, 240, 360, 300))).contains(new Response(360, "4", true));
        assertThat(Response.middle(List.of(300, 240))).contains(new Response(300, "2", true));
    }

    @Test
    void whereNobodyArrivedNothingIsKnownAndADayIsShownAsTenHours() {
        assertThat(Response.middle(List.of())).isEmpty();
        assertThat(Response.middle(List.of(86_400))).contains(new Response(36_000, "1", true));
    }
}
