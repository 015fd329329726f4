package org.daywatch.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.outage.OutageCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What fails before a page knows its reader, such as the look for their session in a database that is away, is answered
 * from a file: it needs neither database nor session, and so speaks both languages at once. Everything later is
 * {@link ProblemAdvice}'s.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LastResort extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(LastResort.class);
    static final String WAIT_SECONDS = "30";
    private static final Set<String> READER_WENT_AWAY = Set.of("AsyncRequestNotUsableException",
            "ClientAbortException");

    private final byte[] page;

    LastResort() throws IOException {
        this.page = new ClassPathResource("static/unavailable.html").getContentAsByteArray();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (readerWentAway(failure)) return;
            if (failure instanceof IOException || response.isCommitted()) throw failure; // a half-sent page cannot be taken back
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        boolean away = OutageCause.isWhy(failure);
        if (away) log.error("incident {}: the database is away: {}", incident, failure.toString());
        else log.error("incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), failure);
        response.resetBuffer();
        response.setStatus(
                away ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (away) response.setHeader(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
        boolean json = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("json");
        response.setContentType(json ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
        response.getOutputStream().write(json ? problem(response.getStatus(), incident) : page);
    }

    private static byte[] problem(int status, String incident) {
        return ("{\"type\":\"/problems/incident\",\"status\":" + status
                + ",\"detail\":\"Nothing was changed; try again in a minute.\",\"incident\":\"" + incident + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Nothing failed here: the browser closed the connection before the answer was written, however far it had come.
     */
    static boolean readerWentAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (READER_WENT_AWAY.contains(cause.getClass().getSimpleName())) return true;
        return false;
    }
}
