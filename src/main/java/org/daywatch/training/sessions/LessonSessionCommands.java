package org.daywatch.training.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.TrainingEvent;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.sessions.LessonSession.Content;
import org.daywatch.training.sessions.LessonSession.State;
import org.daywatch.training.sessions.LessonSession.Teacher;
import org.daywatch.training.sessions.LessonSessionCommand.By;
import org.daywatch.training.sessions.LessonSessionCommand.Miss;
import org.daywatch.training.sessions.LessonSessionCommand.Move;
import org.daywatch.training.sessions.timetable.SchoolTimetable.Outside;
import org.daywatch.training.sessions.timetable.SchoolTimetables;
import org.daywatch.training.sessions.timetable.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell; open screens hear of it after the commit. */
@Component
@Transactional
public class LessonSessionCommands {

    private final LessonSessionStore sessions;
    private final LessonGroups groups;
    private final SchoolTimetables timetables;
    private final SessionNotices notices;
    private final Campuses campuses;
    private final Facts facts;
    private final Forms forms;
    private final Live live;
    private final Clock clock;

    LessonSessionCommands(LessonSessionStore sessions, LessonGroups groups, SchoolTimetables timetables,
            SessionNotices notices, Campuses campuses, Facts facts, Forms forms, Live live, Clock clock) {
        this.sessions = sessions;
        this.groups = groups;
        this.timetables = timetables;
        this.notices = notices;
        this.campuses = campuses;
        this.facts = facts;
        this.forms = forms;
        this.live = live;
        this.clock = clock;
    }

    /** @param label the class or the audience; no student */
    public record Sitting(Audience audience, String label) {}

    /** @param number of {@code lessons}; null where nobody counts */
    public record Wish(Content content, @Nullable Integer number, @Nullable Integer lessons, Slot slot) {}

    /** All of them, or none. @return their ids, in order; empty where the same form came a second time */
    public List<UUID> plan(UUID agency, Campus school, Sitting sitting, Teacher teacher, List<Wish> wishes, By by,
            UUID form) {
        if (!forms.first(form) || wishes.isEmpty()) return List.of();
        sessions.takeTurn(school.id());
        var group = groups.findOrCreate(agency, school, timetables.year(school, wishes.getFirst().slot().day()),
                sitting.audience(), sitting.label(), by.name());
        var planned = wishes.stream().map(wish -> plan(school, group, teacher, wish, by)).toList();
        notices.planned(planned, school, by);
        return planned.stream().map(LessonSession::id).toList();
    }

    private LessonSession plan(Campus school, LessonGroup group, Teacher teacher, Wish wish, By by) {
        if (wish.slot().day().isBefore(today(school.zone())))
            throw new InvalidInput("day", wish.slot().day().toString(), "sessions.wrong.past");
        possible(school, group, teacher, wish.slot(), null);
        var session = new LessonSession(group.agencyId(), Ids.next(), school.districtId(), school.id(), group,
                wish.content(), wish.number(), wish.lessons(), wish.slot(), teacher,
                new State.Planned(null, null), 1);
        sessions.insert(session, clock.instant(), by.name());
        facts.tell(session.told(clock.instant(), by.name()));
        ring(session);
        return session;
    }

    /** What a phone sends; sent again it changes nothing. @param tap made where it was tapped */
    public void take(UUID tap, UUID id, LessonSessionCommand command) {
        if (forms.first(tap)) handle(id, command);
    }

    public LessonSession handle(UUID id, LessonSessionCommand command) {
        var before = sessions.lock(id);
        if (command instanceof Move move) {
            sessions.takeTurn(before.schoolId());
            var school = campuses.find(before.schoolId())
                    .orElseThrow(() -> new NotFound("school " + before.schoolId()));
            if (move.slot().day().isBefore(today(school.zone())))
                throw new InvalidInput("day", move.slot().day().toString(), "sessions.wrong.past");
            possible(school, before.group(), move.teacher(), move.slot(), id);
        }
        var decided = before.decide(command, clock.instant()).orThrow();
        var after = decided.state();
        if (after.equals(before)) return before;
        if (after.account() != null) alone(after);
        sessions.save(after);
        decided.facts().forEach(fact -> facts.tell((TrainingEvent) fact));
        if (!(command instanceof Miss)) notices.changed(before, after, command);
        ring(after);
        return after;
    }

    /** @throws Refused for no school day, outside the bells without a word why, and what lies at the same time */
    private void possible(Campus school, LessonGroup group, Teacher teacher, Slot slot, @Nullable UUID except) {
        if (slot.outsideWhy().isEmpty()) outside(school, slot).ifPresent(why -> {
            throw new InvalidInput(why == Outside.NO_SCHOOL ? "day" : "from", slot.day().toString(),
                    "sessions.wrong." + why);
        });
        for (var other : sessions.at(slot, teacher.officer(), teacher.person(), group.id(), except)) {
            boolean classTaken = other.group().id().equals(group.id());
            throw new Refused(classTaken ? TrainingRefusal.SESSION_CLASS_TAKEN : TrainingRefusal.SESSION_TEACHER_TAKEN,
                    Map.of("name", other.teacher().name(), "title", other.content().title(),
                            "label", other.group().label(), "day", other.slot().day(), "time",
                            other.slot().from().atZone(school.zone()).toLocalTime()));
        }
    }

    /** Nobody teaches two classes at once, so no hour counts twice. @throws Refused naming the other lesson */
    private void alone(LessonSession session) {
        sessions.takeTurn(session.schoolId());
        for (var other : sessions.taught(session.account(), session.teacher(), session.id())) {
            var zone = campuses.find(other.schoolId()).map(Campus::zone).orElse(java.time.ZoneOffset.UTC);
            throw new Refused(TrainingRefusal.SESSION_TAUGHT_MEANWHILE,
                    Map.of("name", other.teacher().name(), "title", other.content().title(), "label",
                            other.group().label(), "day", other.slot().day(),
                            "time", other.account().from().atZone(zone).toLocalTime()));
        }
    }

    private Optional<Outside> outside(Campus school, Slot slot) {
        var zone = school.zone();
        return timetables.of(school, slot.day(), slot.day()).outside(slot.day(), slot.from().atZone(zone).toLocalTime(),
                slot.to().atZone(zone).toLocalTime());
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }

    private void ring(LessonSession session) {
        live.ring("lessons", session.agencyId());
        live.ring("lessons", session.districtId());
    }
}
