package org.daywatch.training.effects;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.daywatch._story.Browser;
import org.daywatch._story.Chromium;

/**
 * Phones of students: most are clients with cookies of their own and no script, some are real browsers at the size of a
 * phone.
 */
final class Phones implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final Pattern SLIP = Pattern.compile("data-pairing=\"([0-9-]+)\"");
    private static final Pattern QUESTION = Pattern.compile("name=\"question\" value=\"([^\"]+)\"");

    private final int port;
    private final com.microsoft.playwright.Browser chromium = Chromium.shared();
    final List<String> wentWrong = new ArrayList<>();

    Phones(int port) {
        this.port = port;
    }

    @Override
    public void close() {
        Chromium.closeContexts();
    }

    Page screen(int width, int height, String language) {
        var context = chromium.newContext(new NewContextOptions().setViewportSize(width, height).setLocale(language));
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy")) wentWrong.add(m.text());
        });
        page.onPageError(e -> wentWrong.add("script: " + e));
        return page;
    }

    /** One phone. Its answers are numbers of choices, from 1, by the id of the question. */
    interface Phone {

        void join(String code);

        /** @return what is to be written on the slip */
        String copy();

        /** Chooses the code on the slip, or says that there is none. */
        void code(String slip);

        /** Answers so many of the questions that are left. */
        void answer(Map<String, Integer> answers, int many);

        String shows();
    }

    Phone plain() {
        return new Plain(new Browser(port));
    }

    Phone real(String language) {
        return new Real(screen(360, 740, language));
    }

    private static final class Plain implements Phone {

        private final Browser browser;
        private String own = "";
        private String shown = "";

        Plain(Browser browser) {
            this.browser = browser;
        }

        @Override
        public void join(String code) {
            browser.get("/q");
            var answer = browser.post("/q", "code=" + code.toLowerCase(java.util.Locale.ROOT));
            own = answer.uri().getPath();
            shown = browser.post(own + "/seat").body();
        }

        @Override
        public String copy() {
            var found = SLIP.matcher(shown);
            if (!found.find()) throw new AssertionError("no slip on " + shown);
            shown = browser.post(own + "/copied").body();
            return found.group(1);
        }

        @Override
        public void code(String slip) {
            if (slip.isEmpty()) {
                shown = browser.post(own + "/without").body();
                return;
            }
            String[] part = slip.split("-");
            shown = browser.post(own + "/pairing", "first=" + part[0], "second=" + part[1], "number=" + part[2]).body();
        }

        @Override
        public void answer(Map<String, Integer> answers, int many) {
            for (int i = 0; i < many; i++) {
                var question = QUESTION.matcher(shown);
                if (!question.find()) throw new AssertionError("no question on " + shown);
                shown = browser.post(own + "/answer", "question=" + question.group(1),
                        "choice=" + answers.get(question.group(1))).body();
            }
        }

        @Override
        public String shows() {
            shown = browser.get(own).body();
            return shown;
        }
    }

    final class Real implements Phone {

        final Page page;

        Real(Page page) {
            this.page = page;
        }

        BrowserContext context() {
            return page.context();
        }

        @Override
        public void join(String code) {
            page.navigate("http://localhost:" + port + "/q");
            page.locator("#field-code").fill(code.substring(0, 3) + " " + code.substring(3));
            page.locator("main form button").click();
            page.locator("form[action$='/seat'] button").click();
            page.waitForLoadState();
        }

        @Override
        public String copy() {
            String slip = page.locator("[data-pairing]").getAttribute("data-pairing");
            page.locator("form[action$='/copied'] button").click();
            page.waitForLoadState();
            return slip;
        }

        /** The phone remembers what it was shown; it is another one where it asks for all three. */
        @Override
        public void code(String slip) {
            if (slip.isEmpty()) page.locator("form[action$='/without'] button").click();
            else {
                String[] part = slip.split("-");
                if (page.locator("select[name=first]").count() > 0) {
                    page.locator("select[name=first]").selectOption(part[0]);
                    page.locator("select[name=second]").selectOption(part[1]);
                    page.locator("select[name=number]").selectOption(part[2]);
                }
                page.locator("form[action$='/pairing'] button").click();
            }
            page.waitForLoadState();
        }

        @Override
        public void answer(Map<String, Integer> answers, int many) {
            for (int i = 0; i < many; i++) {
                String question = page.locator("input[name=question]").inputValue();
                choose(answers.get(question));
                next();
                page.waitForFunction(
                        "before => document.querySelector('input[name=question]')?.value !== before && document.querySelector('.quiz-phone')",
                        question);
            }
        }

        void choose(int choice) {
            page.locator("input[name=choice][value='" + choice + "']").check();
        }

        void next() {
            page.locator("form[data-answer] button").click();
        }

        @Override
        public String shows() {
            page.reload();
            return page.content();
        }
    }
}
