package org.daywatch.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence for the page after a redirect, carried in a cookie of a few seconds: no server state, and text only. */
public final class Flashes {

    private static final String NAME = "daywatch_said";
    private static final Set<String> KINDS = Set.of("success", "info", "warning", "error");

    private Flashes() {}

    /** @param kind success, info, warning or error */
    public static void say(HttpServletResponse response, String kind, String text) {
        var cookie = new Cookie(NAME, kind + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        cookie.setPath("/");
        cookie.setMaxAge(8);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    static @Nullable Flash read(HttpServletRequest request) {
        if (request.getCookies() == null || !request.getMethod().equals("GET")) return null;
        for (var cookie : request.getCookies()) {
            int dot = cookie.getValue().indexOf('.');
            if (!cookie.getName().equals(NAME) || dot < 0 || !KINDS.contains(cookie.getValue().substring(0, dot)))
                continue;
            request.setAttribute(NAME, true); // the view clears it with this response
            try {
                var text = new String(Base64.getUrlDecoder().decode(cookie.getValue().substring(dot + 1)),
                        StandardCharsets.UTF_8);
                return new Flash(cookie.getValue().substring(0, dot), text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return null;
    }

    /** Removes the cookie as soon as its sentence is shown. */
    static void expire(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(NAME) == null) return;
        var cookie = new Cookie(NAME, "");
        cookie.setPath("/");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }
}
