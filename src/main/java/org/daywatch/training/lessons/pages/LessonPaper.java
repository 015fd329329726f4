package org.daywatch.training.lessons.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.daywatch.training.lessons.Lesson;

/** A lesson on letter paper: to prepare from, to hand out, to file. */
final class LessonPaper {

    private static final String LETTERS = "ABCDEF";

    private final Page page;
    private final Lesson lesson;
    private final PdfSheet sheet;

    private LessonPaper(Page page, Lesson lesson, String marking) {
        this.page = page;
        this.lesson = lesson;
        this.sheet = new PdfSheet(shortened(lesson.title()), marking, false,
                lesson.code() + " · " + page.t("lessons.edition", lesson.edition()));
    }

    private static String shortened(String title) {
        return title.length() > 62 ? title.substring(0, 60) + "…" : title;
    }

    static byte[] lesson(Page page, Lesson lesson) {
        var paper = new LessonPaper(page, lesson, page.t("lessons.paper.lesson"));
        paper.overview();
        paper.outline();
        paper.slides();
        paper.activities();
        paper.answers();
        paper.sheet.nextPage();
        paper.staff();
        paper.sheet.nextPage();
        paper.parents();
        paper.sheet.nextPage();
        paper.sources();
        return paper.sheet.bytes();
    }

    /**
     * For a class without phones: the questions alone, no line for a name; the answers on a page of their own for the
     * teacher.
     */
    static byte[] quiz(Page page, Lesson lesson) {
        var paper = new LessonPaper(page, lesson, page.t("lessons.paper.quiz"));
        paper.sheet.text(page.t("lessons.paper.quiz.lead"));
        int number = 1;
        for (var question : lesson.quiz()) {
            paper.sheet.heading(2, number++ + ". " + question.question());
            for (int i = 0; i < question.choices().size(); i++)
                paper.sheet.text("    [   ]  " + LETTERS.charAt(i) + "   " + question.choices().get(i));
        }
        paper.sheet.nextPage();
        paper.answers();
        return paper.sheet.bytes();
    }

    /** What the activities hand out, to print once for each group and cut apart. */
    static byte[] cards(Page page, Lesson lesson) {
        var paper = new LessonPaper(page, lesson, page.t("lessons.paper.cards"));
        boolean first = true;
        for (var activity : lesson.activities()) {
            if (activity.cards().isEmpty()) continue;
            if (!first) paper.sheet.nextPage();
            paper.sheet.heading(1, activity.name());
            paper.sheet.cards(activity.cards());
            first = false;
        }
        return paper.sheet.bytes();
    }

    static byte[] staffSheet(Page page, Lesson lesson) {
        var paper = new LessonPaper(page, lesson, page.t("lessons.paper.staff"));
        paper.staff();
        paper.cited(lesson.staffSheet().sources());
        return paper.sheet.bytes();
    }

    static byte[] parentSheet(Page page, Lesson lesson) {
        var paper = new LessonPaper(page, lesson, page.t("lessons.paper.parents"));
        paper.parents();
        paper.cited(lesson.parentSheet().sources());
        return paper.sheet.bytes();
    }

    private void overview() {
        sheet.boxes(page.t("lessons.topic"), page.t("lessons.topic." + lesson.topic()), page.t("lessons.band"),
                page.t("lessons.band." + lesson.band()), page.t("lessons.minutes"), "" + lesson.minutes());
        list("lessons.goals", lesson.goals());
        list("lessons.materials", lesson.materials());
        sheet.heading(1, page.t("lessons.care"));
        text(lesson.care());
        list("lessons.fidelity", lesson.fidelity());
        sheet.heading(1, page.t("lessons.evidence"));
        text(lesson.evidence().note());
        if (!lesson.evidence().studies().isEmpty()) {
            sheet.table(page.t("lessons.studies"), new float[] {18, 70, 12},
                    List.of(page.t("lessons.direction"), page.t("lessons.found"), page.t("lessons.source")),
                    lesson.evidence().studies().stream()
                            .map(s -> List.of(page.t("lessons.direction." + s.direction()), s.found(), s.source()))
                            .toList());
        }
    }

