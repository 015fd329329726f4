package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutConnectionIT extends Browser {

    @Test
    void showsItsOwnPageWhenTheConnectionIsLostAndKeepsNobodysData() {
        at(Screen.PHONE);
        become("Coordinator");
        page.waitForFunction("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')");

        page.context().setOffline(true);
        page.navigate(address("/help/board"));

        assertThat(page.locator("h1").innerText()).isEqualTo("You are offline");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.usa-button')).backgroundColor")).as("it keeps its look")
                .isEqualTo("rgb(7, 100, 141)");
        assertThat((Object) page.evaluate("caches.keys().then(async names => (await Promise.all(names.map(async n => (await (await caches.open(n)).keys())"
                + ".map(r => new URL(r.url).pathname)))).flat().filter(p => !p.startsWith('/vendor/') && !p.startsWith('/assets/') && !p.startsWith('/rooms/')))"))
                .as("pages kept on the device: those that are the same for everybody").isEqualTo(java.util.List.of("/offline.html", "/alert/shell", "/alert/shell", "/log/shell", "/log/shell",
                        "/rounds/shell", "/rounds/shell", "/lessons/sessions/shell", "/lessons/sessions/shell", "/assessments/shell", "/assessments/shell"));
        picture("offline");

        page.context().setOffline(false);
        page.navigate(address("/help/board"));
        assertThat(page.locator("h1").innerText()).isEqualTo("Coverage board");
    }
}
