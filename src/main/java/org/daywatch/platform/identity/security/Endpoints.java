package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Before a request is read: who would answer it, and whether they would. */
@Component
@ConditionalOnWebApplication
class Endpoints {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<PermissionCheck> check;

    Endpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<PermissionCheck> check) {
        this.handlers = handlers;
        this.check = check;
    }

    @Nullable
    HandlerMethod find(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            var found = handlers.getObject().getHandler(request);
            return found != null && found.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (Exception notForThisMethod) {
            return null;
        } finally {
            ServletRequestPathUtils.clearParsedRequestPath(request);
        }
    }

    /** @return false where the answer is given already @throws org.daywatch.platform.errors.Problem why it would not */
    boolean allowed(HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
            throws IOException {
        return check.getObject().preHandle(request, response, handler);
    }
}
