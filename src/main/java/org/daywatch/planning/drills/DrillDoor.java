package org.daywatch.planning.drills;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Who may enter which drill, and what every form of one has in common. */
@Component
public class DrillDoor {

    private final DrillStore drills;
    private final DrillPlaces places;

    DrillDoor(DrillStore drills, DrillPlaces places) {
        this.drills = drills;
        this.places = places;
    }

    /** @throws NotFound when it is not there, another organisation's, or at a school where he is not */
    public Drill mine(Actor actor, UUID id) {
        var drill = drills.find(id).orElseThrow(() -> new NotFound("drill " + id));
        places.get(actor, drill.schoolId());
        return drill;
    }

    public Campus school(Actor actor, Drill drill) {
        return places.get(actor, drill.schoolId());
    }

    public static By by(Actor actor) {
        return new By(actor.person(), actor.name());
    }

    /** Does it and leads on; what was refused or wrong is said there. */
    public ModelAndView act(Page page, HttpServletResponse response, String next, String said, Runnable work) {
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

    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("day", text, "drills.wrong.day");
        }
    }

    public static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("at", text, "drills.wrong.time");
        }
    }

    /** @throws InvalidInput with the message {@code drills.wrong.empty} where nothing was written */
    public static String must(String field, String text, int longest) {
        String said = cut(text, longest);
        if (said.isEmpty()) throw new InvalidInput(field, text, "drills.wrong.empty");
        return said;
    }

    public static String cut(String text, int longest) {
        String said = text.strip().replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
        return said.length() <= longest ? said : said.substring(0, longest);
    }
}
