package org.daywatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LastResortTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/my-day");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void whileTheDatabaseIsAwayTheReaderIsToldInBothLanguagesWhatToDo() throws Exception {
        for (Exception cause : new Exception[] {new SQLException("refused", "08001"),
                new SQLException("shutting down", "57P01"), new SQLException("no space left on device", "53100"),
                new SQLTransientConnectionException("none in the pool")}) {
            var answer = new MockHttpServletResponse();
            new LastResort().doFilter(new MockHttpServletRequest("GET", "/my-day"), answer, (q, a) -> {
                throw new IllegalStateException("no session", cause);
            });
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Retry-After")).isEqualTo("30");
            assertThat(answer.getContentAsString()).contains("Nothing was changed", "Try again", "No se cambió nada",
                    "front desk", "href=\"tel:911\"", "has not notified 911", "no ha avisado al 911");
        }
    }

    @Test
    void anyOtherFaultIsAnIncidentAndAMachineGetsProblemDetails() throws Exception {
        request.addHeader("Accept", "application/json");
        new LastResort().doFilter(request, response, (q, a) -> { throw new IllegalStateException("a fault"); });
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"status\":500", "\"incident\":\"");
    }

    @Test
    void whoeverBreaksOffADownloadLeavesNoFaultBehind() throws Exception {
        response.setCommitted(true);
        Exception gone = new org.apache.catalina.connector.ClientAbortException("broken pipe");
        for (RuntimeException failure : new RuntimeException[] {
                new java.io.UncheckedIOException(new java.io.IOException("row 17", gone)),
                new IllegalStateException("a template", gone)})
            new LastResort().doFilter(request, response, (q, a) -> {
                throw failure;
            });
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    void aPageThatIsHalfSentIsNotWrittenOver() throws Exception {
        var resort = new LastResort();
        assertThatThrownBy(() -> resort.doFilter(request, response, (q, a) -> {
            a.getOutputStream().write('x');
            a.flushBuffer();
            throw new IllegalStateException("in the middle");
        })).hasMessage("in the middle");
        assertThat(response.getContentAsString()).isEqualTo("x");
    }
}
