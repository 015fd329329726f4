package org.daywatch.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.daywatch.platform.time.Days;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Views are compiled templates named by their path below the application package: "staffing/shifts/shift". */
@Configuration(proxyBeanMethods = false)
class JteViews {

    /**
     * @param folder of the templates while they are being written: each is compiled anew when it was changed; empty
     * where they came compiled
     */
    @Bean
    TemplateEngine templates(@Value("${daywatch.templates:}") String folder) throws IOException {
        var engine = folder.isEmpty()
                ? TemplateEngine.createPrecompiled(ContentType.Html)
                : TemplateEngine.create(new DirectoryCodeResolver(Path.of(folder)),
                        Files.createTempDirectory("daywatch-templates"), ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver jte(TemplateEngine engine) {
        return new Resolver(engine);
    }

    @Bean
    WebMvcConfigurer handlersTakePages(PageArguments arguments) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(arguments);
            }

            /** An address that asks for a day no school has was not understood. */
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, said -> said.isBlank() ? null : Days.parse(said));
            }
        };
    }

    private record Resolver(TemplateEngine engine) implements ViewResolver, Ordered {
        @Override
        public View resolveViewName(String name, Locale locale) {
            return engine.hasTemplate(name + ".jte") ? new JteView(engine, name + ".jte") : null;
        }

        @Override
        public int getOrder() { return Ordered.HIGHEST_PRECEDENCE + 10; }
    }

    private record JteView(TemplateEngine engine, String template) implements View {
        @Override
        public String getContentType() { return "text/html;charset=UTF-8"; }

        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            @SuppressWarnings("unchecked") var parameters = (Map<String, Object>) model;
            engine.render(template, parameters, output);
            Flashes.expire(request, response);
            response.setContentType(getContentType());
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
