package org.daywatch.emergencies.alerts.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.Contrast.ratio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.daywatch.emergencies.ProtocolAction;
import org.junit.jupiter.api.Test;

/**
 * The main words of an alert at 7 to 1 or better (WCAG 1.4.6), as the style sheet's own colors give it: read in the
 * dark and in the sun.
 */
class AlertContrastTest {

    private static final double ENOUGH = 7;
    private static final String WHITE = "#fff";
    private static final Pattern ALERT = Pattern.compile("--alert: (#[0-9a-f]{3,6})");
    private static final Pattern INK = Pattern.compile("(?<![a-z-])color: (#[0-9a-f]{3,6})");
    private static final Pattern GROUND = Pattern.compile("background: (#[0-9a-f]{3,6})");

    private final String css;

    AlertContrastTest() throws IOException {
        css = Files.readString(Path.of("src/main/java/org/daywatch/emergencies/alerts/alerts.css"));
    }

    @Test
    void theWordOfEachActionOnItsColorAndInItsColorOnWhite() {
        var colors = new LinkedHashMap<String, String>();
        for (var action : ProtocolAction.values())
            colors.put(action.name(), first(ALERT, rule(".alert-color-" + action)));
        colors.put("over", first(ALERT, rule(".alert-color-over")));
        colors.forEach((action, color) -> assertThat(ratio(WHITE, color))
                .as("%s, %s: white on it (real), it on white (drill)", action, color).isGreaterThanOrEqualTo(ENOUGH));
        assertThat(colors.values()).as("no two actions in one color").doesNotHaveDuplicates();
    }

    /** Each rule that says both what is written with and on what. */
    @Test
    void realOrDrillAndWhatCanBeDone() {
        for (String rule : List.of(".alert-banner strong", ".alert-panel-kind", ".alert-act ", ".alert-act-help",
                ".alert-is-EXERCISE.alert-panel ", ".alert-is-EXERCISE .alert-panel-kind",
                ".alert-is-EXERCISE.alert-banner ", ".alert-mode", ".alert-press-EXERCISE .alert-mode",
                ".alert-press-TEST .alert-mode", ".alert-sent", ".alert-kind", ".alert-head-EXERCISE .alert-kind",
                ".alert-head-TEST .alert-kind")) {
            String said = rule(rule);
            assertThat(ratio(first(INK, said), first(GROUND, said))).as(rule + " { " + said + " }")
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
        assertThat(rule(".alert-panel ")).contains("background: var(--alert); color: #fff");
        assertThat(rule(".alert-banner ")).contains("background: var(--alert); color: #fff");
    }

    /** Every rule that says both, and each ink on the ground of the page and of its cards. */
    @Test
    void whereAnEmergencyIsReadInTheDark() throws IOException {
        String dark = Files.readString(Path.of("src/main/java/org/daywatch/emergencies/alerts/light/dark.css"));
        var inks = Pattern.compile("--(?:ink|ink-soft|primary|primary-dark|good|warn|bad|info): (#[0-9a-f]+)")
                .matcher(dark).results().map(m -> m.group(1)).toList();
        assertThat(inks).hasSize(8);
        for (var ground : List.of("ground", "surface")) {
            String behind = first(Pattern.compile("--" + ground + ": (#[0-9a-f]+)"), dark);
            assertThat(inks).allSatisfy(
                    ink -> assertThat(ratio(ink, behind)).as(ink + " on " + behind).isGreaterThanOrEqualTo(ENOUGH));
        }
        var mixed = Pattern.compile("color-mix\\(in srgb, var\\(--alert\\) (\\d+)%, #fff\\)").matcher(dark).results()
                .map(m -> Integer.parseInt(m.group(1))).toList();
        assertThat(mixed).as("each action's color, lighter, where a drill writes with it").hasSize(3);
        for (var action : ProtocolAction.values()) {
            for (int part : mixed)
                assertThat(ratio(lighter(first(ALERT, rule(".alert-color-" + action)), part), "#0d1418"))
                        .as(action + ", " + part + " %").isGreaterThanOrEqualTo(ENOUGH);
        }
        var both = Pattern.compile("\\{[^{}]*background: (#[0-9a-f]{3,6}); color: (#[0-9a-f]{3,6})").matcher(dark)
                .results().toList();
        assertThat(both).hasSizeGreaterThan(4).allSatisfy(
                r -> assertThat(ratio(r.group(1), r.group(2))).as(r.group()).isGreaterThanOrEqualTo(ENOUGH));
    }

    /** @param part of the color in a hundred; the rest is white */
    private static String lighter(String color, int part) {
        var mixed = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2)
            mixed.append("%02x"
                    .formatted((Integer.parseInt(color.substring(i, i + 2), 16) * part + 255 * (100 - part)) / 100));
        return mixed.toString();
    }

    /**
     * What stands between the braces after the first rule whose selectors begin with this, or name it after a comma.
     */
    private String rule(String selector) {
        var found = Pattern.compile("(?:^|, )" + Pattern.quote(selector) + "[^{}\\n]*\\{([^}]*)\\}", Pattern.MULTILINE)
                .matcher(css.replaceAll("(?m)^ +", ""));
        assertThat(found.find()).as("a rule for " + selector).isTrue();
        return found.group(1).strip();
    }

    private static String first(Pattern what, String in) {
        var found = what.matcher(in);
        assertThat(found.find()).as(what + " in " + in).isTrue();
        return found.group(1);
    }
}
