package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.daywatch._story.Axe;

/** A page as somebody sees it: no wider than its screen, and kept as a picture to be looked at. */
final class DoorLooks {

    private DoorLooks() {}

    /** Also that nobody is kept out. */
    static void look(Page screen, String shot) {
        assertThat(Axe.seriousInside(screen)).as(shot).isEmpty();
        picture(screen, shot);
    }

    static void picture(Page screen, String shot) {
        assertThat((Integer) screen.evaluate("document.documentElement.scrollWidth - innerWidth")).as(shot)
                .isLessThanOrEqualTo(0);
        screen.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target/screenshots", shot + ".png")));
    }
}
