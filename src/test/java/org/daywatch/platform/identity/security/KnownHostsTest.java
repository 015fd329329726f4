package org.daywatch.platform.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.PublicAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Under which names the web port answers. A-29 of docs/security. */
class KnownHostsTest {

    @ParameterizedTest
    @CsvSource({
            "daywatch.example.org, 203.0.113.7, 200", "DAYWATCH.example.org., 203.0.113.7, 200",
            "safety.example.org, 203.0.113.7, 200", "203.0.113.7, 203.0.113.7, 200",
            "localhost, 127.0.0.1, 200", "127.0.0.1, 127.0.0.1, 200", "localhost, 0:0:0:0:0:0:0:1, 200",
            "[::1], 0:0:0:0:0:0:0:1, 200",
            "elsewhere.example, 203.0.113.7, 421", "elsewhere.example, 127.0.0.1, 421",
            "daywatch.example.org.elsewhere.example, 203.0.113.7, 421", "198.51.100.9, 203.0.113.7, 421",
            "localhost, 203.0.113.7, 421"})
    void answersUnderItsOwnNamesAndTheAddressAConnectionArrivesAt(String host, String arrivedAt, int status)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/");
        request.setServerName(host);
        request.setLocalAddr(arrivedAt);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        var site = new PublicAddress("https://daywatch.example.org", 8080, "");
        new KnownHosts(site, List.of("safety.example.org"), "0.0.0.0", new Texts()).doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).as("goes on").isEqualTo(status == 200);
        if (status != 200)
            assertThat(response.getContentAsString()).contains("https://daywatch.example.org", "--host")
                    .doesNotContain(host);
    }
}
