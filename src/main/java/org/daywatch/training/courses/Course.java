package org.daywatch.training.courses;

import java.util.List;
import java.util.Map;
import org.daywatch.training.lessons.LessonTopic;

/**
 * One edition of a course in one language, as its file says.
 *
 * @param about what it is, for whom, and what is kept of those who take it
 */
public record Course(String code, int edition, String language, For audience, LessonTopic topic, int minutes,
        String title, String about, List<Part> parts, List<Question> questions,
        List<Source> sources) {

    public enum For { STAFF, PARENTS }

    /** One page. @param points what to remember. @param sources by their ids */
    public record Part(String title, List<String> paragraphs, List<String> points, List<Source> sources) {}

    public record Source(String id, String title, String by, int year, String url) {}

    /** @param answer the right one of the choices, from 1 */
    public record Question(String id, String question, List<String> choices, int answer, String why) {}

    /** Questions that were not answered rightly, by their id. @param answers by question, as numbers of choices */
    public List<String> wrong(Map<String, String> answers) {
        return questions.stream().filter(q -> !Integer.toString(q.answer()).equals(answers.getOrDefault(q.id(), "")))
                .map(Question::id).toList();
    }
}
