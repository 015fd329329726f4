package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.daywatch._story.HostileTexts;
import org.junit.jupiter.api.Test;

/**
 * Where a script of ours would put somebody's words into a page as markup, the browser itself refuses what runs. A page
 * without the policy puts in nothing at all.
 *
 * <p>A-21 of docs/security.
 */
class TrustedTypesIT extends Browser {

    private static final String PUTS_IN = """
            html => { const box = document.createElement('div');
              try { box.innerHTML = html; return box.innerHTML === '' ? 'empty' : 'put in' } catch (refused) { return refused.name } }""";
    /** Asked of a page without any policy: what of it would run, or lead to what runs. */
    private static final String RUNS = """
            html => { const box = document.createElement('div');
              box.innerHTML = html;
              const attributes = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes').get
              return [...box.querySelectorAll('*')].some(one => Element.prototype.matches.call(one, 'script:not([src^="/"]), iframe, object, embed, base, animate, set')
                || [...attributes.call(one)].some(({ name, value }) => /^on|^(data-)?hx-on|^srcdoc$/.test(name)
                  || /^(href|xlink:href|src|action|formaction|data)$/.test(name) && /^(javascript|vbscript|data:text)/.test(value.replace(/[\\u0000-\\u0020]/g, ''))
                  || /^(data-)?hx-(vals|headers)$/.test(name) && /^js:/.test(value))) }""";
    private static final String LOADS = """
            address => { try { document.createElement('script').src = address; return 'taken' } catch (refused) { return refused.name } }""";
    private static final String SAYS = """
            words => ['text', 'textContent', 'innerText'].map(field => {
              try { document.createElement('script')[field] = words; return 'taken' } catch (refused) { return refused.name } })""";
    private static final String LATER = """
            words => { try { setTimeout(words); return 'taken' } catch (refused) { return refused.name } }""";

    @Test
    void markupThatRunsIsRefusedAndMarkupOfOurPagesIsPutIn() {
        apart("/sign-in", other -> {
            var unguarded = other.context().newPage();
            var let = new ArrayList<String>();
            int running = 0;
            for (var text : HostileTexts.ALL) {
                if (!(Boolean) unguarded.evaluate(RUNS, text.words())) continue;
                running++;
                if (!other.evaluate(PUTS_IN, text.words()).equals("TypeError")) let.add(text.words());
            }
            assertThat(running).as("texts that run where they are put in").isGreaterThan(100);
            assertThat(let).as("put into a page although it runs").isEmpty();
            for (var ours : List.of("<p class=lead>Words</p>", "<tr><td><a href=\"/schools?q=a\">Go</a></td></tr>",
                    "<form method=post action=\"/sign-out\"><button>Go</button></form>",
                    "<img src=\"data:image/png;base64,\" alt=\"\">",
                    "<noscript><meta http-equiv=refresh content=30></noscript>",
                    "<script src=\"/vendor/htmx.js?v=1\" defer></script>"))
                assertThat(other.evaluate(PUTS_IN, ours)).as(ours).isNotEqualTo("TypeError");
        });
    }

    @Test
    void scriptsComeFromThisSiteAndWordsAreNone() {
        apart("/sign-in", other -> {
            assertThat(other.evaluate(LOADS, "/rooms/platform/web/web.js?v=1")).isEqualTo("taken");
            for (var address : List.of("https://elsewhere.example/a.js", "data:text/javascript,1", "/incidents/photo",
                    "javascript:1", "//elsewhere.example/rooms/a.js", "/rooms/../photos/a"))
                assertThat(other.evaluate(LOADS, address)).as(address).isEqualTo("TypeError");
            assertThat(other.evaluate(SAYS, "1 + 1")).isEqualTo(List.of("TypeError", "TypeError", "TypeError"));
            assertThat(other.evaluate(LATER, "1 + 1")).isEqualTo("TypeError");
        });
    }

    @Test
    void aPageWithoutThePolicyTakesNoMarkupAtAll() {
        apart("/offline.html", other -> assertThat(other.evaluate(PUTS_IN, "<p>Words</p>")).isEqualTo("TypeError"));
    }

    @Test
    void thePolicyIsTheFirstScriptOfEachPageThatHasHtmx() {
        at(Screen.DESK);
        become("Coordinator");
        for (var path : List.of("/", "/schools", "/me", "/help")) {
            open(path);
            assertThat(page.evaluate("document.scripts[0].getAttribute('src')")).asString()
                    .startsWith("/rooms/platform/web/trusted-types.js");
        }
    }

    /** In a window whose refusals are the point, and not noted as going wrong. */
    private void apart(String path, java.util.function.Consumer<Page> looks) {
        at(Screen.DESK);
        page.navigate("about:blank");
        try (var context = page.context().browser().newContext()) {
            var other = context.newPage();
            other.navigate(address(path));
            looks.accept(other);
        }
    }
}
