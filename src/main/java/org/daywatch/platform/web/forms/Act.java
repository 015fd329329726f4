package org.daywatch.platform.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.web.servlet.ModelAndView;

/** What a button of a page does: the work, one sentence about it, and the way on. */
public final class Act {

    private Act() {}

    /** Does the work and leads to {@code next}, where {@code said} stands, or in one sentence what was refused or wrong. */
    public static ModelAndView on(Page page, HttpServletResponse response, String next, String said, Runnable work) {
        try {
            work.run();
            Flashes.say(response, "success", page.t(said));
        } catch (Refused | InvalidInput wrong) {
            Flashes.say(response, "error", sentence(page, wrong));
        }
        return new ModelAndView("redirect:" + next);
    }

    /** What went wrong, where the form is in sight: of wrong fields the first one's message with its value, without the field's name in the code. */
    public static String sentence(Page page, Problem wrong) {
        if (!(wrong instanceof InvalidInput input)) return page.sentence(wrong);
        var first = input.errors().getFirst();
        return page.has(first.message()) ? page.t(first.message(), first.value()) : first.message();
    }
}
