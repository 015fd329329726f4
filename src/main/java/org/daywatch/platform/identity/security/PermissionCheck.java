package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.SignedOut;
import org.daywatch.platform.identity.Acting;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.SecondStep.Step;
import org.daywatch.platform.identity.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Every endpoint says what it needs; one that says nothing is closed. */
@Component
public class PermissionCheck implements HandlerInterceptor {

    /** What is asked for at such an address leaves the house as a file. */
    public static final Pattern EXPORT = Pattern.compile(".*\\.(csv|zip)");

    private final StepUp stepUp;
    private final ObjectProvider<ExportGate> exports;

    PermissionCheck(StepUp stepUp, ObjectProvider<ExportGate> exports) {
        this.stepUp = stepUp;
        this.exports = exports;
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
        if (Arrays.stream(needs.value()).noneMatch(session.get().actor()::may)) {
            if (needs.hidden()) throw new NotFound(request.getRequestURI());
            throw new Forbidden("needs one of " + Arrays.toString(needs.value()));
        }
        // The handler's own address, however somebody wrote it.
        var address = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean export = EXPORT.matcher(address == null ? request.getRequestURI() : address.toString()).matches();
        if (needs.stepUp() || export) stepUp.require(session.get());
        if (export && FromHere.isNot(request)) stepUp.ask(session.get()); // nobody's link takes a file along
        if (export && !session.get().method().equals(Sessions.PERSONA)) // a demonstration's people are invented
            exports.ifAvailable(gate -> gate.take(session.get().actor(), request.getRequestURI()));
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
