package org.daywatch.emergencies.alerts.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.emergencies.alerts.screen.Contrast.ratio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What is switched on in the sun: nothing below 10 to 1 but the actions' own colors (7), no thin line, no light type,
 * and a drill that still looks like one.
 */
class BrightLightTest {

    private static final double GLARE = 10;
    private static final Pattern RULE = Pattern.compile("(?m)^([^/\\n{}][^{}\\n]*)\\{([^}]*)\\}");
    private static final Pattern INK = Pattern.compile("(?<![a-z-])(?:color|fill): (#[0-9a-f]{3,6})");
    private static final Pattern GROUND = Pattern.compile("(?<![a-z-])background: (#[0-9a-f]{3,6})");
    private static final Pattern LINE = Pattern.compile(
            "(?:border|outline)(?:-width|-left|-bottom|-top)?: (?:0 solid [^;]+; border-width: )?([0-9.]+)(px|rem)");
    private static final Pattern WEIGHT = Pattern.compile("font-weight: (\\d+)");

    private final List<MatchResult> rules;

    BrightLightTest() throws IOException {
        rules = RULE
                .matcher(Files
                        .readString(Path.of("src/main/java/org/daywatch/emergencies/alerts/light/sunlight.bright.css")))
                .results().toList();
    }

    @Test
    void whatIsWrittenStandsOutOfTheGlare() {
        assertThat(rules).hasSizeGreaterThan(40);
        int seen = 0;
        for (var rule : rules) {
            var ink = INK.matcher(rule.group(2));
            var ground = GROUND.matcher(rule.group(2));
            if (!ink.find() || !ground.find()) continue;
            assertThat(ratio(ink.group(1), ground.group(1))).as(rule.group()).isGreaterThanOrEqualTo(GLARE);
            seen++;
        }
        assertThat(seen).isGreaterThan(20);
        for (var token : Pattern.compile("--(ink|ink-soft|primary|good|warn|bad|info): (#[0-9a-f]+)")
                .matcher(rules.getFirst().group(2)).results().toList()) {
            assertThat(ratio(token.group(2), "#fff")).as(token.group()).isGreaterThanOrEqualTo(GLARE);
        }
    }

    @Test
    void whereTheGroundIsTheActionsColorItIsWhiteThatStandsOnIt() {
        var colored = rules.stream().filter(r -> r.group(2).contains("background: var(--alert)")).toList();
        assertThat(colored).as("panel, banner, buttons, head of the page").hasSize(4);
        assertThat(colored).allSatisfy(r -> assertThat(r.group(2)).contains("color: #fff"));
    }

    @Test
    void noLineIsThinAndNoTypeIsLight() {
        var lines = rules.stream().flatMap(r -> LINE.matcher(r.group(2)).results()).toList();
        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(lines)
                .allSatisfy(l -> assertThat(Double.parseDouble(l.group(1)) * (l.group(2).equals("rem") ? 16 : 1))
                        .as(l.group()).isGreaterThanOrEqualTo(3));
        assertThat(rules.stream().flatMap(r -> WEIGHT.matcher(r.group(2)).results())
                .map(w -> Integer.parseInt(w.group(1)))).isNotEmpty().allMatch(w -> w >= 600);
    }

    @Test
    void aDrillKeepsItsStripesAndTakesNoBarInOneColor() {
        var drill = rules.stream().filter(r -> r.group(1).contains("EXERCISE")).toList();
        assertThat(drill).hasSizeGreaterThan(6).noneMatch(r -> r.group(2).contains("background: var(--alert)"));
        assertThat(drill.stream().filter(r -> r.group(1).startsWith(".alert-is-EXERCISE.alert-panel ")).findFirst()
                .orElseThrow().group(2)).contains("repeating-linear-gradient");
    }
}
