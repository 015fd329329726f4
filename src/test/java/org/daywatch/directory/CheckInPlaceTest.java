package org.daywatch.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CheckInPlace.Corner;
import org.junit.jupiter.api.Test;

/** A thousandth of a degree of latitude is 111.2 m; of longitude, at 33.45 degrees north, 92.8 m. */
class CheckInPlaceTest {

    private static final double LAT = 33.45;
    private static final double LON = -112.07;

    private final CheckInPlace circle = place(LAT, LON, List.of());
    private final CheckInPlace fence = place(LAT, LON, List.of(new Corner(LAT, LON), new Corner(LAT, LON + 0.004),
            new Corner(LAT + 0.002, LON + 0.004), new Corner(LAT + 0.002, LON + 0.002),
            new Corner(LAT + 0.004, LON + 0.002), new Corner(LAT + 0.004, LON)));

    @Test
    void aCircleHoldsItsRadiusAndThePhonesOwnDoubt() {
        assertThat(circle.contains(LAT + 0.00134, LON, 0)).as("149 m north").isTrue();
        assertThat(circle.contains(LAT + 0.00136, LON, 0)).as("151 m north").isFalse();
        assertThat(circle.contains(LAT + 0.00136, LON, 5)).isTrue();
        assertThat(circle.contains(LAT, LON + 0.00161, 0)).as("149 m east, where a degree is shorter").isTrue();
        assertThat(circle.contains(LAT, LON + 0.00163, 0)).isFalse();
    }

    @Test
    void noMoreThanAHundredMetersOfDoubtAreGranted() {
        assertThat(circle.contains(LAT + 0.00224, LON, 5000)).as("249 m").isTrue();
        assertThat(circle.contains(LAT + 0.00226, LON, 5000)).as("251 m").isFalse();
        assertThat(circle.contains(LAT + 0.00136, LON, -40)).as("less than no doubt is none").isFalse();
    }

    @Test
    void aFenceWinsOverTheCircleAndItsNotchIsOutside() {
        assertThat(fence.contains(LAT + 0.001, LON + 0.003, 0)).isTrue();
        assertThat(fence.contains(LAT + 0.003, LON + 0.001, 0)).isTrue();
        assertThat(fence.contains(LAT + 0.003, LON + 0.003, 0)).as("in the notch").isFalse();
        assertThat(fence.contains(LAT - 0.0005, LON, 0)).as("inside the circle, outside the fence").isFalse();
        assertThat(fence.contains(LAT - 0.0005, LON + 0.001, 60)).as("56 m outside with 60 m of doubt").isTrue();
        assertThat(fence.contains(LAT - 0.0005, LON + 0.001, 50)).isFalse();
    }

    @Test
    void withoutACenterOrAFenceThePlaceIsUnknown() {
        var unknown = place(null, null, List.of());
        assertThat(unknown.known()).isFalse();
        assertThat(unknown.contains(LAT, LON, 100)).isFalse();
        assertThat(unknown.metersFrom(LAT, LON)).isNull();
        assertThat(place(null, null, fence.boundary()).known()).as("a fence alone is a place").isTrue();
        assertThat(circle.metersFrom(LAT + 0.001, LON)).isEqualTo(111);
    }

    private static CheckInPlace place(Double lat, Double lon, List<Corner> boundary) {
        return new CheckInPlace(UUID.randomUUID(), "1 Ocotillo Way", "480 555 0100", lat, lon, 150, boundary);
    }
}
