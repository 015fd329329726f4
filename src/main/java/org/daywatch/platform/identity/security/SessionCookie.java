package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.daywatch.platform.identity.SessionLifetime;
import org.daywatch.platform.web.cookies.SiteCookie;

/** The one cookie that signs a person in. */
public final class SessionCookie {

    private static final SiteCookie COOKIE = new SiteCookie("daywatch_session", SiteCookie.SameSite.Lax);

    private SessionCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        return COOKIE.read(request);
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        COOKIE.set(request, response, token, SessionLifetime.LONGEST);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        COOKIE.clear(request, response);
    }
}
