package org.daywatch.prevention.places;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.web.servlet.ModelAndView;

/** What every form of this room has in common. */
public final class PreventionDoor {

    private PreventionDoor() {}

    /** Does it and leads on; what was refused or wrong is said there. */
    public static ModelAndView act(Page page, HttpServletResponse response, String next, String said, Runnable work) {
        try {
            work.run();
            Flashes.say(response, "success", page.t(said));
        } catch (Refused | InvalidInput wrong) {
            Flashes.say(response, "error", sentence(page, wrong));
        }
        return new ModelAndView("redirect:" + next);
    }

    public static String sentence(Page page, Problem wrong) {
        if (!(wrong instanceof InvalidInput input)) return page.sentence(wrong);
        var first = input.errors().getFirst();
        return page.has(first.message()) ? page.t(first.message(), first.value()) : first.message();
    }

    public static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(field, text, "prevention.wrong.day");
        }
    }

    /** @throws InvalidInput where it is no whole number between the two */
    public static int number(String field, String text, int least, int most) {
        String said = text.strip();
        if (!said.matches("[0-9]{1,9}") || Integer.parseInt(said) < least || Integer.parseInt(said) > most) throw new InvalidInput(field, text, "prevention.wrong.number." + field);
        return Integer.parseInt(said);
    }

    /** @throws InvalidInput where nothing was written */
    public static String must(String field, String text, int longest) {
        String said = cut(text, longest);
        if (said.isEmpty()) throw new InvalidInput(field, text, "prevention.wrong.empty");
        return said;
    }

    public static String cut(String text, int longest) {
        String said = text.strip().replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
        return said.length() <= longest ? said : said.substring(0, longest);
    }
}
