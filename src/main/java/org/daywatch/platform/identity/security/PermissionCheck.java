package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.SignedOut;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.SecondStep.Step;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Every endpoint says what it needs; one that says nothing is closed. */
@Component
class PermissionCheck implements HandlerInterceptor {

    private final StepUp stepUp;

    PermissionCheck(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || find(method, Open.class) != null) return true;
        if (method.getBeanType().getName().startsWith("org.springframework.boot")) return true; // the error page; actuator stands on its own port
        var session = Acting.session();
        if (session.isEmpty()) return away(request, response, "/sign-in");
        var anybody = find(method, AnyMember.class);
        var step = session.get().owed().step();
        if (step != Step.NONE && (anybody == null || !List.of(anybody.evenAt()).contains(step)))
            return away(request, response, "/sign-in/step");
        if (anybody != null) return true;
        if (session.get().actor() == null) return away(request, response, "/places");
        var needs = find(method, Needs.class);
        if (needs == null) throw new Forbidden("no permission is declared for " + method);
        if (Arrays.stream(needs.value()).noneMatch(session.get().actor()::may))
            throw new Forbidden("needs one of " + Arrays.toString(needs.value()));
        if (needs.stepUp()) stepUp.require(session.get());
        return true;
    }

    private static boolean away(HttpServletRequest request, HttpServletResponse response, String where)
            throws IOException {
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
            String here = request.getRequestURI()
                    + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            response.sendRedirect(
                    where + "?to=" + java.net.URLEncoder.encode(here, java.nio.charset.StandardCharsets.UTF_8));
        } else {
            response.setHeader("HX-Redirect", where);
            throw new SignedOut(request.getMethod() + " " + request.getRequestURI() + " without a session");
        }
        return false;
    }

    static <A extends java.lang.annotation.Annotation> A find(HandlerMethod method, Class<A> kind) {
        A own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), kind);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), kind);
    }
}
