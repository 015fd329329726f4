package org.daywatch.restorative.repair.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.restorative.repair.ConferenceDoor;
import org.daywatch.restorative.repair.ConferenceDoor.Entry;
import org.daywatch.restorative.repair.Label;
import org.daywatch.restorative.repair.RestorativeWords;
import org.jspecify.annotations.Nullable;

/** What a form about a student lets one choose: the student, a label, a counselor of the school. */
public final class StudentChoices {

    private final String room;
    private final TypedForm typed;
    private final RestorativeWords words;
    private final ConferenceDoor places;
    private final Entry at;

    /** @param room before the keys of what is wrong, as {@code restraint} */
    public StudentChoices(String room, TypedForm typed, RestorativeWords words, ConferenceDoor places, Entry at) {
        this.room = room;
        this.typed = typed;
        this.words = words;
        this.places = places;
        this.at = at;
    }

    /**
     * The one of the roster who was chosen; one whose whole name was typed needs no second look.
     *
     * @param found by what was typed. @param before who stands there already; null: nobody
     */
    public Optional<RosterPerson> student(List<RosterPerson> found, @Nullable UUID before) {
        var name = typed.must("student", 200);
        var chosen = found.stream().filter(p -> p.id().toString().equals(typed.text("which"))
                || found.size() == 1 && p.name().equalsIgnoreCase(name)
                || p.id().equals(before) && p.name().equalsIgnoreCase(name)).findFirst();
        if (found.isEmpty() && !name.isBlank()) wrong("student", "student");
        else if (chosen.isEmpty()) wrong("which", "which");
        return chosen;
    }

    public String label(String field, Label.Kind kind) {
        var said = typed.text(field);
        if (!words.labels(kind, at.today()).contains(said)) wrong(field, field);
        return said;
    }

    /** Those that are checked. */
    public List<String> labels(String field, Label.Kind kind) {
        return words.labels(kind, at.today()).stream()
                .filter(code -> typed.text(field + "-" + code).equals("true")).toList();
    }

    public @Nullable UUID counselor() {
        var said = typed.text("counselor");
        var whom = places.counselors(at.school()).stream().map(Placed::person)
                .filter(p -> p.toString().equals(said)).findFirst();
        if (whom.isEmpty() && !said.isEmpty()) wrong("counselor", "counselor");
        return whom.orElse(null);
    }

    private void wrong(String field, String what) {
        typed.wrong(field, room + ".wrong." + what);
    }
}
