package org.daywatch.mentoring.asking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.mentoring.asking.StudentAsk.Body;
import org.daywatch.mentoring.asking.StudentAsk.Wish;
import org.daywatch.mentoring.mentors.Interest;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.links.SecretLinks;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.platform.web.forms.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a poster's code: a student asks for somebody, without an account, in their language. */
@Controller
@Open(why = "students have no account; the code of the poster leads to one school's counselors, is ended by hand, and nothing can be read through it")
public class AskLinkPages {

    private final StudentAsks asks;
    private final SecretLinks secrets;

    AskLinkPages(StudentAsks asks, SecretLinks secrets) {
        this.asks = asks;
        this.secrets = secrets;
    }

    public record View(Campus school, String own, boolean sent) {}

    @GetMapping("/ask/{token}")
    ModelAndView form(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "false") boolean sent, HttpServletRequest request,
            HttpServletResponse response) {
        return with(token, request, response, school -> view(spoken(page, lang), school, token, sent));
    }

    @PostMapping("/ask/{token}")
    ModelAndView ask(Page page, @PathVariable String token, @RequestParam Map<String, String> form,
            HttpServletRequest request, HttpServletResponse response) {
        var lang = form.getOrDefault("lang", "");
        var spoken = spoken(page, lang);
        return with(token, request, response, school -> Act.form(spoken, form, again -> view(again, school, token,
                false), () -> {
                    var typed = new TypedForm("asking", form);
                    var name = typed.must("name", 120);
                    var grade = typed.within("grade", 20);
                    var words = typed.within("words", 1000);
                    var wish = typed.oneOr("wish", Wish.class, Wish.UNSURE);
                    var likes = Stream.of(Interest.values()).map(Enum::name)
                            .filter(word -> typed.text("interest-" + word).equals("true"))
                            .collect(Collectors.toCollection(TreeSet::new));
                    typed.check();
                    asks.ask(school, new Body(name, grade, wish, likes, words, spoken.lang()));
                    return new ModelAndView("redirect:/ask/" + token + "?sent=true&lang=" + spoken.lang());
                }));
    }

    private static Page spoken(Page page, String lang) {
        return lang.isEmpty() ? page : page.in(lang);
    }

    private ModelAndView with(String token, HttpServletRequest request, HttpServletResponse response,
            Function<Campus, ModelAndView> answer) {
        return secrets.open(token, "poster of a school", request, response, asks::schoolOf, (link, school) -> {
            return answer.apply(school);
        });
    }

    private static ModelAndView view(Page page, Campus school, String token, boolean sent) {
        var model = new HashMap<String, Object>();
        model.put("page", page.titled(sent ? "asking.sent" : "asking.title"));
        model.put("view", new View(school, "/ask/" + token, sent));
        return new ModelAndView("mentoring/asking/ask", model);
    }
}
