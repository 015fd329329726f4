package org.daywatch.platform.web.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.web.Csv;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.platform.web.kit.Field;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of plain lists, to which the handlers of a feature hand on: they say who may come, which rows there are and
 * what is done. A feature that shows more gives the view a template of its own, which draws
 * {@code platform.web.lists.list} with it.
 */
@Component
public class PlainLists {

    private static final String ROOM = "platform/web/lists/";

    private final Forms forms;

    PlainLists(Forms forms) {
        this.forms = forms;
    }

    public <T> ModelAndView list(PlainList<T> list, Page page, Map<String, String> asked, List<T> rows) {
        var found = list.found(page, list.paging(asked), rows);
        var paging = list.paging(asked).of(found.size());
        return view("list", page.titled(list.key("title")),
                Map.of("list", ListView.of(list, page, paging, paging.shown(found))));
    }

    /** The same rows as the page, all of them. */
    public <T> void csv(PlainList<T> list, Page page, Map<String, String> asked, List<T> rows,
            HttpServletResponse response) {
        Csv.answer(response, list.address().substring(1) + ".csv", list.header(),
                list.found(page, list.paging(asked), rows).stream().map(list::line));
    }

    public ModelAndView form(PlainList<?> list, Page page, List<Field> fields) {
        String lead = list.key(page.has(list.key("new.lead")) ? "new.lead" : "lead");
        return view("form", page.titled(list.key("new")), Map.of("address", list.address(), "words", list.words(),
                "lead", page.t(lead), "fields", fields.stream().map(f -> filled(page, f)).toList()));
    }

    /**
     * Does the work once, be the button pressed twice; what is wrong or refused comes back on the form with all that
     * was typed.
     */
    public ModelAndView add(PlainList<?> list, Page page, HttpServletResponse response, Map<String, String> typed,
            Function<Page, List<Field>> fields, Consumer<Entered> work) {
        try {
            forms.once(typed.get("form"), () -> work.accept(new Entered(list.words(), typed)));
        } catch (InvalidInput wrong) {
            return again(page.with(wrong, typed), p -> form(list, p, fields.apply(p)));
        } catch (Refused refused) {
            return again(page.with(Map.of(list.refusedAt(), page.sentence(refused)), typed),
                    p -> form(list, p, fields.apply(p)));
        }
        return done(list, page, response, "said.set");
    }

    /** Asks for the reason before an entry is withdrawn. */
    public <T> ModelAndView ask(PlainList<T> list, Page page, T row) {
        var entry = list.withdrawal().entry().apply(row);
        return view("withdrawal", page.titled(list.key("withdraw.title")), Map.of("address", list.address(), "words",
                list.words(), "action", list.address() + "/" + entry.id() + "/withdrawal",
                "called", list.called().apply(page, row) + ", " + page.t("web.from", page.when().date(entry.from()))));
    }

    /** @param work with the reason that was typed */
    public <T> ModelAndView withdraw(PlainList<T> list, Page page, HttpServletResponse response,
            Map<String, String> typed, T row, Consumer<String> work) {
        try {
            forms.once(typed.get("form"), () -> work.accept(typed.getOrDefault("reason", "")));
        } catch (InvalidInput wrong) {
            return again(page.with(wrong, typed), p -> ask(list, p, row));
        } catch (Refused refused) {
            Flashes.say(response, "error", page.sentence(refused));
            return new ModelAndView("redirect:" + list.address());
        }
        return done(list, page, response, "said.withdrawn");
    }

    /** With what was typed where the form comes back: a box that was not ticked is not sent. */
    private static Field filled(Page page, Field field) {
        boolean back = field.kind() == Field.Kind.CHECKBOX && !page.values().isEmpty();
        return field.value(page.value(field.name(), back ? "" : field.value())).error(page.error(field.name()));
    }

    private static ModelAndView done(PlainList<?> list, Page page, HttpServletResponse response, String said) {
        Flashes.say(response, "success", page.t(list.key(said)));
        return new ModelAndView("redirect:" + list.address());
    }

    private static ModelAndView again(Page page, Function<Page, ModelAndView> form) {
        var view = form.apply(page);
        view.setStatus(HttpStatus.BAD_REQUEST);
        return view;
    }

    private static ModelAndView view(String template, Page page, Map<String, ?> model) {
        return new ModelAndView(ROOM + template, model).addObject("page", page);
    }
}
