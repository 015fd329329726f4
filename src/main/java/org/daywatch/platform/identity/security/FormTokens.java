package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.persistence.Secrets;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * What a form carries so that no other site can send it. It is the session's own: another session's is refused, those
 * of pages opened before signing in too, and it stays the same while a page is open. Who has no session yet has one in
 * a cookie.
 */
final class FormTokens implements CsrfTokenRepository {

    private static final SiteCookie STRANGERS = new SiteCookie("daywatch_form", SiteCookie.SameSite.Lax);
    static final String FIELD = "_csrf";
    private static final String HEADER = "X-XSRF-TOKEN";

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Acting.session().map(SignedIn.Session::formKey).orElseGet(Secrets::random));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (Acting.session().isPresent()) return;
        if (token == null) STRANGERS.clear(request, response);
        else STRANGERS.set(request, response, token.getToken(), null);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return Acting.session().map(SignedIn.Session::formKey).or(() -> STRANGERS.read(request)).map(FormTokens::token)
                .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
