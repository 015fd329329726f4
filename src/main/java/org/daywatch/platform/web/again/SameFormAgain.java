package org.daywatch.platform.web.again;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.daywatch.platform.criminalhistory.AsWritten;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.PageArguments;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.forms.SecretFields;
import org.daywatch.platform.web.forms.ShownOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every form of a page carries an id beside its token against posts from elsewhere. Whoever sends the very same form
 * again, by a second tap, a reload or a program between that lost the answer, gets where the first answer led, and
 * nothing is done twice. A form that comes with other words is another one, also from the same page. What must hold
 * though the application dies between the act and its answer, asks {@link Forms} in the act's own transaction besides.
 */
@Component
class SameFormAgain implements HandlerInterceptor {

    static final String FIELD = "_once";
    /** What proves something is hashed nowhere in passing. */
    private static final Set<String> PROOFS = Set.of("code", "word", "token");
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final SentForms forms;
    private final PageArguments pages;

    SameFormAgain(SentForms forms, PageArguments pages) {
        this.forms = forms;
        this.pages = pages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var form = form(request, handler);
        if (form.isEmpty()) return true;
        String sent = sent(request);
        var answer = Optional.<String>empty();
        long until = System.nanoTime() + LONGEST_ANSWER.toNanos();
        while (!forms.begin(form.get(), sent) && System.nanoTime() < until) {
            answer = forms.answer(form.get());
            if (answer.isPresent()) break;
            pause(); // it may still be refused, and then this one is the first
        }
        if (answer.isEmpty()) {
            request.setAttribute(FIELD, form.get());
            return true;
        }
        Flashes.say(response, "info", pages.page(request).t("web.form.again"));
        response.sendRedirect(answer.get());
        return false;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception failure) {
        if (!(request.getAttribute(FIELD) instanceof UUID form)) return;
        var where = switch (response.getStatus()) {
            case 302, 303 -> response.getHeader("Location");
            case 200 -> response.getHeader(ShownOnce.WHERE);
            default -> null;
        };
        if (where != null && where.startsWith("/")) forms.answered(form, where);
        else forms.forget(form);
    }

    private static Optional<UUID> form(HttpServletRequest request, Object handler) {
        boolean asked = request.getMethod().equals("POST") && handler instanceof HandlerMethod method
                && !AnnotatedElementUtils.hasAnnotation(method.getMethod(), AsWritten.class)
                && Tenancy.current().filter(scope -> scope.tenant() != null).isPresent();
        if (!asked) return Optional.empty();
        var fields = request.getParameterMap().keySet();
        return SecretFields.any(fields) || fields.stream().anyMatch(PROOFS::contains)
                ? Optional.empty()
                : Optional.ofNullable(request.getParameter(FIELD)).flatMap(Ids::find);
    }

    /** Where it goes and what stands in it, as one figure. */
    private static String sent(HttpServletRequest request) {
        try {
            var figure = MessageDigest.getInstance("SHA-256");
            figure.update((request.getRequestURI() + "\n").getBytes(UTF_8));
            new TreeMap<>(request.getParameterMap()).forEach((field, values) -> {
                if (!field.equals("_csrf")) figure.update((field + Arrays.toString(values) + "\n").getBytes(UTF_8));
            });
            if (request instanceof MultipartRequest parts)
                for (var files : new TreeMap<>(parts.getMultiFileMap()).values())
                    for (var file : files) figure.update(file.getBytes());
            return HexFormat.of().formatHex(figure.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("The form could not be read.\nMaybe the disk is full.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EveryForm {

        /** After permissions and what no form may hold: who may not send it is told that. */
        @Bean
        WebMvcConfigurer everyFormIsActedUponOnce(SameFormAgain again) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(again).order(3);
                }
            };
        }
    }
}
