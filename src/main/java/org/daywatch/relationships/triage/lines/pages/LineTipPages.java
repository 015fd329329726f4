package org.daywatch.relationships.triage.lines.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.relationships.triage.lines.LineTips;
import org.daywatch.relationships.triage.queue.TipReaders;
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
    private static final int LONGEST_VALUE = 60;

    private final TipReaders readers;
    private final LineTips tips;

    LineTipPages(TipReaders readers, LineTips tips) {
        this.readers = readers;
        this.tips = tips;
    }

    @GetMapping("/nameless-tips/import")
    ModelAndView form(Page page, Actor actor) {
        return readers.asAnalyst(actor, at -> drawn(page, List.of()));
    }

    @PostMapping("/nameless-tips/import")
    ModelAndView take(Page page, Actor actor, HttpServletResponse response, @RequestParam("form") UUID formId,
            @RequestParam MultipartFile file) throws IOException {
        byte[] bytes = file.getSize() > LARGEST ? new byte[0] : file.getBytes();
        return readers.asAnalyst(actor, at -> Act.file(wrong -> drawn(page, said(page, wrong)), () -> {
            if (file.getSize() > LARGEST) throw new InvalidInput("file", "", "linetips.wrong.large");
            var taken = tips.take(at.district(), new String(bytes, StandardCharsets.UTF_8));
            if (!taken.wrong().isEmpty()) throw new InvalidInput(taken.wrong());
            Flashes.say(response, "success", page.t("linetips.said", taken.taken(), taken.before()));
            return new ModelAndView("redirect:/nameless-tips");
        }));
    }

    private static ModelAndView drawn(Page page, List<String> wrong) {
        return new ModelAndView("relationships/triage/lines/pages/lines",
                Map.of("page", page.titled("linetips.title"), "wrong", wrong));
    }

    private static List<String> said(Page page, InvalidInput wrong) {
        return wrong.errors().stream().map(e -> {
            var value = e.value().length() > LONGEST_VALUE ? e.value().substring(0, LONGEST_VALUE) + "…" : e.value();
            var message = page.t(e.message(), value);
            var place = e.field().split(" ");
            return place.length < 3 ? message : page.t("linetips.line", place[1], place[2], message);
        }).toList();
    }
}
