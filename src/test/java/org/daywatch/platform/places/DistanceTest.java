package org.daywatch.platform.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistanceTest {

    @Test
    void everyRadiusComesBackFromItsFeet() {
        assertThat(IntStream.rangeClosed(0, 6000)).allMatch(m -> Distance.ofFeet(new Distance(m).feet()).meters() == m);
    }

    @Test
    void whatIsFarIsSaidInMiles() {
        assertThat(new Distance(150).feet()).isEqualTo(492);
        assertThat(new Distance(800).isFar()).isFalse();
        assertThat(new Distance(1609).isFar()).isTrue();
        assertThat(new Distance(1609).miles()).isBetween(0.99, 1.01);
    }
}
