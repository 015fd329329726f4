package org.daywatch.platform.criminalhistory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.daywatch.platform.criminalhistory.CriminalHistory.Found;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PageArguments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * A list is taken in as it is, for nobody mends a cell of a file in a form; whoever brought it is told the first line
 * in which something stands that may not be kept. Only plain text is read.
 */
@Component
class CriminalHistoryInFiles implements HandlerInterceptor {

    private static final String FOUND = CriminalHistoryInFiles.class.getName();
    private static final int MOST_BYTES = 4 << 20;

    private final PageArguments pages;

    CriminalHistoryInFiles(PageArguments pages) {
        this.pages = pages;
    }

    private record Line(String file, int number, Found found) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(request instanceof MultipartRequest parts)) return true;
        for (var file : parts.getFileMap().values())
            if (plain(file)) line(file).ifPresent(line -> request.setAttribute(FOUND, line));
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable ModelAndView view) {
        if (view == null || !(request.getAttribute(FOUND) instanceof Line line)) return;
        var page = pages.page(request);
        String said = page.t("criminalhistory.file", line.file(), line.number(), line.found().words(),
                page.t("criminalhistory." + line.found().kind()));
        if (String.valueOf(view.getViewName()).startsWith("redirect:")) Flashes.say(response, "warning", said);
        else if (view.getModel().get("page") instanceof Page drawn) view.addObject("page", drawn.says("warning", said));
    }

    private static boolean plain(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".json");
    }

    private static Optional<Line> line(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            var lines = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var found = CriminalHistory.find(lines.get(i));
                if (found.isPresent())
                    return Optional.of(new Line(String.valueOf(file.getOriginalFilename()), i + 1, found.get()));
            }
        }
        return Optional.empty();
    }
}
