package org.daywatch.emergencies.incidents.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.protection.StudentSearch;
import org.daywatch.directory.rosters.ClassGroup;
import org.daywatch.directory.rosters.ClassGroup.RosterPerson;
import org.daywatch.directory.rosters.ClassRosters;
import org.daywatch.directory.rosters.LikeNames;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the roster, which is the district's; the incident, which its agency reads too, gets initials and numbers only.
 */
@Component
@Transactional
public class Identities {

    private static final int MOST = 12;

    private final ClassRosters rosters;
    private final StudentSearch search;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final AuditLog audit;
    private final Clock clock;

    Identities(ClassRosters rosters, StudentSearch search, IncidentStore incidents, IncidentCommands commands,
            AuditLog audit, Clock clock) {
        this.rosters = rosters;
        this.search = search;
        this.incidents = incidents;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A student the name may mean. @param group the class they should be in now, and its room; empty where none is
     * known. @param classes all of theirs, to tell them by
     */
    public record Like(UUID id, String name, String group, String room, List<String> classes) {}

    /** In an exercise without those whom this person does not find otherwise. @param typed as heard, in any order */
    List<Like> like(Actor actor, Incident incident, Campus school, String typed) {
        var hidden = incident.status() == AlertStatus.ACTUAL ? Set.<UUID>of() : search.hiddenFrom(actor, school);
        var found = LikeNames.of(typed, rosters.students(school.id())).stream().filter(p -> !hidden.contains(p.id()))
                .limit(MOST).toList();
        audit.read("StudentsLikeNamed", "incident " + incident.id(), Map.of("asked", typed, "found", found.size()));
        if (found.isEmpty()) return List.of();
        var all = rosters.classes(school.id());
        var now = rosters.meeting(school, clock.instant().atZone(school.zone()).toLocalTime());
        var likes = new ArrayList<Like>();
        for (var student : found) {
            var group = now.stream().filter(g -> has(g, student)).findFirst();
            likes.add(new Like(student.id(), student.name(), group.map(ClassGroup::title).orElse(""),
                    group.map(ClassGroup::room).orElse(""),
                    all.stream().filter(g -> has(g, student)).map(ClassGroup::title).toList()));
        }
        return likes;
    }

    private static boolean has(ClassGroup group, RosterPerson student) {
        return group.students().stream().anyMatch(p -> p.id().equals(student.id()));
    }

    /** Who is meant has been settled. The timeline says by what, with initials; the audit says whom. */
    void confirm(Incident incident, Campus school, UUID id, String how, By by) {
        var student = rosters.student(school.id(), id);
        int others = LikeNames.of(student.name(), rosters.students(school.id())).size() - 1;
        audit.act("IdentityConfirmed", "incident " + incident.id(),
                Map.of("student", id, "how", how, "others", others));
        commands.write(incidents.lock(incident.id()), Line.of(clock.instant(), "IdentityConfirmed", "",
                initials(student.name()) + " (+" + others + "): " + how, by));
    }

    static String initials(String name) {
        var part = Arrays.asList(name.split(","));
        return part.reversed().stream().flatMap(p -> Arrays.stream(p.strip().split("\\s+"))).filter(w -> !w.isEmpty())
                .map(w -> w.substring(0, 1) + ".").collect(Collectors.joining());
    }
}
