package org.daywatch.relationships.triage.lines.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.intake.RefusedCell;
import org.daywatch.platform.intake.TextFile;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.triage.lines.LineTips;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Taking in the file of a state's tip line; who reads every school's tips does it. */
@Controller
@Needs(value = Permission.TIPS_TRIAGE, hidden = true)
class LineTipPages {

    private static final long LARGEST = 8L << 20;

    private final TipReaders readers;
    private final LineTips tips;

    LineTipPages(TipReaders readers, LineTips tips) {
        this.readers = readers;
        this.tips = tips;
    }

    @GetMapping("/nameless-tips/import")
    ModelAndView form(Page page, Actor actor) {
        return readers.asAnalyst(actor, at -> drawn(page, List.of(), ""));
    }

    @PostMapping("/nameless-tips/import")
    ModelAndView take(Page page, Actor actor, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam MultipartFile file) {
        return readers.asAnalyst(actor, at -> {
            try {
                var taken = tips.take(at.district(), chosen(file));
                if (!taken.refused().isEmpty()) return refused(drawn(page, said(page, taken.refused()), ""));
                Flashes.say(response, "success", page.t("linetips.said", taken.taken(), taken.before()));
                return new ModelAndView("redirect:/nameless-tips");
            } catch (IntakeRefused whole) {
                return refused(drawn(page, List.of(), whole.said().in(page::t)));
            } catch (IOException broken) {
                throw new UncheckedIOException("the file of a tip line could not be read", broken);
            }
        });
    }

    private static TextFile chosen(MultipartFile file) throws IOException {
        if (file.isEmpty()) throw new IntakeRefused("linetips.wrong.empty");
        if (file.getSize() > LARGEST) throw new IntakeRefused("linetips.wrong.large");
        return TextFile.of(file.getBytes(), String.valueOf(file.getOriginalFilename()));
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    /** @param whole why none of it was taken; empty where rows are named */
    private static ModelAndView drawn(Page page, List<String> wrong, String whole) {
        return new ModelAndView("relationships/triage/lines/pages/lines",
                Map.of("page", page.titled("linetips.title"), "wrong", wrong, "whole", whole));
    }

    private static List<String> said(Page page, List<RefusedCell> refused) {
        return refused.stream().map(cell -> cell.field().equals("row")
                ? page.t("linetips.row", cell.line(), cell.said().in(page::t))
                : page.t("linetips.line", cell.line(), cell.field(), cell.said().in(page::t))).toList();
    }
}
