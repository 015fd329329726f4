package org.daywatch.platform.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.operations.FilesKept;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.forms.KeptFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * Asks who is there before an upload is read: looking for the form's token in a body means taking in all of it, and
 * nobody may fill the disk who could not import anyway. A form that takes no file is not sent in parts.
 */
@Component
@ConditionalOnWebApplication
class UploadGate extends OncePerRequestFilter implements ChainPart {

    private final Endpoints endpoints;
    private final long largest;
    private final Texts texts;
    private final ObjectProvider<FilesKept> files;

    UploadGate(Endpoints endpoints, @Value("${spring.servlet.multipart.max-request-size}") DataSize largest,
            Texts texts,
            ObjectProvider<FilesKept> files) {
        this.texts = texts;
        this.files = files;
        this.largest = largest.toBytes();
        this.endpoints = endpoints;
    }

    @Override
    public void join(HttpSecurity chain) {
        chain.addFilterBefore(this, CsrfFilter.class);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return !body || type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var handler = endpoints.find(request);
        var plain = new Unread(response);
        if (handler == null) {
            plain.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else
            if (Arrays.stream(handler.getMethodParameters())
                    .noneMatch(p -> p.getParameterType() == MultipartFile.class)) {
                        plain.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
                    } else
                if (allowed(request, plain, handler) && fits(request, plain) && hasRoom(request, plain, handler)) {
                    chain.doFilter(request, response);
                }
    }

    /**
     * Said here, because further in an upload that was cut off has lost its token and would be turned away for that.
     */
    private boolean fits(HttpServletRequest request, Unread response) throws IOException {
        long size = request.getContentLengthLong();
        if (size <= largest) return true;
        response.say(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                inBoth("uploads.large", size >> 20, largest >> 20));
        return false;
    }

    /** Of files that stay as they are each organization has so much. */
    private boolean hasRoom(HttpServletRequest request, Unread response, HandlerMethod handler) throws IOException {
        if (Arrays.stream(handler.getMethodParameters()).noneMatch(p -> p.hasParameterAnnotation(KeptFile.class)))
            return true;
        var room = files.getObject().room();
        long size = Math.max(0, request.getContentLengthLong());
        if (room.has(size)) return true;
        response.say(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                inBoth("uploads.full", room.bytes() >> 20, room.most() >> 20, size + (1 << 20) - 1 >> 20));
        return false;
    }

    /** Nobody is known here yet, so both languages say it. */
    private String inBoth(String key, Object... values) {
        return texts.of("en", key, values) + " / " + texts.of("es", key, values);
    }

    private boolean allowed(HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
            throws IOException {
        try {
            return endpoints.allowed(request, response, handler);
        } catch (Problem refused) {
            response.sendError(refused.status());
            return false;
        }
    }

    /** Answers without the error page: forwarding there would read the body after all. */
    private final class Unread extends HttpServletResponseWrapper {

        Unread(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            String where = getHeader("HX-Redirect");
            if (where != null) setHeader("Location", where);
            say(where == null ? status : SC_SEE_OTHER, inBoth("uploads.refused", String.valueOf(status)));
        }

        void say(int status, String sentence) throws IOException {
            setHeader("Connection", "close");
            setStatus(status);
            setContentType("text/plain;charset=UTF-8");
            getWriter().write(sentence);
            flushBuffer();
        }
    }
}
