package org.daywatch.planning.improvements;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.ImprovementIdea;
import org.daywatch.planning.improvements.Improvement.Source;
import org.daywatch.planning.places.PeopleAtSchool;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What another room learned is seen to here. */
@Component
class IdeaHearing {

    private static final int LONGEST = 500;

    private final ImprovementCommands commands;
    private final Campuses campuses;
    private final PeopleAtSchool people;

    IdeaHearing(ImprovementCommands commands, Campuses campuses, PeopleAtSchool people) {
        this.commands = commands;
        this.campuses = campuses;
        this.people = people;
    }

    @ApplicationModuleListener
    void on(ImprovementIdea idea) {
        campuses.find(idea.schoolId()).ifPresent(school -> commands.agree(idea.improvement(), idea.tenant(), school,
                new ImprovementCommands.Wish(Source.INCIDENT, idea.id(), idea.capability(),
                        cut(idea.issue()), cut(idea.action()), idea.owner(), account(school, idea.owner()), idea.due()),
                idea.by(), idea.at()));
    }

    /** The other room knows a name only; where one person of the school has it, it is theirs. */
    private @Nullable UUID account(Campus school, String name) {
        var same = people.of(school).stream().filter(p -> p.name().equalsIgnoreCase(name.strip())).toList();
        return same.size() == 1 ? same.getFirst().person() : null;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