    private void outline() {
        sheet.heading(1, page.t("lessons.outline"));
        int minute = 0;
        for (var part : lesson.outline()) {
            sheet.heading(2, page.t("lessons.part.minutes", minute, minute + part.minutes()) + "  " + part.part());
            text(part.doing());
            if (!part.slides().isEmpty())
                sheet.text(page.t("lessons.part.slides",
                        part.slides().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            lesson.activity(part.activity()).ifPresent(a -> sheet.text(page.t("lessons.part.activity", a.name())));
            minute += part.minutes();
        }
    }

    private void slides() {
        sheet.heading(1, page.t("lessons.slides"));
        int number = 1;
        for (var slide : lesson.slides()) {
            sheet.heading(2, number++ + ". " + slide.title());
            slide.points().forEach(p -> sheet.text(
                    "• " + p.text() + (p.sources().isEmpty() ? "" : " [" + String.join(", ", p.sources()) + "]")));
            sheet.heading(3, page.t("lessons.say"));
            sheet.text(slide.say());
            if (!slide.ask().isEmpty()) {
                sheet.heading(3, page.t("lessons.ask"));
                sheet.text(slide.ask());
            }
        }
    }

    private void activities() {
        sheet.heading(1, page.t("lessons.activities"));
        for (var activity : lesson.activities()) {
            sheet.heading(2, activity.name());
            sheet.text(page.t("lessons.activity.facts", activity.minutes(), activity.grouping()));
            bullets("lessons.materials", activity.materials());
            sheet.heading(3, page.t("lessons.steps"));
            for (int i = 0; i < activity.steps().size(); i++) sheet.text(i + 1 + ". " + activity.steps().get(i));
            bullets("lessons.debrief", activity.debrief());
            sheet.heading(3, page.t("lessons.adapt"));
            sheet.text(activity.adapt());
        }
    }

    private void answers() {
        sheet.heading(1, page.t("lessons.answers"));
        sheet.table(page.t("lessons.answers.lead"), new float[] {6, 34, 26, 34},
                List.of("", page.t("lessons.question"), page.t("lessons.right"), page.t("lessons.why")),
                lesson.quiz().stream()
                        .map(q -> List.of("" + (lesson.quiz().indexOf(q) + 1), q.question(),
                                LETTERS.charAt(q.answer() - 1) + "  " + q.choices().get(q.answer() - 1),
                                q.why() + (q.sources().isEmpty() ? "" : " [" + String.join(", ", q.sources()) + "]")))
                        .toList());
    }

    private void staff() {
        var staff = lesson.staffSheet();
        sheet.heading(1, staff.title());
        staff.paragraphs().forEach(sheet::text);
        bullets("lessons.watchFor", staff.watchFor());
        bullets("lessons.toDo", staff.toDo());
    }

    private void parents() {
        var parents = lesson.parentSheet();
        sheet.heading(1, parents.title());
        parents.paragraphs().forEach(sheet::text);
        bullets("lessons.talkAbout", parents.talkAbout());
        bullets("lessons.help", parents.help());
    }

    private void sources() {
        cited(lesson.sources().stream().map(Lesson.Source::id).toList());
    }

    private void cited(List<String> ids) {
        if (ids.isEmpty()) return;
        sheet.heading(2, page.t("lessons.sources"));
        ids.stream().map(lesson::source)
                .forEach(s -> sheet.text(s.id() + "  " + s.title() + ". " + s.by() + ", " + s.year() + ". " + s.url()));
    }

    private void text(String words) {
        sheet.text(String.join("\n", ShownLesson.paragraphs(words)));
    }

    private void list(String heading, List<String> items) {
        if (items.isEmpty()) return;
        sheet.heading(1, page.t(heading));
        items.forEach(i -> sheet.text("• " + i));
    }

    private void bullets(String heading, List<String> items) {
        if (items.isEmpty()) return;
        sheet.heading(3, page.t(heading));
        items.forEach(i -> sheet.text("• " + i));
    }
}
