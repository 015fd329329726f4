package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.daywatch._story.DaywatchIT;
import org.daywatch.platform.identity.AnyMember;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint says who may use it. The ones open to strangers are listed here by name, so that a new one is a
 * decision.
 *
 * <p>A-07 of docs/security.
 */
@DaywatchIT
class PermissionsIT {

    /** Method and address of what anybody may call without a session. */
    private static final List<String> OPEN = List.of(
            "GET /", "GET /assets/daywatch.css", "GET /help", "GET /help/{name}", "POST /language",
            "POST /receipts/{gateway}", "POST /cap/{door}", "GET /calendar-feed/{token}.ics",
            "GET /public/fairness/{agency}", "GET /public/fairness/{agency}/{month}",
            "GET /public/fairness/{agency}/{month}.csv",
            "GET /alert/shell", "GET /log/shell", "GET /rounds/shell", "GET /lessons/sessions/shell",
            "GET /assessments/shell",
            "GET /r/{token}", "GET /r/{token}/plans/{plan}", "GET /r/{token}/alert.cap.xml",
            "GET /r/{token}/incident.eido.json",
            "GET /review/{token}", "GET /review/{token}/schools/{school}",
            "GET /review/{token}/schools/{school}/evidence",
            "GET /review/{token}/schools/{school}/site-visit.pdf",
            "GET /q", "POST /q", "GET /q/{code}", "POST /q/{code}/seat", "POST /q/{code}/pairing",
            "POST /q/{code}/copied", "POST /q/{code}/without", "POST /q/{code}/answer",
            "GET /kiosk", "POST /kiosk/pairing", "POST /kiosk/visits", "POST /kiosk/departure", "POST /kiosk/exit",
            "GET /course", "POST /course", "GET /course/{code}", "POST /course/{code}",
            "GET /sign-in", "POST /sign-in", "GET /sign-in/forgotten", "POST /sign-in/forgotten",
            "GET /sign-in/reset", "POST /sign-in/reset", "GET /sign-in/still",
            "POST /passkeys/sign-in", "POST /passkeys/sign-in/question",
            "GET /invitation", "POST /invitation", "GET /start", "POST /start", "GET /recovery", "POST /recovery",
            "GET /recovery/stop", "POST /recovery/stop",
            "GET /m/{token}", "POST /m/{token}", "GET /email/confirm", "POST /email/confirm", "GET /welcome",
            "POST /welcome",
            "GET /consent/{token}", "POST /consent/{token}/answer", "POST /consent/{token}/withdrawal",
            "GET /terms/{token}", "POST /terms/{token}/confirmation", "POST /terms/{token}/objection");

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;

    @Test
    void everyEndpointNamesItsPermissionOrSaysWhyItNeedsNone() {
        var silent = new TreeSet<String>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!ours(method)) return;
            long said = List.of(Needs.class, AnyMember.class, Open.class).stream()
                    .filter(kind -> declares(method, kind)).count();
            if (said == 0) silent.add(mapping + " " + method);
        });
        Offenders.none("Put @Needs(Permission.…), @AnyMember or @Open(why = …) on each handler, or on its class.",
                silent);
    }

    @Test
    void whatStrangersMayCallIsListedHereByName() {
        var open = new TreeSet<String>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!ours(method) || !declares(method, Open.class)) return;
            mapping.getMethodsCondition().getMethods()
                    .forEach(verb -> mapping.getPatternValues().forEach(address -> open.add(verb + " " + address)));
        });
        Offenders.asListed(open, OPEN,
                "Ask for a permission, or decide that strangers may call it and name it in PermissionsIT: open to strangers is new",
                "Take it off the list of PermissionsIT: open to strangers is no more");
    }

    @Test
    void theTestItselfSeesEndpoints() {
        assertThat(endpoints.getHandlerMethods().values().stream().filter(PermissionsIT::ours)).hasSizeGreaterThan(40);
    }

    private static boolean ours(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.daywatch.");
    }

    private static boolean declares(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> kind) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), kind)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), kind);
    }
}
