package org.daywatch.training.lessons;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a lesson in one language, as its file says; complete enough that somebody new to the topic can teach
 * it. Nothing in it changes once it was taught from: what is to be different is another edition.
 *
 * @param code the same in every language and edition
 * @param language en or es
 * @param minutes of the whole lesson; the outline's sum
 * @param fidelity what must have happened for it to count as this lesson
 * @param care what the officer does when a student tells of something or is upset
 */
public record Lesson(String code, int edition, String language, LessonTopic topic, AgeBand band, String title,
        int minutes, List<String> goals, Evidence evidence, List<Source> sources,
        List<String> materials, List<Part> outline, List<Slide> slides, List<Activity> activities, List<Question> quiz,
        List<String> fidelity, String care, StaffSheet staffSheet,
        ParentSheet parentSheet) {

    /**
     * What is known of whether such lessons help, in plain words; a study that found nothing, or harm, stands here like
     * the others.
     */
    public record Evidence(String note, List<Study> studies) {}

    public enum Direction { FOR, MIXED, AGAINST, UNKNOWN }

    public record Study(String found, Direction direction, String source) {}

    /** @param id as the points and answers name it: S1, S2, … */
    public record Source(String id, String title, String by, int year, String url) {}

    /** @param slides by their number, from 1 */
    public record Part(int minutes, String part, String doing, List<Integer> slides, @Nullable String activity) {}

    /** @param say what the officer says with it; @param ask what they ask the class, or empty */
    public record Slide(String title, List<Point> points, String say, String ask) {}

    /** @param sources empty for advice and questions; a claim names where it comes from */
    public record Point(String text, List<String> sources) {}

    public record Activity(String id, String name, int minutes, String grouping, List<String> materials,
            List<String> steps, List<String> debrief, String adapt) {

        /** Materials that are texts to hand out, numbered as "Card 3: …" or "Scene 1, lunch: …". */
        public List<String> cards() {
            return materials.stream().filter(m -> m.matches("\\p{L}+ \\d{1,2}(, [^:]{1,40})?: .+")).toList();
        }
    }

    /** @param goal by its number, from 1; @param answer the right one of the choices, from 1 */
    public record Question(String id, int goal, String question, List<String> choices, int answer, String why,
            List<String> sources) {}

    public record StaffSheet(String title, List<String> paragraphs, List<String> watchFor, List<String> toDo,
            List<String> sources) {}

    public record ParentSheet(String title, List<String> paragraphs, List<String> talkAbout, List<String> help,
            List<String> sources) {}

    /** There are texts to cut out and hand out. */
    public boolean hasCards() {
        return activities.stream().anyMatch(activity -> !activity.cards().isEmpty());
    }

    public List<String> sourceIds() {
        return sources.stream().map(Source::id).toList();
    }

    public Source source(String id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    public Optional<Activity> activity(@Nullable String id) {
        return activities.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The part in which a slide is shown; the first, where it is shown in several. @param number from 1 */
    public Optional<Part> partOf(int number) {
        return outline.stream().filter(p -> p.slides().contains(number)).findFirst();
    }
}
