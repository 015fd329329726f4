package org.daywatch.platform.criminalhistory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daywatch.platform.criminalhistory.CriminalHistory.Found;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PageArguments;
import org.daywatch.platform.web.forms.SecretFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Looks at every text of every form before its handler does. What is recognized is stored nowhere: the writer is asked
 * to write it anew, on a page that keeps whatever else was in the form.
 */
@Component
public class CriminalHistoryGate implements HandlerInterceptor {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    /** Made by chance, or one word agreed on: no text. */
    private static final Set<String> NO_TEXT = Set.of("_csrf", "_once", "form", "code", "word", "token");

    private final PageArguments pages;

    CriminalHistoryGate(PageArguments pages) {
        this.pages = pages;
    }

    /** One text that may not stay as it is. */
    public record Held(String field, String text, String why) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        if (READS.contains(request.getMethod()) || !(handler instanceof HandlerMethod method) || asWritten(method))
            return true;
        var found = new LinkedHashMap<String, Found>();
        request.getParameterMap().forEach((field, values) -> {
            if (!SecretFields.is(field) && !NO_TEXT.contains(field))
                for (var value : values)
                    CriminalHistory.find(value).ifPresent(one -> found.putIfAbsent(field, one));
        });
        if (found.isEmpty()) return true;
        var page = pages.page(request);
        if (!String.valueOf(request.getHeader("Accept")).contains("text/html"))
            throw new InvalidInput(found.entrySet().stream()
                    .map(one -> new FieldError(one.getKey(), one.getValue().words(), why(page, one.getValue())))
                    .toList());
        throw new ModelAndViewDefiningException(anew(page, request, found));
    }

    private static ModelAndView anew(Page page, HttpServletRequest request, Map<String, Found> found) {
        boolean keeps = !SecretFields.any(request.getParameterMap().keySet())
                && !String.valueOf(request.getContentType()).startsWith("multipart/");
        var held = new ArrayList<Held>();
        var rest = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((field, values) -> {
            var one = found.get(field);
            if (one != null && values.length == 1) held.add(new Held(field, values[0], why(page, one)));
            else if (!field.equals(page.csrf().name())) rest.put(field, List.of(values));
        });
        found.forEach((field, one) -> {
            if (held.stream().noneMatch(h -> h.field().equals(field)))
                held.add(new Held(field, "", why(page, one)));
        });
        boolean again = keeps && held.stream().noneMatch(h -> h.text().isEmpty());
        var view = new ModelAndView("platform/criminalhistory/write-anew",
                Map.of("page", page.titled("criminalhistory.title"), "held", held, "rest", again ? rest : Map.of(),
                        "to", again ? request.getRequestURI() : "", "back", before(request)));
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    private static String why(Page page, Found found) {
        return page.t("criminalhistory.wrong", page.t("criminalhistory." + found.kind()), found.words());
    }

    private static boolean asWritten(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), AsWritten.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), AsWritten.class);
    }

    /** The page on which the form stood. */
    private static String before(HttpServletRequest request) {
        String page = String.valueOf(request.getHeader("Referer")).replaceFirst("^https?://[^/]*", "");
        return page.startsWith("/") && !page.startsWith("//") && !page.startsWith("/\\") ? page : "/";
    }

    @Configuration(proxyBeanMethods = false)
    static class EveryForm {

        /** After permissions: who may not write here is told that. */
        @Bean
        WebMvcConfigurer everyTextIsLookedAt(CriminalHistoryGate gate, CriminalHistoryInFiles files) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(gate).order(1);
                    registry.addInterceptor(files).order(1);
                }
            };
        }
    }
}
