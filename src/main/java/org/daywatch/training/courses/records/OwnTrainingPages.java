package org.daywatch.training.courses.records;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.daywatch.directory.ProgramRules;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.Page;
import org.daywatch.staffing.OfficerFiles;
import org.daywatch.staffing.OfficerFiles.Paper;
import org.daywatch.staffing.TrainingAsked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * An officer's own training: what is asked of them where they stand, and what their file has of it. Nothing is kept
 * here.
 */
@Controller
@Needs(Permission.LOG_WRITE)
public class OwnTrainingPages {

    private final OfficerFiles files;
    private final TrainingAsked asked;
    private final ProgramRules rules;
    private final HomeTime home;
    private final Clock clock;

    OwnTrainingPages(OfficerFiles files, TrainingAsked asked, ProgramRules rules, HomeTime home, Clock clock) {
        this.files = files;
        this.asked = asked;
        this.rules = rules;
        this.home = home;
        this.clock = clock;
    }

    public enum Standing { ENDED, ENDS_SOON, HELD }

    public record Line(Paper paper, Standing standing) {}

    @GetMapping("/lessons/own-training")
    ModelAndView mine(Page page, Actor actor) {
        var officer = files.ofPerson(actor.person())
                .orElseThrow(() -> new NotFound("no officer's file for person " + actor.person()));
        var today = LocalDate.now(clock.withZone(home.zone()));
        int soon = rules.book().get("TRAINING_SOON", today).number();
        var lines = files.papers(List.of(officer)).getOrDefault(officer, List.of()).stream()
                .map(p -> new Line(p, standing(p, today, soon)))
                .sorted(Comparator.comparing(Line::standing)
                        .thenComparing(l -> l.paper().expiresOn() == null ? LocalDate.MAX : l.paper().expiresOn())
                        .thenComparing(l -> l.paper().kind()))
                .toList();
        return new ModelAndView("training/courses/records/own-training",
                Map.of("page", page.titled("courses.mine.title"), "lines", lines, "days", soon, "asked",
                        asked.of(officer, page.lang())));
    }

    static Standing standing(Paper paper, LocalDate today, int soon) {
        if (paper.expiresOn() == null) return Standing.HELD;
        if (paper.expiresOn().isBefore(today)) return Standing.ENDED;
        return paper.expiresOn().isBefore(today.plusDays(soon)) ? Standing.ENDS_SOON : Standing.HELD;
    }
}
