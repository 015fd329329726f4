package org.daywatch.planning.improvements;

import org.daywatch.directory.Campuses;
import org.daywatch.planning.ImprovementIdea;
import org.daywatch.planning.improvements.Improvement.Source;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What another room learned is seen to here. */
@Component
class IdeaHearing {

    private static final int LONGEST = 500;

    private final ImprovementCommands commands;
    private final Campuses campuses;

    IdeaHearing(ImprovementCommands commands, Campuses campuses) {
        this.commands = commands;
        this.campuses = campuses;
    }

    @ApplicationModuleListener
    void on(ImprovementIdea idea) {
        campuses.find(idea.schoolId()).ifPresent(school -> commands.agree(idea.improvement(), idea.tenant(), school, new ImprovementCommands.Wish(Source.INCIDENT, idea.id(), idea.capability(),
                cut(idea.issue()), cut(idea.action()), idea.owner(), null, idea.due()), idea.by(), idea.at()));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
