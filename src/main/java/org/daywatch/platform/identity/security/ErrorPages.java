package org.daywatch.platform.identity.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.daywatch.platform.errors.FormRefused;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was refused before it came to a page is answered as everything else is that goes wrong: by a page of the site.
 */
@Controller
class ErrorPages implements ErrorController {

    @Open(why = "whoever is refused before a page knows them is told so")
    @RequestMapping("${server.error.path:/error}")
    ModelAndView error(Page page, HttpServletRequest request) {
        var why = request.getAttribute(FormsRefused.WHY);
        if (why instanceof Problem problem) throw problem;
        if (why instanceof FormsRefused.Refused form) return form(page, request, form);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number
                ? HttpStatus.resolve(number)
                : null;
        throw new ResponseStatusException(status == null ? HttpStatus.NOT_FOUND : status);
    }

    private static ModelAndView form(Page page, HttpServletRequest request, FormsRefused.Refused form) {
        if (!String.valueOf(request.getHeader("Accept")).contains("text/html"))
            throw new FormRefused("sent by a script");
        var view = new ModelAndView("platform/identity/security/refused-form",
                Map.of("page", page.titled("form.refused.title"), "form", form, "back", back(request)));
        view.setStatus(HttpStatus.FORBIDDEN);
        return view;
    }

    /** The page on which the form stood. */
    private static String back(HttpServletRequest request) {
        String page = String.valueOf(request.getHeader("Referer")).replaceFirst("^https?://[^/]*", "");
        return SignInDoor.local(page.startsWith("/") ? page : "/");
    }
}
