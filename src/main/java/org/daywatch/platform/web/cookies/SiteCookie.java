package org.daywatch.platform.web.cookies;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie of this site: not readable by scripts, sent to this site only. Over TLS its name begins with
 * {@code __Host-}, which browsers accept from this very host over TLS only, so that no neighbor can plant one; plain
 * http is for this machine only, where the prefix would not be accepted.
 *
 * @param name as it is called over plain http
 * @param sameSite Lax: it comes along where a link of another site leads here; Strict: it does not
 */
public record SiteCookie(String name, SameSite sameSite) {

    public enum SameSite { Lax, Strict }

    public Optional<String> read(HttpServletRequest request) {
        String called = called(request.isSecure());
        return Optional.ofNullable(request.getCookies()).map(Arrays::stream).orElse(Stream.empty())
                .filter(cookie -> cookie.getName().equals(called)).map(Cookie::getValue)
                .filter(value -> !value.isBlank()).findFirst();
    }

    /** @param age null: until the browser is closed */
    public void set(HttpServletRequest request, HttpServletResponse response, String value, @Nullable Duration age) {
        set(request.isSecure(), response, value, age);
    }

    public void set(boolean secure, HttpServletResponse response, String value, @Nullable Duration age) {
        var cookie = ResponseCookie.from(called(secure), value).httpOnly(true).secure(secure)
                .sameSite(sameSite.name()).path("/");
        if (age != null) cookie.maxAge(age);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private String called(boolean secure) {
        return secure ? "__Host-" + name : name;
    }
}
