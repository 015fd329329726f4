package org.daywatch.emergencies.alerts.screen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.daywatch._story.Axe;

/** A page in every light it is read in, on a phone and at a desk: in a room, in the dark, and in the sun. */
final class Lights {

    enum Light { PLAIN, DARK, BRIGHT }

    /**
     * What tells a drill from the real thing there: the words of the sign, and how its ground and its frame are drawn
     * (computed, as the browser does it).
     */
    record Sign(String words, String ground, String frame) {}

    private static final List<Integer> WIDTHS = List.of(360, 1280);
    /**
     * Each written word whose ground is nearer to it than the sun allows: 10 to 1, the actions' own colors 7. A ground
     * that is a pattern counts by its worst color.
     */
    private static final String LOST_IN_GLARE = """
            () => {
              const rgb = text => { const n = text.match(/[\\d.]+/g).map(Number); return n.length > 3 && n[3] === 0 ? null : n };
              const all = text => (text.match(/rgba?\\([^)]*\\)/g) ?? []).map(rgb).filter(c => c);
              const light = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
              const ratio = (a, b) => { const [x, y] = [light(a) + 0.05, light(b) + 0.05]; return Math.max(x, y) / Math.min(x, y) };
              const grounds = e => { for (; e; e = e.parentElement) { const s = getComputedStyle(e)
                const found = s.backgroundImage.includes('gradient') ? all(s.backgroundImage) : all(s.backgroundColor); if (found.length) return found }
                return [[255, 255, 255]] };
              const own = e => { const hex = getComputedStyle(e).getPropertyValue('--alert').trim(); return hex ? [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)) : null };
              const same = (a, b) => a && b && a.slice(0, 3).every((v, i) => v === b[i]);
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), lost = [];
              while (walk.nextNode()) {
                const e = walk.currentNode.parentElement, box = e.getBoundingClientRect();
                if (!walk.currentNode.data.trim() || box.width < 4 || box.height < 4 || !e.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) || e.closest('script, style, :disabled, option')) continue;
                const ink = rgb(getComputedStyle(e).color), mine = own(e);
                for (const ground of grounds(e)) {
                  const least = same(ink, mine) || same(ground, mine) ? 7 : 10;
                  if (ink && ratio(ink, ground) < least) lost.push(e.tagName + '.' + e.className + ' "' + walk.currentNode.data.trim().slice(0, 30) + '" ' + ratio(ink, ground).toFixed(1));
                }
              }
              return lost;
            }""";
    private static final String SIGN = """
            e => { const s = getComputedStyle(e), h = getComputedStyle(e.querySelector('h1, h2, strong') ?? e);
              return [e.innerText, s.backgroundColor + ' ' + s.backgroundImage + ' ' + h.backgroundColor + ' ' + h.color,
                s.borderTopStyle + ' ' + s.borderTopWidth + ' ' + s.borderTopColor + ' ' + s.borderImageSource] }""";

    /**
     * Of all dots, 0 black to 1 white: a page in the dark gives less light than this. The red of a real lockdown over
     * the whole screen is 0.27.
     */
    private static final double DARK = 0.33;

    private final List<String> found = new ArrayList<>();

    /** What was wrong on any page so far, each with its page, light and width. */
    List<String> found() {
        return found;
    }

