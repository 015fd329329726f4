package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithoutConnectionIT extends Browser {

    @Test
    void showsItsOwnPageWhenTheConnectionIsLostAndKeepsNobodysData() {
        at(Screen.PHONE);
        become("Coordinator");
        page.evaluate(
                "() => navigator.serviceWorker.ready.then(({ active }) => new Promise(done => { const look = () => active.state === 'activated' && done(); active.addEventListener('statechange', look); look() }))");

        page.context().setOffline(true);
        page.navigate(address("/help/board"));

        assertThat(page.locator("h1").innerText()).isEqualTo("You are offline");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('.usa-button')).backgroundColor"))
                .as("it keeps its look")
                .isEqualTo("rgb(7, 100, 141)");
        assertThat((Object) page.evaluate(
                "caches.keys().then(async names => (await Promise.all(names.map(async n => (await (await caches.open(n)).keys())"
                        + ".map(r => new URL(r.url).pathname)))).flat().filter(p => !p.startsWith('/vendor/') && !p.startsWith('/assets/') && !p.startsWith('/rooms/')))"))
                .as("pages kept on the device: those that are the same for everybody").isEqualTo(
                        java.util.List.of("/offline.html", "/alert/shell", "/alert/shell", "/log/shell", "/log/shell",
                                "/rounds/shell", "/rounds/shell", "/lessons/sessions/shell", "/lessons/sessions/shell",
                                "/assessments/shell", "/assessments/shell"));
        assertThat((Object) page.evaluate(
                "caches.keys().then(async names => (await Promise.all(names.map(async n => { const kept = await caches.open(n); return Promise.all((await kept.keys())"
                        + ".filter(r => /shell$|offline.html$/.test(new URL(r.url).pathname)).map(async r => { const text = await (await kept.match(r)).text();"
                        + " return text.includes('href=\"tel:911\"') && /Daywatch (has not notified|no ha avisado al) 911/.test(text) ? '' : r.url })) }))).flat().filter(url => url))"))
                .as("kept pages without a way to call 911, or that do not say who has told it")
                .isEqualTo(java.util.List.of());
        picture("offline");

        page.context().setOffline(false);
        page.navigate(address("/help/board"));
        assertThat(page.locator("h1").innerText()).isEqualTo("Coverage board");
        assertThat(page.locator("a[href='tel:911']:visible").count()).as("with a connection it is not in the way")
                .isZero();
        page.context().setOffline(true);
        page.waitForSelector("#offline a[href='tel:911']:visible");
        assertThat(page.locator("#offline").innerText()).contains("Daywatch has not notified 911");
        picture("offline-banner");
        page.context().setOffline(false);
    }
}
