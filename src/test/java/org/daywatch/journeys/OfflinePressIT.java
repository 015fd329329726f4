package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.platform.Tables.ACCOUNT;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.daywatch.emergencies.devices.attempts.RefusedAttempt;
import org.daywatch.emergencies.devices.keys.DeviceDoor;
import org.daywatch.emergencies.devices.keys.DeviceKeys;
import org.daywatch.emergencies.lane.LaneRequest;
import org.daywatch.emergencies.lane.drain.Drainer;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A teacher's phone has no connection when she presses, and her account is locked meanwhile: it gets through once, by
 * the key of the phone.
 *
 * <p>A-24 of docs/security.
 */
class OfflinePressIT extends Browser {

    private static final Page.WaitForSelectorOptions PATIENT = new Page.WaitForSelectorOptions().setTimeout(30_000);

    @Autowired DSLContext db;
    @Autowired @Qualifier("signin") DSLContext accounts;
    @Autowired Tenants tenants;
    @Autowired PlatformTransactionManager transactions;
    @Autowired DeviceKeys keys;
    @Autowired DeviceDoor door;
    @Autowired Sessions sessions;
    @Autowired Drainer drainer;

    @Test
    void aPressWithoutConnectionIsShownAsNotSentAndIsAcceptedOnceWhenThereIsOne() {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort()); // what earlier alerts lay over the page is not what this is about
        become("Teacher");
        open("/devices");
        awaitThat("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')");
        knowsItsSchool();
        nothingSerious();
        assertThat(tooWide()).isFalse();
        page.locator("#here-label").fill("My phone");
        page.locator("#device-here button").click();
        page.waitForSelector(".device-COUNTS .device-this:not([hidden])", PATIENT);
        picture("devices-phone");
        page.evaluate(
                "fetch('/alert/mine').then(a => a.json()).then(mine => { mine.schools[0].languages = [{ tag: 'ar', rtl: true, words: { LOCKDOWN: 'إغلاق تام' } }]; return daywatchPresses.keepProfile(mine) })");
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        long before = presses(person);

        page.context().setOffline(true);
        page.navigate(address("/"));
        page.waitForSelector("#alert-press:not([hidden]) .alert-button-LOCKDOWN", PATIENT);
        assertThat(page.locator("#press-school").innerText()).contains("Ironwood High School");
        assertThat(page.locator(".alert-button-LOCKDOWN [lang=ar][dir=rtl]").innerText())
                .as("in the languages of the school, as it was told when there was a connection")
                .isEqualTo("إغلاق تام");
        page.navigate(address("/alert?status=TEST")); // a test lies over no other journey's screens
        page.waitForSelector(".alert-press-TEST #alert-press:not([hidden]) .alert-button-LOCKDOWN", PATIENT);
        nothingSerious();
        assertThat(tooWide()).isFalse();
        picture("press-shell-phone");
        page.locator(".alert-button-LOCKDOWN").hover();
        page.mouse().down();
        page.waitForSelector("#press-kept .press-kept-word", PATIENT);
        page.mouse().up();
        assertThat(page.locator("#press-kept").innerText()).contains("NOT SENT", "Test: silent", "Lockdown",
                "Ironwood High School", "Drill or test: 911 is not notified.");
        assertThat(page.locator("#press-kept a[href='tel:911']").count()).as("a test asks for no call").isZero();
        nothingSerious();
        picture("press-not-sent-phone");
        assertThat(presses(person)).isEqualTo(before);

