package org.daywatch.platform.web.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Problem;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What a button of a page does: the work, one sentence about it, and the way on. */
public final class Act {

    private Act() {}

    /**
     * Does the work and leads to {@code next}, where {@code said} stands, or in one sentence what was refused or wrong.
     */
    public static ModelAndView on(Page page, HttpServletResponse response, String next, String said, Runnable work) {
        return on(page, response, next, () -> {
            work.run();
            Flashes.say(response, "success", page.t(said));
            return new ModelAndView("redirect:" + next);
        });
    }

    /** The same where the work itself says what was done, and leads on. @param otherwise where it leads if not */
    public static ModelAndView on(Page page, HttpServletResponse response, String otherwise,
            Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (Refused | InvalidInput wrong) {
            Flashes.say(response, "error", sentence(page, wrong));
            return new ModelAndView("redirect:" + otherwise);
        }
    }

    /** For a page that knows itself where that stands which is wrong or refused. @param again draws it with that */
    public static ModelAndView drawn(Function<Problem, ModelAndView> again, Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (Refused | InvalidInput wrong) {
            return answered(again.apply(wrong), wrong);
        }
    }

    /** For a file, whose faults stand at its lines and not at fields. @param again draws them */
    public static ModelAndView file(Function<InvalidInput, ModelAndView> again, Supplier<ModelAndView> work) {
        try {
            return work.get();
        } catch (InvalidInput wrong) {
            return answered(again.apply(wrong), wrong);
        }
    }

    /**
     * The same for a form in which something is typed: what was refused or wrong comes back on its page with every word
     * of it.
     *
     * @param form which of the page's forms it is; its fields ask {@link Page#form}. @param again draws the page it
     * stands on
     */
    public static ModelAndView typed(Page page, HttpServletResponse response, String next, String said, String form,
            Map<String, String> input, Function<Page, ModelAndView> again,
            Runnable work) {
        return typed(page, form, input, again, () -> {
            work.run();
            Flashes.say(response, "success", page.t(said));
            return new ModelAndView("redirect:" + next);
        });
    }

    /** The same where the work itself says what was done, and leads on. */
    public static ModelAndView typed(Page page, String form, Map<String, String> input,
            Function<Page, ModelAndView> again, Supplier<ModelAndView> work) {
        return drawn(wrong -> refused(page, form, input, wrong, again), work);
    }

    /**
     * The same for a page that is one form: what is wrong stands at its fields, what is refused on the page of
     * refusals.
     *
     * @param page under its title. @param again draws it. @param work says what was done, and leads on
     */
    public static ModelAndView form(Page page, Map<String, String> input, Function<Page, ModelAndView> again,
            Supplier<ModelAndView> work) {
        return file(wrong -> again.apply(page.with(wrong, input)), work);
    }

    /** @param refusedAt the field at which a refusal stands */
    public static ModelAndView form(Page page, Map<String, String> input, String refusedAt,
            Function<Page, ModelAndView> again, Supplier<ModelAndView> work) {
        try {
            return form(page, input, again, work);
        } catch (Refused refused) {
            var view = again.apply(page.with(Map.of(refusedAt, page.sentence(refused)), input));
            view.setStatus(HttpStatus.BAD_REQUEST);
            return view;
        }
    }

    /** The same where a refusal is told above the form. */
    public static ModelAndView told(Page page, Map<String, String> typed, Function<Page, ModelAndView> again,
            Supplier<ModelAndView> work) {
        return drawn(wrong -> again.apply(wrong instanceof InvalidInput input
                ? page.with(input, typed)
                : page.with(Map.of(), typed).says("error", page.sentence(wrong))), work);
    }

    /** For what is no page but an answer to a program. @param otherwise says to it what is wrong */
    public static <A> A answer(Function<InvalidInput, A> otherwise, Supplier<A> work) {
        try {
            return work.get();
        } catch (InvalidInput wrong) {
            return otherwise.apply(wrong);
        }
    }

    private static ModelAndView answered(ModelAndView view, Problem wrong) {
        view.setStatus(HttpStatus.valueOf(wrong.status()));
        return view;
    }

    /** The page of a form once more, with what was typed in it and what is wrong with it. */
    public static ModelAndView refused(Page page, String form, Map<String, String> input, Problem wrong,
            Function<Page, ModelAndView> again) {
        var values = new HashMap<>(input);
        values.put(Page.FORM, form);
        var errors = new HashMap<String, String>();
        if (wrong instanceof InvalidInput bad)
            bad.errors().forEach(e -> errors.putIfAbsent(e.field(), page.said(e)));
        return answered(again.apply(page.with(errors, values).says("error", sentence(page, wrong))), wrong);
    }

    /**
     * What went wrong, where the form is in sight: of wrong fields the first one's message with its value, without the
     * field's name in the code.
     */
    public static String sentence(Page page, Problem wrong) {
        return wrong instanceof InvalidInput input ? page.said(input.errors().getFirst()) : page.sentence(wrong);
    }
}
