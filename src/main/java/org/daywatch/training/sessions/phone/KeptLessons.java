package org.daywatch.training.sessions.phone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.web.Page;
import org.daywatch.training.sessions.LessonChoices;
import org.daywatch.training.sessions.LessonSession.State;
import org.daywatch.training.sessions.SessionWords;
import org.daywatch.training.sessions.teach.MyLessons;
import org.daywatch.training.sessions.teach.MyLessons.Mine;
import org.daywatch.training.sessions.teach.TaughtForm;
import org.jspecify.annotations.Nullable;

/**
 * What a phone keeps of its owner's lessons, so that they teach without a connection: times, titles and points, and
 * nobody who is taught.
 *
 * @param now by which the phone's own clock is put right
 */
record KeptLessons(UUID person, String lang, Instant now, List<Kept> lessons) {

    /**
     * @param day by the school's clock, in {@code zone}. @param open still to be taught or written down. @param slides
     * their address, where the library has them. @param points of its fidelity list
     */
    record Kept(UUID id, String title, String label, String school, String zone, LocalDate day, String dayWords,
            String hours, Instant from, Instant to, @Nullable Instant begun,
            @Nullable Instant ended, boolean open, @Nullable String slides, List<String> points) {}

    static KeptLessons of(Page page, UUID person, Instant now, MyLessons.Days days, LessonChoices choices) {
        var all = Stream.of(days.unwritten(), days.today(), days.coming()).flatMap(List::stream)
                .map(m -> kept(page, m, choices)).toList();
        return new KeptLessons(person, page.lang(), now, all);
    }

    private static Kept kept(Page page, Mine m, LessonChoices choices) {
        var s = m.session();
        var planned = s.state() instanceof State.Planned p ? p : new State.Planned(null, null);
        return new Kept(s.id(), s.content().title(), SessionWords.sitting(page, s), m.school().name(),
                m.school().zone().getId(), s.slot().day(), SessionWords.day(page, s.slot().day()),
                SessionWords.hours(page, s.slot(), m.school()), s.slot().from(), s.slot().to(), planned.begun(),
                planned.ended(),
                s.planned() || s.state() instanceof State.Missed,
                choices.lesson(s.content())
                        .map(l -> "/lessons/" + l.code() + "/" + l.edition() + "/" + l.language() + "/slides/1")
                        .orElse(null),
                TaughtForm.points(s, choices));
    }
}
