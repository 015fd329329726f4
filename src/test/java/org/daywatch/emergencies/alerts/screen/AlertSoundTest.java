package org.daywatch.emergencies.alerts.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch.emergencies.ProtocolAction;
import org.junit.jupiter.api.Test;

/**
 * The samples that Chromium makes of each action's sound, without a sound card: none silent, no two alike, a drill
 * spoken first.
 */
class AlertSoundTest {

    private static final Path SCRIPT = Path
            .of("src/main/java/org/daywatch/emergencies/alerts/alert-1-sound.everywhere.js");
    /** In place of the sound card: what would be heard in the first six seconds; and what vibrates. */
    private static final String STUDIO = """
            globalThis.AudioContext = class extends OfflineAudioContext { constructor() { super(1, 6 * 8000, 8000); globalThis.studio = this } resume() { return Promise.resolve() } }
            globalThis.spoken = []; globalThis.felt = []
            globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
            Object.defineProperty(globalThis, 'speechSynthesis', { value: { speak: said => { spoken.push(said.text); globalThis.before = !globalThis.studio; said.onend() } }, configurable: true });
            Object.defineProperty(navigator, 'vibrate', { value: pattern => { felt.push(pattern.join(' ')); return true }, configurable: true });
            """;

    @Test
    @SuppressWarnings("unchecked")
    void everyActionHasASoundAndARhythmOfItsOwnAndATestNone() throws IOException {
        String script = Files.readString(SCRIPT);
        try (var playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var chromium = playwright.chromium()
                        .launch(new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"))
                                .setExecutablePath(
                                        Path.of(System.getProperty("daywatch.chromium", "/usr/bin/chromium"))))) {
            var page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)).newPage();
            var sounds = new LinkedHashMap<ProtocolAction, List<Number>>();
            var felt = new HashSet<String>();
            for (var action : ProtocolAction.values()) {
                page.navigate("about:blank");
                page.evaluate("() => {" + STUDIO + script + "daywatchAlerts.sound({ action: '" + action
                        + "', status: 'ACTUAL' }, { lang: 'en' }) }");
                sounds.put(action, heard(page));
                felt.addAll((List<String>) page.evaluate("felt"));
                assertThat((List<String>) page.evaluate("spoken")).as("the real thing says nothing about a drill")
                        .isEmpty();
            }
            assertThat(felt).as("felt in a hand, also where motion is reduced").hasSize(ProtocolAction.values().length);
            differ(sounds);
            page.navigate("about:blank");
            page.evaluate("() => {" + STUDIO + script
                    + "daywatchAlerts.sound({ action: 'LOCKDOWN', status: 'EXERCISE' }, { lang: 'en', 'drill.spoken': 'Only a drill.' }) }");
            assertThat((List<String>) page.evaluate("spoken")).containsExactly("Only a drill.");
            assertThat((Boolean) page.evaluate("before")).as("before the first tone").isTrue();
            page.navigate("about:blank");
            page.evaluate("() => {" + STUDIO + script
                    + "daywatchAlerts.sound({ action: 'LOCKDOWN', status: 'TEST' }, { lang: 'en' }) }");
            assertThat((Boolean) page.evaluate("!globalThis.studio && felt.length === 0 && spoken.length === 0"))
                    .as("a test is silent").isTrue();
        }
    }

    /** Loudness and number of zero crossings of each twentieth of a second: what an ear tells sounds apart by. */
    @SuppressWarnings("unchecked")
    private static List<Number> heard(Page page) {
        return (List<Number>) page.evaluate("""
                async () => {
                  const samples = (await studio.startRendering()).getChannelData(0), said = []
                  for (let from = 0; from < samples.length; from += 400) {
                    let loud = 0, crossings = 0
                    for (let i = from + 1; i < from + 400; i++) { loud += samples[i] ** 2; if (samples[i] * samples[i - 1] < 0) crossings++ }
                    said.push(Math.sqrt(loud / 400) > 0.02 ? crossings : 0)
                  }
                  return said
                }""");
    }

    private static void differ(Map<ProtocolAction, List<Number>> sounds) {
        sounds.forEach((action, sound) -> assertThat(sound.stream().filter(n -> n.intValue() > 0).count())
                .as(action + " is heard for a second at least").isGreaterThan(10));
        var all = new ArrayList<>(sounds.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                int apart = 0;
                for (int k = 0; k < sounds.get(all.get(i)).size(); k++) {
                    if (Math.abs(
                            sounds.get(all.get(i)).get(k).intValue() - sounds.get(all.get(j)).get(k).intValue()) > 3)
                        apart++;
                }
                assertThat(apart).as("twentieths of a second in which " + all.get(i) + " and " + all.get(j) + " differ")
                        .isGreaterThan(20);
            }
        }
    }
}
