package org.daywatch.training.lessons.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.InvalidInput.FieldError;
import org.daywatch.training.lessons.AgeBand;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.LessonTopic;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a lesson's file as a whole or not at all. */
public final class LessonReader {

    public static final int LARGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private LessonReader() {}

    /**
     * @throws InvalidInput that names every fault: the path of the field, counted from 0 ({@code $.slides[3].title}),
     * its value, what to do
     */
    public static Lesson read(byte[] bytes) {
        var faults = new ArrayList<FieldError>();
        var lesson = read(bytes, faults);
        if (faults.isEmpty()) faults.addAll(LessonRules.faults(lesson));
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        return lesson;
    }

    /** An edition that was taken in before: it stays readable, whatever is asked of new ones since. */
    public static Lesson kept(byte[] bytes) {
        var faults = new ArrayList<FieldError>();
        var lesson = read(bytes, faults);
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        return lesson;
    }

    private static Lesson read(byte[] bytes, List<FieldError> faults) {
        var root = json(bytes);
        if (!root.isObject()) throw new InvalidInput("$", "", "must be an object in braces");
        var fields = new LessonFields(root, "$", faults);
        var lesson = lesson(fields);
        fields.nothingElse();
        return lesson;
    }

    /** @throws InvalidInput where it is too large, no UTF-8 or no JSON */
    public static JsonNode json(byte[] bytes) {
        if (bytes.length > LARGEST)
            throw new InvalidInput("$", bytes.length + " bytes", "must be at most " + LARGEST + " bytes");
        try {
            return JSON.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidInput("$", "", "must be a text in UTF-8");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new InvalidInput("$", "", "is no JSON from line " + line + " on: " + e.getOriginalMessage()
                    + "; look there and just before for a missing quote, comma or brace, or for a file that was cut off");
        }
    }

    private static Lesson lesson(LessonFields f) {
        f.matching("schema", "lesson", "must be lesson");
        f.whole("version", 1, 1);
        String code = f.matching("code", "(?=.{3,40}$)[A-Z][A-Z0-9]*(-[A-Z0-9]+)*",
                "must be 3 to 40 capital letters and digits in words joined by hyphens, such as BULLYING-ONLINE");
        int edition = f.whole("edition", 1, 999);
        String language = f.matching("language", "en|es", "must be en or es");
        var topic = f.word("topic", LessonTopic.values());
        var band = f.word("band", AgeBand.values());
        String title = f.text("title", 3, 120);
        int minutes = f.whole("minutes", 10, 120);
        var goals = f.texts("goals", 1, 6, 10, 300);
        var evidence = f.object("evidence",
                e -> new Lesson.Evidence(e.text("note", 40, 4000), e.objects("studies", 0, 30,
                        s -> new Lesson.Study(s.text("found", 10, 1200), s.word("direction", Lesson.Direction.values()),
                                s.text("source", 2, 4)))));
        var sources = f.objects("sources", 1, 60, LessonReader::source);
        var materials = f.texts("materials", 0, 30, 2, 300);
        var outline = f.objects("outline", 2, 20, LessonReader::part);
        var slides = f.objects("slides", 3, 40,
                s -> new Lesson.Slide(s.text("title", 2, 100),
                        s.objects("points", 0, 7, p -> new Lesson.Point(p.text("text", 2, 240), sources(p, "sources"))),
                        s.text("say", 20, 3000), s.text("ask", 0, 400)));
        var activities = f.objects("activities", 1, 8, LessonReader::activity);
        var quiz = f.objects("quiz", 3, 20,
                q -> new Lesson.Question(q.matching("id", "Q[1-9][0-9]?", "must be Q and a number, such as Q1"),
                        q.whole("goal", 1, 6), q.text("question", 8, 500),
                        q.texts("choices", 2, 6, 1, 240), q.whole("answer", 1, 6), q.text("why", 10, 800),
                        sources(q, "sources")));
        return new Lesson(code, edition, language, topic, band, title, minutes, goals, evidence, sources, materials,
                outline, slides, activities, quiz, f.texts("fidelity", 2, 15, 8, 400),
                f.text("care", 40, 3000),
                f.object("staffSheet",
                        s -> new Lesson.StaffSheet(s.text("title", 3, 160), s.texts("paragraphs", 1, 15, 20, 2000),
                                s.texts("watchFor", 1, 20, 5, 500),
                                s.texts("do", 1, 20, 5, 500), sources(s, "sources"))),
                f.object("parentSheet",
                        s -> new Lesson.ParentSheet(s.text("title", 3, 160), s.texts("paragraphs", 1, 15, 20, 2000),
                                s.texts("talkAbout", 1, 20, 5, 500),
                                s.texts("help", 1, 20, 5, 500), sources(s, "sources"))));
    }

    private static Lesson.Source source(LessonFields s) {
        return new Lesson.Source(s.matching("id", "S[1-9][0-9]?", "must be S and a number, such as S1"),
                s.text("title", 3, 300), s.text("by", 2, 300), s.whole("year", 1900, 2100),
                s.matching("url", "https?://[^\\s\"<>]{4,400}", "must be an address that begins with https://"));
    }

    private static Lesson.Part part(LessonFields p) {
        int minutes = p.whole("minutes", 1, 90);
        String activity = p.orNull("activity");
        return new Lesson.Part(minutes, p.text("part", 2, 120), p.text("doing", 20, 4000), p.wholes("slides"),
                activity.isEmpty() ? null : activity);
    }

    private static Lesson.Activity activity(LessonFields a) {
        return new Lesson.Activity(a.matching("id", "A[1-9]", "must be A and a number, such as A1"),
                a.text("name", 3, 120), a.whole("minutes", 1, 90), a.text("grouping", 3, 120),
                a.texts("materials", 0, 20, 2, 400), a.texts("steps", 2, 20, 8, 1500),
                a.texts("debrief", 1, 15, 5, 800), a.text("adapt", 20, 1500));
    }

    private static List<String> sources(LessonFields f, String name) {
        return f.texts(name, 0, 15, 2, 4);
    }
}
