package org.daywatch.platform.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.daywatch.platform.time.StateZones;
import org.junit.jupiter.api.Test;

class ZipCodesTest {

    @Test
    void aZipCodeTellsItsState() {
        assertThat(ZipCodes.state("85004")).contains("AZ");
        assertThat(ZipCodes.state(" 32801-1234 ")).contains("FL");
        assertThat(ZipCodes.state("06390")).as("an island of New York among the codes of Connecticut").contains("NY");
        assertThat(ZipCodes.state("96799")).as("Samoa among the codes of Hawaii").contains("AS");
    }

    @Test
    void whatNobodyDeliversToTellsNothing() {
        assertThat(ZipCodes.state("00000")).isEmpty();
        assertThat(ZipCodes.state("34000")).as("the armed forces abroad").isEmpty();
        assertThat(ZipCodes.state("850")).isEmpty();
        assertThat(ZipCodes.state(null)).isEmpty();
        assertThat(ZipCodes.middle("00000")).isEmpty();
    }

    @Test
    void everyStateAndTerritoryHasAPlaceOnTheMap() {
        StateZones.ALL.forEach(s -> assertThat(ZipCodes.middleOfState(s.state())).as(s.state())
                .hasValueSatisfying(p -> assertThat(p.isInUnitedStates()).as(s.state()).isTrue()));
        var arizona = ZipCodes.middleOfState("az").orElseThrow();
        assertThat(arizona.latitude()).isCloseTo(33.7, within(0.5));
        assertThat(arizona.longitude()).isCloseTo(-111.6, within(0.5));
    }

    @Test
    void everyMiddleOfAZipCodeLiesInTheUnitedStates() {
        var samples = Stream.iterate(501, zip -> zip + 1).limit(99_500)
                .map(zip -> ZipCodes.middle("%05d".formatted(zip))).flatMap(java.util.Optional::stream).toList();
        assertThat(samples).hasSizeGreaterThan(33_000).allMatch(Point::isInUnitedStates);
    }

    @Test
    void otherPartsOfTheWorldAreOutside() {
        assertThat(Stream.of(new Point(0, 0), new Point(33.4, 112.1), new Point(-112.1, 33.4), new Point(52.5, 13.4),
                new Point(19.4, -99.1), new Point(51.0, -114.1))).noneMatch(Point::isInUnitedStates);
    }
}
