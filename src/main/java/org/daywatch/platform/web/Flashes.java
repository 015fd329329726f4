package org.daywatch.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A sentence for the page after a redirect, carried in a cookie of a few seconds: no server state, and text only. */
public final class Flashes {

    private static final SiteCookie COOKIE = new SiteCookie("daywatch_said", SiteCookie.SameSite.Strict);
    private static final Set<String> KINDS = Set.of("success", "info", "warning", "error");

    /** In base 64 a third more; with its name and attributes a browser keeps a cookie of 4,096. */
    private static final int MOST_BYTES = 2800;

    private Flashes() {}

    /** @param kind success, info, warning or error */
    public static void say(HttpServletResponse response, String kind, String text) {
        COOKIE.set(secure(), response,
                kind + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(said(text)), Duration.ofSeconds(8));
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
        if (!request.getMethod().equals("GET")) return null;
        String said = COOKIE.read(request).orElse("");
        int dot = said.indexOf('.');
        if (dot < 0 || !KINDS.contains(said.substring(0, dot))) return null;
        request.setAttribute(COOKIE.name(), true); // the view clears it with this response
        try {
            return new Flash(said.substring(0, dot),
                    new String(Base64.getUrlDecoder().decode(said.substring(dot + 1)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Removes the cookie as soon as its sentence is shown. */
    static void expire(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(COOKIE.name()) != null) COOKIE.clear(request, response);
    }

    /** Whoever says a sentence has the answer at hand, and the request is the one that is being answered. */
    private static boolean secure() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().isSecure();
    }
}
