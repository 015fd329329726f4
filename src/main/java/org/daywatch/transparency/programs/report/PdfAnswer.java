package org.daywatch.transparency.programs.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PDF as the answer to a request. */
public final class PdfAnswer {

    private PdfAnswer() {}

    public static void write(HttpServletResponse response, String name, byte[] pdf) {
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.getOutputStream().write(pdf);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
