package org.daywatch.relationships.triage.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.daywatch.relationships.tips.thread.TipPicture;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TriageCommand.By;
import org.daywatch.relationships.triage.queue.TipPiles;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.daywatch.relationships.triage.queue.TriageCommands;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Many tips that are much alike, on one page: what they say, and one end for all. */
@Controller
@Needs(value = Permission.TIPS_TRIAGE, hidden = true)
public class TipPilePages {

    private static final int LONGEST = 2000;
    private static final int MOST_TIPS = 99_999;

    private final TipPiles piles;
    private final TipReaders readers;
    private final TipThreads threads;
    private final TriageCommands commands;
    private final Campuses campuses;
    private final AuditLog audit;

    TipPilePages(TipPiles piles, TipReaders readers, TipThreads threads, TriageCommands commands, Campuses campuses,
            AuditLog audit) {
        this.piles = piles;
        this.readers = readers;
        this.threads = threads;
        this.commands = commands;
        this.campuses = campuses;
        this.audit = audit;
    }

    /**
     * @param tip one of those who wrote it, to be given a class and routed where it is meant
     * @param pictures that came with them: nobody closes one unseen
     */
    public record Text(String words, int times, UUID tip, List<TipPicture> pictures) {

        private Text and(Text same) {
            return new Text(words, times + same.times, tip,
                    Stream.concat(pictures.stream(), same.pictures.stream()).toList());
        }
    }

    /** Each text once, with how many wrote it: what is different among many stands out. */
    @GetMapping("/nameless-tips/piles/{id}")
    ModelAndView one(Page page, Actor actor, @PathVariable UUID id) {
        return readers.asAnalyst(actor, at -> {
            var pile = piles.find(id).orElseThrow(() -> new NotFound("pile " + id));
            var texts = new LinkedHashMap<String, Text>();
            for (var tip : piles.waiting(id)) {
                threads.opened(at.district(), tip, Part.TIP_ANALYST);
                var thread = threads.of(at.district(), tip);
                texts.merge(thread.words(),
                        new Text(thread.words(), 1, tip, thread.picture().stream().toList()), Text::and);
            }
            audit.read("TipPile", "nameless tips " + id, Map.of("tips", pile.tips()));
            var rows = texts.values().stream().sorted(Comparator.comparingInt(Text::times)).toList();
            return new ModelAndView("relationships/triage/pages/pile",
                    Map.of("page", page.titled("nametips.pile"), "pile", pile, "school",
                            campuses.find(pile.school()).map(one -> one.name()).orElse(""), "texts", rows, "lives",
                            piles.aboutALife(id)));
        });
    }

    @PostMapping("/nameless-tips/piles/{id}/end")
    ModelAndView close(Page page, Actor actor, HttpServletResponse response, @PathVariable UUID id,
            @RequestParam Map<String, String> form) {
        return Act.typed(page, response, "/nameless-tips", "nametips.said.pile", "close", form,
                again -> one(again, actor, id), () -> readers.asAnalyst(actor, at -> {
                    var typed = new TypedForm("nametips", form);
                    int seen = typed.mustNumber("tips", 1, MOST_TIPS);
                    var category = typed.one("category", TipCategory.class).orElse(TipCategory.OTHER);
                    var outcomes = EnumSet.noneOf(TipOutcome.class);
                    Arrays.stream(TipOutcome.values()).filter(one -> typed.text("is" + one).equals("true"))
                            .forEach(outcomes::add);
                    var words = typed.must("words", LONGEST);
                    typed.check();
                    By by = at.by();
                    commands.closeAlike(id, seen, category, outcomes, words, by);
                    return id;
                }));
    }
}
