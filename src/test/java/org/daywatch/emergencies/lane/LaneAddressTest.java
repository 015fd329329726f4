package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneAddressTest {

    /** A path in a content security policy would allow that one address and shut out what lies below it. */
    @Test
    void behindAProxyWithAPathThePagesMayConnectToTheWholeOrigin() {
        assertThat(LaneAddress.origin("https://daywatch.example.org/live")).isEqualTo("https://daywatch.example.org");
        assertThat(LaneAddress.origin("https://lane.daywatch.example.org:8443"))
                .isEqualTo("https://lane.daywatch.example.org:8443");
        assertThat(LaneAddress.origin("http://127.0.0.1:8081/a/b")).isEqualTo("http://127.0.0.1:8081");
    }
}
