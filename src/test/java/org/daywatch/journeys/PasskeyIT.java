package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * The whole life of a passkey in a real browser with a virtual authenticator: added, used, used to prove again,
 * guarded, removed.
 */
class PasskeyIT extends Browser {

    @Test
    void aPersonAddsAPasskeySignsInWithItAndTheSameAnswerNeverCountsTwice() {
        at(Screen.DESK);
        authenticator();
        become("Coordinator");
        open("/me");
        page.getByLabel("Passkey name").fill("Desk computer");
        click("Add a passkey on this device");
        page.waitForFunction(
                "() => document.body.innerText.includes('was added') || document.querySelector('passkey-button [role=status]').textContent");
        picture("account-desk");
        assertThat(page.locator("main").innerText()).contains("The passkey “Desk computer” was added.");
        nothingSerious();

        open("/me");
        page.locator("summary").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out").setExact(true)).click();
        open("/sign-in?to=/me");
        var answer = new AtomicReference<String>();
        page.onRequest(request -> {
            if (request.url().endsWith("/passkeys/sign-in")) answer.set(request.postData());
        });
        nothingSerious();
        picture("sign-in-desk");
        click("Sign in with a passkey");
        page.waitForURL(address("/me"));
        assertThat(page.content()).contains("Desk computer");
        assertThat(page.locator("table").nth(1).innerText()).contains("Passkey").contains("This device");

        assertThat(answer.get()).contains("credential");
        assertThat(again(answer.get())).as("the same answer once more").isEqualTo(404);

        String before = cookie();
        open("/sign-in/again?to=/me");
        click("Confirm with a passkey");
        page.waitForURL(address("/me"));
        assertThat(cookie()).isNotEqualTo(before);

        click("Remove Desk computer");
        page.getByText("your only way to sign in").waitFor();
        page.getByLabel("New password").fill("a quiet morning at school");
        click("Save password");
        page.getByText("Password changed").waitFor();
        click("Remove Desk computer");
        page.getByText("Passkey removed").waitFor();
        assertThat(page.locator("table").count()).isEqualTo(1);
    }

    @Test
    void theSignInPageWorksOnAPhoneWithoutScript() {
        withoutScript(Screen.PHONE);
        open("/sign-in");
        assertThat(page.getByText("Sign in with a passkey").isVisible()).isFalse();
        assertThat(page.getByLabel("Password").isVisible()).isTrue();
        assertThat(tooWide()).isFalse();
        picture("sign-in-phone");
    }

    private void authenticator() {
        var cdp = page.context().newCDPSession(page);
        cdp.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var request = new JsonObject();
        request.add("options", options);
        cdp.send("WebAuthn.addVirtualAuthenticator", request);
    }

    private void click(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private String cookie() {
        return page.context().cookies().stream().filter(c -> c.name.equals("daywatch_session")).findFirst()
                .orElseThrow().value;
    }

    private int again(String body) {
        return (Integer) page.evaluate(
                "async body => (await fetch('/passkeys/sign-in', {method: 'POST', body, headers: {'Content-Type': 'application/json', "
                        + "Accept: 'application/json', 'X-XSRF-TOKEN': document.querySelector('passkey-button').dataset.csrf}})).status",
                body);
    }
}
