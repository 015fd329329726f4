package org.daywatch.relationships.threats.requests.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.cases.ThreatCase;
import org.daywatch.relationships.threats.pages.ThreatWords;
import org.daywatch.relationships.threats.prompts.Prompt;
import org.daywatch.relationships.threats.prompts.Prompts;
import org.daywatch.relationships.threats.requests.RecordsRequestDoor.Asked;
import org.springframework.stereotype.Component;

/**
 * The whole record as plain words, for somebody of the case to take other children's names out of. No rule can do that
 * in somebody's words.
 */
@Component
public class RecordsDraft {

    private final Prompts prompts;

    RecordsDraft(Prompts prompts) {
        this.prompts = prompts;
    }

    /** The words to begin with, and the language of their headings. */
    public record Draft(String language, String words) {}

    /**
     * What was made ready before, or the record as it stands; nothing for whoever does not read it.
     *
     * @param begun the language in which somebody begins again from the record; empty for what was made ready
     */
    Draft of(Page page, Asked asked, String begun) {
        if (!asked.reads()) return new Draft(page.lang(), "");
        var prepared = asked.request().file().prepared();
        if (prepared != null && begun.isEmpty()) return new Draft(prepared.language(), prepared.paper());
        var said = page.in(begun);
        return new Draft(said.lang(), asked.of().map(seen -> record(said, seen.threat())).orElse(""));
    }

    private String record(Page page, ThreatCase c) {
        var f = c.file();
        var parts = new ArrayList<String>();
        part(parts, page.t("threats.report"), List.of(f.report()));
        for (var section : Prompt.Section.values())
            part(parts, page.t("threats.section." + section),
                    ThreatWords.answers(page, prompts.on(f.promptsOf()), section, f.gathered()).entrySet().stream()
                            .map(answer -> answer.getKey() + "\n" + answer.getValue()).toList());
        if (f.finding() != null) part(parts, page.t("threats.support.title"), List.of(f.finding().words()));
        part(parts, page.t("threats.daysOut"),
                f.daysOut().stream().map(d -> page.when().date(d.day()) + ": " + d.why()).toList());
        part(parts, ThreatWords.say(page, c, "threats.words"), f.words().stream()
                .map(w -> ThreatWords.say(page, c, "threats.part." + w.part()) + ", " + page.when().date(w.day()) + ": "
                        + page.t("threats.about." + w.about()) + ". " + w.words())
                .toList());
        if (f.plan() != null) {
            part(parts, page.t("threats.plan.title"), List.of(f.plan().factors()));
            part(parts, page.t("threats.plan.tasks"), f.plan().tasks().stream()
                    .map(t -> t.what() + " (" + t.who() + ", " + page.when().date(t.due()) + ")").toList());
        }
        part(parts, page.t("asked.draft.reviews"),
                f.reviews().stream().map(r -> page.when().date(r.day()) + ": " + r.words()).toList());
        part(parts, page.t("asked.draft.closing"), f.closing().isEmpty() ? List.of() : List.of(f.closing()));
        return String.join("\n\n", parts);
    }

    private static void part(List<String> parts, String title, List<String> lines) {
        if (!lines.isEmpty()) parts.add(title + "\n" + lines.stream().collect(Collectors.joining("\n")));
    }
}
