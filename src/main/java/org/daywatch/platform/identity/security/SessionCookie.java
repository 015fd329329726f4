package org.daywatch.platform.identity.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.daywatch.platform.identity.SessionLifetime;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The one cookie that signs a person in: not readable by scripts and sent to this site only. Over TLS its name begins
 * with {@code __Host-}, which browsers accept from this very host over TLS only, so that no neighbor can plant one.
 */
public final class SessionCookie {

    static final String NAME = "daywatch_session";

    private SessionCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        String name = name(request);
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream)
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue).filter(value -> !value.isBlank()).findFirst();
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, SessionLifetime.LONGEST);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value).httpOnly(true).secure(request.isSecure())
                        .sameSite("Lax").path("/").maxAge(age).build().toString());
    }

    /** Plain http is for this machine only, where the prefix would not be accepted. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