    /**
     * Looks at the page as it stands: nothing too wide, nothing serious in axe, in the sun nothing lost in the glare,
     * in the dark no white page. What is wrong is kept for {@link #found}.
     *
     * @param signs what says there whether it is meant
     * @return each sign by light and width
     */
    Map<String, Sign> look(Page page, String name, Locator... signs) {
        var seen = new LinkedHashMap<String, Sign>();
        Axe.on(page);
        for (int width : WIDTHS) {
            page.setViewportSize(width, width == 360 ? 740 : 900);
            for (var light : Light.values()) {
                var where = name + "-" + light.name().toLowerCase(java.util.Locale.ROOT) + "-" + width;
                turn(page, light);
                byte[] shown = page.screenshot(new Page.ScreenshotOptions().setPath(picture(where)));
                if ((Boolean) page
                        .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    found.add(where + " is too wide");
                if (light != Light.PLAIN) for (var one : paleWords(page)) found.add(where + ": " + one);
                if (light == Light.BRIGHT)
                    for (var one : (List<?>) page.evaluate(LOST_IN_GLARE))
                        found.add(where + ", lost in the glare: " + one);
                if (light == Light.DARK) glows(shown, where);
                for (int sign = 0; sign < signs.length; sign++) {
                    var drawn = (List<?>) signs[sign].first().evaluate(SIGN);
                    seen.put(light + " " + width + (sign == 0 ? "" : " beside"),
                            new Sign((String) drawn.get(0), (String) drawn.get(1), (String) drawn.get(2)));
                }
            }
        }
        turn(page, Light.PLAIN);
        return seen;
    }

    /** A page that looks the same in every light: nothing too wide, nothing serious in axe. */
    void plainly(Page page, String name) {
        Axe.on(page);
        for (int width : WIDTHS) {
            page.setViewportSize(width, width == 360 ? 740 : 900);
            page.screenshot(new Page.ScreenshotOptions().setPath(picture(name + "-" + width)).setFullPage(true));
            if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                found.add(name + "-" + width + " is too wide");
            for (var one : Axe.serious(page)) found.add(name + "-" + width + ": " + one);
        }
    }

    /** What can be seen of it at once: an overlay covers the screen, not the whole length of the page beneath. */
    private void glows(byte[] shown, String where) {
        double light = brightness(shown);
        if (light > DARK) found.add(where + " gives light: " + light);
    }

    private static double brightness(byte[] png) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            long sum = 0;
            int seen = 0;
            for (int y = 0; y < picture.getHeight(); y += 5) {
                for (int x = 0; x < picture.getWidth(); x += 5, seen++)
                    sum += (picture.getRGB(x, y) >> 16 & 255) + (picture.getRGB(x, y) >> 8 & 255)
                            + (picture.getRGB(x, y) & 255);
            }
            return sum / 765.0 / seen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whoever looks at both beside each other: word and frame differ in every light, the ground too but in the sun,
     * where whatever is read stands on white.
     */
    static void cannotBeTakenForEachOther(String name, Map<String, Sign> drill, Map<String, Sign> live) {
        Assertions.assertThat(drill).as(name).hasSizeGreaterThanOrEqualTo(WIDTHS.size() * Light.values().length)
                .hasSameSizeAs(live);
        Assertions.assertThat(drill.keySet()).isEqualTo(live.keySet());
        SoftAssertions.assertSoftly(softly -> drill.forEach((light, d) -> {
            var l = live.get(light);
            softly.assertThat(d.words()).as("%s %s, drill", name, light).containsIgnoringCase("drill")
                    .doesNotContainIgnoringCase("not a drill");
            softly.assertThat(l.words()).as("%s %s, live", name, light)
                    .matches("(?is).*(not a drill|actual emergency).*").doesNotContainIgnoringCase("only a drill");
            if (!light.startsWith(Light.BRIGHT.name()))
                softly.assertThat(d.ground()).as("%s %s, ground", name, light).isNotEqualTo(l.ground());
            softly.assertThat(d.frame()).as("%s %s, frame", name, light).isNotEqualTo(l.frame());
        }));
        besideEachOther(name, drill.keySet().stream().filter(light -> !light.endsWith("beside")).toList());
    }

    /** By the switch of the page where it has one, as a person does it; else by what the device asks for. */
    private static void turn(Page page, Light light) {
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(light == Light.DARK ? ColorScheme.DARK : ColorScheme.LIGHT));
        var button = page.locator("[data-bright-light]").first();
        boolean bright = "true".equals(button.getAttribute("aria-pressed"));
        if (bright != (light == Light.BRIGHT)) button.click();
        page.evaluate("Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
    }

    /** As axe measures it, 4.5 to 1. What is wrong in every light the journeys look for, with all of its rules. */
    @SuppressWarnings("unchecked")
    private static List<String> paleWords(Page page) {
        return (List<String>) page.evaluate(
                "async () => (await axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}})).violations"
                        + ".map(v => v.id + ' at ' + v.nodes.map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).slice(0, 4))");
    }

    private static void besideEachOther(String name, Iterable<String> lights) {
        for (var light : lights) {
            var end = "-" + light.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            try {
                BufferedImage drill = ImageIO.read(picture("drill-" + name + end).toFile());
                BufferedImage live = ImageIO.read(picture("live-" + name + end).toFile());
                var both = new BufferedImage(drill.getWidth() + live.getWidth() + 20,
                        Math.max(drill.getHeight(), live.getHeight()), BufferedImage.TYPE_INT_RGB);
                var pen = both.createGraphics();
                pen.drawImage(drill, 0, 0, null);
                pen.drawImage(live, drill.getWidth() + 20, 0, null);
                pen.dispose();
                ImageIO.write(both, "png", picture("both-" + name + end).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path picture(String name) {
        return Path.of("target/screenshots", "light-" + name + ".png");
    }
}
