package org.daywatch.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.audit.AuditNotWritten;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.errors.FormRefused;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.SignedOut;
import org.daywatch.platform.errors.StepUpNeeded;
import org.daywatch.platform.errors.TooMany;
import org.daywatch.platform.errors.Unscanned;
import org.daywatch.platform.outage.OutageCause;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ObjectUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** One answer to everything that goes wrong: problem details for machines (RFC 9457), a plain page for people. */
@ControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final java.util.Set<String> UNSTORABLE = java.util.Set.of("22021", "22P05", "22008", "22003");

    private static final String MINUTE_SECONDS = "60";

    private final PageArguments pages;
    private final SecurityLog security;

    ProblemAdvice(PageArguments pages, SecurityLog security) {
        this.pages = pages;
        this.security = security;
    }

    @ExceptionHandler(Problem.class)
    Object problem(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem instanceof StepUpNeeded needed && !wantsJson(request)) {
            String where = needed.proof() == StepUpNeeded.Proof.SECOND_STEP ? "/sign-in/step/again" : "/sign-in/again";
            return new ModelAndView("redirect:" + where + "?to=" + encoded(here(request)) + "&from="
                    + encoded(before(request.getHeader("Referer"))));
        }
        if (problem instanceof Forbidden) security.refused(SecurityEvent.AUTHZ_FAIL, null, Map.of());
        var page = pages.page(request);
        if (problem instanceof Unscanned) response.setHeader(HttpHeaders.RETRY_AFTER, MINUTE_SECONDS);
        if (problem instanceof TooMany) response.setHeader(HttpHeaders.RETRY_AFTER, MINUTE_SECONDS);
        return answer(request, problem.status(), problem.type(), sentence(page, problem), detail -> {
            if (problem instanceof InvalidInput invalid) detail.setProperty("errors", invalid.errors());
            if (problem instanceof Refused refused) detail.setProperty("details", refused.details());
        });
    }

    @ExceptionHandler(Exception.class)
    Object anythingElse(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var field = field(failure, request);
        if (field.isPresent()) {
            malformed();
            return problem(new InvalidInput(List.of(field.get())), request, response);
        }
        if (failure instanceof ErrorResponse known) { // a missing parameter, a wrong method, a page that is not there
            int status = known.getStatusCode().value();
            var page = pages.page(request);
            return answer(request, status, "http-" + status,
                    page.has("problem." + status) ? page.t("problem." + status) : known.getBody().getTitle(), d -> {});
        }
        if (LastResort.readerWentAway(failure)) return null;
        if (failure instanceof MethodArgumentTypeMismatchException) { // What stands in a path and is no id names nothing.
            malformed();
            return answer(request, 404, "http-404", pages.page(request).t("problem.404"), d -> {});
        }
        if (cannotBeStored(failure)) {
            malformed();
            return answer(request, 400, "cannot-be-stored", pages.page(request).t("problem.unstorable"), d -> {});
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        if (OutageCause.isWhy(failure)) {
            log.error("incident {}: the database is away: {}", incident, failure.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, LastResort.WAIT_SECONDS);
            return answer(request, 503, "away", pages.page(request).t("problem.503"),
                    d -> d.setProperty("incident", incident));
        }
        if (failure instanceof AuditNotWritten) {
            log.error("incident {}: {}", incident, failure.getMessage(), failure);
            return answer(request, 503, "audit", pages.page(request).t("problem.audit"),
                    d -> d.setProperty("incident", incident));
        }
        log.error("incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        return answer(request, 500, "incident", pages.page(request).t("problem.500", incident),
                d -> d.setProperty("incident", incident));
    }

    /** No page of ours sends it so: somebody else's program does. */
    private void malformed() {
        security.refused(SecurityEvent.INPUT_VALIDATION_FAIL, null, Map.of());
    }

    /** What a form must have and does not, or has in a way that is not understood. */
    private static Optional<FieldError> field(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case MissingServletRequestParameterException missing ->
                Optional.of(new FieldError(missing.getParameterName(), "", "problem.field.missing"));
            case MissingServletRequestPartException missing ->
                Optional.of(new FieldError(missing.getRequestPartName(), "", "problem.field.file"));
            case MethodArgumentTypeMismatchException wrong when !wrong.getParameter()
                    .hasParameterAnnotation(PathVariable.class) ->
                Optional.of(new FieldError(wrong.getName(), ObjectUtils.nullSafeToString(wrong.getValue()),
                        "problem.field.unread"));
            case MultipartException notSent when !(failure instanceof ErrorResponse) ->
                Optional.of(new FieldError(file(request), "", "problem.field.file"));
            default -> Optional.empty();
        };
    }

    /** Which field of a form its handler reads a file from. */
    private static String file(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                ? Arrays.stream(handler.getMethod().getParameters())
                        .filter(p -> MultipartFile.class.isAssignableFrom(p.getType())).map(Parameter::getName)
                        .findFirst().orElse("file")
                : "file";
    }

    /** A sign that is no character, a day or a number beyond every calendar: the database says so by these codes. */
    private static boolean cannotBeStored(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && UNSTORABLE.contains(String.valueOf(sql.getSQLState())))
                return true;
        }
        return false;
    }

    private Object answer(HttpServletRequest request, int status, String type, String sentence,
            java.util.function.Consumer<ProblemDetail> more) {
        if (wantsJson(request)) {
            var detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
            detail.setType(URI.create("/problems/" + type));
            more.accept(detail);
            return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail);
        }
        var view = new ModelAndView("platform/web/problem",
                Map.of("page", pages.page(request).titled("problem.title." + titleFor(status)),
                        "status", status, "sentence", sentence, "again", here(request)));
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }

    /** The reader's own language where the message files know the refusal, English otherwise. */
    static String sentence(Page page, Problem problem) {
        return switch (problem) {
            case Refused refused ->
                fill(page, page.texts().raw(page.lang(), "refusal." + refused.code().name()), refused.details());
            case InvalidInput invalid -> invalid.errors().stream()
                    .map(e -> e.field() + ": " + page.said(e))
                    .reduce((a, b) -> a + " " + b).orElse("");
            case SignedOut gone -> page.t("problem.signedOut");
            case FormRefused stale -> page.t("problem.form");
            case Unscanned unscanned -> page.t("problem.unscanned");
            case Problem other -> page.t("problem." + other.status());
        };
    }

    /** A day and a time are written as the reader writes them, a way as they measure ways. */
    private static String fill(Page page, String sentence, Map<String, Object> details) {
        for (var detail : details.entrySet()) {
            String said = switch (detail.getValue()) {
                case java.time.LocalDate day -> page.when().date(day);
                case java.time.LocalTime time -> page.when().time(time);
                case org.daywatch.platform.places.Distance way -> page.distance(way.meters());
                case Object other -> String.valueOf(other);
            };
            sentence = sentence.replace("{" + detail.getKey() + "}", said);
        }
        return sentence;
    }

    private static String titleFor(int status) {
        return switch (status) {
            case 401 -> "signedOut"; // a proof asked anew is sent to sign in and shows no page
            case 404 -> "missing";
            case 403 -> "forbidden";
            case 412 -> "stale";
            case 429 -> "often";
            case 500 -> "incident";
            case 503 -> "away";
            default -> "refused";
        };
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private static String encoded(String path) {
        return java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The page from which a form was sent; what a form is sent to is often no page. */
    private static String before(@Nullable String referer) {
        try {
            var page = URI.create(referer == null ? "/" : referer);
            String path = page.getRawPath() == null || !page.getRawPath().startsWith("/")
                    || page.getRawPath().startsWith("//") ? "/" : page.getRawPath();
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return before(request.getHeader("Referer"));
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
