package org.daywatch.relationships.tips.door;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.texts.Texts;
import org.daywatch.relationships.tips.board.BoardFigure;
import org.daywatch.relationships.tips.board.TipBoard;
import org.daywatch.relationships.tips.crowd.Crowd;
import org.daywatch.relationships.tips.door.TipForm.Wrong;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.tips.thread.WriterThreads;
import org.daywatch.relationships.tips.upload.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * One page of the door: what its template asks.
 *
 * @param notice key of a sentence above all else; blank: none
 * @param choices of schools, where several were meant
 * @param waits words of this thread stand in the ring
 * @param seen empty where nothing was handed on yet
 * @param crowd what is asked for while many send at once
 */
public record DoorPage(Texts texts, String language, String exit, List<DoorSchool> schools, TipForm form,
        Map<String, Wrong> wrong, List<DoorSchool> choices, String notice, boolean waits,
        Optional<WriterThreads.Seen> seen, Optional<Crowd.Asked> crowd) {

    /** More names than that make a page slow on an old phone. */
    private static final int MOST_NAMES = 1500;

    public String t(String key, Object... args) {
        return texts.of(language, key, args);
    }

    public String otherLanguage() {
        return language.equals("en") ? "es" : "en";
    }

    public @Nullable String wrong(String field) {
        var found = wrong.get(field);
        return found == null ? null : t(found.key(), found.args());
    }

    /** Says that it is read only where that is so for every school somebody may name. */
    public String lead() {
        boolean isEverywhereRead = !schools.isEmpty() && schools.stream().allMatch(DoorSchool::isRead);
        return t(isEverywhereRead ? "tipdoor.lead" : "tipdoor.lead.some");
    }

    public List<String> names() {
        return schools.size() > MOST_NAMES ? List.of() : schools.stream().map(DoorSchool::label).toList();
    }

    public int left() {
        return Math.max(0, TipContent.left(form.words()));
    }

    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(language.equals("es") ? "d 'de' MMMM" : "EEE, MMM d",
                Locale.of(language, "US")));
    }

    /** How often, in words. */
    public String figure(BoardFigure figure) {
        return t("tipdoor.board.figure." + figure.kind(), figure.number());
    }

    public String opened(TipBoard.Clock clock) {
        return switch (clock) {
            case TipBoard.Clock.TooFew(int weeks) -> t("tipdoor.board.opened.few", weeks);
            case TipBoard.Clock.Half(int weeks, long minutes) -> t("tipdoor.board.opened.half", weeks, minutes);
            case TipBoard.Clock.Unopened(int weeks) -> t("tipdoor.board.opened.not", weeks);
        };
    }

    DoorPage saying(String key) {
        return new DoorPage(texts, language, exit, schools, form, wrong, choices, key, waits, seen, crowd);
    }

    DoorPage waiting(Crowd.Asked asked) {
        return new DoorPage(texts, language, exit, schools, form, wrong, choices, "", waits, seen, Optional.of(asked));
    }

    /** What whoever waits in the line reads; with a script it goes on by itself before. */
    public String line() {
        long seconds = crowd.map(Crowd.Asked::waits).orElse(0L);
        if (seconds < 0) return t("tipdoor.line.none");
        return seconds <= 90 ? t("tipdoor.line.seconds", seconds) : t("tipdoor.line.minutes", (seconds + 59) / 60);
    }

    DoorPage checked(TipForm.Checked checked) {
        return new DoorPage(texts, language, exit, schools, form, checked.wrong(), checked.choices(), notice, waits,
                seen, crowd);
    }

    /** As it stands, where somebody changes the language after they chose one of several schools. */
    DoorPage choosing() {
        var meant = form.at().isEmpty() ? List.<DoorSchool>of() : DoorSchool.meant(schools, form.school());
        return new DoorPage(texts, language, exit, schools, form, wrong,
                meant.size() > 1 ? meant.stream().limit(DoorSchool.MOST_SHOWN).toList() : List.of(), notice, waits,
                seen, crowd);
    }

    DoorPage wrong(String field, Wrong found) {
        return new DoorPage(texts, language, exit, schools, form, Map.of(field, found), choices, notice, waits, seen,
                crowd);
    }

    /** Beside what is wrong already: a file stays behind whenever a page comes back. */
    DoorPage choosingAgain(boolean chosen) {
        if (!chosen) return this;
        var all = new LinkedHashMap<>(wrong);
        all.put(SentForm.PICTURE, new Wrong("tipdoor.wrong.picture.again"));
        return new DoorPage(texts, language, exit, schools, form, all, choices, notice, waits, seen, crowd);
    }

    DoorPage reading(boolean nowWaits, Optional<WriterThreads.Seen> found) {
        return new DoorPage(texts, language, exit, schools, form, wrong, choices, notice, nowWaits, found, crowd);
    }
}