        accounts.update(ACCOUNT).set(ACCOUNT.STATE, "LOCKED").where(ACCOUNT.PERSON_ID.eq(person)).execute();
        try {
            page.navigate(address("/alert")); // the page is closed and opened again
            page.waitForSelector("#press-kept .press-kept-word", PATIENT);
            page.context().setOffline(false);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> presses(person) == before + 1);
            page.waitForSelector("#press-kept[hidden]", new Page.WaitForSelectorOptions().setTimeout(30_000)
                    .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            page.evaluate("daywatchPresses.flush()");
            assertThat(presses(person)).as("once").isEqualTo(before + 1);
        } finally {
            accounts.update(ACCOUNT).set(ACCOUNT.STATE, "ACTIVE").where(ACCOUNT.PERSON_ID.eq(person)).execute();
        }
    }

    /**
     * Reported lost while it lay without a connection: its key is revoked and its owner signed out everywhere. Anyone
     * who holds it is told at once that nobody heard them.
     */
    @Test
    void aPhoneThatWasRevokedMeanwhileIsRefusedAndATestAsksForNoCall() {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort());
        become("Teacher");
        open("/devices");
        awaitThat("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')");
        knowsItsSchool();
        page.locator("#here-label").fill("Lost phone");
        page.locator("#device-here button").click();
        page.waitForSelector(".device-COUNTS .device-this:not([hidden])", PATIENT);
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        var key = UUID.fromString((String) page.evaluate("daywatchPresses.device().then(d => d.id)"));
        page.context().setOffline(true);
        page.navigate(address("/alert?status=TEST"));
        page.waitForSelector(".alert-press-TEST #alert-press:not([hidden]) .alert-button-LOCKDOWN", PATIENT);
        page.locator(".alert-button-LOCKDOWN").hover();
        page.mouse().down();
        page.waitForSelector("#press-kept .press-kept-word", PATIENT);
        page.mouse().up();
        long before = presses(person);

        tenants.agencies().forEach(agency -> Tenancy.run(Scope.system(agency.id()), () -> {
            if (keys.of(person).stream().anyMatch(k -> k.id().equals(key))) keys.revoke(person, key);
        }));
        sessions.closeAll(person);
        var asked = new LaneRequest("POST", "/lane/presses", Map.of("daywatch-device", key.toString()), new byte[0]);
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> door.refused(asked).orElseThrow().reason() == RefusedAttempt.Reason.REVOKED);
        page.waitForTimeout(1500); // a closed session is known to the lane a second later than to the database
        page.context().setOffline(false);
        page.waitForSelector("#press-kept :text('The drill or test was not started')", PATIENT);
        var said = page.locator("#press-kept").innerText();
        assertThat(said).contains("NOT SENT", "Test: silent", "The drill or test was not started")
                .doesNotContain("Received", "911");
        nothingSerious();
        assertThat(tooWide()).isFalse();
        picture("press-refused-phone");
        page.navigate(address("/sign-in"));
        page.waitForSelector("#press-kept :text('NOT SENT')", PATIENT);
        assertThat(page.locator("#press-kept .press-kept-small").innerText())
                .as("also where they would sign in again").contains("The drill or test was not started");
        picture("press-refused-sign-in-phone");
        assertThat(presses(person)).as("nobody was told of it").isEqualTo(before);
        page.locator("#press-kept button:text('Do not send')").click();
        page.waitForSelector("#press-kept[hidden]", new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    @Test
    void anOldPressIsAskedAboutBeforeItIsSent() {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort()); // what earlier alerts lay over the page is not what this is about
        become("Teacher");
        open("/alert?status=TEST");
        knowsItsSchool();
        page.evaluate("""
                async () => { const school = (await daywatchPresses.schools())[0];
                  await daywatchPresses.add({ id: crypto.randomUUID(), school: school.id, schoolName: school.name, status: 'TEST', action: 'HOLD', detail: '', room: '', roomName: '', place: 'Library',
                    note: '', source: 'PHONE', at: Date.now() - 14 * 60_000 }) }""");
        page.waitForSelector("#press-kept button:text('Yes, send it now')", PATIENT);
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        assertThat(page.locator("#press-kept").innerText()).contains("NOT SENT", "Button pressed 14 minutes ago",
                "Is this still happening?", "Library");
        nothingSerious();
        picture("press-still-phone");
        assertThat(presses(person, "Library")).isZero();
        page.locator("#press-kept button:text('Yes, send it now')").click();
        page.waitForSelector("#press-kept .press-kept-done", PATIENT);
        assertThat(page.locator(".press-kept-done").innerText())
                .contains("Received 14 minutes after you pressed the button");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> presses(person, "Library") == 1);
    }

    /**
     * The lane is away and the site answers: the record says all the same from where it came and when it was pressed.
     */
    @Test
    void aPressTheSiteTakesInPlaceOfTheLaneKeepsWhenceAndWhenItWasPressed() {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort());
        page.context().route("**/lane/**", route -> route.abort());
        become("Teacher");
        open("/alert?status=TEST");
        knowsItsSchool();
        anotherPageHangs();
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        page.evaluate("""
                async () => { const school = (await daywatchPresses.schools())[0];
                  await daywatchPresses.add({ id: crypto.randomUUID(), school: school.id, schoolName: school.name, status: 'TEST', action: 'HOLD', detail: '', room: '', roomName: '', place: 'Stage',
                    note: '', source: 'PHONE', at: Date.now() - 4 * 60_000 }) }""");
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> presses(person, "Stage") == 1);
        var took = inAgencies(() -> db.select(PRESS.SOURCE, PRESS.DEVICE_AT, PRESS.ACCEPTED_AT).from(PRESS)
                .where(PRESS.PLACE.eq("Stage")).fetch()).getFirst();
        assertThat(took.value1()).isEqualTo("PHONE");
        assertThat(Duration.between(took.value2(), took.value3())).isBetween(Duration.ofMinutes(4),
                Duration.ofMinutes(6));
    }

    /** A disk that is full, and one that does not answer: what was pressed is said and sent all the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Annex | { objectStore: () => ({ put() { throw new DOMException('full', 'QuotaExceededError') } }) }",
            "Track | { objectStore: () => ({ put: () => ({}) }) }"})
    void aPressTheDiskDoesNotTakeIsShownAsNotSentAndIsSent(String place, String disk) {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort());
        become("Teacher");
        open("/alert?status=TEST");
        knowsItsSchool();
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        page.evaluate(
                """
                () => { const before = IDBDatabase.prototype.transaction
                  IDBDatabase.prototype.transaction = function (name, mode, ...more) { return name === 'presses' && mode === 'readwrite' ? %s : before.call(this, name, mode, ...more) } }"""
                        .formatted(disk));
        anotherPageHangs();
        page.context().setOffline(true);
        page.evaluate("""
                async place => { const school = (await daywatchPresses.schools())[0];
                  await daywatchPresses.add({ id: crypto.randomUUID(), school: school.id, schoolName: school.name, status: 'TEST', action: 'HOLD', detail: '', room: '', roomName: '', place,
                    note: '', source: 'PHONE', at: Date.now() }) }""", place);
        page.waitForSelector("#press-kept .press-kept-word", PATIENT);
        assertThat(page.locator("#press-kept").innerText()).contains("NOT SENT", place);
        assertThat(presses(person, place)).isZero();
        page.context().setOffline(false);
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> presses(person, place) == 1);
        page.waitForSelector("#press-kept[hidden]", new Page.WaitForSelectorOptions().setTimeout(30_000)
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    @Test
    void aRegisteredPhonePressesForItsOwnerAlsoAfterTheySignedOutOnIt() {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort());
        become("Teacher");
        open("/devices");
        knowsItsSchool();
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        page.locator("#here-label").fill("Phone of mine");
        page.locator("#device-here button").click();
        page.waitForSelector(".device-COUNTS .device-this:not([hidden])", PATIENT);
        awaitThat("localStorage.getItem('daywatch.press-entries') === 'key'");
        page.waitForNavigation(
                () -> page.evaluate("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()"));
        assertThat(page.locator("body").getAttribute("data-person")).isEmpty();
        awaitThat("daywatchPresses.device().then(own => own?.person === '" + person + "')");
        awaitThat("daywatchPresses.profile().then(kept => kept === undefined)");
        page.evaluate("""
                async () => { const school = (await daywatchPresses.schools())[0];
                  await daywatchPresses.add({ id: crypto.randomUUID(), school: school.id, schoolName: school.name, status: 'TEST', action: 'HOLD', detail: '', room: '', roomName: '', place: 'Kiln',
                    note: '', source: 'PHONE', at: Date.now() }) }""");
        // What the database refuses in a moment of haste goes in a minute later.
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(150)).untilAsserted(
                () -> assertThat(presses(person, "Kiln"))
                        .as("the phone still holds %s, %d wait for the database, aside stand %s",
                                whatThePhoneHolds(), drainer.waiting(), drainer.aside())
                        .isOne());
    }

    /** Every page is closed; the browser calls the service worker when there is a connection. */
    @Test
    void whatWasPressedIsSentWithNoPageOpen() {
        at(Screen.PHONE);
        page.context().route("**/alert-*.everywhere.js*", route -> route.abort());
        become("Teacher");
        open("/alert?status=TEST");
        awaitThat("navigator.serviceWorker.ready.then(r => r.active?.state === 'activated')");
        knowsItsSchool();
        var person = UUID.fromString(page.locator("body").getAttribute("data-person"));
        var registrations = new ConcurrentLinkedQueue<JsonObject>();
        var browser = page.context().newCDPSession(page);
        browser.on("ServiceWorker.workerRegistrationUpdated",
                told -> told.getAsJsonArray("registrations").forEach(one -> registrations.add(one.getAsJsonObject())));
        browser.send("ServiceWorker.enable");
        page.waitForCondition(() -> !registrations.isEmpty());
        page.context().setOffline(true);
        page.evaluate("""
                async () => { const school = (await daywatchPresses.schools())[0];
                  await daywatchPresses.add({ id: crypto.randomUUID(), school: school.id, schoolName: school.name, status: 'TEST', action: 'HOLD', detail: '', room: '', roomName: '', place: 'Gym',
                    note: '', source: 'PHONE', at: Date.now() }) }""");
        page.navigate("about:blank");
        assertThat(presses(person, "Gym")).isZero();
        page.context().setOffline(false);
        var sync = new JsonObject();
        sync.addProperty("origin", address(""));
        sync.addProperty("registrationId", registrations.peek().get("registrationId").getAsString());
        sync.addProperty("tag", "presses");
        sync.addProperty("lastChance", false);
        browser.send("ServiceWorker.dispatchSyncEvent", sync);
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> presses(person, "Gym") == 1);
    }

    /** Whether a way to the lane is known, and each press with what was answered, if anything was. */
    private Object whatThePhoneHolds() {
        return page.evaluate("""
                async () => JSON.stringify({ url: location.href, device: (await daywatchPresses.device())?.id, profile: await daywatchPresses.profile(), presses: await daywatchPresses.list(),
                  locks: await navigator.locks.query() })""");
    }

    private void knowsItsSchool() {
        // In the page's language: an account that another journey left in Spanish was asked for that first.
        awaitThat("Promise.all([daywatchPresses.schools(), daywatchPresses.profile()])"
                + ".then(([all, mine]) => all.length > 0 && mine?.lang === document.documentElement.lang)");
    }

    /** It holds what one sender at a time holds. */
    private void anotherPageHangs() {
        page.evaluate("() => { navigator.locks.request('daywatch-presses', () => new Promise(() => {})) }");
    }

    /** What the page says by and by; a page's own waiting would take the promise itself for a yes. */
    private void awaitThat(String promise) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30))
                .until(() -> (Boolean) page.evaluate(promise));
    }

    private long presses(UUID person) {
        return presses(person, "");
    }

    private long presses(UUID person, String place) {
        return inAgencies(() -> db.fetch(PRESS, PRESS.PERSON_ID.eq(person).and(PRESS.PLACE.contains(place))
                .and(PRESS.SOURCE.in("PHONE", "DEVICE")))).size();
    }

    private <R extends Record> List<R> inAgencies(Supplier<Result<R>> read) {
        return tenants.agencies().stream().flatMap(agency -> Tenancy.as(Scope.system(agency.id()),
                () -> new TransactionTemplate(transactions).execute(t -> read.get())).stream()).toList();
    }
}
