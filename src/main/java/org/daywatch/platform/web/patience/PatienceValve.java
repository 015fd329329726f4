package org.daywatch.platform.web.patience;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Here the headers of a request have come; what it sends beyond them has a time of its own. */
final class PatienceValve extends ValveBase {

    PatienceValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var connection = PatientProtocol.current();
        long size = request.getHeader("Transfer-Encoding") != null ? -1 : said(request);
        if (connection != null) connection.headersCame(size);
        if (connection == null || size == 0) {
            getNext().invoke(request, response);
            return;
        }
        var coyote = request.getCoyoteRequest();
        var body = coyote.getInputBuffer();
        coyote.setInputBuffer(connection.watching(body));
        try {
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(body);
            // What nobody read is read and thrown away from here on, within the same time.
            if (coyote.isFinished()) connection.whole();
        }
    }

    /** Bytes; -1 where what was said is no length, which the server refuses when it reads it itself. */
    private static long said(Request request) {
        try {
            return Math.max(0, request.getContentLengthLong());
        } catch (IllegalArgumentException twice) {
            return -1;
        }
    }
}
