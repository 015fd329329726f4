package org.daywatch._story;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * axe-core on a page as it stands. Asked are those of its rules whose findings are serious or critical, as each rule
 * says of itself: nobody looks at what the others find. Contrast is four fifths of all the work: each color is read
 * once, and of texts that are drawn alike (color, size, everything behind them) three are asked about, in the long form
 * all.
 */
public final class Axe {

    private static final String COLORS_ONCE = """

            {
              const color = axe.commons.color.Color.prototype, read = color.parseString, known = new Map();
              color.parseString = function (text) {
                const before = known.get(text);
                if (before) [this.r, this.g, this.b, this.alpha] = before;
                else known.set(text, (read.call(this, text), [this.r, this.g, this.b, this.alpha]));
                return this;
              };
            }
            {
              const contrast = axe._audit.rules.find(rule => rule.id === 'color-contrast'), asks = contrast.matches;
              let behind = new WeakMap(), asked = new Map();
              const stack = element => {
                if (!element) return '';
                if (!behind.has(element)) {
                  const style = getComputedStyle(element);
                  const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.position, style.filter].join();
                  behind.set(element, own === 'rgba(0, 0, 0, 0),none,1,static,none' ? stack(element.parentElement) : own + stack(element.parentElement));
                }
                return behind.get(element);
              };
              contrast.matches = function (node) {
                const style = getComputedStyle(node);
                const drawn = [style.color, style.fontSize, style.fontWeight, style.textShadow, node.disabled, stack(node)].join();
                const times = asked.get(drawn) ?? 0;
                if (times >= MOST_ALIKE || !asks.apply(this, arguments)) return false;
                asked.set(drawn, times + 1);
                return true;
              };
              axe.anew = () => { behind = new WeakMap(); asked = new Map(); };
            }
            0""".replace("MOST_ALIKE", Boolean.getBoolean("daywatch.long") ? "Infinity" : "3");
    private static final String SERIOUS = """
            async without => {
              axe.anew();
              const others = axe._audit.rules.filter(rule => rule.impact === 'minor' || rule.impact === 'moderate').map(rule => [rule.id, {enabled: false}]);
              const answer = await axe.run({include: [['html']], exclude: without.map(one => [one])}, {resultTypes: ['violations'], rules: Object.fromEntries(others)});
              return answer.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
                  .map(v => ({id: v.id, where: v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.html)).slice(0, 4)}));
            }""";
    private static final List<String> FRAME = List.of(".masthead", "nav.rail", ".footer");
    private static final String SCRIPT = script() + COLORS_ONCE;

    private Axe() {}

    /**
     * Every page that will be opened there has it from the beginning, which takes an eighth of the time that bringing
     * it to each of them takes.
     */
    public static void onEvery(Page page) {
        page.addInitScript(SCRIPT);
    }

    /** Brings it to this page, unless it is there. */
    public static void on(Page page) {
        if (!(Boolean) page.evaluate("'axe' in window")) page.evaluate(SCRIPT);
    }

    /** Serious and critical findings, each named with the elements it is about. */
    public static List<String> serious(Page page) {
        return serious(page, List.of());
    }

    /** The same of what a page has of its own: its frame was looked at on another. */
    public static List<String> seriousInside(Page page) {
        return serious(page, FRAME);
    }

    @SuppressWarnings("unchecked")
    private static List<String> serious(Page page, List<String> without) {
        on(page);
        var violations = (List<Map<String, Object>>) page.evaluate(SERIOUS, without);
        return violations.stream().map(v -> v.get("id") + " at " + v.get("where")).toList();
    }

    private static String script() {
        try (var in = Axe.class.getResourceAsStream("/vendor/axe.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
