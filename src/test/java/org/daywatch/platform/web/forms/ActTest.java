package org.daywatch.platform.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.members.IdentityRefusal;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.Flash;
import org.daywatch.platform.web.Page;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** What a posted form answers when something is wrong with it, or refused. */
class ActTest {

    private static final Page PAGE = new Page("", "en", new Texts(), null, "", List.of(), new Page.Csrf("", ""),
            Page.Kind.REAL,
            null, "/", false, 0, Map.of(), Map.of());
    private static final Map<String, String> TYPED = Map.of("day", "soon");
    private static final Supplier<ModelAndView> WRONG = () -> {
        throw new InvalidInput("day", "soon", "typed.wrong.day");
    };
    private static final Supplier<ModelAndView> REFUSED = () -> {
        throw new Refused(IdentityRefusal.ALREADY_MEMBER);
    };

    private Page again = PAGE;

    @Test
    void whatIsWrongStandsAtItsFieldWithWhatWasTyped() {
        assertThat(Act.form(PAGE, TYPED, this::draw, WRONG).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(again.error("day")).contains("“soon” is not a date");
        assertThat(again.value("day", "")).isEqualTo("soon");
    }

    @Test
    void aRefusalStandsAboveTheFormAndSaysConflict() {
        assertThat(Act.told(PAGE, TYPED, this::draw, REFUSED).getStatus()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(again.flash()).isEqualTo(new Flash("error", "This person already has this role here."));
        assertThat(again.value("day", "")).isEqualTo("soon");
        assertThat(Act.told(PAGE, TYPED, this::draw, WRONG).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(again.error("day")).isNotEmpty();
    }

    @Test
    void aButtonThatIsRefusedLeadsToThePageOnWhichTheReasonStands() {
        var response = new MockHttpServletResponse();
        assertThat(Act.on(PAGE, response, "/posts", REFUSED).getViewName()).isEqualTo("redirect:/posts");
        assertThat(response.getCookie("daywatch_said")).isNotNull();
        assertThat(Act.on(PAGE, response, "/posts", () -> new ModelAndView("redirect:/posts/7")).getViewName())
                .isEqualTo("redirect:/posts/7");
    }

    @Test
    void ofWhatWasTypedASentenceRepeatsOnlyAsMuchAsItHolds() {
        var wrong = new InvalidInput("day", "x".repeat(7000), "typed.wrong.day");
        assertThat(Act.sentence(PAGE, wrong)).startsWith("“xxx").hasSizeLessThan(200);
        Act.typed(PAGE, "move", TYPED, this::draw, () -> {
            throw wrong;
        });
        assertThat(again.error("day")).hasSizeLessThan(200);
    }

    private ModelAndView draw(Page page) {
        again = page;
        return new ModelAndView("a/form");
    }
}
