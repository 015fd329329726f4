package org.daywatch.platform.web;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** The files beside the pages say what they are and in which characters they are written. */
@Component
@ConditionalOnWebApplication
class FixedFiles implements SmartInitializingSingleton {

    private static final Map<String, MediaType> KINDS = Map.of("js",
            MediaType.parseMediaType("text/javascript;charset=UTF-8"), "html",
            MediaType.parseMediaType("text/html;charset=UTF-8"), "svg",
            MediaType.parseMediaType("image/svg+xml;charset=UTF-8"), "css",
            MediaType.parseMediaType("text/css;charset=UTF-8"), "webmanifest",
            MediaType.parseMediaType("application/manifest+json"));

    private final ObjectProvider<HandlerMapping> files;

    FixedFiles(@Qualifier("resourceHandlerMapping") ObjectProvider<HandlerMapping> files) {
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        files.stream().filter(SimpleUrlHandlerMapping.class::isInstance).map(SimpleUrlHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMap().values().stream())
                .filter(ResourceHttpRequestHandler.class::isInstance).map(ResourceHttpRequestHandler.class::cast)
                .forEach(handler -> handler.setMediaTypes(KINDS));
    }
}
