package org.daywatch.restorative.restraints.pages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.daywatch.restorative.repair.pages.StudentChoices;
import org.daywatch.restorative.restraints.Restraint;
import org.daywatch.restorative.restraints.RestraintCommand;
import org.daywatch.restorative.restraints.RestraintCommand.Given;
import org.daywatch.restorative.restraints.RestraintFile;
import org.daywatch.restorative.restraints.RestraintFile.Known;
import org.daywatch.restorative.restraints.RestraintFile.Plan;
import org.daywatch.restorative.restraints.RestraintKind.Means;
import org.jspecify.annotations.Nullable;

/** What is typed of a restraint. Empty minutes say that a means was not used; 0 says under a minute. */
public final class RestraintForm {

    static final int LONGEST = 2000;
    private static final int DAY = 24 * 60;
    private static final UUID NOBODY = new UUID(0, 0);

    /** Handcuffs came with an arrest, or without one. */
    public enum Arrest {
        YES, NO
    }

    private final TypedForm typed;
    private final StudentChoices choices;
    private final ConferenceDoor places;
    private final Entry at;

    RestraintForm(TypedForm typed, RestorativeWords words, ConferenceDoor places, Entry at) {
        this.typed = typed;
        this.choices = new StudentChoices("restraint", typed, words, places, at);
        this.places = places;
        this.at = at;
    }

    /** @param found of the roster, by what was typed as the student's name */
    RestraintCommand read(Restraint r, List<RosterPerson> found) {
        var student = choices.student(found, r.file() == null ? null : r.file().student());
        var minutes = new EnumMap<Means, Integer>(Means.class);
        for (var means : Means.values()) {
            var said = typed.number("minutes-" + means, 0, DAY, "restraint.wrong.minutes");
            if (said != null) minutes.put(means, said);
        }
        boolean cuffed = minutes.containsKey(Means.HANDCUFFS);
        boolean arrest = (cuffed || !typed.text("arrest").isEmpty())
                && typed.one("arrest", Arrest.class).filter(a -> a == Arrest.YES).isPresent();
        var day = typed.day("day");
        if (day.isAfter(r.reported())) typed.wrong("day", "restraint.wrong.reported");
        var file = new RestraintFile(student.map(RosterPerson::id).orElse(NOBODY),
                student.map(RosterPerson::name).orElse(""), typed.one("plan", Plan.class).orElse(Plan.NOT_KNOWN), day,
                typed.time("began"), Map.copyOf(minutes), arrest, choices.label("place", Label.Kind.PLACE),
                typed.must("danger", LONGEST),
                typed.must("causes", LONGEST),
                choices.labels("tried", Label.Kind.TRIED),
                typed.must("people", 300), known("trained"), typed.within("watched", 200), known("stopped"), null,
                List.of());
        if (minutes.isEmpty()) typed.wrong("minutes-" + Means.HANDS, "restraint.wrong.nothing");
        var given = new Given(choices.counselor(), officer(r.given().officer()));
        var by = at.actor().name();
        if (r.file() == null) {
            typed.check();
            return new RestraintCommand.Write(file, given, at.today(), by);
        }
        var why = typed.must("why", 300);
        typed.check();
        return new RestraintCommand.Correct(file, given, why, at.today(), by);
    }

    private Known known(String field) {
        return typed.one(field, Known.class).orElse(Known.NOT_KNOWN);
    }

    /** One of those whom the school knows, or whoever stands there already. */
    private @Nullable UUID officer(@Nullable UUID before) {
        var said = typed.text("officer");
        if (before != null && before.toString().equals(said)) return before;
        var whom = places.officers(at).keySet().stream().filter(o -> o.toString().equals(said)).findFirst();
        if (whom.isEmpty() && !said.isEmpty()) typed.wrong("officer", "restraint.wrong.officer");
        return whom.orElse(null);
    }
}
