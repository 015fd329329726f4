package org.daywatch.mentoring.care;

import java.util.Collection;
import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassPeriod;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.rosters.NamedStudents;
import org.daywatch.mentoring.matches.Match;
import org.daywatch.mentoring.matches.MentorSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as they are read, and what may be written in them. The district is bound. */
@Component
@Transactional(readOnly = true)
public class MatchSessions {

    private final MentorSessionStore store;
    private final ClassRosters rosters;
    private final StudentSearch search;

    MatchSessions(MentorSessionStore store, ClassRosters rosters, StudentSearch search) {
        this.store = store;
        this.rosters = rosters;
        this.search = search;
    }

    public List<MentorSession> of(Match m) {
        return store.of(m);
    }

    public List<ClassPeriod> periods(Campus school) {
        return rosters.periods(school.id());
    }

    /** Whether a text names a student of the school; of those who are protected nobody learns here. */
    public boolean namesStudent(Campus school, String text) {
        return NamedStudents.in(text, names(school));
    }

    private Collection<String> names(Campus school) {
        var hidden = search.hiddenFromOthers(school);
        return rosters.students(school.id()).stream().filter(p -> !hidden.contains(p.id())).map(RosterPerson::name)
                .toList();
    }
}
