package org.daywatch.planning.meetings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergedNotesTest {

    @Test
    void whoSawWhatStandsThereReplacesIt() {
        assertThat(MergedNotes.of("Gate 3 is broken.", MergedNotes.mark("Gate 3 is broken."), "Gate 3 is mended.",
                "Pat Greer")).isEqualTo("Gate 3 is mended.");
    }

    @Test
    void whatAnotherWroteMeanwhileStaysBesideIt() {
        assertThat(MergedNotes.of("Parents ask for a crossing guard.", MergedNotes.mark(""), "Gate 3 is broken.",
                "Lee Moss"))
                .isEqualTo("Parents ask for a crossing guard.\n\n[Lee Moss]\nGate 3 is broken.");
    }

    @Test
    void sendingTheSameTwiceChangesNothing() {
        String once = MergedNotes.of("A.", MergedNotes.mark(""), "B.", "Lee Moss");
        assertThat(MergedNotes.of(once, MergedNotes.mark(""), "B.", "Lee Moss")).isEqualTo(once);
    }

    @Test
    void anEmptyFieldNeverTakesAwayWhatItsWriterHadNotSeen() {
        assertThat(MergedNotes.of("A.", MergedNotes.mark(""), "", "Lee Moss")).isEqualTo("A.");
        assertThat(MergedNotes.of("A.", MergedNotes.mark("A."), "", "Lee Moss")).isEmpty();
    }

    @Test
    void theMarkDoesNotMindHowABrowserEndsItsLines() {
        assertThat(MergedNotes.mark("A.\r\nB.")).isEqualTo(MergedNotes.mark("A.\nB.")).hasSize(16);
    }
}
