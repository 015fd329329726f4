package org.daywatch.planning.assistance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;

/**
 * Which adult has a student in class whose plan they have not read; taken from the rosters of today, so that it follows
 * every change of class.
 */
public final class ReadingCheck {

    private ReadingCheck() {}

    /** NO_PLAN: there is a note, and nobody has written the plan. NOBODY: the class has no adult in the roster. */
    public enum Kind {
        UNREAD, NO_PLAN, NOBODY, READ
    }

    public record Line(ClassGroup group, RosterPerson student, String adult, Kind kind) {}

    /** Lines as a page shows them: by class, with what there is to do. */
    public record Sheet(List<Line> lines) {

        public int students() {
            return (int) lines.stream().map(l -> l.student().id()).distinct().count();
        }

        public int unread() {
            return (int) lines.stream().filter(l -> l.kind() == Kind.UNREAD).count();
        }

        public int withoutPlan() {
            return (int) lines.stream().filter(l -> l.kind() == Kind.NO_PLAN).map(l -> l.student().id()).distinct()
                    .count();
        }

        public boolean allRead() {
            return lines.stream().allMatch(l -> l.kind() == Kind.READ);
        }

        public List<ClassGroup> classes() {
            return lines.stream().map(Line::group).distinct().toList();
        }

        public List<Line> of(ClassGroup group) {
            return lines.stream().filter(l -> l.group().equals(group)).toList();
        }
    }

    /**
     * @param plans id of the plan that stands, by student
     * @param noted students with an assistance note
     * @param readings e-mails of those who have read it, by plan
     */
    public static List<Line> of(Collection<ClassGroup> classes, Map<UUID, UUID> plans, Set<UUID> noted,
            Map<UUID, Set<String>> readings) {
        var lines = new ArrayList<Line>();
        for (var group : classes) {
            for (var student : group.students()) {
                var plan = plans.get(student.id());
                if (plan == null && !noted.contains(student.id())) continue;
                if (plan == null) lines.add(new Line(group, student, "", Kind.NO_PLAN));
                else if (group.adults().isEmpty()) lines.add(new Line(group, student, "", Kind.NOBODY));
                else
                    group.adults().forEach(a -> lines.add(new Line(group, student, a.name(),
                            readings.getOrDefault(plan, Set.of()).contains(a.email()) ? Kind.READ : Kind.UNREAD)));
            }
        }
        return lines;
    }
}
