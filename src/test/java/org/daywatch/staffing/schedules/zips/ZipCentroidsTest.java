package org.daywatch.staffing.schedules.zips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.daywatch.scheduling.problem.ScheduleProblem.Home;
import org.junit.jupiter.api.Test;

class ZipCentroidsTest {

    @Test
    void aZipCodeOfPhoenixLiesInPhoenix() {
        var home = ZipCentroids.home("85004");
        assertThat(home.zip()).isEqualTo("85004");
        assertThat(home.latitude()).isCloseTo(33.45, within(0.05));
        assertThat(home.longitude()).isCloseTo(-112.07, within(0.05));
    }

    @Test
    void aZipCodeWithFourMoreDigitsIsItsFirstFive() {
        assertThat(ZipCentroids.home(" 85004-1234 ")).isEqualTo(ZipCentroids.home("85004"));
    }

    @Test
    void aZipCodeThatIsNotOnTheListKeepsItsDigitsAndHasNoPlace() {
        assertThat(ZipCentroids.home("00000")).isEqualTo(new Home("00000", null, null, null));
    }

    @Test
    void whatIsNoZipCodeIsUnknown() {
        assertThat(ZipCentroids.home(null)).isEqualTo(Home.UNKNOWN);
        assertThat(ZipCentroids.home("n/a")).isEqualTo(Home.UNKNOWN);
        assertThat(ZipCentroids.home("850")).isEqualTo(Home.UNKNOWN);
    }
}
