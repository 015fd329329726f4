package org.daywatch.platform.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daywatch.platform.web.kit.FirstScreenLines.Line;
import org.junit.jupiter.api.Test;

class FirstScreenLinesTest {

    @Test
    void whatAnAlertAsksForNowStandsBeforeWhatIsLateAndThatBeforeWhatIsOnlyDue() {
        FirstScreenLines courses = (page, actor) -> List.of(new Line(false, "a course is due", "", ""),
                new Line(true, "a course is late", "", ""));
        FirstScreenLines rolls = (page, actor) -> List.of(new Line(true, true, "who is with you?", "", ""));
        assertThat(FirstScreenLines.all(List.of(courses, rolls), null, null)).extracting(Line::text)
                .containsExactly("who is with you?", "a course is late", "a course is due");
    }
}
