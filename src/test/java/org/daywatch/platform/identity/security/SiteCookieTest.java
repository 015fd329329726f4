package org.daywatch.platform.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A-29 of docs/security. */
class SiteCookieTest {

    @Test
    void overTlsTheNameTiesItToThisHostAndItIsSentOverTlsOnly() {
        var response = new MockHttpServletResponse();
        SessionCookie.set(request(true), response, "token");
        assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-daywatch_session=token").contains("Secure")
                .contains("Path=/").contains("HttpOnly")
                .contains("SameSite=Lax").doesNotContain("Domain");
    }

    @Test
    void onThisMachineWithoutTlsItKeepsThePlainName() {
        var response = new MockHttpServletResponse();
        SessionCookie.set(request(false), response, "token");
        assertThat(response.getHeader("Set-Cookie")).startsWith("daywatch_session=token").doesNotContain("Secure");
    }

    @Test
    void overTlsACookieThatANeighborPlantedUnderThePlainNameIsNotRead() {
        var request = request(true);
        request.setCookies(new Cookie("daywatch_session", "planted"));
        assertThat(SessionCookie.read(request)).isEmpty();
        request.setCookies(new Cookie("daywatch_session", "planted"), new Cookie("__Host-daywatch_session", "own"));
        assertThat(SessionCookie.read(request)).contains("own");
    }

    @Test
    void onlyAddressesOnThisSiteAreFollowedAfterSigningIn() {
        assertThat(SignInDoor.local("/board?day=2026-08-03")).isEqualTo("/board?day=2026-08-03");
        for (String elsewhere : new String[] {"//elsewhere.example", "https://elsewhere.example",
                "/\\elsewhere.example", "board", "/a\r\nSet-Cookie: x"}) {
            assertThat(SignInDoor.local(elsewhere)).as(elsewhere).isEqualTo("/");
        }
    }

    private static MockHttpServletRequest request(boolean secure) {
        var request = new MockHttpServletRequest();
        request.setSecure(secure);
        return request;
    }
}
