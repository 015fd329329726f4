package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/**
 * A phone whose browser runs no script: an officer still takes a post, and a coordinator still filters, sorts and
 * finds.
 */
class WithoutScriptIT extends Browser {

    @Test
    void anOfficerTakesAPost() {
        withoutScript(Screen.PHONE);
        become("Dale Fernhill"); // the officer another journey takes all posts for is somebody else
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Offers")).first().click();
        page.locator(".offers-card form[action$='/acceptance'] button").first().click();

        assertThat(page.locator(".alert-success").innerText()).contains("The post is yours");
    }

    @Test
    void aCoordinatorFiltersSortsAndFindsAndChangesTheLanguage() {
        withoutScript(Screen.PHONE);
        become("Coordinator");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu")).click();
        page.locator("#menu").getByText("Officers").click();
        int all = page.locator("tbody tr").count();
        var name = page.locator("tbody th a").first().innerText();
        page.locator(".filters summary").click();
        page.locator(".filters input[name=q]").fill(name);
        page.locator(".filters button[type=submit]").click();
        assertThat(page.locator("tbody tr").count()).isLessThan(all).isPositive();

        page.locator("#find").fill(name);
        page.locator("form.find button").click();
        assertThat(page.locator(".search-hits").innerText()).contains(name);

        page.locator("form.language button").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
        assertThat(page.locator("h1").first().innerText()).isEqualTo("Buscar");

        page.locator("form.language button").click(); // the account remembers it: leave it as it was found
        assertThat(page.locator("h1").first().innerText()).isEqualTo("Search");
    }
}
