package org.daywatch._story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that are drawn alike are asked about three times: what is drawn otherwise is not taken for them. */
class AxeIT {

    private static final String ALIKE = "<p>Somebody can read this.</p>".repeat(12);
    private static com.microsoft.playwright.Browser chromium;
    private Page page;

    @BeforeAll
    static void aBrowser() {
        chromium = Chromium.shared();
    }

    @AfterAll
    static void quit() {
        Chromium.closeContexts();
    }

    @BeforeEach
    void aPage() {
        page = chromium.newPage();
    }

    @Test
    void oneTextOfAPaleColorAmongManyIsFound() {
        assertThat(found(ALIKE + "<p style='color: #bbb'>Nobody can read this.</p>")).anyMatch(this::isContrast);
    }

    @Test
    void oneTextOnADarkGroundAmongManyIsFound() {
        assertThat(found(ALIKE + "<div style='background: #333'><section><p>Nobody can read this.</p></section></div>"))
                .anyMatch(this::isContrast);
    }

    @Test
    void oneTextThatShowsThroughAmongManyIsFound() {
        assertThat(found(ALIKE + "<div style='opacity: 0.3'><p>Nobody can read this.</p></div>"))
                .anyMatch(this::isContrast);
    }

    @Test
    void aSmallTextAmongLargeOnesOfItsColorIsFound() {
        String large = "<p style='color: #888; font-size: 32px'>Somebody can read this.</p>".repeat(5);
        assertThat(found(large)).isEmpty();
        assertThat(found(large + "<p style='color: #888'>Nobody can read this.</p>")).anyMatch(this::isContrast);
    }

    @Test
    void whatWasAskedBeforeIsAskedAnewTheNextTime() {
        String pale = "<p style='color: #bbb'>Nobody can read this.</p>";
        assertThat(found(pale)).anyMatch(this::isContrast);
        assertThat(found(pale)).anyMatch(this::isContrast);
        assertThat(Axe.serious(page)).anyMatch(this::isContrast);
    }

    private List<String> found(String body) {
        page.setContent(
                "<!DOCTYPE html><html lang='en'><title>A page</title><body style='background: #fff; color: #000'>"
                        + "<main><h1>A page</h1>" + body + "</main></body></html>");
        return Axe.serious(page);
    }

    private boolean isContrast(String finding) {
        return finding.startsWith("color-contrast");
    }
}
