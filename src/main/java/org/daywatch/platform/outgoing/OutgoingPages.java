package org.daywatch.platform.outgoing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.daywatch.platform.errors.Forbidden;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.SignedIn;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Mail and text messages: by which server and gateway, and a test that shows the server's own answer. Passwords are
 * taken and never shown.
 */
@Controller
@Needs(value = Permission.OPERATIONS_EDIT, stepUp = true)
class OutgoingPages {

    private final Outgoing outgoing;
    private final ObjectProvider<TextMessages> texts;
    private final boolean demo;

    OutgoingPages(Outgoing outgoing, ObjectProvider<TextMessages> texts,
            @Value("${daywatch.demo:false}") boolean demo) {
        this.outgoing = outgoing;
        this.texts = texts;
        this.demo = demo;
    }

    @Bean
    static NavEntry outgoingInNavigation() {
        return NavEntry.of(NavPart.SETUP, 910, "outgoing.title", "/outgoing", "mail_outline",
                Permission.OPERATIONS_EDIT);
    }

    @GetMapping("/outgoing")
    ModelAndView form(Page page, Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled("outgoing.title"));
        model.put("mine", outgoing.keptBy(actor.tenant()));
        model.put("demo", demo);
        model.put("mail", outgoing.savedMail().orElse(null));
        model.put("text", outgoing.savedText().orElse(null));
        model.put("mailOutside", outgoing.mailOutside() ? outside() : "");
        model.put("fromOutside", outgoing.fromOutside() ? outgoing.sender() : "");
        model.put("textOutside", outgoing.textOutside());
        model.put("mailPossible", outgoing.mail().isPresent());
        model.put("textPossible", texts.stream().anyMatch(TextMessages::possible));
        return new ModelAndView("platform/outgoing/outgoing", model);
    }

    private String outside() {
        return outgoing.mail().map(MailWay.Mail::sender).filter(JavaMailSenderImpl.class::isInstance)
                .map(s -> ((JavaMailSenderImpl) s).getHost()).orElse("SPRING_MAIL_HOST");
    }

    @PostMapping("/outgoing/mail")
    ModelAndView mail(Page page, Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        mustKeep(actor);
        return saved(page, actor, typed, "mail", response,
                () -> outgoing.save(MailSettings.read(typed, outgoing.savedMail().orElse(null))));
    }

    @PostMapping("/outgoing/text")
    ModelAndView text(Page page, Actor actor, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        mustKeep(actor);
        return saved(page, actor, typed, "text", response,
                () -> outgoing.save(TextSettings.read(typed, outgoing.savedText().orElse(null))));
    }

    private ModelAndView saved(Page page, Actor actor, Map<String, String> typed, String form,
            HttpServletResponse response, Runnable work) {
        var shown = typed.entrySet().stream()
                .filter(e -> !e.getKey().equals("password") && !e.getKey().equals("headers"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Act.typed(page, response, "/outgoing", "outgoing.saved", form, shown, again -> form(again, actor), work);
    }

    @PostMapping("/outgoing/removal")
    ModelAndView remove(Page page, Actor actor, @RequestParam String kind, HttpServletResponse response) {
        mustKeep(actor);
        outgoing.remove(kind.equals(OutgoingStore.MAIL) ? OutgoingStore.MAIL : OutgoingStore.TEXT);
        Flashes.say(response, "success", page.t("outgoing.removed"));
        return new ModelAndView("redirect:/outgoing");
    }

    @PostMapping("/outgoing/test/mail")
    ModelAndView testMail(Page page, Actor actor, SignedIn.Session session, HttpServletResponse response) {
        mustKeep(actor);
        var out = outgoing.mail();
        if (out.isEmpty()) return said(page, response, "outgoing.test.none", "");
        try {
            var letter = new SimpleMailMessage();
            letter.setFrom(out.get().from());
            letter.setTo(session.email());
            letter.setSubject(page.t("outgoing.test.subject"));
            letter.setText(page.t("outgoing.test.body"));
            out.get().sender().send(letter);
        } catch (MailException refused) {
            var answer = PlainAnswer.of(refused);
            return said(page, response, answer.key(), answer.said());
        }
        Flashes.say(response, "success", page.t("outgoing.test.sent", session.email()));
        return new ModelAndView("redirect:/outgoing");
    }

    @PostMapping("/outgoing/test/text")
    ModelAndView testText(Page page, Actor actor, @RequestParam String phone, HttpServletResponse response) {
        mustKeep(actor);
        String number = phone.replaceAll("[\\s().-]", "");
        if (number.matches("[2-9][0-9]{9}")) number = "+1" + number;
        if (!number.matches("\\+[1-9][0-9]{7,14}"))
            return said(page, response, "outgoing.test.phone", phone.length() > 40 ? "" : phone);
        try {
            texts.getObject().send(number, page.t("outgoing.test.body"));
        } catch (NotTaken refused) {
            return said(page, response, "outgoing.answer.gateway", String.valueOf(refused.getMessage()));
        }
        Flashes.say(response, "success", page.t("outgoing.test.sent", number));
        return new ModelAndView("redirect:/outgoing");
    }

    private static ModelAndView said(Page page, HttpServletResponse response, String key, String words) {
        Flashes.say(response, "error", page.t(key, words));
        return new ModelAndView("redirect:/outgoing");
    }

    private void mustKeep(Actor actor) {
        if (demo || !outgoing.keptBy(actor.tenant()))
            throw new Forbidden("the first agency's administrators set up mail and text messages");
    }
}
