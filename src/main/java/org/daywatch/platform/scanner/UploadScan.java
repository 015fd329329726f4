package org.daywatch.platform.scanner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Unscanned;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Each file of each form, before its handler sees it: one place, so that no feature forgets it. */
@Component
class UploadScan implements HandlerInterceptor {

    private final Scanner scanner;
    private final SecurityLog security;

    UploadScan(Scanner scanner, SecurityLog security) {
        this.scanner = scanner;
        this.security = security;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!scanner.named() || !(request instanceof MultipartRequest parts)) return true;
        for (var files : parts.getMultiFileMap().values())
            for (var file : files) if (!file.isEmpty()) letIn(file);
        return true;
    }

    private void letIn(MultipartFile file) throws IOException {
        Scanned scanned;
        try (var in = file.getInputStream()) {
            scanned = scanner.scan(in);
        }
        String name = String.valueOf(file.getOriginalFilename());
        switch (scanned) {
            case Scanned.Clean clean -> {}
            case Scanned.Infected infected -> {
                security.refused(SecurityEvent.UPLOAD_VALIDATION, null,
                        Map.of("scan", "virus", "found", infected.what(), "bytes", file.getSize()));
                throw new InvalidInput(file.getName(), name, "scanner.infected");
            }
            case Scanned.TooLarge large -> throw new InvalidInput(file.getName(), name, "scanner.large");
            case Scanned.Unanswered unanswered -> throw new Unscanned(name + ": " + unanswered.why());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EveryUpload {

        /** After permissions: nobody's file is looked at who may not send it. */
        @Bean
        WebMvcConfigurer everyFileIsScanned(UploadScan scan) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(scan).order(2);
                }
            };
        }
    }
}
