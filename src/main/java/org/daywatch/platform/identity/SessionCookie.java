package org.daywatch.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The one cookie that signs a person in: not readable by scripts, sent to this site only, and over TLS only where there is TLS. */
final class SessionCookie {

    static final String NAME = "daywatch_session";

    private SessionCookie() {}

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, token).httpOnly(true).secure(request.isSecure())
                .sameSite("Lax").path("/").maxAge(Sessions.IDLE).build().toString());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, "").httpOnly(true).secure(request.isSecure())
                .sameSite("Lax").path("/").maxAge(0).build().toString());
    }
}
