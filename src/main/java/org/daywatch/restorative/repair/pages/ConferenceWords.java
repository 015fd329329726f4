package org.daywatch.restorative.repair.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceDue;
import org.daywatch.restorative.conferences.ConferenceFile.Meeting;
import org.daywatch.restorative.conferences.ConferenceStage;

/** How conferences are said on pages. */
public final class ConferenceWords {

    private ConferenceWords() {}

    /** Whether a counselor sat with them. */
    public enum There {
        YES, NO
    }

    public static Chip stage(Page page, Conference c) {
        var word = page.t("conference.stage." + c.stage());
        return switch (c.stage()) {
            case CLOSED -> Chip.quiet(word);
            case KEPT -> Chip.good(word);
            case BROKEN -> Chip.warn(word);
            default -> Chip.info(word);
        };
    }

    public static String due(Page page, ConferenceDue due) {
        return due.by().equals(LocalDate.MAX)
                ? page.t("conference.due." + due.kind())
                : page.t("conference.due." + due.kind(), page.when().day(due.by()));
    }

    public static String meeting(Page page, Meeting m) {
        return page.t("conference.meeting.is", page.when().day(m.day()), page.when().time(m.at()), m.place());
    }

    /** One of the stages on the way; {@code past} where it is done, {@code here} where it stands. */
    public record OnTheWay(String words, boolean past, boolean here) {}

    /** Kept or broken is one step; who meets again stands before they meet. */
    public static List<OnTheWay> way(Page page, Conference c) {
        var way = new ArrayList<OnTheWay>();
        var here = c.stage() == ConferenceStage.RECONVENED ? ConferenceStage.GATED : c.stage();
        for (var stage : ConferenceStage.values()) {
            if (stage == ConferenceStage.RECONVENED
                    || stage == (c.stage() == ConferenceStage.BROKEN ? ConferenceStage.KEPT : ConferenceStage.BROKEN))
                continue;
            way.add(new OnTheWay(page.t("conference.stage." + (stage == here ? c.stage() : stage)),
                    stage.compareTo(here) < 0 && here != ConferenceStage.CLOSED, stage == here));
        }
        return way;
    }

    public static List<String> script(Conference c) {
        return switch (c.kind()) {
            case CIRCLE -> List.of("circle.1", "circle.2", "circle.3", "circle.4", "circle.5", "circle.6");
            case PEER_MEDIATION -> List.of("mediation.1", "mediation.2", "mediation.3", "mediation.4", "mediation.5",
                    "mediation.6", "mediation.7");
            case CONFERENCE -> List.of("conference.1", "conference.2", "conference.3", "conference.4", "conference.5",
                    "conference.6", "conference.7", "conference.8");
        };
    }

    /** A field that may not stay empty. @param what under which name the words stand that say so */
    static String filled(TypedForm typed, String field, String what, int most) {
        if (typed.text(field).isBlank()) typed.wrong(field, "conference.wrong." + what);
        return typed.within(field, most);
    }
}
