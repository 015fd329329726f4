package org.daywatch.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence for the page after a redirect, carried in a cookie of a few seconds: no server state, and text only. */
public final class Flashes {

    private static final String NAME = "daywatch_said";
    private static final Set<String> KINDS = Set.of("success", "info", "warning", "error");

    /** In base 64 a third more; with its name and attributes a browser keeps a cookie of 4,096. */
    private static final int MOST_BYTES = 2800;

    private Flashes() {}

    /** @param kind success, info, warning or error */
    public static void say(HttpServletResponse response, String kind, String text) {
        var cookie = new Cookie(NAME,
                kind + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(said(text)));
        cookie.setPath("/");
        cookie.setMaxAge(8);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    /** As much of the sentence as a cookie holds. */
    private static byte[] said(String text) {
        var room = ByteBuffer.allocate(MOST_BYTES);
        var left = CharBuffer.wrap(text);
        StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(left, room, true);
        if (left.hasRemaining()) return said(text.substring(0, left.position() - 1) + "…");
        return Arrays.copyOf(room.array(), room.position());
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
