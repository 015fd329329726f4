package org.daywatch._story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody with a browser of their own, who sees no more than the page. */
public final class Newcomer {

    private final FreshInstallation house;
    public final BrowserContext context;
    public final Page page;
    public final List<String> wentWrong = new ArrayList<>();
    /** Where each form went that was sent with this browser, signing in aside. */
    public final List<String> forms = new ArrayList<>();

    public Newcomer(Browser chromium, FreshInstallation house, int width) {
        this.house = house;
        context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("en-US")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(30_000); // a busy machine is slow, not broken
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:"))
                wentWrong.add("left the host: " + request.url());
            if (request.method().equals("POST") && request.isNavigationRequest())
                forms.add(request.url().replaceFirst("^https?://[^/]+", "").replaceAll("[0-9a-f-]{36}", "…")
                        .replaceFirst("\\?.*", ""));
        });
        page.onPageError(error -> wentWrong.add("script: " + error));
    }

    public void goTo(String path) {
        page.navigate(house.address(path));
    }

    /** A text, a day, or what is chosen from a list by its value or its words. */
    public Newcomer fill(String field, String value) {
        var radio = page.locator("main input[type=radio][name=\"" + field + "\"][value=\"" + value + "\"]");
        if (radio.count() > 0) {
            page.locator("label[for=\"" + radio.first().getAttribute("id") + "\"]").click();
            return this;
        }
        var at = page.locator("main [name=\"" + field + "\"]:visible").first();
        if (at.evaluate("e => e.tagName").equals("SELECT"))
            at.selectOption(at.locator("option[value=\"" + value + "\"]").count() > 0
                    ? value
                    : (String) at.evaluate(
                            "(e, words) => [...e.options].find(o => o.text === words).value", value));
        else
            at.fill(value);
        return this;
    }

    public void press(String button) {
        click(AriaRole.BUTTON, button);
    }

    public void follow(String link) {
        click(AriaRole.LINK, link);
    }

    private void click(AriaRole role, String name) {
        try {
            page.waitForNavigation(() -> page.locator("main")
                    .getByRole(role, new Locator.GetByRoleOptions().setName(Pattern.compile("^\\W*" + name))).first()
                    .click());
        } catch (PlaywrightException notThere) {
            throw new AssertionError(
                    "no " + role + " \"" + name + "\" on " + page.url() + ", forms sent " + forms + ":\n"
                            + page.locator("main").innerText() + "\n" + house.lastLines(),
                    notThere);
        }
    }

    /** By the bar that stands above every page until the set-up is done. */
    public void next(String step) {
        page.waitForSelector(".setup-strip");
        follow("Next: " + step);
    }

    public void signIn(String email, String password) {
        context.clearCookies();
        goTo("/sign-in");
        fill("email", email).fill("password", password);
        press("Sign in$");
        forms.removeLast();
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public void nothingSerious() {
        assertThat(Axe.serious(page)).as("axe on " + page.url()).isEmpty();
        assertThat(
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("scrolls sideways: " + page.url()).isFalse();
    }
}
