package org.daywatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The sentence of the page before, carried in a cookie. */
class FlashesTest {

    /** A browser keeps no cookie of more than 4,096 bytes, and a server sends no header of more than 8,192. */
    private static final int ROOM = 3900;

    @Test
    void aSentenceComesAsItWasSaid() {
        assertThat(carried("“Ñandú” 🚀 was saved.")).isEqualTo(new Flash("error", "“Ñandú” 🚀 was saved."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ñ", "“", "🚀", "\uD83D"})
    void ofASentenceLongerThanACookieAsMuchComesAsItHolds(String sign) {
        var flash = carried("Not saved: " + sign.repeat(7000));
        assertThat(flash.text()).startsWith("Not saved: ").endsWith("…").hasSizeLessThan(ROOM);
    }

    private static Flash carried(String sentence) {
        var response = new MockHttpServletResponse();
        Flashes.say(response, "error", sentence);
        var cookie = response.getCookie("daywatch_said");
        assertThat(cookie).isNotNull();
        assertThat(cookie.getValue()).hasSizeLessThan(ROOM);
        var next = new MockHttpServletRequest("GET", "/");
        next.setCookies(cookie);
        return Flashes.read(next);
    }
}
