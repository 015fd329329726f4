package org.daywatch.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.SecondStep;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the {@link Page}, the {@link Actor} or the session they name as parameters. */
@Component
public class PageArguments implements HandlerMethodArgumentResolver {

    /** The language that somebody chose in this browser. */
    public static final SiteCookie LANGUAGE = new SiteCookie("lang", SiteCookie.SameSite.Lax);

    private final Texts texts;
    private final List<NavEntry> entries;
    private final ObjectProvider<Live> live;
    private final ObjectProvider<HomeTime> home;
    private final boolean demo;
    private final RestoredCopy copy;

    PageArguments(Texts texts, ObjectProvider<NavEntry> entries, ObjectProvider<Live> live,
            ObjectProvider<HomeTime> home, @Value("${daywatch.demo:false}") boolean demo, RestoredCopy copy) {
        this.copy = copy;
        this.texts = texts;
        this.entries = entries.stream().sorted(NavEntry.PLACE).toList();
        this.live = live;
        this.home = home;
        this.demo = demo;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Page.class || type == Actor.class || type == SignedIn.Session.class;
    }

    @Override
    public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        var session = session();
        if (parameter.getParameterType() == Page.class) return reminded(page(http, rung(session, http)), session);
        return parameter.getParameterType() == Actor.class ? session.actor() : session;
    }

    /** As long as a second step at sign-in can be set up in peace, every page that says nothing else says by when. */
    private Page reminded(Page page, SignedIn.@Nullable Session session) {
        if (session == null || page.flash() != null || page.fragment()) return page;
        var by = session.owed().by();
        if (by == null || session.owed().step() != SecondStep.Step.NONE) return page;
        return page.says("warning", page.t("step.by", home.getObject().day(by)));
    }

    /** For pages that are told when something went wrong: the database may be what did. */
    public Page page(HttpServletRequest request) {
        return page(request, -1);
    }

    private long rung(SignedIn.@Nullable Session session, HttpServletRequest request) {
        return session == null || session.actor() == null || fragment(request)
                ? -1
                : live.getObject().last(session.actor().tenant());
    }

    private static boolean fragment(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }

    private Page page(HttpServletRequest request, long rung) {
        var session = session();
        var actor = session == null ? null : session.actor();
        String lang = language(request, session);
        String path = request.getRequestURI();
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var csrf = token == null
                ? new Page.Csrf("_csrf", "")
                : new Page.Csrf(token.getParameterName(), token.getToken());
        var open = entries.stream()
                .filter(e -> actor != null && e.permissions().stream().anyMatch(actor::may) && e.shown().test(actor))
                .toList();
        // Where one page lies below another, only the nearer one is where the reader is.
        var here = open.stream().map(NavEntry::href).filter(h -> path.equals(h) || path.startsWith(h + "/"))
                .max(Comparator.comparingInt(String::length)).orElse("");
        var nav = open.stream().map(e -> new NavItem(e.part().heading(texts, lang), texts.of(lang, e.labelKey()),
                e.href(), e.href().equals(here), e.icon())).toList();
        return new Page("Daywatch", lang, texts, actor, session == null ? "" : session.name(), nav, csrf,
                demo ? Page.Kind.DEMO : copy.isOne() ? Page.Kind.COPY : Page.Kind.REAL,
                flash(request), path, fragment(request),
                rung, Map.of(), Map.of());
    }

    private static SignedIn.@Nullable Session session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.session()
                : null;
    }

    private static String language(HttpServletRequest request, SignedIn.@Nullable Session session) {
        var chosen = LANGUAGE.read(request).filter(Texts.LANGUAGES::contains);
        if (chosen.isPresent()) return chosen.get();
        if (session != null && Texts.LANGUAGES.contains(session.language())) return session.language();
        return request.getLocale().getLanguage().equals("es") ? "es" : "en";
    }

    /** The sentence a redirect carried over, written by {@link Flashes}. */
    private @Nullable Flash flash(HttpServletRequest request) {
        return Flashes.read(request);
    }
}
